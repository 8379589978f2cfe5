"""What the checks find in records, dates and versions, and the near misses."""

from datetime import date

import pytest

from privacy.notices.compliance.engine.record_facts import ContactView, ControllerView, RegisterView
from privacy.notices.compliance.engine.view import Dates, SiblingView
from privacy.notices.compliance.rules import NoticeView
from tests.privacy.notices.compliance.rules.builders import (
    TODAY,
    change,
    found,
    ids,
    model,
    section,
    with_contact,
    with_controller,
    with_register,
    with_words,
    without,
)

FI = model("fi")
NAMELESS = ControllerView()


def document(text: str = "", **controller: str) -> NoticeView:
    """Make a notice read from a document: one controller of unknown kind, one section about it."""
    return NoticeView(
        language="fi",
        sections=(section("controller", text=text),),
        registers=(RegisterView(controller=ControllerView(**controller)),),
        today=TODAY,
        imported=True,
    )


def test_notice_names_a_controller() -> None:
    assert found(with_controller(FI, name=""), "PN001")
    assert found(without(FI, "controller"), "PN001")
    assert not found(document(name="Esimerkki Oy"), "PN001")


def test_controller_can_be_reached() -> None:
    unreachable = without(with_register(FI, controller=ControllerView(name="Esimerkki Oy"), contacts=()), "controller")
    unreachable = without(unreachable, "contact_person", "exercising_rights")
    assert found(change(unreachable, form_published=False), "PN002")


@pytest.mark.parametrize(
    "text", ["Puh. 040 123 4567", "Sähköposti: tietosuoja(at)example.fi", "tietosuoja@example.fi"], ids=str
)
def test_phone_or_email_in_words_is_a_way_to_reach_the_controller(text: str) -> None:
    assert not found(document(text, name="Esimerkki Oy"), "PN002")


def test_published_form_is_a_way_to_reach_the_controller() -> None:
    assert not found(change(document(name="Esimerkki Oy"), form_published=True), "PN002")


@pytest.mark.parametrize("kind", ["", "company", "public_body"])
def test_business_id_is_asked_of_companies_and_public_bodies(kind: str) -> None:
    assert found(with_controller(FI, kind=kind, business_id=""), "PN003")[0].subject.kind == "controller"


@pytest.mark.parametrize("kind", ["association", "sole_trader", "natural_person", "other"])
def test_business_id_is_not_asked_of_others(kind: str) -> None:
    assert not found(with_controller(FI, kind=kind, business_id=""), "PN003")


def test_business_id_is_not_asked_abroad_or_where_the_text_gives_it() -> None:
    assert not found(with_controller(FI, business_id="", country="SE"), "PN003")
    assert not found(document("Esimerkki Oy, Y-tunnus: 1234567-1", name="Esimerkki Oy"), "PN003")


def test_wrong_check_digit_is_found_in_record_and_text() -> None:
    assert found(with_controller(FI, business_id="1234567-2"), "PN004")[0].excerpt == "1234567-2"
    assert found(document("Y-tunnus: 1234567-2", name="Esimerkki Oy"), "PN004")[0].section == "controller"


def test_right_business_id_and_foreign_numbers_are_left_alone() -> None:
    assert not found(document("Y-tunnus: 1234567-1, tilausnumero 1234567-2", name="Esimerkki Oy"), "PN004")
    assert not found(with_controller(FI, business_id="556677-8899", country="SE"), "PN004")


def test_street_needs_postal_code_and_town() -> None:
    assert found(with_controller(FI, postal_code=""), "PN005")
    assert found(with_controller(FI, city=""), "PN005")


def test_postal_box_and_one_line_address_are_complete() -> None:
    assert not found(with_controller(FI, street_address="", postal_code="", city=""), "PN005")
    line = with_controller(FI, street_address="Kuntopolku 3, 00990 Helsinki", postal_code="", city="")
    assert not found(line, "PN005")


def test_person_who_is_controller_and_contact_is_told() -> None:
    person = {"kind": "person", "name": "Kaisa Esimerkki"}
    assert found(with_contact(with_controller(FI, kind="", name="Kaisa Esimerkki"), **person), "PN006")


@pytest.mark.parametrize("kind", ["natural_person", "sole_trader", "company"])
def test_person_may_be_both_where_the_kind_says_so(kind: str) -> None:
    notice = with_controller(FI, kind=kind, name="Kaisa Esimerkki")
    assert not found(with_contact(notice, kind="person", name="Kaisa Esimerkki"), "PN006")


def test_missing_email_is_a_warning_and_only_a_hint_where_requests_have_a_route() -> None:
    phone_only = with_contact(with_controller(FI, email=""), kind="function", title="Palvelu", phone="+358401234567")
    routed = without(phone_only, "exercising_rights")
    lost = with_register(change(routed, form_published=False), has_route=False)
    assert [one.severity for one in found(lost, "PN007")] == ["warning"]
    assert [one.severity for one in found(routed, "PN007")] == ["info"]
    assert not found(with_words(lost, "introduction", "Kirjoita: info(at)example.fi"), "PN007")


def test_contact_called_data_protection_officer_is_ambiguous() -> None:
    notice = with_contact(FI, kind="function", title="Tietosuojavastaava", email="tietosuoja@example.fi")
    assert found(notice, "PN008")[0].subject.kind == "contact"
    dpo = ContactView(role="dpo", title="Tietosuojavastaava", email="vastaava@example.fi")
    assert not found(with_register(notice, contacts=(*notice.contacts, dpo)), "PN008")


ADDRESS = {"name": "Esimerkki Oy", "street_address": "Kuntopolku 3", "postal_code": "00990", "city": "Helsinki"}


@pytest.mark.parametrize("text", ["Käyntiosoite: Kuntopolku 3 B, 00990 Helsinki", "Kuntopolku 3, 00100 Helsinki"])
def test_two_addresses_of_the_controller_conflict(text: str) -> None:
    assert found(document(text, **ADDRESS), "PN009")


@pytest.mark.parametrize(
    "text",
    [
        "Kuntopolku 3, 00990 Helsinki, postiosoite PL 12, 00991 Helsinki",
        "Kuntopolku 34, 00100 Helsinki",
        "Kuntopolku 3 on osoitteemme.",
    ],
)
def test_postal_box_and_other_streets_are_no_conflict(text: str) -> None:
    assert not found(document(text, **ADDRESS), "PN009")


def test_address_of_the_authority_is_no_conflict() -> None:
    notice = change(FI, sections=(section("complaint", text="Viranomainen, Kuntopolku 3 A, 00100 Helsinki"),))
    assert not found(notice, "PN009")


@pytest.mark.parametrize("text", ["Esimerkki OY käsittelee tietoja.", "esimerkki Oy:n tiedot"])
def test_other_spelling_of_the_name_is_found(text: str) -> None:
    assert found(document(text, name="Esimerkki Oy"), "PN010")


@pytest.mark.parametrize(
    "text",
    [
        "ESIMERKKI OY",
        "Esimerkki Oy:n asiakkaat",
        "www.esimerkki oy.fi",
        "info@esimerkki oy",
        "esimerkki oy",
        "Esimerkkioyssa",
    ],
)
def test_capitals_inflection_and_addresses_are_no_other_spelling(text: str) -> None:
    assert not found(document(text, name="Esimerkki Oy"), "PN010")


MAILBOX = {"kind": "person", "name": "Äiju Esimerkki-Malli", "email": "aiju.esimerkki@example.fi"}


def test_personal_mailbox_belongs_to_the_contact() -> None:
    assert found(with_contact(FI, **MAILBOX), "PN067")[0].subject.kind == "contact"
    assert found(with_contact(FI, **{**MAILBOX, "kind": ""}), "PN067")


@pytest.mark.parametrize("kind", ["natural_person", "sole_trader"])
def test_personal_mailbox_is_right_for_a_firm_of_one(kind: str) -> None:
    assert not found(with_contact(with_controller(FI, kind=kind), **MAILBOX), "PN067")


@pytest.mark.parametrize("email", ["tietosuoja@example.fi", "asiakas.palvelu@example.fi", "info.helsinki@example.fi"])
def test_shared_mailbox_is_left_alone(email: str) -> None:
    assert not found(with_contact(FI, **{**MAILBOX, "email": email}), "PN067")
    assert not found(with_contact(FI, kind="function", title="Palvelu", email="aiju.esimerkki@example.fi"), "PN067")


def dated(**dates: object) -> NoticeView:
    """Give the model notice with other dates."""
    return change(FI, dates=Dates(**dates))  # type: ignore[arg-type]


def test_undated_notice_is_found_unless_versions_date_it() -> None:
    assert {"PN062", "PN063"} <= set(ids(dated()))
    assert not {"PN062", "PN063"} & set(ids(dated(kept_by_system=True)))


def test_review_is_due_after_the_interval_and_not_before() -> None:
    assert found(dated(drafted=date(2025, 11, 24)), "PN063")[0].time_dependent
    assert not found(dated(drafted=date(2025, 11, 25)), "PN063")
    assert not found(dated(drafted=date(2018, 6, 1), reviewed=date(2026, 2, 3)), "PN063")
    assert not found(dated(drafted=date(2018, 6, 1), newest_in_text=date(2026, 2, 3)), "PN063")
    assert not found(dated(drafted=date(2025, 1, 1), review_interval_months=24), "PN063")


def test_notice_older_than_the_regulation_is_found_by_its_drafting_date() -> None:
    assert found(dated(drafted=date(2018, 5, 24)), "PN064")
    assert not found(dated(drafted=date(2018, 5, 25)), "PN064")


def test_drafting_date_in_the_future_is_found_but_not_a_future_day_of_effect() -> None:
    assert found(dated(drafted=date(2026, 11, 26)), "PN065")
    assert not found(dated(drafted=TODAY, effective=date(2027, 1, 1)), "PN065")


def test_translation_is_behind_by_a_major_version_or_a_changed_section() -> None:
    assert found(change(FI, siblings=(SiblingView("sv", majors_behind=1),)), "PN070")[0].excerpt == "sv"
    assert found(change(FI, own_lag=SiblingView("fi", sections_behind=2)), "PN070")[0].time_dependent


def test_spelling_correction_in_the_main_language_leaves_translations_up_to_date() -> None:
    assert not found(change(FI, siblings=(SiblingView("sv"), SiblingView("en"))), "PN070")
