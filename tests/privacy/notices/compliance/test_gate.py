"""Publication with open errors: asked, blocked or only shown, on each road to the public."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, PageLogEntry, Site, Workflow, WorkflowPage, WorkflowTask

from privacy.models import FindingDismissal, Message, NoticePage, NoticeVersion, PrivacyChecksTask
from privacy.notices.compliance import gate
from privacy.notices.compliance.choices import Gate
from privacy.notices.compliance.dismissals import dismiss_finding
from privacy.notices.compliance.evaluate import check_page
from privacy.notices.compliance.gate import PublicationBlocked
from tests.privacy.notices.compliance.conftest import asked_ids, fresh, post, rewrite, set_gate

pytestmark = pytest.mark.django_db

REASON = "Puutteet korjataan toukokuussa."


def numbers(page: NoticePage) -> list[str]:
    return [version.number for version in NoticeVersion.objects.filter(page=page).order_by("pk")]


def test_form_asks_once_in_one_box_with_all_open_errors(superuser_client: Client, notice: NoticePage) -> None:
    answer = post(superuser_client, notice, "Kolme vuotta.")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.count('name="publication_reason"') == 1
    asked = {one.finding.id for one in answer.context["form"].asked}
    assert asked
    assert all(check in text for check in asked)
    assert numbers(notice) == ["1.0"]


def test_box_is_not_there_until_somebody_publishes(superuser_client: Client, notice: NoticePage) -> None:
    text = superuser_client.get(reverse("wagtailadmin_pages:edit", args=[notice.pk])).content.decode()
    assert 'name="publication_reason"' not in text


def test_reason_publishes_and_is_not_asked_again_until_the_section_changes(
    superuser_client: Client, superuser: Any, notice: NoticePage
) -> None:
    act = "Henkilötietolain (523/1999) mukaan kolme vuotta."
    assert post(superuser_client, notice, act, publication_reason=REASON).status_code == 302
    assert numbers(notice) == ["1.0", "2.0"]
    assert asked_ids(notice) == set()
    row = FindingDismissal.objects.filter(check_id="PN043").get()
    assert (row.reason, row.verdict, row.user) == (REASON, "confirmed", superuser)
    version = NoticeVersion.objects.get(page=notice, major=2)
    assert {entry["id"] for entry in version.findings if entry["confirmed"]} >= {"PN043"}
    assert REASON not in str(version.findings)

    again = post(superuser_client, notice, f"{act} Sitten ne poistetaan.", version_kind="minor")
    assert again.status_code == 200
    assert {one.finding.id for one in again.context["form"].asked} == {"PN043"}, "only the section that changed"


def test_draft_always_saves(superuser_client: Client, site: Site, notice: NoticePage) -> None:
    set_gate(site, Gate.BLOCK)
    assert post(superuser_client, notice, "Kolme vuotta.", action="").status_code == 302


def test_publishing_the_same_text_asks_nothing(superuser_client: Client, site: Site, notice: NoticePage) -> None:
    set_gate(site, Gate.BLOCK)
    text = "Kaksi vuotta, henkilötietolain (523/1999) mukaan."
    assert post(superuser_client, notice, text).status_code == 302
    assert numbers(notice) == ["1.0"]


def test_site_that_only_shows_asks_nothing(superuser_client: Client, site: Site, notice: NoticePage) -> None:
    set_gate(site, Gate.SHOW)
    assert post(superuser_client, notice, "Kolme vuotta.").status_code == 302
    assert numbers(notice) == ["1.0", "2.0"]


def test_site_that_blocks_takes_no_reason(superuser_client: Client, site: Site, notice: NoticePage) -> None:
    set_gate(site, Gate.BLOCK)
    answer = post(superuser_client, notice, "Kolme vuotta.", publication_reason=REASON)
    assert answer.status_code == 200
    assert 'name="publication_reason"' not in answer.content.decode()
    assert not FindingDismissal.objects.exists()


def test_dismissed_errors_stop_nothing(
    superuser_client: Client, superuser: Any, site: Site, notice: NoticePage
) -> None:
    draft = rewrite(notice, "Kolme vuotta.")
    draft.save_revision()
    for one in check_page(draft).asked:
        dismiss_finding(page=notice, decided=one, user=superuser, reason="Asia on kunnossa.")
    set_gate(site, Gate.BLOCK)
    assert post(superuser_client, notice, "Kolme vuotta.").status_code == 302
    assert numbers(notice) == ["1.0", "2.0"]


def test_code_is_refused_with_the_list_where_the_site_blocks(site: Site, notice: NoticePage) -> None:
    set_gate(site, Gate.BLOCK)
    with pytest.raises(PublicationBlocked) as refused:
        rewrite(notice, "Kolme vuotta.").save_revision().publish()
    assert any("PN019" in message for message in refused.value.messages)
    assert numbers(notice) == ["1.0"]
    assert "Kaksi vuotta" in str(fresh(notice).body.raw_data[0])


def test_code_goes_on_where_forms_ask_and_the_version_keeps_what_was_open(notice: NoticePage) -> None:
    rewrite(notice, "Kolme vuotta.").save_revision().publish()
    version = NoticeVersion.objects.get(page=notice, major=2)
    assert {"id": "PN019", "severity": "error", "subject": "notice", "section": "", "confirmed": False} in (
        version.findings
    )


def test_records_renew_a_notice_with_open_errors(site: Site, notice: NoticePage) -> None:
    notice.body = [{"type": "controller", "value": {"fill": "auto"}}]
    notice.save()
    set_gate(site, Gate.BLOCK)
    before = len(numbers(notice))
    controller = fresh(notice).registers.get().register.controller
    controller.phone = "+358401112233"
    controller.save_revision().publish()
    assert len(numbers(notice)) == before + 1


def test_locking_a_notice_with_open_errors_is_no_publication(superuser: Any, site: Site, notice: NoticePage) -> None:
    set_gate(site, Gate.BLOCK)
    page = fresh(notice)
    page.locked = True
    page.save()
    assert numbers(notice) == ["1.0"]


def publish_in_bulk(client: Client, page: NoticePage, **said: str) -> Any:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?id={page.pk}", said, follow=True)


def test_bulk_publishing_is_refused_in_words_where_the_site_blocks(
    superuser_client: Client, site: Site, notice: NoticePage
) -> None:
    set_gate(site, Gate.BLOCK)
    rewrite(notice, "Kolme vuotta.").save_revision()
    answer = publish_in_bulk(superuser_client, notice)
    assert any("Seloste" in str(message) for message in answer.context["messages"])
    assert numbers(notice) == ["1.0"]


def test_bulk_publishing_asks_once_for_all_notices_and_keeps_the_reason(
    superuser_client: Client, superuser: Any, site: Site, notice: NoticePage
) -> None:
    rewrite(notice, "Kolme vuotta.").save_revision()
    text = publish_in_bulk(superuser_client, notice).content.decode()
    assert text.count('name="publication_reason"') == 1
    assert "Seloste" in text
    assert "PN019" in text
    assert numbers(notice) == ["1.0"]

    publish_in_bulk(superuser_client, notice, publication_reason=REASON)
    assert numbers(notice) == ["1.0", "2.0"]
    assert {row.reason for row in FindingDismissal.objects.all()} == {REASON}
    assert asked_ids(notice) == set()


def test_bulk_publishing_asks_nothing_where_the_site_only_shows(
    superuser_client: Client, site: Site, notice: NoticePage
) -> None:
    set_gate(site, Gate.SHOW)
    rewrite(notice, "Kolme vuotta.").save_revision()
    publish_in_bulk(superuser_client, notice)
    assert numbers(notice) == ["1.0", "2.0"]


def test_schedule_that_fails_keeps_the_old_text_and_the_others_go_on(
    site: Site, superuser: Any, notice: NoticePage
) -> None:
    later = timezone.now() + timedelta(days=1)
    fresh(notice).save_revision().publish()
    other = notice.get_parent().specific
    other.go_live_at = later
    other.title = "Toinen otsikko"
    other.save_revision().publish()
    draft = rewrite(notice, "Kolme vuotta.")
    draft.go_live_at = later
    draft.save_revision(user=superuser).publish()
    set_gate(site, Gate.BLOCK)
    with time_machine.travel(later + timedelta(hours=1)):
        call_command("publish_scheduled")
    page = fresh(notice)
    assert numbers(notice) == ["1.0"]
    assert "Kaksi vuotta" in str(page.body.raw_data[0])
    assert (page.go_live_at, page.scheduled_revision) == (None, None)
    other.refresh_from_db()
    assert other.title == "Toinen otsikko"
    letter = Message.objects.get()
    assert letter.to == superuser.email
    assert "Seloste" in letter.text
    assert "Seloste" not in letter.subject
    assert PageLogEntry.objects.filter(page=notice.pk, action="privacy.refuse_schedule").exists()


def test_letter_that_cannot_be_written_does_not_stop_the_schedule(
    site: Site, superuser: Any, notice: NoticePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: Any) -> None:
        raise RuntimeError

    monkeypatch.setitem(gate.REFUSAL_WATCHERS, "letter", broken)
    later = timezone.now() + timedelta(days=1)
    fresh(notice).save_revision().publish()
    draft = rewrite(notice, "Kolme vuotta.")
    draft.go_live_at = later
    draft.save_revision(user=superuser).publish()
    set_gate(site, Gate.BLOCK)
    with time_machine.travel(later + timedelta(hours=1)):
        call_command("publish_scheduled")
    assert fresh(notice).scheduled_revision is None


def test_schedule_is_asked_about_when_it_is_set(superuser_client: Client, notice: NoticePage) -> None:
    fresh(notice).save_revision().publish()
    later = timezone.localtime() + timedelta(days=1)
    day = later.strftime("%Y-%m-%d %H:%M")
    assert post(superuser_client, notice, "Kolme vuotta.", go_live_at=day).context["form"].asked
    assert fresh(notice).scheduled_revision is None
    assert post(superuser_client, notice, "Kolme vuotta.", go_live_at=day, publication_reason=REASON).status_code == 302
    assert fresh(notice).scheduled_revision is not None
    assert numbers(notice) == ["1.0"]


def test_workflow_step_sends_back_with_the_list_and_lets_pass_what_is_in_order(
    superuser: Any, notice: NoticePage
) -> None:
    workflow = Workflow.objects.create(name="Tarkistus")
    task = PrivacyChecksTask.objects.create(name="Tietosuojatarkistukset")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=notice)
    rewrite(notice, "Kolme vuotta.").save_revision()
    workflow.start(fresh(notice), superuser)
    state = fresh(notice).current_workflow_state
    assert state.status == "needs_changes"
    assert "PN019" in state.current_task_state.comment
    assert numbers(notice) == ["1.0"]

    draft = fresh(notice).get_latest_revision_as_object()
    for one in check_page(draft).asked:
        dismiss_finding(page=notice, decided=one, user=superuser, reason="Asia on kunnossa.")
    state.resume(superuser)
    assert fresh(notice).current_workflow_state is None
    assert numbers(notice) == ["1.0", "2.0"]


@pytest.mark.parametrize("dialogue", [False, True])
def test_approval_that_would_publish_open_errors_is_refused_in_words(
    superuser_client: Client, superuser: Any, site: Site, notice: NoticePage, dialogue: bool
) -> None:
    workflow = Workflow.objects.create(name="Hyväksyntä")
    task = GroupApprovalTask.objects.create(name="Hyväksyntä")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=notice)
    rewrite(notice, "Kolme vuotta.").save_revision()
    workflow.start(fresh(notice), superuser)
    set_gate(site, Gate.BLOCK)
    state = fresh(notice).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[notice.pk, "approve", state.pk])
    if dialogue:
        answer = superuser_client.post(address, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})
        assert answer.json()["redirect"] == reverse("wagtailadmin_pages:edit", args=[notice.pk])
        answer = superuser_client.get(answer.json()["redirect"])
    else:
        answer = superuser_client.post(address, {"comment": ""}, follow=True)
    assert any("PN019" in str(message) for message in answer.context["messages"])
    assert numbers(notice) == ["1.0"]
    assert fresh(notice).current_workflow_task_state.status == "in_progress"
