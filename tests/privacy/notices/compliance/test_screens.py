"""Where findings show: beside the editor, in the listing, in the report, on the command line."""

import json
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail import VERSION
from wagtail.admin.panels import ObjectList

from privacy.models import NoticePage
from privacy.notices.admin.finding_counts import counts_of, pages_with
from privacy.notices.compliance.evaluate import check_pages
from privacy.notices.editor.panels import ChecksPanel
from tests.factories import NoticePageFactory
from tests.privacy.notices.compliance.conftest import fresh, post
from tests.privacy.notices.editor_posts import BLOCK

pytestmark = pytest.mark.django_db


def editor_of(client: Client, page: NoticePage) -> str:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


@pytest.mark.skipif(VERSION < (8, 0), reason="before Wagtail 8 the checks are a tab")
def test_editor_shows_the_findings_of_the_draft_with_a_jump_to_the_section(
    superuser_client: Client, notice: NoticePage
) -> None:
    text = editor_of(superuser_client, notice)
    assert 'data-side-panel="privacy-checks"' in text
    assert "PN043" in text
    assert f'href="#block-{BLOCK}-section"' in text
    post(superuser_client, notice, "Kaksi vuotta.", action="")
    assert "PN043" not in editor_of(superuser_client, notice)


def test_tab_of_older_wagtails_shows_the_same(superuser: Any, notice: NoticePage) -> None:
    request = RequestFactory().get("/")
    request.user = superuser
    handler = ObjectList([ChecksPanel()]).bind_to_model(NoticePage)
    page = fresh(notice)
    bound = handler.get_bound_panel(instance=page, request=request, form=handler.get_form_class()(instance=page))
    html = bound.render_html({"request": request})
    assert "PN043" in html
    assert "13(2)(a)" in html


def test_meter_names_what_is_missing_by_article(superuser_client: Client, notice: NoticePage) -> None:
    text = superuser_client.get(reverse("privacy_checks:list", args=[notice.pk])).content.decode()
    assert "<meter" in text
    assert "13(1)(e)" in text


def test_listing_has_a_column_and_a_filter(superuser_client: Client, notice: NoticePage) -> None:
    address = reverse("wagtailadmin_explore", args=[notice.get_parent().pk])
    assert reverse("privacy_checks:list", args=[notice.pk]) in superuser_client.get(address).content.decode()
    assert "Seloste" in superuser_client.get(f"{address}?checks=error").content.decode()
    found = superuser_client.get(f"{address}?checks=none")
    assert notice.pk not in [page.pk for page in found.context["object_list"]]


def test_filter_tells_errors_from_none(notice: NoticePage) -> None:
    notices = NoticePage.objects.all()
    assert pages_with(notices, "error") == [notice.pk]
    assert pages_with(notices, "none") == []


def test_many_notices_are_checked_with_a_constant_number_of_queries(
    notice: NoticePage,
    django_assert_num_queries: Callable[..., Any],
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    few = list(NoticePage.objects.select_related("locale"))
    check_pages(few)  # Wagtail's list of site roots is known from now on, whatever test came before
    with django_assert_max_num_queries(12) as asked:
        check_pages(few)
    for _number in range(5):
        NoticePageFactory()
    many = list(NoticePage.objects.select_related("locale"))
    assert len(many) == 6
    with django_assert_num_queries(len(asked.captured_queries)):
        check_pages(many)


def test_counts_leave_out_aliases(notice: NoticePage) -> None:
    alias = notice.create_alias(parent=notice.get_parent(), update_slug="toinen")
    assert set(counts_of([notice.pk, alias.pk])) == {notice.pk}


def run(*args: Any, **options: Any) -> str:
    out = StringIO()
    call_command("check_notices", *args, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_command_checks_the_notices_of_the_site_as_json(notice: NoticePage) -> None:
    (answer,) = json.loads(run(format="json", language="en"))
    assert str(notice.pk) in answer["notice"]
    entry = next(found for found in answer["findings"] if found["id"] == "PN043")
    assert set(entry) == {"id", "severity", "section", "message", "excerpt"}
    assert (entry["severity"], entry["section"]) == ("error", "retention")


def test_command_fails_on_errors_and_for_a_notice_that_is_not_there(notice: NoticePage) -> None:
    with pytest.raises(SystemExit):
        run(notice.pk, fail_on="error")
    with pytest.raises(CommandError):
        run(notice.pk + 1000)
    with pytest.raises(CommandError):
        run(file=["x.txt"], notify=True)


def test_check_that_raises_breaks_neither_editor_nor_publication(
    superuser_client: Client, notice: NoticePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from privacy.notices.compliance.engine import registry

    def broken(_notice: Any) -> Any:
        raise RuntimeError("Aino Esimerkki")

    monkeypatch.setitem(registry._checks, "PN043", broken)
    assert "PN000" in superuser_client.get(reverse("privacy_checks:list", args=[notice.pk])).content.decode()
    assert post(superuser_client, notice, "Kolme vuotta.", publication_reason="Korjataan.").status_code == 302


def test_settings_switch_checks_off_and_change_their_severity(notice: NoticePage, settings: Any) -> None:
    settings.PRIVACY_CHECKS_DISABLED = ["PN043"]
    settings.PRIVACY_CHECK_SEVERITIES = {"PN019": "info"}
    found = {one.finding.id: one.finding.severity for one in check_pages([fresh(notice)])[0].open}
    assert "PN043" not in found
    assert found["PN019"] == "info"
