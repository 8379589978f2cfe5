"""Importing in the admin: reading, looking through, changing, making the draft."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from privacy.importer.sessions import ImportSession
from privacy.models import Controller, NoticePage
from tests.factories import ControllerFactory, NoticeIndexPageFactory
from tests.privacy.importer.posts import address_of, plan_in, press, sent

READ = "privacy_importer:read"
TEXT = "Tietosuojaseloste\n\nRekisterinpitäjä\nKuvitelmapaja Oy\n\nHenkilötietojen käsittelyn tarkoitus\nTilaukset."


def test_pasted_text_leads_to_the_preview(client_of_editor: Client, parent: Page) -> None:
    response = client_of_editor.post(reverse(READ), {"text": TEXT})

    assert response["Location"] == address_of(ImportSession.objects.get())
    assert "Tilaukset." in client_of_editor.get(response["Location"]).content.decode()


def test_file_leads_to_the_preview(client_of_editor: Client, parent: Page) -> None:
    file = SimpleUploadedFile("../../seloste.txt", TEXT.encode())
    response = client_of_editor.post(reverse(READ), {"file": file})

    assert response["Location"] == address_of(ImportSession.objects.get())


HTML = (
    "<h1>Tietosuojaseloste</h1><h2>Rekisterinpitäjä</h2><p>Kuvitelmapaja Oy</p>"
    "<h2>Henkilötietojen käsittelyn tarkoitus</h2>"
    "<ul><li>Tilaukset.</li><li><a href='https://example.fi/'>Kurssit</a></li></ul>"
)


def test_lists_and_links_of_the_page_that_was_copied_come_along(client_of_editor: Client, parent: Page) -> None:
    client_of_editor.post(reverse(READ), {"text": TEXT, "html": HTML})

    html = plan_in(ImportSession.objects.get()).sections[-1].html
    assert html == '<ul><li>Tilaukset.</li><li><a href="https://example.fi/">Kurssit</a></li></ul>'


@pytest.mark.parametrize("html", ["<p>Tietosuojaseloste</p>", "<b></b>", "<p>Keitä puuroa.</p>"])
def test_copied_page_that_tells_less_than_the_text_is_left(client_of_editor: Client, parent: Page, html: str) -> None:
    client_of_editor.post(reverse(READ), {"text": TEXT, "html": html})

    assert [section.key for section in plan_in(ImportSession.objects.get()).sections] == ["controller", "purposes"]


def test_draft_goes_under_the_list_that_the_import_began_from(client_of_editor: Client, parent: Page) -> None:
    other = NoticeIndexPageFactory()
    client_of_editor.post(f"{reverse(READ)}?parent={other.pk}", {"text": TEXT})

    assert plan_in(ImportSession.objects.get()).parent == other.pk


def test_what_is_no_notice_is_told_and_makes_nothing(client_of_editor: Client, parent: Page) -> None:
    text = "Keitä puuroa hiljaisella tulella. Lisää suola ja voi."
    response = client_of_editor.post(reverse(READ), {"text": text})

    assert response.status_code == 200
    assert response.context["form"].errors["text"]
    assert text in response.content.decode()
    assert not ImportSession.objects.exists()


def test_file_and_text_together_are_asked_about_and_the_text_stays(client_of_editor: Client, parent: Page) -> None:
    file = SimpleUploadedFile("seloste.txt", TEXT.encode())
    response = client_of_editor.post(reverse(READ), {"file": file, "text": TEXT})

    assert response.status_code == 200
    assert "Kuvitelmapaja Oy" in response.content.decode()


def test_neither_file_nor_text_is_asked_for(client_of_editor: Client, parent: Page) -> None:
    assert client_of_editor.post(reverse(READ), {}).context["form"].non_field_errors()


def test_large_file_is_refused_before_it_is_read(client_of_editor: Client, parent: Page, settings: Any) -> None:
    settings.PRIVACY_IMPORT_MAX_BYTES = 10
    response = client_of_editor.post(reverse(READ), {"file": SimpleUploadedFile("a.txt", TEXT.encode())})

    assert response.context["form"].errors["file"]


def test_preview_shows_the_lines_of_the_document_beside_what_was_recognised(
    client_of_editor: Client, draft: ImportSession
) -> None:
    page = client_of_editor.get(address_of(draft)).content.decode()

    assert "4. Miksi tietoja käsitellään\nHoidamme asiakassuhteita." in page
    assert "<p>Hoidamme asiakassuhteita.</p>" in page
    assert "Etusivu / Ohjeet" in page
    assert "Heading number 3 is missing" in page


def test_section_is_split_where_the_editor_says(client_of_editor: Client, draft: ImportSession) -> None:
    whole = plan_in(draft).sections[3]
    response = press(client_of_editor, draft, f"split:{whole.id}:3")

    first, second = plan_in(draft).sections[3:5]
    assert response["Location"] == f"{address_of(draft)}#section-{second.id}"
    assert (first.id, first.html) == (whole.id, "<p>Hoidamme asiakassuhteita.</p><p>Lähetämme tilaukset.</p>")
    assert (second.key, second.html) == ("legal_basis", "<ul><li>laskutus</li><li>neuvonta</li></ul>")
    assert second.source == "• laskutus\n• neuvonta"


def test_split_sections_are_merged_again_without_a_loss(client_of_editor: Client, draft: ImportSession) -> None:
    whole = plan_in(draft).sections[3]
    press(client_of_editor, draft, f"split:{whole.id}:3")
    press(client_of_editor, draft, f"merge:{plan_in(draft).sections[4].id}")

    merged = plan_in(draft).sections[3]
    assert (merged.html, merged.source, merged.covers) == (whole.html, whole.source, whole.covers)


def test_heading_of_a_merged_section_stays_as_a_subheading(client_of_editor: Client, draft: ImportSession) -> None:
    press(client_of_editor, draft, f"merge:{plan_in(draft).sections[4].id}")

    assert "<h3>Oikeutesi</h3><p>Voit tarkastaa tietosi.</p>" in plan_in(draft).sections[3].html


def test_what_is_set_aside_can_be_taken_in_again(client_of_editor: Client, draft: ImportSession) -> None:
    rights = plan_in(draft).sections[4]
    press(client_of_editor, draft, f"aside:{rights.id}")
    assert plan_in(draft).set_aside[1].text == "Oikeutesi\nVoit tarkastaa tietosi."

    press(client_of_editor, draft, "take:1")
    assert plan_in(draft).sections[-1].html == "<p>Oikeutesi</p><p>Voit tarkastaa tietosi.</p>"


@pytest.mark.parametrize("button", ["", "split", "split:x:2", "merge:", "take:99", "take:x", "aside:x", "add:x", "??"])
def test_words_that_no_button_says_change_nothing(client_of_editor: Client, draft: ImportSession, button: str) -> None:
    before = plan_in(draft)

    assert press(client_of_editor, draft, button).status_code == 302
    assert plan_in(draft) == before


def test_everything_typed_is_kept_by_every_button(client_of_editor: Client, draft: ImportSession) -> None:
    typed = {
        "page__title": "Uusi otsikko",
        "controllers__0__email": "ei osoite",
        "contacts__0__title": "Sihteeri",
        "registers__0__name": "",
        "sections__3__key": "retention",
        "sections__3__heading": "Kuinka kauan",
    }
    press(client_of_editor, draft, "add:contacts", **typed)

    plan = plan_in(draft)
    assert plan.title == "Uusi otsikko"
    assert plan.controllers[0].email == "ei osoite"
    assert [contact.title for contact in plan.contacts] == ["Sihteeri", ""]
    assert plan.registers[0].name == ""
    assert (plan.sections[3].key, plan.sections[3].heading) == ("retention", "Kuinka kauan")


def test_create_makes_the_draft_and_opens_its_editor(client_of_editor: Client, draft: ImportSession) -> None:
    response = press(client_of_editor, draft, "create", page__title="Uusi otsikko", sections__3__key="retention")

    page = NoticePage.objects.get()
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.title, page.live) == ("Uusi otsikko", False)
    assert page.body.raw_data[3]["type"] == "retention"
    assert not ImportSession.objects.exists()
    assert client_of_editor.get(response["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("page-title", ""),
        ("page-date", "eilen"),
        ("page-parent", "0"),
        ("controllers-0-name", ""),
        ("controllers-0-business_id", "1234567-8"),
        ("controllers-0-email", "ei osoite"),
        ("controllers-0-phone", "12"),
        ("contacts-0-name", ""),
        ("contacts-0-use", "9999"),
        ("registers-0-fallback_email", "ei"),
        ("sections-0-key", "nonsense"),
    ],
)
def test_error_is_shown_with_everything_that_was_typed_and_makes_nothing(
    client_of_editor: Client, draft: ImportSession, field: str, value: str
) -> None:
    data = {**sent(client_of_editor, draft), "sections-4-heading": "Kirjoitettu otsikko", field: value, "do": "create"}
    response = client_of_editor.post(address_of(draft), data)

    assert response.status_code == 200
    page = response.content.decode()
    assert "error-message" in page
    assert 'value="Kirjoitettu otsikko"' in page
    assert field.endswith("-use") or value in page
    assert not NoticePage.objects.exists()
    assert not Controller.objects.exists()
    assert plan_in(draft).sections[4].heading == "Kirjoitettu otsikko"


def test_preview_without_a_register_is_not_made(client_of_editor: Client, draft: ImportSession) -> None:
    response = press(client_of_editor, draft, "create", registers__0__name="")

    assert response.status_code == 200
    assert not NoticePage.objects.exists()


def test_preview_without_a_controller_says_what_is_missing(client_of_editor: Client, draft: ImportSession) -> None:
    data = sent(client_of_editor, draft) | {"controllers-TOTAL_FORMS": 0, "do": "create"}
    response = client_of_editor.post(address_of(draft), data)

    assert "who answers for the data" in response.content.decode()
    assert not NoticePage.objects.exists()


def test_added_row_that_stays_blank_makes_nothing(client_of_editor: Client, draft: ImportSession) -> None:
    press(client_of_editor, draft, "add:controllers")
    press(client_of_editor, draft, "create")

    assert Controller.objects.count() == 1
    assert not NoticePage.objects.get().registers.get().register.joint_controllers.exists()


def test_matching_record_is_offered_and_used_as_it_is(client_of_editor: Client, draft: ImportSession) -> None:
    there = ControllerFactory(name="Kuvitelmapaja", business_id="1234567-1", city="Turku")
    page = client_of_editor.get(address_of(draft)).content.decode()
    assert "Use “Kuvitelmapaja”, which is there already, as it is" in page
    assert "same business ID" in page

    press(client_of_editor, draft, "create", controllers__0__use=str(there.pk), controllers__0__email="ei osoite")

    assert NoticePage.objects.get().registers.get().register.controller == there
    there.refresh_from_db()
    assert there.city == "Turku"


def test_cancel_forgets_the_import(client_of_editor: Client, draft: ImportSession) -> None:
    press(client_of_editor, draft, "cancel")

    assert not ImportSession.objects.exists()
    assert not NoticePage.objects.exists()


def test_second_press_of_create_makes_no_second_draft(client_of_editor: Client, draft: ImportSession) -> None:
    data = sent(client_of_editor, draft) | {"do": "create"}
    client_of_editor.post(address_of(draft), data)

    assert client_of_editor.post(address_of(draft), data).status_code == 404
    assert NoticePage.objects.count() == 1


def test_document_in_another_language_than_its_place_is_told(client_of_editor: Client, draft: ImportSession) -> None:
    draft.data["language"] = "sv"
    draft.save()

    assert "another language than the place" in client_of_editor.get(address_of(draft)).content.decode()


def test_document_without_any_email_is_told(client_of_editor: Client, draft: ImportSession) -> None:
    warning = "The document names no email"
    assert warning not in client_of_editor.get(address_of(draft)).content.decode()

    draft.data["contacts"][0]["email"] = ""
    draft.save()

    assert warning in client_of_editor.get(address_of(draft)).content.decode()


def test_preview_asks_as_much_for_one_section_as_for_many(
    client_of_editor: Client, draft: ImportSession, django_assert_max_num_queries: Any
) -> None:
    draft.data["sections"] = [{**draft.data["sections"][3], "id": str(number)} for number in range(60)]
    draft.data["contacts"] = draft.data["contacts"] * 8
    draft.save()
    client_of_editor.get(address_of(draft))

    with django_assert_max_num_queries(20):
        page = client_of_editor.get(address_of(draft))
    assert len(page.context["sections"]) == 60
