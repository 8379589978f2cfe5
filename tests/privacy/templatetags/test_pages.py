"""Public pages say in which language they are, where else they can be read, and run no scripts."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Site

from home.models import HomePage
from privacy.models import NoticePage, RightsRequestPage
from tests.factories import (
    ContactFactory,
    NoticeIndexPageFactory,
    NoticePageFactory,
    RegisterFactory,
    RightsRequestPageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

SECTIONS: list[dict[str, Any]] = [
    {"type": "controller", "value": {"fill": "auto"}},
    {"type": "contact_person", "value": {"fill": "auto"}},
    {
        "type": "purposes",
        "value": {"rows": [{"purpose": "Laskutus <b>", "legal_basis": "legitimate_interests", "interest": "etu"}]},
    },
    {"type": "legal_basis", "value": {"fill": "auto"}},
    {"type": "retention", "value": {"rows": [{"data": "Laskut", "kind": "period", "length": 6, "unit": "years"}]}},
    {"type": "security", "value": {"rows": [{"material": "paper", "measure": "lukittu kaappi"}]}},
    {"type": "automated_decisions", "value": {"profiling": True}},
    {"type": "rights_overview", "value": {"fill": "auto"}},
    {"type": "exercising_rights", "value": {"fill": "auto"}},
    {"type": "complaint", "value": {"fill": "auto"}},
]


@pytest.fixture
def notice(site: Site) -> NoticePage:
    contact = ContactFactory(title="Asiakaspalvelu", without_email=True)
    register = RegisterFactory(name="Asiakasrekisteri", contacts=[contact])
    RightsRequestPageFactory(registers=[register])
    return NoticePageFactory(title="Tietosuojaseloste", registers=[register], body=SECTIONS)


@pytest.fixture
def swedish(notice: NoticePage, home_pages: dict[str, HomePage]) -> NoticePage:
    parent = NoticeIndexPageFactory(parent=home_pages["sv"], language="sv")
    registers = [row.register for row in notice.registers.all()]
    return NoticePageFactory(
        parent=parent, language="sv", registers=registers, body=SECTIONS, translation_key=notice.translation_key
    )


def soup_of(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_contents_lead_to_the_sections(client: Client, notice: NoticePage) -> None:
    soup = soup_of(client, notice.get_url())
    targets = [link["href"].removeprefix("#") for link in soup.select(".contents a")]
    assert targets == [heading["id"] for heading in soup.select(".section > h2")]
    assert len(set(targets)) == len(targets)


def test_facts_box_has_no_empty_email_and_gives_the_phone(client: Client, notice: NoticePage) -> None:
    box = soup_of(client, notice.get_url()).select_one(".facts-box")
    assert box is not None
    assert not box.select('a[href^="mailto:"]')
    assert box.select('a[href="tel:+358295666700"]')[0].text == "029 566 6700"


def test_request_form_is_linked_with_the_register_chosen(client: Client, notice: NoticePage) -> None:
    soup = soup_of(client, notice.get_url())
    register = notice.registers.get().register
    wanted = f"{RightsRequestPage.objects.get().get_url()}?register={register.uuid}"
    assert {link["href"] for link in soup.select("a.button")} == {wanted}
    assert len(soup.select("a.button")) == 3


def test_what_editors_typed_in_rows_is_escaped(client: Client, notice: NoticePage) -> None:
    assert "Laskutus &lt;b&gt;" in client.get(notice.get_url()).content.decode()


def test_right_to_object_is_told_once_under_its_own_heading(client: Client, notice: NoticePage) -> None:
    soup = soup_of(client, notice.get_url())
    (see,) = soup.select('.rights a[href="#right-to-object"]')
    text = soup.select("#right-to-object + p")[0].text.split(".")[0].strip()
    assert soup.text.count(text) == 1
    assert see


def test_languages_are_named_in_themselves_and_for_search_engines(client: Client, swedish: NoticePage) -> None:
    soup = soup_of(client, swedish.get_url())
    assert soup.html is not None
    assert soup.html["lang"] == "sv"
    (finnish,) = soup.select(".languages a")
    assert (finnish["lang"], finnish["hreflang"], finnish.text) == ("fi", "fi", "Suomi")
    assert [link["hreflang"] for link in soup.select("link[rel=alternate]")] == ["fi", "sv"]
    assert soup.select("link[rel=canonical]")[0]["href"] == f"https://www.example.fi/privacy/n/{swedish.uuid}/"


def test_page_in_one_language_has_no_language_switch(client: Client, notice: NoticePage) -> None:
    soup = soup_of(client, notice.get_url())
    assert not soup.select(".languages, link[rel=alternate]")


def test_pages_hold_no_scripts_and_no_inline_styles(client: Client, notice: NoticePage) -> None:
    addresses = [notice.get_url(), notice.get_parent().get_url(), RightsRequestPage.objects.get().get_url(), "/fi/"]
    for address in addresses:
        html = client.get(address).content.decode()
        assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", html), address


def test_ids_of_a_page_are_unique(client: Client, notice: NoticePage) -> None:
    for address in (notice.get_url(), RightsRequestPage.objects.get().get_url()):
        ids = [tag["id"] for tag in soup_of(client, address).select("[id]")]
        assert len(set(ids)) == len(ids)
