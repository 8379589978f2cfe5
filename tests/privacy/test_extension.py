"""Higher rooms take part in lower ones by one kind of registry, which the app fills when it is ready."""

import importlib
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.models.signals import ModelSignal
from django.dispatch import Signal

from privacy.extension import Extension
from privacy.models import CaseLink, Contact, Register
from privacy.notices.compliance.gate import REFUSAL_WATCHERS
from privacy.notices.request_forms import FORM_PAGES, forms_near, forms_serving, published_forms
from privacy.registers.admin.extensions import MENU_ITEMS, REGISTER_PANELS
from privacy.registers.admin.panels import register_edit_handler
from privacy.registers.watching import CONTACT_FOLLOWERS, REGISTER_FOLLOWERS, WATCHERS
from privacy.rights import actions
from tests.factories import ContactFactory, RegisterFactory, RightsRequestPageFactory
from tests.privacy.rights.builders import incoming_for

EXTENDING = Path(settings.BASE_DIR) / "docs" / "extending.md"


def test_parts_are_kept_by_name_in_order_and_a_name_is_taken_once() -> None:
    point: Extension[int] = Extension("numbers")
    point.register("second", 2)
    point.register("first", 1)
    assert list(point.values()) == [2, 1]
    with pytest.raises(ValueError, match="numbers: there is one called first already"):
        point.register("first", 3)
    assert point["first"] == 1


def test_app_fills_the_points_of_its_rooms_when_it_is_ready() -> None:
    for point in (
        WATCHERS,
        CONTACT_FOLLOWERS,
        REGISTER_FOLLOWERS,
        REGISTER_PANELS,
        MENU_ITEMS,
        REFUSAL_WATCHERS,
        FORM_PAGES,
    ):
        assert len(point) == 1


def test_panel_of_another_app_stands_between_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    own = REGISTER_PANELS["route"]()
    monkeypatch.setitem(REGISTER_PANELS, "acme", lambda: own)
    children = register_edit_handler().children
    assert own in children[1:-1]


def test_only_the_signals_that_nobody_else_can_send_are_listened_to() -> None:
    """Rows that go with others, and pages of any type that move; style rule: we do not signal to ourselves."""
    from django.db.models import signals
    from wagtail import signals as wagtail_signals

    ours = {
        name: {key[0] for key, *_rest in signal.receivers if str(key[0]).startswith("privacy_")}
        for module in (signals, wagtail_signals)
        for name, signal in vars(module).items()
        if isinstance(signal, Signal | ModelSignal)
    }
    assert {name: keys for name, keys in ours.items() if keys} == {
        "post_delete": {"privacy_attachment_file"},
        "page_slug_changed": {"privacy_former_paths_slug"},
        "post_page_move": {"privacy_former_paths_move"},
    }


@pytest.mark.django_db
def test_publishing_a_new_mailbox_of_a_contact_renews_its_links() -> None:
    contact = ContactFactory(email="vanha@example.fi")
    actions.receive_request(incoming=incoming_for(RegisterFactory(routes=[contact])))
    contact.email = "uusi@example.fi"
    draft = contact.save_revision()
    assert CaseLink.objects.valid().get().email == "vanha@example.fi", "a draft changes nothing"
    draft.publish()
    assert CaseLink.objects.valid().get().email == "uusi@example.fi"


@pytest.mark.django_db
def test_followers_hear_of_every_saving_of_a_register_but_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Any] = []
    monkeypatch.setitem(REGISTER_FOLLOWERS, "test", lambda register: heard.append(register.name))
    register = RegisterFactory(name="Yksi")
    register.name = "Kaksi"
    register.save(update_fields=["name"])
    register.name, register.live = "Kolme", False
    register.save()
    assert heard == ["Kaksi", "Kolme"]


@pytest.mark.django_db
@pytest.mark.usefixtures("site")
def test_forms_are_asked_of_the_room_that_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    register = RegisterFactory()
    sister = RegisterFactory(controller=register.controller)
    form = RightsRequestPageFactory(registers=[register])
    page_model = type(form)
    assert list(page_model.objects.filter(forms_serving(register.pk))) == [form]
    assert not page_model.objects.filter(forms_serving(sister.pk)).exists()
    assert list(page_model.objects.filter(forms_near(sister.pk))) == [form]
    assert published_forms({register.pk, sister.pk}) == [(form.pk, register.pk)]
    page_model.objects.filter(pk=form.pk).update(live=False)
    assert published_forms({register.pk}) == []
    monkeypatch.delitem(FORM_PAGES, "requests")
    assert not page_model.objects.filter(forms_serving(register.pk) | forms_near(register.pk)).exists()


def test_records_say_alike_whether_they_are_published() -> None:
    from privacy.models import SupervisoryAuthority

    assert SupervisoryAuthority().is_published
    assert [Contact(live=live).is_published for live in (True, False)] == [True, False]
    assert not Register(live=False).is_published


@pytest.mark.parametrize("line", sorted(set(re.findall(r"^ *from privacy\..+", EXTENDING.read_text(), re.MULTILINE))))
def test_imports_that_the_documentation_shows_are_there(line: str) -> None:
    module, names = re.fullmatch(r" *from (\S+) import (.+)", line).groups()  # type: ignore[union-attr]
    assert not [name for name in names.split(", ") if not hasattr(importlib.import_module(module), name)]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(privacy\.[\w.]+\.[A-Z_]+)`", EXTENDING.read_text()))))
def test_points_that_the_documentation_lists_are_there(path: str) -> None:
    module, _dot, name = path.rpartition(".")
    assert isinstance(getattr(importlib.import_module(module), name), Extension)
