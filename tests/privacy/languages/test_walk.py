"""A walk in languages that the app has no texts of: nothing raises, and what there is no text for is in English."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Site
from wagtail.users.models import UserProfile

from home.models import HomePage
from privacy.inbox.steps.screens import SCREENS
from privacy.mail.models import Message
from privacy.models import Contact, Register, RightsRequest
from privacy.notices.pages.notice import NoticePage
from privacy.notices.sections.types import section_types
from privacy.rights.actions import receive_request
from privacy.rights.choices import State
from privacy.rights.steps import Step, is_possible
from tests.factories import (
    ContactFactory,
    HomePageFactory,
    NoticeIndexPageFactory,
    NoticePageFactory,
    RegisterFactory,
    RightsRequestPageFactory,
)
from tests.privacy.rights.actions.calls import take
from tests.privacy.rights.browsing import Visitor
from tests.privacy.rights.builders import LETTER, handler_for, in_state, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "languages")]

IN_UI = ("de", "en-gb", "pt-br", "zh-hans", "ar")
# All screens in all of them take long.
IN_UI_OF_SCREENS = [*IN_UI[:1], *(pytest.param(language, marks=pytest.mark.slow) for language in IN_UI[1:])]
OF_CONTENT = ("de", "en-gb", "pt-br")
# Every section that the system fills in, and one of each kind of rows.
BODY: list[dict[str, Any]] = [
    {"type": kind.key, "value": {"fill": "auto"}} for kind in section_types().values() if kind.self_filled
]
BODY += [
    {"type": "purposes", "value": {"rows": [{"purpose": "Delivery", "legal_basis": "contract"}]}},
    {
        "type": "retention",
        "value": {"rows": [{"data": "Orders", "kind": "period", "length": 6, "unit": "years", "start": "the order"}]},
    },
    {"type": "transfers", "value": {"rows": [{"recipient": "Cloud Ltd", "country": "US", "safeguard": "scc"}]}},
]


@pytest.fixture
def languages(settings: Any) -> None:
    """Let the site have content in languages that the app has no texts of."""
    more = [("de", "Deutsch"), ("en-gb", "British English"), ("pt-br", "Português")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, *more]


@pytest.fixture
def register(site: Site) -> Register:
    contact = ContactFactory(title="Asiakaspalvelu", email="apu@example.fi")
    return RegisterFactory(contacts=[contact], routes=[contact], texts={"en": "Customers"})


def home_in(language: str, site: Site) -> Any:
    key = site.root_page.translation_key
    return HomePageFactory(language=language, translation_key=key)


def published(language: str, register: Register, site: Site) -> NoticePage:
    index = NoticeIndexPageFactory(language=language, parent=home_in(language, site))
    page = NoticePageFactory(language=language, parent=index, registers=[register], body=BODY, draft=True)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.mark.parametrize("language", OF_CONTENT)
def test_notice_is_published_and_read_in_a_language_without_texts(
    language: str, register: Register, site: Site, client: Client
) -> None:
    page = published(language, register, site)
    assert page.live
    assert page.in_force is not None
    assert page.in_force.language == language
    text = Visitor(client, page.get_url()).open().text
    assert "Right of access" in text
    assert "6 years from the order" in text
    assert "bring the matter before" in text
    assert "Customers" in text or language != "en-gb"
    archive = client.get(f"{page.get_url()}versions/")
    assert (archive.status_code, client.get(f"{page.get_url()}versions/1-0/").status_code) == (200, 200)


@pytest.mark.parametrize("language", OF_CONTENT)
def test_request_is_made_in_a_language_without_texts(
    language: str, register: Register, site: Site, client: Client
) -> None:
    published(language, register, site)
    home = HomePage.objects.get(locale__language_code=language)
    form = RightsRequestPageFactory(language=language, parent=home, registers=[register])
    visitor = Visitor(client, form.get_url()).open(register=str(register.uuid))
    assert "I want to know what data you have about me" in visitor.text
    visitor.press("details", rights=["access"])
    visitor.press("review", name="Maija Mallikas", email="maija.mallikas@example.com")
    visitor.press("send")
    assert visitor.response.status_code == 303, visitor.text
    request = RightsRequest.objects.get()
    assert request.language == language
    landing = client.get(visitor.response["Location"])
    assert (landing.status_code, request.number in landing.content.decode()) == (200, True)
    letter = request.messages.get(kind="acknowledgement")
    assert (letter.language, "Right of access" in letter.text) == (language, True)


def state_for(step: Step) -> str:
    return next(state for state in State.values if is_possible(step, state))


@pytest.mark.parametrize("step", [step for step in Step if step != Step.DECLINE])
@pytest.mark.parametrize("language", ["de", "en-gb"])
def test_step_is_taken_on_a_request_in_a_language_without_texts(
    step: Step, language: str, django_capture_on_commit_callbacks: Any
) -> None:
    request = in_state(state_for(step), language=language)
    acting = handler_for(request)
    if step == Step.REMIND or request.state in (State.WAITING_IDENTITY, State.WAITING_CLARIFICATION):
        request = in_state(State.IN_PROGRESS, language=language)
        acting = handler_for(request)
        asked = Step.ASK_CLARIFICATION if step == Step.RECORD_CLARIFICATION else Step.ASK_IDENTITY
        take(asked, request, acting)
        request.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        take(step, request, acting)
    written = Message.objects.filter(request=request, language=language)
    finnish = [letter.text for letter in written if "ä" in letter.text.replace(LETTER.text, "")]
    assert finnish == []


@pytest.mark.parametrize("language", IN_UI)
def test_contact_answers_in_a_language_without_texts(language: str, register: Register, client: Client) -> None:
    Contact.objects.update(language=language)
    request = receive_request(incoming=incoming_for(register))
    letter = request.messages.get(kind="notification")
    found = re.search(r"https://www\.example\.fi(/privacy/case/\S+)", letter.text)
    assert found is not None
    contact = Visitor(client, found[1]).open()
    contact.press("code")
    code = re.search(r"\b(\d{6})\b", Message.objects.filter(kind="case_code").latest("pk").text)
    assert code is not None
    contact.press("open", code=code[1])
    contact.open()
    assert "Right of access" in contact.text
    assert client.get(f"{found[1]}sheet/").status_code == 200


@pytest.fixture
def screens(register: Register, site: Site, superuser: Any) -> list[str]:
    """Give the addresses of our screens, with a request and a notice to show on them."""
    page = published("de", register, site)
    request = receive_request(incoming=incoming_for(register, language="de"))
    steps = [reverse(f"privacy_requests:step_{step.value}", args=[request.number]) for step in [*SCREENS, Step.ANSWER]]
    of_case = [reverse(f"privacy_requests:{name}", args=[request.number]) for name in ("case", "print", "readings")]
    plain = [
        *("privacy_requests:index", "privacy_requests:record", "privacy_reports:index", "privacy_access:index"),
        *("privacy_importer:read", "privacy_versions:report", "privacy_starter:start", "wagtailadmin_home"),
    ]
    of_page = [
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:add", args=["privacy", "noticepage", page.get_parent().pk]),
        reverse("privacy_checks:list", args=[page.pk]),
        reverse("privacy_versions:list", args=[page.pk]),
    ]
    contact = register.contacts.get().contact_id
    records = {"controller": register.controller_id, "register": register.pk, "contact": contact}
    of_records = [f"/admin/snippets/privacy/{model}/edit/{pk}/" for model, pk in records.items()]
    lists = [f"/admin/snippets/privacy/{model}/" for model in (*records, "standardtext", "supervisoryauthority")]
    new = [f"/admin/snippets/privacy/{model}/add/" for model in (*records, "standardtext", "supervisoryauthority")]
    return [*steps, *of_case, *map(reverse, plain), *of_page, *of_records, *lists, *new]


@pytest.mark.parametrize("language", IN_UI_OF_SCREENS)
def test_screens_open_in_a_language_without_texts(
    language: str, screens: list[str], superuser: Any, superuser_client: Client
) -> None:
    UserProfile.objects.update_or_create(user=superuser, defaults={"preferred_language": language})
    answers = {address: superuser_client.get(address, follow=True).status_code for address in screens}
    assert {address: status for address, status in answers.items() if status != 200} == {}
    case = superuser_client.get(next(address for address in screens if address.endswith("/print/")))
    assert "Right of access" in case.content.decode()
