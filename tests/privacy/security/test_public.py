"""What visitors get to see: nothing restricted, nothing confidential, nothing that runs."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from home.models import HomePage
from privacy.models import Register, RequestFormField
from privacy.rights.actions import receive_request
from tests.factories import (
    ContactFactory,
    ControllerFactory,
    NoticeIndexPageFactory,
    NoticePageFactory,
    RegisterFactory,
    RightsRequestPageFactory,
)
from tests.privacy.registers.posts import address, controller_post
from tests.privacy.rights.builders import incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

SCRIPT = "<script>alert(1)</script>"
NOT_PUBLIC = (
    *("fields=user", "fields=fallback_email", "fields=access", "fields=request_items", "fields=rights_requests"),
    *("fields=confidential", "fields=controller(rights_requests)", "confidential=true", "access__group=1"),
    *("user=1", "fallback_email__startswith=a", "request_items=1", "main_register__confidential=1"),
)


@pytest.fixture
def notice_below_alias(site: Site, home_pages: dict[str, HomePage]) -> Page:
    """Give a notice below a front page that is an alias of one that asks to log in."""
    home_pages["sv"].delete()
    locale = Locale.objects.get(language_code="sv")
    alias = home_pages["fi"].copy_for_translation(locale, copy_parents=True, alias=True)
    PageViewRestriction.objects.create(page=home_pages["fi"], restriction_type=PageViewRestriction.LOGIN)
    index = NoticeIndexPageFactory(parent=alias, language="sv")
    return NoticePageFactory(parent=index, language="sv", title="Hemlig beskrivning")


def test_notice_below_the_alias_of_a_restricted_page_asks_to_log_in(client: Client, notice_below_alias: Page) -> None:
    assert client.get(notice_below_alias.get_url()).status_code == 302


@pytest.mark.parametrize("where", ["notices/", "pages/?limit=20", "notices/{pk}/"])
def test_api_does_not_show_it_either(client: Client, notice_below_alias: Page, where: str) -> None:
    page = client.get(f"/api/v2/{where.format(pk=notice_below_alias.pk)}")
    assert notice_below_alias.title not in page.content.decode()


@pytest.mark.parametrize("published", [None, "draft", "restricted"])
def test_api_tells_no_contact_that_no_public_notice_tells(client: Client, published: str | None) -> None:
    contact = ContactFactory(person=True)
    register = RegisterFactory(contacts=[contact])
    notice = published and NoticePageFactory(registers=[register], draft=published == "draft")
    if published == "restricted":
        PageViewRestriction.objects.create(page=notice, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"/api/v2/contacts/{contact.pk}/").status_code == 404


def test_api_does_not_tell_a_register_name_that_the_notice_hides(client: Client) -> None:
    register = RegisterFactory(name="Sisäinen nimi", name_shown=False)
    notice = NoticePageFactory(registers=[register])
    assert "Sisäinen nimi" not in client.get(f"/api/v2/notices/{notice.pk}/").content.decode()


def test_letter_about_a_confidential_register_does_not_name_its_contact() -> None:
    contact = ContactFactory(title="Ilmoituskanavan käsittelijä", email="ilmoitukset@example.fi")
    request = receive_request(incoming=incoming_for(RegisterFactory(confidential=True, contacts=[contact])))
    letter = request.messages.get(kind="acknowledgement").text
    assert [text for text in ("Ilmoituskanavan", "ilmoitukset@example.fi") if text in letter] == []


@pytest.mark.parametrize("endpoint", ["registers", "contacts", "controllers", "notices"])
def test_api_answers_no_question_about_what_is_not_public(client: Client, endpoint: str) -> None:
    NoticePageFactory(registers=[RegisterFactory(contacts=[ContactFactory()])])
    for query in NOT_PUBLIC:
        assert client.get(f"/api/v2/{endpoint}/?{query}").status_code == 400, query


def test_api_does_not_sort_by_what_is_not_public(client: Client) -> None:
    for mailbox in ("b@example.fi", "a@example.fi", "c@example.fi"):
        RegisterFactory(fallback_email=mailbox)
    plain = client.get("/api/v2/registers/").content
    for order in ("fallback_email", "-fallback_email"):
        response = client.get(f"/api/v2/registers/?order={order}")
        assert response.status_code == 400 or response.content == plain


def test_confidential_register_is_named_nowhere_in_public(client: Client) -> None:
    plain = RegisterFactory()
    secret = RegisterFactory(name="Ilmoituskanava", confidential=True, controller=plain.controller)
    form = RightsRequestPageFactory(registers=[plain, secret])
    NoticePageFactory(registers=[plain])
    pages = [form.get_url(), "/fi/", "/api/v2/registers/?fields=*", "/api/v2/pages/?fields=*", "/api/v2/notices/"]
    pages += [f"/api/v2/registers/?search=Ilmoituskanava&fields={field}" for field in ("name", "names")]
    for page in pages:
        text = client.get(page).content.decode()
        assert "Ilmoituskanava" not in text, page
        assert str(secret.uuid) not in text, page


def test_markup_in_records_is_shown_as_text(client: Client) -> None:
    contact = ContactFactory(person=True, name=SCRIPT, title=SCRIPT)
    register = RegisterFactory(name=SCRIPT, contacts=[contact], controller=ControllerFactory(name=SCRIPT, city=SCRIPT))
    notice = NoticePageFactory(registers=[register], title=SCRIPT, seo_title=SCRIPT, search_description=f'">{SCRIPT}')
    form = RightsRequestPageFactory(registers=[register, RegisterFactory()], title=SCRIPT)
    RequestFormField.objects.create(page=form, label=SCRIPT, help_text=SCRIPT, field_type="checkboxes", choices=SCRIPT)
    answers = {"rights": "access", "register": str(register.uuid), "go": "details"}
    pages = [client.get(page.get_url()) for page in (notice, form)] + [client.post(form.get_url(), answers)]
    for page in pages:
        assert "&lt;script&gt;" in page.content.decode()
        assert SCRIPT not in page.content.decode()


def test_link_that_runs_code_is_dropped_from_rich_text(editor_client: Client) -> None:
    register = RegisterFactory()
    form = RightsRequestPageFactory(registers=[register])
    block = {"key": "a", "text": "linkki", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}
    intro = {"blocks": [{**block, "entityRanges": [{"offset": 0, "length": 6, "key": 0}]}], "entityMap": {"0": link}}
    rows = {"registers": inline_formset([{"register": register.pk}]), "form_fields": inline_formset([])}
    post: dict[str, Any] = {"title": form.title, "slug": form.slug, "intro": json.dumps(intro), **rows}
    post |= {"comments": inline_formset([]), "action-publish": "1"}
    editor_client.post(reverse("wagtailadmin_pages:edit", args=[form.pk]), nested_form_data(post))
    form.refresh_from_db()
    assert "linkki" in form.intro
    assert "javascript" not in form.intro


def test_website_that_runs_code_is_refused(editor_client: Client) -> None:
    controller = ControllerFactory()
    post = controller_post(website="javascript:alert(1)", **{"action-publish": "1"})
    editor_client.post(address(controller, "edit"), post)
    controller.refresh_from_db()
    assert not controller.website


def test_permanent_address_leads_to_no_other_site(client: Client) -> None:
    notice = NoticePageFactory()
    place = client.get(f"/privacy/n/{notice.uuid}/?next=https://evil.example.com", headers={"host": "www.example.fi"})
    assert place["Location"] == notice.get_url()


def test_letters_do_not_repeat_the_host_that_a_visitor_sent(client: Client) -> None:
    form = RightsRequestPageFactory(registers=[RegisterFactory(contacts=[ContactFactory()])])
    details = {"name": "M", "email": "m@example.com", "relation": "self"}
    details |= {"reply_channel": "email", "reply_language": "fi"}
    token = client.get(form.get_url()).context["stamp"]
    register = Register.objects.get()
    answers = {"rights": "access", "register": str(register.uuid), "form_token": token.token, "started": token.started}
    client.post(form.get_url(), {**answers, **details, "go": "send"}, headers={"host": "evil.example.com"})
    letters = form.rights_requests.get().messages.all()
    assert letters
    assert not any("evil" in letter.text + letter.html for letter in letters)


def test_public_pages_let_nothing_inline_run_and_are_not_framed(client: Client) -> None:
    form = RightsRequestPageFactory()
    for page in (form.get_url(), "/fi/", "/privacy/case/x/", "/privacy/received/x/", "/ei-ole/"):
        policy = client.get(page, follow=True).headers["Content-Security-Policy"]
        assert "unsafe" not in policy, page
        assert "frame-ancestors 'self'" in policy, page
