"""The demo has a past: what its notices said before, recorded as if it had been published then."""

from datetime import timedelta

import pytest
from django.utils import timezone

from privacy.models import Contact, NoticePage, NoticeVersion
from tests.home.conftest import load

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

MAIN = [
    "kaarnavene-asiakkaat",
    "kivikoura-verkkokauppa",
    "pihkakivi-asiakkaat",
    "varhaiskasvatus",
    "villapaja-asiakkaat",
]


def finnish(register: str) -> NoticePage:
    """Give the Finnish notice of a register."""
    return NoticePage.objects.get(main_register__slug=register, locale__language_code="fi")


def versions_of(register: str) -> list[NoticeVersion]:
    """Give the versions of the Finnish notice of a register, in the order they were published."""
    return list(NoticeVersion.objects.filter(page=finnish(register)).order_by("pk"))


@pytest.mark.parametrize("register", MAIN)
def test_wording_of_2018_is_stated_and_superseded(register: str) -> None:
    first, second = versions_of(register)[:2]

    assert (first.number, first.effective_from.year, first.stated) == ("1.0", 2018, True)
    assert first.title != second.title
    assert second.number == "2.0"
    assert not second.stated
    assert first.recorded_at < second.published_at < timezone.now()
    assert finnish(register).in_force != first


def test_one_notice_has_six_versions_over_two_years() -> None:
    versions = versions_of("varhaiskasvatus")

    assert [version.number for version in versions] == ["1.0", "2.0", "2.1", "3.0", "3.1", "4.0"]
    assert [version.kind for version in versions] == ["major", "major", "minor", "major", "minor", "major"]
    assert versions[-1].recorded_at - versions[0].recorded_at > timedelta(weeks=100)
    assert versions[-1].recorded_at < timezone.now()
    assert all(version.summary for version in versions)
    assert {version.published_by_name for version in versions} == {"Elina Esimerkki"}


def test_new_telephone_number_of_a_contact_made_a_version_in_every_language() -> None:
    renewed = NoticeVersion.objects.filter(cause="details")

    assert {(version.language, version.number) for version in renewed} == {("fi", "3.1"), ("sv", "1.1"), ("en", "1.1")}
    before, after = (str(version.content) for version in versions_of("varhaiskasvatus")[3:5])
    assert "+35821234570" in before
    assert "+35821234572" in after
    assert "+35821234570" not in after


def test_one_version_takes_effect_some_weeks_after_loading() -> None:
    page = finnish("varhaiskasvatus")

    assert page.in_force.number == "3.1"
    assert page.pending_version.number == "4.0"
    assert page.pending_version.effective_from == timezone.localdate() + timedelta(weeks=5)


def test_second_run_keeps_a_number_that_was_entered() -> None:
    contact = Contact.objects.get(email="varhaiskasvatus@merikallio.example.fi")
    contact.phone = "+35821234588"
    contact.save_revision().publish()
    before = NoticeVersion.objects.count()

    load(port=8123)

    assert NoticeVersion.objects.count() == before
    assert Contact.objects.get(pk=contact.pk).phone == "+35821234588"
