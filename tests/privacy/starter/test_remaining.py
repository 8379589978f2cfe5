"""The list of what is left names what is unwritten, unchecked and unpublished, and shrinks as it is done."""

import json
from typing import Any

import pytest

from privacy.models import Contact, Controller, NoticePage, Register, RegisterContact
from privacy.registers.choices import ContactRole, ControllerKind
from privacy.starter.actions import StartResult
from privacy.starter.remaining import TaskKind, what_is_left

pytestmark = pytest.mark.django_db


def headings(register: Register, kind: TaskKind) -> list[str]:
    """Give the headings of what is left in a step."""
    return [one.heading for one in what_is_left(register) if one.kind == kind]


def records(register: Register, kind: TaskKind) -> list[Any]:
    """Give the records of what is left in a step."""
    return [one.record for one in what_is_left(register) if one.kind == kind]


def test_result_tells_what_is_left(started: StartResult) -> None:
    assert started.left == what_is_left(started.register)


def test_unwritten_sections_are_named_in_the_language_of_their_page(started: StartResult) -> None:
    left = headings(started.register, TaskKind.WRITE)

    assert "Henkilötietojen säilytysaika" in left
    assert "Förvaringstid för personuppgifter" in left


def test_sections_that_fill_themselves_are_not_left(started: StartResult) -> None:
    left = headings(started.register, TaskKind.WRITE)

    assert "Rekisterinpitäjä" not in left
    assert "Rekisteröidyn oikeudet" not in left


def test_written_section_is_no_longer_left(started: StartResult) -> None:
    draft = started.pages.notice["fi"].get_latest_revision_as_object()
    blocks = list(draft.body.raw_data)
    next(block for block in blocks if block["type"] == "retention")["value"]["text"] = "<p>Kuusi vuotta.</p>"
    draft.body = json.dumps(blocks)
    draft.save_revision()

    assert "Henkilötietojen säilytysaika" not in headings(started.register, TaskKind.WRITE)


def test_published_notice_leaves_nothing_to_write(started: StartResult) -> None:
    for notice in NoticePage.objects.filter(registers__register=started.register):
        notice.get_latest_revision().publish()

    assert headings(started.register, TaskKind.WRITE) == []
    assert records(started.register, TaskKind.PUBLISH) == list(started.pages.form.values())


def test_request_notice_is_to_be_checked_where_organisations_differ(started: StartResult) -> None:
    left = headings(started.register, TaskKind.CHECK)

    assert "Henkilötietojen säilytysaika" in left
    assert "Henkilötietojen suojaaminen" in left
    assert len(left) == 8


def test_front_page_that_was_copied_is_to_be_translated(started: StartResult) -> None:
    (root,) = records(started.register, TaskKind.TRANSLATE)

    assert root.locale.language_code == "sv"


def test_missing_postal_address_is_left(started: StartResult) -> None:
    assert records(started.register, TaskKind.ADDRESS) == [started.controller]

    Controller.objects.update(street_address="Esimerkkikatu 1")
    assert records(Register.objects.get(pk=started.register.pk), TaskKind.ADDRESS) == []


def test_company_needs_no_data_protection_officer(started: StartResult) -> None:
    assert records(started.register, TaskKind.DPO) == []


def test_public_body_needs_a_data_protection_officer(started: StartResult) -> None:
    Controller.objects.update(kind=ControllerKind.PUBLIC_BODY)
    register = Register.objects.get(pk=started.register.pk)
    assert records(register, TaskKind.DPO) == [register]

    officer = Contact.objects.create(title="Tietosuojavastaava", role=ContactRole.DPO)
    RegisterContact.objects.create(register=register, contact=officer)
    assert records(register, TaskKind.DPO) == []
