"""Forgetting: on time, after a warning, everywhere, and finished by the next run when it was broken off."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from privacy.models import Attachment, Message, RightsRequest
from privacy.rights import actions
from privacy.rights.actions.notify import PartyEntry
from privacy.rights.choices import State
from privacy.rights.letters import about_retention
from privacy.rights.letters.about_retention import warn_handlers
from privacy.rights.models.attachments import attach_file, private_storage
from privacy.rights.models.standard_texts import LetterText
from privacy.rights.retention import anonymise as anonymising
from privacy.rights.retention.data_map import DATA_MAP
from privacy.rights.retention.due import due_requests, requests_to_warn_of
from privacy.rights.workflow.outcomes import ItemAnswer
from tests.factories import ContactFactory, RegisterFactory, RightsRequestFactory
from tests.privacy.rights.builders import LETTER, days_ago, handler_for, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]

MARKER = "Zqxj77"
YEARS_AGO = datetime(2022, 1, 10, 10, tzinfo=UTC)
# Text fields that stay although they have no closed list: they name no person.
WITHOUT_LIST = {"number", "language", "error", "notice_number", "notice_digest"}


def forget() -> str:
    out = StringIO()
    call_command("forget_requests", stdout=out)
    return out.getvalue()


def warned(request: RightsRequest, days: int = 14) -> None:
    RightsRequest.objects.filter(pk=request.pk).update(forget_warned_on=days_ago(days))


def old_request(**fields: Any) -> RightsRequest:
    return RightsRequestFactory(**{"closed": True, "closed_at": YEARS_AGO, **fields})


def request_models() -> list[type[models.Model]]:
    found = [model for model in apps.get_app_config("privacy").get_models() if _belongs(model)]
    return [RightsRequest, *found]


def _belongs(model: type[models.Model]) -> bool:
    return any(field.related_model is RightsRequest for field in model._meta.concrete_fields if field.is_relation)


def test_every_field_of_request_data_is_on_the_map() -> None:
    assert {model.__name__ for model in request_models()} == set(DATA_MAP)
    for model in request_models():
        fields = DATA_MAP[model.__name__]
        if not fields.deleted:
            assert {field.name for field in model._meta.concrete_fields} == fields.known, model.__name__


def whole_request() -> RightsRequest:
    """Give a closed request with every kind of row, made by the steps themselves."""
    contact = ContactFactory(email="apu@example.fi")
    register = RegisterFactory(contacts=[contact], routes=[contact])
    request = actions.receive_request(incoming=incoming_for(register, message=MARKER))
    acting, item = handler_for(request), request.items.get()
    letter = LetterText(MARKER, MARKER)
    actions.take_on_request(request=request, acting=acting)
    actions.ask_clarification(request=request, acting=acting, letter=letter)
    actions.record_clarification(request=request, acting=acting, text=MARKER)
    actions.add_note(request=request, acting=acting, text=MARKER)
    actions.tell_recipients(request=request, acting=acting, entries=[PartyEntry(MARKER)])
    answers = [ItemAnswer(item, "refused", "legal_claims", facts=MARKER)]
    given = SimpleUploadedFile(f"{MARKER}.csv", MARKER.encode())
    actions.answer_request(request=request, acting=acting, answers=answers, letter=letter, files=[given])
    attach_file(request, SimpleUploadedFile(f"{MARKER}.txt", MARKER.encode()), register=register)
    RightsRequest.objects.filter(pk=request.pk).update(closed_at=YEARS_AGO)
    return RightsRequest.objects.get(pk=request.pk)


def seed(request: RightsRequest) -> int:
    """Write the marker into every free text of the request's rows; give how many fields it went to."""
    seeded = 0
    for model in request_models():
        rows = model._default_manager.filter(**{"pk" if model is RightsRequest else "request": request.pk})
        for field in model._meta.concrete_fields:
            value = _seed_of(field)
            if value is not None and rows.exists():
                models.QuerySet.update(rows.filter(pk=rows.first().pk), **{field.name: value})
                seeded += 1
    ModelLogEntry.objects.for_instance(request).update(data={"seeded": MARKER})
    return seeded


def _seed_of(field: Any) -> Any:
    if field.choices or field.name in WITHOUT_LIST or isinstance(field, models.FileField):
        return None
    if isinstance(field, models.JSONField):
        return {"seeded": [MARKER], "question": {"deep": MARKER}}
    return MARKER if isinstance(field, models.CharField | models.TextField) else None


def places_of_marker() -> list[str]:
    """Search every table of the database and every private file."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - names of our tables
            found += [table for row in cursor.fetchall() if MARKER in repr(row)]
    root = Path(private_storage().path("."))
    files = [path for path in root.rglob("*") if path.is_file()]
    found += [str(path) for path in files if MARKER in path.name or MARKER.encode() in path.read_bytes()]
    return found


def test_nothing_of_a_person_is_found_anywhere_afterwards(django_capture_on_commit_callbacks: Any) -> None:
    request = whole_request()
    assert seed(request) >= 25
    assert len(set(places_of_marker())) >= 8
    warned(request)
    with django_capture_on_commit_callbacks(execute=True):
        assert "anonymised 1, removed 2 files" in forget()
    assert places_of_marker() == []


def test_number_right_register_dates_outcome_and_reason_stay() -> None:
    request = whole_request()
    item = request.items.get()
    warned(request)
    forget()
    request.refresh_from_db()
    kept = request.items.get()
    assert request.state == State.ANONYMISED
    assert (kept.right, kept.register, kept.outcome, kept.reason_code, kept.answered_on) == (
        item.right,
        item.register,
        "refused",
        "legal_claims",
        item.answered_on,
    )
    events = {event.kind: event.data for event in request.events.all()}
    assert events["received"]["due_on"] == request.due_on.isoformat()
    assert events["answered"]["outcomes"] == [{"right": "access", "outcome": "refused", "reason_code": "legal_claims"}]
    assert not request.persons.exists()


def test_handlers_are_warned_fourteen_days_ahead_by_number_only() -> None:
    request = old_request(register=RegisterFactory(retention_months=36))
    acting = handler_for(request)
    assert forget().startswith("warned of 1, anonymised 0")
    letter = Message.objects.get(kind="forgetting")
    assert letter.to == acting.user.email
    assert request.number in letter.text
    assert "Oona" not in letter.text
    assert forget().startswith("warned of 0, anonymised 0")
    warned(request, days=13)
    assert "anonymised 0" in forget()
    warned(request, days=14)
    assert "anonymised 1" in forget()


def test_contacts_are_warned_where_a_register_has_no_handlers() -> None:
    old_request(register=RegisterFactory(routes=[ContactFactory(email="apu@example.fi")]))
    forget()
    assert Message.objects.get(kind="forgetting").to == "apu@example.fi"


@pytest.mark.parametrize(("months", "days", "warned_of"), [(1, 31 - 13, 1), (1, 5, 0), (36, 400, 0), (0, 1, 1)])
def test_retention_of_the_register_counts_from_the_closing(months: int, days: int, warned_of: int) -> None:
    closed_at = timezone.now() - timedelta(days=days)
    old_request(register=RegisterFactory(retention_months=months), closed_at=closed_at)
    assert forget().startswith(f"warned of {warned_of},")


def test_longest_retention_of_several_registers_counts() -> None:
    request = old_request(register=RegisterFactory(retention_months=1))
    request.items.create(right="access", register=RegisterFactory(retention_months=120), outcome="no_data")
    assert forget().startswith("warned of 0,")


def test_dispute_stops_it_until_it_is_over() -> None:
    request = old_request()
    acting = handler_for(request)
    actions.set_hold(request=request, acting=acting, reason="Kantelu", review_on=days_ago(-30))
    warned(request)
    assert forget().startswith("warned of 0, anonymised 0")
    actions.lift_hold(request=request, acting=acting, reason="Ratkaistu")
    assert "anonymised 1" in forget()


def hold(request: RightsRequest) -> None:
    actions.set_hold(request=request, acting=handler_for(request), reason="Kantelu", review_on=days_ago(-30))


def test_dispute_that_is_told_of_after_the_selection_wins() -> None:
    request = old_request()
    warned(request)
    (found,) = due_requests()
    RightsRequest.objects.filter(pk=request.pk).update(on_hold=True)
    assert anonymising.anonymise_due([found]) == 0
    request.refresh_from_db()
    assert request.state == State.CLOSED
    RightsRequest.objects.filter(pk=request.pk).update(on_hold=False)
    assert anonymising.anonymise_due([found]) == 1


def test_nobody_is_warned_of_a_request_that_was_kept_for_a_dispute_after_the_selection() -> None:
    request = old_request(register=RegisterFactory(routes=[ContactFactory(email="apu@example.fi")]))
    (found,) = requests_to_warn_of()
    hold(request)
    assert warn_handlers([found]) == 0
    request.refresh_from_db()
    assert request.forget_warned_on is None
    assert not Message.objects.filter(kind="forgetting").exists()


def test_two_runs_at_once_warn_of_a_request_once() -> None:
    old_request(register=RegisterFactory(routes=[ContactFactory(email="apu@example.fi")]))
    (found,) = requests_to_warn_of()
    assert [warn_handlers([found]), warn_handlers([found])] == [1, 0]


def test_mailbox_gets_one_letter_however_many_requests_a_run_warns_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about_retention, "BATCH", 2)
    register = RegisterFactory(routes=[ContactFactory(email="apu@example.fi")])
    requests = [old_request(register=register) for _ in range(5)]
    assert "warned of 5" in forget()
    letter = Message.objects.get(kind="forgetting")
    assert all(request.number in letter.text for request in requests)


def test_queries_of_a_run_do_not_grow_with_its_requests() -> None:
    register = RegisterFactory(routes=[ContactFactory(email="apu@example.fi")])
    counts = []
    for more in (2, 6):
        for _ in range(more):
            old_request(register=register)
        with CaptureQueriesContext(connection) as queries:
            assert warn_handlers(requests_to_warn_of()) == more
        counts.append(len(queries))
    assert counts[0] == counts[1]


def answered_with_a_file() -> RightsRequest:
    request = RightsRequestFactory()
    answers = [ItemAnswer(item, "fulfilled") for item in request.items.all()]
    file = SimpleUploadedFile("tiedot.csv", b"nimi")
    actions.answer_request(request=request, acting=handler_for(request), answers=answers, letter=LETTER, files=[file])
    return request


def test_files_of_an_answer_stay_when_a_dispute_is_told_of_while_files_are_removed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = answered_with_a_file(), answered_with_a_file()
    Attachment.objects.update(added_at=timezone.now() - timedelta(days=60))
    storage_class = type(private_storage())
    really_delete = storage_class.delete

    def delete(storage: Any, name: str) -> None:
        RightsRequest.objects.filter(pk=second.pk).update(on_hold=True)
        really_delete(storage, name)

    monkeypatch.setattr(storage_class, "delete", delete)
    assert anonymising.remove_left_files() == 1
    answers = Attachment.objects.filter(message__kind="answer")
    assert [answers.get(request=request).removed_on is None for request in (first, second)] == [False, True]
    kept = answers.get(request=second).file
    assert kept.storage.exists(kept.name)


def test_open_request_is_never_forgotten() -> None:
    request = RightsRequestFactory(days_ago=4000)
    warned(request)
    forget()
    request.refresh_from_db()
    assert request.state == State.NEW


def test_reopened_request_is_warned_of_anew() -> None:
    request = old_request()
    warned(request)
    items = list(request.items.all())
    actions.reopen_request(request=request, acting=handler_for(request), items=items, reason="Virhe")
    request.refresh_from_db()
    assert request.forget_warned_on is None


def test_dry_run_changes_nothing() -> None:
    first, second = old_request(), old_request()
    warned(first)
    out = StringIO()
    call_command("forget_requests", "--dry-run", stdout=out)
    assert out.getvalue().startswith("to warn of 1, to anonymise 1, 0 files without a row")
    assert not Message.objects.exists()
    second.refresh_from_db()
    assert second.forget_warned_on is None


class Broken(Exception):
    """The run was broken off."""


@pytest.mark.parametrize("place", ["log", "ModelLogEntry", "remove_left_files", "storage"])
@pytest.mark.django_db(transaction=True)
def test_run_that_was_broken_off_is_finished_by_the_next(
    place: str, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.PRIVACY_SEND_INLINE = False
    request = whole_request()
    seed(request)
    warned(request)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise Broken

    with monkeypatch.context() as patch:
        if place == "storage":
            patch.setattr(Attachment, "delete", fail)
        elif place == "remove_left_files":
            patch.setattr("privacy.management.commands.forget_requests.remove_left_files", fail)
        else:
            patch.setattr(anonymising, place, fail)
        with pytest.raises((Broken, AttributeError)):
            forget()
    forget()
    assert places_of_marker() == []
    assert not Attachment.objects.exists()
