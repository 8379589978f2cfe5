"""The report of all notices: what is in force, what is to come, what is to be reviewed, what lags behind."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from privacy.models import NoticePage
from privacy.notices.admin.versions_report import report_rows
from privacy.notices.versions.actions import mark_reviewed
from tests.factories import NoticePageFactory
from tests.privacy.notices.versions.conftest import fresh, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def translation(notice: NoticePage, locales: Any) -> NoticePage:
    notice.save_revision().publish()
    notice.get_parent().copy_for_translation(locales["sv"], copy_parents=True)
    copy = fresh(notice).copy_for_translation(locales["sv"])
    copy.get_latest_revision().publish()
    return fresh(copy)


def behind(page: NoticePage) -> tuple[str, ...]:
    return report_rows([fresh(page)])[0].behind


def test_language_version_lags_behind_section_by_section(notice: NoticePage, translation: NoticePage) -> None:
    assert behind(translation) == ()
    publish(notice, "retention", "Kymmenen vuotta.")
    assert behind(translation) == ("Henkilötietojen säilytysaika",)
    publish(translation, "retention", "Tio år.")
    assert behind(translation) == ()


def test_mended_slip_of_the_pen_leaves_nobody_behind(notice: NoticePage, translation: NoticePage) -> None:
    publish(notice, "retention", "Tiedot säilytetään asiakassuhten ajan.")
    assert behind(translation) == ()


def test_review_of_the_translation_catches_up(notice: NoticePage, translation: NoticePage, superuser: Any) -> None:
    publish(notice, "retention", "Kymmenen vuotta.")
    mark_reviewed(page=translation, user=superuser)
    assert behind(translation) == ()


def test_renewed_contact_details_leave_nobody_behind(notice: NoticePage, translation: NoticePage) -> None:
    contact = notice.registers.first().register.contacts.get().contact
    contact.phone = "+358401112233"
    contact.save_revision().publish()
    assert behind(translation) == ()


def test_main_language_is_never_behind(notice: NoticePage, translation: NoticePage) -> None:
    publish(translation, "retention", "Tio år.")
    assert behind(notice) == ()


def test_review_is_due_after_the_interval_of_the_notice(site: Any) -> None:
    with time_machine.travel(datetime(2025, 1, 31, 12, tzinfo=UTC), tick=False):
        page = NoticePageFactory(review_months=1)
    row = report_rows([fresh(page)])[0]
    assert (row.review_due, row.is_overdue) == (date(2025, 2, 28), True)


def test_review_moves_the_day_on(notice: NoticePage, superuser: Any) -> None:
    after_midnight_in_helsinki = datetime(2027, 3, 5, 22, 30, tzinfo=UTC)
    with time_machine.travel(after_midnight_in_helsinki, tick=False):
        mark_reviewed(page=notice, user=superuser)
        assert report_rows([fresh(notice)])[0].review_due == date(2028, 3, 6)


def test_report_lists_notices_in_a_constant_number_of_queries(
    superuser_client: Client, notice: NoticePage, django_assert_max_num_queries: Any
) -> None:
    publish(notice, "retention", "Kymmenen vuotta.", effective_from=timezone.localdate() + timedelta(days=3))
    address = reverse("privacy_versions:report")
    for _number in range(8):
        NoticePageFactory()
    superuser_client.get(address)
    with django_assert_max_num_queries(29):
        text = superuser_client.get(address).content.decode()
    assert "Asiakkaiden tietosuojaseloste" in text
    assert "2.0" in text


def test_report_can_be_exported(superuser_client: Client, notice: NoticePage) -> None:
    answer = superuser_client.get(f"{reverse('privacy_versions:report')}?export=csv")
    text = b"".join(answer.streaming_content).decode()
    assert "Asiakkaiden tietosuojaseloste" in text
    assert "1.0" in text


def test_report_is_only_for_editors(client: Client, handler: Any, notice: NoticePage) -> None:
    client.force_login(handler)
    assert "Asiakkaiden" not in client.get(reverse("privacy_versions:report"), follow=True).content.decode()
