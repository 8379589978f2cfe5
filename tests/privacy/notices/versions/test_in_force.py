"""What is in force on a day, in the controller's time zone, through pending, withdrawn and unpublished versions."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from privacy.models import NoticePage, NoticeVersion
from privacy.notices.versions.actions import VersionStepNotPossible, withdraw_version
from privacy.notices.versions.days import next_number
from privacy.notices.versions.models import VersionChangeRefused
from tests.factories import ControllerFactory, NoticePageFactory, RegisterFactory
from tests.privacy.notices.versions.conftest import fresh, newest, numbers, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def number_in_force(page: NoticePage) -> str | None:
    version = fresh(page).in_force
    return version.number if version else None


def body(client: Client, page: NoticePage, rest: str = "") -> str:
    return client.get(f"{page.get_url()}{rest}").content.decode()


def test_pending_version_is_announced_and_not_yet_shown(client: Client, notice: NoticePage) -> None:
    publish(notice, "retention", "Kymmenen vuotta.", effective_from=in_days(10), version_summary="Aika pitenee.")
    page = body(client, notice)
    assert number_in_force(notice) == "1.0"
    assert "Kymmenen vuotta" not in page
    assert "Aika pitenee." in page
    assert "Kymmenen vuotta" in body(client, notice, "versions/2-0/")


def test_pending_version_takes_effect_at_midnight_of_the_controller(client: Client, site: Any) -> None:
    register = RegisterFactory(controller=ControllerFactory(time_zone="America/New_York"))
    with time_machine.travel(datetime(2026, 3, 1, 12, tzinfo=UTC), tick=False):
        page = NoticePageFactory(registers=[register])
        publish(page, "retention", "Uusi aika.", effective_from=date(2026, 3, 3))
    midnight = datetime(2026, 3, 3, tzinfo=ZoneInfo("America/New_York"))
    with time_machine.travel(midnight - timedelta(seconds=1), tick=False):
        assert number_in_force(page) == "1.0"
    with time_machine.travel(midnight, tick=False):
        assert number_in_force(page) == "2.0"
        assert "Uusi aika." in body(client, page)


def test_publishing_again_replaces_the_version_to_come_and_its_number_is_not_used_again(notice: NoticePage) -> None:
    publish(notice, "retention", "Kymmenen vuotta.", effective_from=in_days(10))
    publish(notice, "retention", "Kaksitoista vuotta.", effective_from=in_days(20))
    assert numbers(notice) == ["1.0", "2.0", "3.0"]
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert number_in_force(notice) == "1.0"
    with time_machine.travel(timezone.now() + timedelta(days=21)):
        assert number_in_force(notice) == "3.0"


def test_withdrawn_version_never_takes_effect_and_can_be_published_again(notice: NoticePage, superuser: Any) -> None:
    version = publish(notice, "retention", "Kymmenen vuotta.", effective_from=in_days(10))
    assert version is not None
    withdraw_version(version=version, user=superuser, reason="Virhe.")
    with time_machine.travel(timezone.now() + timedelta(days=11)):
        assert number_in_force(notice) == "1.0"
    fresh(notice).save_revision().publish()
    assert numbers(notice) == ["1.0", "2.0", "3.0"]


def test_version_in_force_cannot_be_withdrawn(notice: NoticePage, superuser: Any) -> None:
    version = newest(notice)
    assert version is not None
    with pytest.raises(VersionStepNotPossible):
        withdraw_version(version=version, user=superuser)


def test_first_version_in_the_future_shows_its_text_with_the_day(client: Client, site: Any) -> None:
    page = NoticePageFactory(draft=True)
    page.effective_from = in_days(5)
    page.save_revision().publish()
    text = body(client, page)
    assert "asiakassuhteen ajan" in text
    assert "tulee voimaan" in text


def test_day_is_answered_with_the_version_of_that_day(client: Client, site: Any) -> None:
    page = NoticePageFactory(draft=True, title="Vanha otsikko")
    page.effective_from = date(2018, 5, 25)
    page.save_revision().publish()
    publish(page, "retention", "Kymmenen vuotta.")
    assert "Versio 1.0 oli voimassa" in body(client, page, "on/2020-02-29/")
    assert "Mikään selosteen versio ei ollut voimassa" in body(client, page, "on/2018-05-24/")
    assert "Versio 2.0 oli voimassa" in body(client, page, f"on/{timezone.localdate()}/")
    assert "on vasta tulossa" in body(client, page, f"on/{in_days(2)}/")


@pytest.mark.parametrize(
    "rest", ["on/2026-02-30/", "on/3.5.2026/", "versions/9-9/", "versions/0-1/", "versions/1-0/x/"]
)
def test_address_of_nothing_is_not_found(client: Client, notice: NoticePage, rest: str) -> None:
    assert client.get(f"{notice.get_url()}{rest}").status_code == 404


def test_unpublished_notice_keeps_its_archive_and_says_so(client: Client, notice: NoticePage) -> None:
    with time_machine.travel(datetime(2026, 4, 1, 12, tzinfo=UTC), tick=False):
        fresh(notice).unpublish()
    with time_machine.travel(datetime(2026, 4, 20, 12, tzinfo=UTC), tick=False):
        fresh(notice).get_latest_revision_as_object().save_revision().publish()
        assert numbers(notice) == ["1.0"]
        assert "ei ollut voimassa" in body(client, notice, "on/2026-04-10/")
        fresh(notice).unpublish()
    assert client.get(notice.get_url()).status_code == 404
    for rest in ("versions/", "versions/1-0/"):
        assert "ei ole enää julkaistuna" in body(client, notice, rest)
    answer = client.get(f"/privacy/n/{notice.uuid}/", follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0].endswith("/versions/")


def test_last_version_ends_on_the_day_the_notice_was_taken_off(client: Client, notice: NoticePage) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=10)):
        fresh(notice).unpublish()
        day = in_days(0)
        assert f"–{day.day}.{day.month}.{day.year}" in body(client, notice, "versions/1-0/")


def test_draft_that_was_never_published_has_no_archive(client: Client, site: Any) -> None:
    page = NoticePageFactory(draft=True)
    assert client.get(f"{page.get_url()}versions/").status_code == 404
    assert client.get(f"/privacy/n/{page.uuid}/").status_code == 404


def test_preview_shows_the_draft_also_of_an_unpublished_page(notice: NoticePage, rf: Any) -> None:
    page = fresh(notice)
    page.title = "Luonnoksen otsikko"
    response = page.make_preview_request()
    assert "Luonnoksen otsikko" in response.content.decode()
    page.unpublish()
    assert "Luonnoksen otsikko" in page.make_preview_request().content.decode()


def test_versions_and_what_happened_to_them_are_never_changed(notice: NoticePage) -> None:
    version = newest(notice)
    assert version is not None
    with pytest.raises(VersionChangeRefused):
        version.save()
    with pytest.raises(VersionChangeRefused):
        version.delete()
    with pytest.raises(VersionChangeRefused):
        NoticeVersion.objects.filter(pk=version.pk).update(summary="Muuta.")
    with pytest.raises(VersionChangeRefused):
        NoticeVersion.objects.all().delete()


@pytest.mark.parametrize(
    ("taken", "after", "major", "expected"),
    [
        ([], None, True, (1, 0)),
        ([(1, 0)], (1, 0), False, (1, 1)),
        ([(1, 0), (1, 1)], (1, 0), False, (1, 2)),
        ([(1, 0), (2, 0)], (1, 0), True, (3, 0)),
        ([(1, 0), (2, 0)], (1, 0), False, (1, 1)),
        ([(1, 0), (2, 0)], (2, 0), False, (2, 1)),
        ([(1, 0)], None, False, (2, 0)),
    ],
)
def test_number_that_was_ever_used_is_never_used_again(
    taken: list[tuple[int, int]], after: tuple[int, int] | None, major: bool, expected: tuple[int, int]
) -> None:
    assert next_number(taken, after=after, major=major) == expected
