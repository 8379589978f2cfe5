"""From the editor to the contact: a notice is published, read, and used to make a request."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from privacy.models import NoticeIndexPage, NoticePage, Register, RightsRequest, RightsRequestPage
from tests.browser.asking import PERSON, VISITOR, choose_rights, give_details, send
from tests.browser.editing import choose, log_in, publish, write_into
from tests.browser.letters import letter_to, link_in
from tests.browser.words import finnish

pytestmark = pytest.mark.browser

CONTACT = "kajo@villapaja.example.fi"


def test_what_an_editor_publishes_is_read_and_leads_to_a_request_with_its_letters(
    open_browser: Callable[..., Page],
) -> None:
    notice = NoticePage.objects.get(slug="asiakasrekisterin-tietosuojaseloste")
    introduction = next(block.id for block in notice.body if block.block_type == "introduction")
    admin = log_in(open_browser, "editor")
    admin.goto(f"/admin/pages/{notice.pk}/edit/")
    write_into(admin.locator(f"[data-contentpath='{introduction}']"), " Kerromme myös lampaista.")
    publish(admin)

    visitor = open_browser()
    visitor.goto("/fi/")
    visitor.get_by_role("link", name=notice.title).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(notice.title)
    expect(visitor.locator(".notice-text")).to_contain_text("Kerromme myös lampaista.")
    box = visitor.locator(".use-rights")
    expect(box).to_contain_text(finnish("Use your rights"))
    box.get_by_role("link", name=finnish("Make a request with the form")).click()
    expect(visitor.get_by_role("radio", checked=True)).to_have_accessible_name("Asiakasrekisteri")

    choose_rights(visitor, "access", "erasure")
    give_details(visitor)
    expect(visitor.locator(".summary")).to_contain_text("Asiakasrekisteri (Villapaja Kajo, Aino Tuulenkari)")
    number = send(visitor)
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Olemme vastaanottaneet pyyntösi")

    request = RightsRequest.objects.get(number=number)
    assert {item.right for item in request.items.all()} == {"access", "erasure"}
    to_person, to_contact = letter_to(VISITOR), letter_to(CONTACT)
    assert to_person.subject == f"Olemme vastaanottaneet pyyntösi (nro {number})"
    assert "Aino Tuulenkari" in to_person.body
    assert PERSON not in to_person.body
    assert number in to_contact.subject
    assert "Asiakasrekisteri" in to_contact.body
    assert PERSON not in to_contact.subject + to_contact.body
    assert link_in(to_contact)


def test_register_and_notice_that_an_editor_makes_can_be_asked_of(
    open_browser: Callable[..., Page], address: str
) -> None:
    admin = log_in(open_browser, "editor")
    _make_register(admin)
    _make_notice(admin)
    _add_to_form(admin)

    visitor = open_browser()
    visitor.goto("/fi/")
    visitor.get_by_role("link", name="Kurssien tietosuojaseloste").click()
    expect(visitor.locator(".facts-box")).to_contain_text("Kurssirekisteri")
    expect(visitor.locator(".notice-text")).to_contain_text("Villapaja Kajo, Aino Tuulenkari")
    visitor.get_by_role("link", name=finnish("Make a request with the form")).first.click()
    expect(visitor.get_by_role("radio", checked=True)).to_have_accessible_name("Kurssirekisteri")
    choose_rights(visitor)
    give_details(visitor)
    send(visitor)
    assert "Kurssirekisteri" in letter_to(CONTACT).body


def _make_register(admin: Page) -> None:
    admin.goto("/admin/snippets/privacy/register/add/")
    admin.locator("#id_name").fill("Kurssirekisteri")
    choose(admin, "id_controller", "Villapaja Kajo, Aino Tuulenkari")
    for rows in ("contacts", "routes"):
        admin.locator(f"#id_{rows}-ADD").click()
        choose(admin, f"id_{rows}-0-contact", "Aino Tuulenkari, yrittäjä")
    publish(admin)
    assert Register.objects.get(name="Kurssirekisteri").live


def _make_notice(admin: Page) -> None:
    index = NoticeIndexPage.objects.get(locale__language_code="fi")
    admin.goto(f"/admin/pages/add/privacy/noticepage/{index.pk}/")
    admin.locator("#id_title").fill("Kurssien tietosuojaseloste")
    choose(admin, "id_registers-0-register", "Kurssirekisteri")
    publish(admin, reason="Puuttuvat kohdat täydennetään ennen kurssien alkua.")


def _add_to_form(admin: Page) -> None:
    form = RightsRequestPage.objects.get(locale__language_code="fi")
    row = form.registers.count()
    admin.goto(f"/admin/pages/{form.pk}/edit/")
    admin.locator("#id_registers-ADD").click()
    choose(admin, f"id_registers-{row}-register", "Kurssirekisteri")
    publish(admin)
