"""Old wordings and their differences can be read by everybody, at addresses that stay."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage
from privacy.models import NoticePage, NoticeVersion
from privacy.notices.pdf import pdf_problem
from privacy.notices.versions.public import downloads
from tests.factories import ContactFactory, NoticeIndexPageFactory, NoticePageFactory, RegisterFactory
from tests.privacy.notices.versions.conftest import fresh, newest, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

SHOWN = [
    {"type": "contact_person", "value": {"fill": "auto"}, "id": "11111111-1111-4111-8111-111111111111"},
    {"type": "retention", "value": {"text": "<p>Kaksi vuotta.</p>"}, "id": "22222222-2222-4222-8222-222222222222"},
]


@pytest.fixture
def shown(register: Any) -> NoticePage:
    return NoticePageFactory(registers=[register], body=[dict(block) for block in SHOWN])


def today() -> str:
    """Give the address of the version in force on this very day."""
    return f"on/{timezone.localdate()}/"


def body(client: Client, page: NoticePage, rest: str = "") -> str:
    answer = client.get(f"{page.get_url()}{rest}")
    assert answer.status_code == 200
    return answer.content.decode()


def many_versions(page: NoticePage, count: int) -> None:
    first = newest(page)
    assert first is not None
    rows = []
    for number in range(1, count):
        row = NoticeVersion.objects.get(pk=first.pk)
        row.pk, row.minor, row._state.adding = None, number, True
        row.published_at = first.published_at + timedelta(seconds=number)
        rows.append(row)
    NoticeVersion.objects.bulk_create(rows)


def test_list_names_every_version_with_its_days_kind_and_digest(client: Client, notice: NoticePage) -> None:
    version = publish(notice, "retention", "Kymmenen vuotta.", version_summary="Aika pitenee.")
    assert version is not None
    text = body(client, notice, "versions/")
    for expected in ("Versio 2.0", "Versio 1.0", "Aika pitenee.", version.digest, "Olennainen muutos", "Voimassa"):
        assert expected in text
    assert "/versions/1-0/compare/2-0/" in text


def test_superseded_version_says_so_links_to_the_one_in_force_and_is_not_indexed(
    client: Client, notice: NoticePage
) -> None:
    publish(notice, "retention", "Kymmenen vuotta.")
    text = body(client, notice, "versions/1-0/")
    assert "tämä versio ei ole voimassa" in text
    assert "asiakassuhteen ajan" in text
    assert 'name="robots" content="noindex"' in text
    assert f"https://www.example.fi/privacy/n/{notice.uuid}/versions/1-0/" in text
    assert f'href="{notice.get_url()}"' in text
    assert "noindex" not in body(client, notice, "versions/2-0/")


def test_person_is_named_by_function_only_once_the_version_is_superseded(
    client: Client, shown: NoticePage, settings: Any
) -> None:
    assert "Aino Esimerkki" in body(client, shown, "versions/1-0/")
    publish(shown, "retention", "Kymmenen vuotta.")
    old = body(client, shown, "versions/1-0/")
    assert "Aino Esimerkki" not in old
    assert "Sihteeri" in old
    assert "Aino Esimerkki" not in body(client, shown, "versions/1-0/compare/2-0/")
    settings.PRIVACY_MASK_PERSONS_IN_ARCHIVE = False
    assert "Aino Esimerkki" in body(client, shown, "versions/1-0/")


PERSONAL = ("Aino Esimerkki", "aino.esimerkki@example.fi", "+358401112223", "040 111 2223")


@pytest.fixture
def person(site: Any) -> Any:
    """Give a register whose only contact is a person with a name, an email and a telephone number."""
    known = {"name": "Aino Esimerkki", "email": "aino.esimerkki@example.fi", "phone": "+358401112223"}
    return RegisterFactory(contacts=[ContactFactory(person=True, title="Sihteeri", **known)])


@pytest.mark.parametrize("rest", ["versions/1-0/", "versions/1-0/compare/2-0/", "versions/2-0/compare/1-0/"])
def test_email_and_telephone_of_a_person_go_with_the_name(
    client: Client, person: Any, settings: Any, rest: str
) -> None:
    page = NoticePageFactory(registers=[person], body=[dict(block) for block in SHOWN])
    assert all(word in body(client, page, "versions/1-0/") for word in PERSONAL)
    publish(page, "retention", "Kymmenen vuotta.")
    assert not [word for word in PERSONAL if word in body(client, page, rest)]
    settings.PRIVACY_MASK_PERSONS_IN_ARCHIVE = False
    assert all(word in body(client, page, rest) for word in PERSONAL)


def test_person_whom_the_editor_named_in_the_text_is_masked_there_too(client: Client, person: Any) -> None:
    link = '<a href="mailto:aino.esimerkki@example.fi">aino.esimerkki@example.fi</a>'
    row = {"type": "item", "value": {"recipient": "Aino Esimerkki", "kind": "own_staff", "purpose": "", "country": ""}}
    blocks = [
        {
            "type": "retention",
            "value": {"text": f"<p>Kysy: Aino Esimerkki, {link}, 040 111 2223 tai Aino Esimerkkilä.</p>"},
        },
        {"type": "recipients", "value": {"text": "", "rows": [row]}},
    ]
    page = NoticePageFactory(registers=[person], body=blocks)
    publish(page, "introduction", "Uusi alku.")
    publish(page, "retention", "Kymmenen vuotta.")
    old = body(client, page, "versions/1-0/")
    assert "Kysy: Sihteeri, Sihteeri, Sihteeri tai Aino Esimerkkilä." in old
    assert not [word for word in PERSONAL if word in old.replace("Aino Esimerkkilä", "")]
    assert "mailto:" not in old


@pytest.mark.skipif(bool(pdf_problem()), reason="no PDF can be made here")
def test_pdf_of_a_superseded_version_names_the_function_only(
    client: Client, person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = NoticePageFactory(registers=[person], body=[dict(block) for block in SHOWN])
    publish(page, "retention", "Kymmenen vuotta.")
    made: list[str] = []
    monkeypatch.setattr(downloads, "make_pdf", lambda *, html, base_url: made.append(html) or b"%PDF")
    client.get(f"{page.get_url()}versions/1-0/pdf/")
    client.get(f"{page.get_url()}versions/2-0/pdf/")
    assert [[word for word in PERSONAL if word in html] for html in made] == [[], list(PERSONAL)]


def test_day_of_the_past_shows_the_function_only(client: Client, person: Any) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=3)):
        page = NoticePageFactory(registers=[person], body=[dict(block) for block in SHOWN])
        day = timezone.localdate()
    publish(page, "retention", "Kymmenen vuotta.")
    old = body(client, page, f"on/{day}/")
    assert "Sihteeri" in old
    assert not [word for word in PERSONAL if word in old]


def test_difference_marks_words_for_the_eye_and_for_the_ear(client: Client, notice: NoticePage) -> None:
    publish(notice, "retention", "Tiedot säilytetään kymmenen vuotta.")
    text = body(client, notice, "versions/1-0/compare/2-0/")
    assert "<ins>" in text
    assert "<del>" in text
    assert "lisätty: " in text
    assert "ei muutosta" in text


def test_link_to_the_form_is_in_old_versions_too(client: Client, shown: NoticePage) -> None:
    assert "linktype" not in body(client, shown, "versions/1-0/")


def test_list_of_two_hundred_versions_asks_no_more_than_one_of_two(
    client: Client, notice: NoticePage, django_assert_max_num_queries: Any
) -> None:
    publish(notice)
    many_versions(notice, 200)
    for rest in ("", "versions/", "versions/2-100/", "versions/2-100/compare/2-150/", today()):
        client.get(f"{notice.get_url()}{rest}")
        with django_assert_max_num_queries(12):
            client.get(f"{notice.get_url()}{rest}")


def test_new_slug_and_move_of_an_ancestor_leave_the_old_addresses_working(
    client: Client, notice: NoticePage, django_capture_on_commit_callbacks: Any
) -> None:
    old = notice.get_url()
    parent = notice.get_parent().specific
    with django_capture_on_commit_callbacks(execute=True):
        parent.slug = "uusi-lista"
        parent.save()
    answer = client.get(f"{old}versions/1-0/", follow=True)
    assert answer.redirect_chain[0][1] == 301
    assert answer.status_code == 200
    home = HomePage.objects.get(locale=notice.locale)
    folder = NoticeIndexPageFactory(parent=home, slug="kansio")
    with django_capture_on_commit_callbacks(execute=True):
        Page.objects.get(pk=parent.pk).specific.move(folder, pos="last-child")
    answer = client.get(old, follow=True)
    assert answer.status_code == 200
    assert "/kansio/uusi-lista/" in answer.redirect_chain[-1][0]


def test_address_that_was_never_one_stays_unfound(client: Client, notice: NoticePage) -> None:
    assert client.get("/fi/ei-mitaan/").status_code == 404
    assert client.get("/fi/" + "a/" * 60).status_code == 404


def test_permanent_address_leads_into_the_archive(client: Client, notice: NoticePage) -> None:
    answer = client.get(f"/privacy/n/{notice.uuid}/versions/1-0/")
    assert answer.status_code == 302
    assert answer["Location"] == f"{notice.get_url()}versions/1-0/"
    assert client.get(f"/privacy/n/{notice.uuid}/muuta/").status_code == 404


def test_alias_shows_its_source_in_every_form(client: Client, notice: NoticePage) -> None:
    alias = notice.create_alias(update_slug="kopio")
    publish(notice, "retention", "Kymmenen vuotta.")
    text = body(client, fresh(alias))
    assert "Kymmenen vuotta." in text
    assert "noindex" in text
    assert f"/privacy/n/{notice.uuid}/" in text
    assert "Versio 2.0" in body(client, fresh(alias), "versions/")


ADDRESSES = ["", "versions/", "versions/1-0/", "versions/2-0/", "versions/1-0/compare/2-0/", "versions/1-0/pdf/"]


@pytest.mark.parametrize("rest", [*ADDRESSES, "on/2026-05-03/", "on/today/"])
def test_restricted_notice_is_private_at_every_address(client: Client, notice: NoticePage, rest: str) -> None:
    rest = rest.replace("on/today/", today())
    page = fresh(notice)
    page.title = "Salainen seloste"
    page.save_revision().publish()
    publish(notice, "retention", "Salainen aika.")
    PageViewRestriction.objects.create(page=notice, restriction_type=PageViewRestriction.LOGIN)
    for address in (f"{notice.get_url()}{rest}", f"/privacy/n/{notice.uuid}/{rest}"):
        answer = client.get(address, follow=True)
        assert "Salainen" not in answer.content.decode()
        assert "login" in answer.redirect_chain[-1][0]
    assert "Salainen" not in client.get("/fi/").content.decode()
    assert "Salainen" not in client.get("/api/v2/notices/?fields=*").content.decode()


def test_api_shows_what_is_in_force(client: Client, notice: NoticePage) -> None:
    page = fresh(notice)
    page.title, page.effective_from = "Tuleva otsikko", timezone.localdate() + timedelta(days=5)
    page.save_revision().publish()
    found = client.get(f"/api/v2/notices/{notice.pk}/").json()
    assert found["title"] == "Asiakkaiden tietosuojaseloste"
    assert found["version"]["number"] == "1.0"
    assert found["version"]["url"] == f"https://www.example.fi/privacy/n/{notice.uuid}/versions/1-0/"
    assert "Tuleva otsikko" not in client.get("/api/v2/notices/").content.decode()
    assert "Tuleva otsikko" not in client.get("/fi/").content.decode()


@pytest.mark.skipif(bool(pdf_problem()), reason="WeasyPrint or its libraries are not there")
def test_version_is_offered_and_given_as_a_pdf_of_its_own(client: Client, notice: NoticePage, settings: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    publish(notice, "retention", "Kymmenen vuotta.")
    assert "versions/1-0/pdf/" in body(client, notice, "versions/1-0/")
    answer = client.get(f"{notice.get_url()}versions/1-0/pdf/")
    assert (answer["Content-Type"], answer["X-Robots-Tag"]) == ("application/pdf", "noindex")
    assert answer["Content-Disposition"] == f'inline; filename="{notice.slug}-1-0.pdf"'
    assert answer.content.startswith(b"%PDF")
    assert client.get(f"{notice.get_url()}versions/2-0/pdf/").content != answer.content


def test_site_without_the_pdf_maker_works_and_shows_no_link(
    client: Client, notice: NoticePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("privacy.notices.versions.public.responses.pdf_problem", lambda: "no library")
    assert "/pdf/" not in body(client, notice, "versions/1-0/")
    assert client.get(f"{notice.get_url()}versions/1-0/pdf/").status_code == 404
