"""What an import makes: records that are not there yet and a draft that lacks nothing of the document."""

import dataclasses
import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, Site

from privacy.importer.actions import import_notice, plan_import
from privacy.importer.create_records import NothingToAnswerFor
from privacy.importer.reader.document import ImportedContact, ImportedController, ImportedNotice
from privacy.importer.rich_text import plain
from privacy.models import Contact, Controller, NoticePage, Register
from privacy.rights.routing import route_for_register
from tests.factories import ContactFactory, ControllerFactory, NoticeIndexPageFactory, RegisterFactory
from tests.privacy.importer.builders import CONTROLLER, planned, read, section


def imported(parent: Page, notice: ImportedNotice, user: Any = None) -> NoticePage:
    """Import as the command line does: with the best matches."""
    result = import_notice(plan=plan_import(notice=notice, user=user), parent=parent, user=user)
    return NoticePage.objects.get(pk=result.page.pk)


def blocks(page: NoticePage) -> dict[str, Any]:
    """Give the values of the blocks by type."""
    return {block["type"]: block["value"] for block in page.body.raw_data}


def test_import_makes_the_records_and_a_draft(parent: Page) -> None:
    page = imported(parent, read())

    register = page.registers.get().register
    assert not page.live
    assert page.title == "Kuvitelmapajan tietosuojaseloste"
    assert page.get_parent().pk == parent.pk
    assert (register.name, register.name_shown) == ("Kuvitelmapajan asiakasrekisteri", True)
    assert register.controller.business_id == "1234567-1"
    assert [row.contact.name for row in register.contacts.all()] == ["Aino Kuvitelma"]
    assert [row.contact.phone for row in register.routes.all()] == ["+358401234567"]


def test_no_page_of_an_import_is_seen_by_a_visitor(parent: Page, client: Any) -> None:
    page = imported(parent, read())

    assert client.get(page.get_url()).status_code == 404
    assert "Kuvitelma" not in client.get(parent.get_url()).content.decode()


def test_every_word_of_the_sections_is_on_the_page(parent: Page) -> None:
    notice = read(
        sections=(
            section(
                "controller", "<p>Kuvitelmapaja Oy</p><p>Kuvitelmapaja vastaa tiedoista yhdessä kaupungin kanssa.</p>"
            ),
            section("contact_person", "<p>Aino Kuvitelma on tavattavissa arkisin.</p>"),
            section("complaint", "<p>Voit valittaa meistä.</p>", "Valitus"),
            section("purposes", "<p>Tilaukset</p><ol><li>kirje</li></ol>", "A" * 150 + " " + "B" * 100),
        )
    )

    page = imported(parent, notice)

    shown = " ".join(
        [plain(part.text) for part in page.sections]
        + [part.heading for part in page.sections]
        + [str(value) for part in page.sections for filled in part.filled for value in filled.values()]
    )
    for entry in notice.sections:
        for word in re.findall(r"\w+", f"{entry.heading} {plain(entry.html)}"):
            assert word in shown, word


def test_section_whose_details_the_records_hold_fills_itself(parent: Page) -> None:
    made = blocks(imported(parent, read()))

    for key in ("controller", "contact_person", "register_name"):
        assert (made[key]["fill"], made[key]["text"]) == ("auto", ""), key


def test_number_of_a_house_is_not_read_as_part_of_the_telephone_number_after_it(parent: Page) -> None:
    told = "<p>Kuvitelmapaja Oy, Kuvitelmakatu 3 040 123 4567 aino@example.fi</p>"
    controller = dataclasses.replace(CONTROLLER, phone="040 123 4567", email="aino@example.fi")
    page = imported(parent, read(controllers=(controller,), sections=(section("controller", told),)))

    assert blocks(page)["controller"] == {"text": "", "heading": "", "fill": "auto"}


def test_text_beyond_the_details_stands_after_them(parent: Page) -> None:
    text = "<p>Tämä koskee myös kesämyymälää.</p>"
    notice = read(sections=(section("controller", f"<p>Kuvitelmapaja Oy, Helsinki</p>{text}"),))

    assert blocks(imported(parent, notice))["controller"] == {"fill": "auto_and_text", "text": text, "heading": ""}


def test_another_address_in_the_text_is_not_lost(parent: Page) -> None:
    html = "<p>Kuvitelmapaja Oy, Kuvitelmakatu 3 B, puh. 09 555 1234</p>"

    assert blocks(imported(parent, read(sections=(section("controller", html),))))["controller"]["text"] == html


def test_sections_on_rights_keep_the_words_of_the_document(parent: Page) -> None:
    assert blocks(imported(parent, read()))["rights_overview"] == {
        "fill": "text",
        "text": "<p>Voit tarkastaa tietosi.</p>",
        "heading": "Oikeutesi",
    }


def test_heading_is_kept_where_it_differs_from_the_usual_one(parent: Page) -> None:
    notice = read(
        sections=(
            section("purposes", "<p>a</p>", "Mihin?"),
            section("retention", "<p>b</p>", "HENKILÖTIETOJEN SÄILYTYSAIKA"),
        )
    )

    made = blocks(imported(parent, notice))

    assert made["purposes"]["heading"] == "Mihin?"
    assert made["retention"]["heading"] == ""


def test_block_ids_are_those_of_the_preview(parent: Page) -> None:
    plan = planned()
    page = import_notice(plan=plan, parent=parent, user=None).page

    ids = [block["id"] for block in page.body.raw_data]
    assert ids[: len(plan.sections)] == [section.id for section in plan.sections]
    assert len(set(ids)) == len(ids)


def test_day_of_the_document_stands_at_the_end_in_the_language_of_the_page(parent: Page) -> None:
    assert "14. maaliskuuta 2025" in blocks(imported(parent, read()))["changes"]["text"]


def test_records_that_are_there_are_used_and_not_changed(parent: Page) -> None:
    controller = ControllerFactory(name="Kuvitelmapaja", business_id="1234567-1", city="Turku", email="")
    contact = ContactFactory(person=True, name="Aino Kuvitelma", email="AINO@example.fi", phone="")
    register = RegisterFactory(name="Kuvitelmapajan asiakasrekisteri", controller=controller, contacts=[contact])

    page = imported(parent, read())

    assert page.registers.get().register == register
    assert (Controller.objects.count(), Contact.objects.count(), Register.objects.count()) == (1, 1, 1)
    controller.refresh_from_db()
    contact.refresh_from_db()
    assert (controller.name, controller.city, contact.phone) == ("Kuvitelmapaja", "Turku", "")


def test_what_the_document_tells_more_than_a_used_record_stands_in_the_text(parent: Page) -> None:
    ControllerFactory(name="Kuvitelmapaja Oy", business_id="1234567-1", city="Turku", street_address="")

    made = blocks(imported(parent, read()))

    assert "00100 Helsinki" in made["controller"]["text"]
    assert made["controller"]["fill"] == "auto_and_text"


def test_register_of_the_same_name_of_another_controller_is_not_used(parent: Page) -> None:
    other = RegisterFactory(
        name="Kuvitelmapajan asiakasrekisteri", controller=ControllerFactory(business_id="7654321-2")
    )

    assert imported(parent, read()).registers.get().register != other


def test_shared_mailbox_does_not_make_one_person_another(parent: Page) -> None:
    ContactFactory(person=True, name="Bo Toinen", email="aino@example.fi")

    register = imported(parent, read()).registers.get().register

    assert register.contacts.get().contact.name == "Aino Kuvitelma"


def test_document_of_no_register_gets_one_by_its_title_whose_name_is_not_shown(parent: Page) -> None:
    page = imported(parent, read(register_name=None, sections=(section("introduction", "<p>Sivustomme</p>"),)))

    register = page.registers.get().register
    assert (register.name, register.name_shown) == ("Kuvitelmapajan tietosuojaseloste", False)
    assert [part.key for part in page.sections] == ["introduction", "changes"]


def test_usual_title_does_not_name_a_register_alone(parent: Page) -> None:
    page = imported(parent, read(title="Tietosuojaseloste", register_name=None))

    assert page.registers.get().register.name == "Tietosuojaseloste, Kuvitelmapaja Oy"


def test_document_of_several_registers_becomes_one_notice_of_them(parent: Page) -> None:
    names = "<p>Meillä on nämä:</p><ul><li>Asiakasrekisteri</li><li>Kurssirekisteri</li></ul>"
    page = imported(parent, read(register_name="Asiakasrekisteri", sections=(section("register_name", names),)))

    rows = page.register_rows()
    assert [(row.register.name, row.concerns) for row in rows] == [
        ("Asiakasrekisteri", "Asiakasrekisteri"),
        ("Kurssirekisteri", "Kurssirekisteri"),
    ]
    assert len({row.register.controller_id for row in rows}) == 1


def test_second_controller_is_a_joint_one(parent: Page) -> None:
    page = imported(parent, read(controllers=(CONTROLLER, ImportedController(name="Kuvitelmakaupunki"))))

    register = page.registers.get().register
    assert register.controller.name == "Kuvitelmapaja Oy"
    assert [row.controller.name for row in register.joint_controllers.all()] == ["Kuvitelmakaupunki"]


@pytest.mark.parametrize(
    ("name", "kind"), [("Aino Kuvitelma", "person"), ("Kuvitelmapajan asiakaspalvelu", "function"), (None, "function")]
)
def test_contact_is_a_person_or_a_function_by_its_name(parent: Page, name: str | None, kind: str) -> None:
    contact = ImportedContact(name=name, role="contact_person", email="a@example.fi")

    made = imported(parent, read(contacts=(contact,))).registers.get().register.contacts.get().contact

    assert made.kind == kind
    assert name in (made.name, made.title, None)


def test_data_protection_officer_is_shown_and_gets_no_requests(parent: Page) -> None:
    officer = ImportedContact(name="Bo Kuvitelma", role="dpo", email="dpo@example.fi")
    page = imported(
        parent, read(contacts=(officer,), controllers=(ImportedController("Kuvitelma Oy", email="a@example.fi"),))
    )

    register = page.registers.get().register
    assert page.register_facts[0].dpos[0]["name"] == "Bo Kuvitelma"
    assert [recipient.email for recipient in route_for_register(register).recipients] == ["a@example.fi"]


def test_requests_to_a_contact_without_email_are_a_problem_until_there_is_a_fallback(parent: Page) -> None:
    contact = ImportedContact(name="Aino Kuvitelma", role="contact_person", phone="040 123 4567")
    plan = planned(contacts=(contact,))
    register = import_notice(plan=plan, parent=parent, user=None).registers[0]
    assert route_for_register(register).problem

    plan.registers[0].fallback_email = "varalla@example.fi"
    register = import_notice(plan=plan, parent=parent, user=None).registers[0]
    route = route_for_register(register)
    assert [recipient.email for recipient in route.recipients] == ["varalla@example.fi"]
    assert [skipped.name for skipped in route.skipped] == ["Aino Kuvitelma"]


def test_plan_without_a_controller_makes_nothing(parent: Page) -> None:
    with pytest.raises(NothingToAnswerFor):
        import_notice(plan=planned(controllers=()), parent=parent, user=None)

    assert not Contact.objects.exists()


def test_value_that_a_record_refuses_makes_nothing(parent: Page) -> None:
    plan = planned()
    plan.contacts[0].phone = "12"

    with pytest.raises(ValidationError):
        import_notice(plan=plan, parent=parent, user=None)

    for model in (Controller, Contact, Register, NoticePage):
        assert not model.objects.exists()


def test_swedish_list_gives_a_swedish_draft(site: Site, home_pages: dict[str, Page]) -> None:
    parent = NoticeIndexPageFactory(parent=home_pages["sv"], language="sv")

    page = imported(parent, read(language="sv"))

    assert page.locale.language_code == "sv"
    assert "14 mars 2025" in blocks(page)["changes"]["text"]
