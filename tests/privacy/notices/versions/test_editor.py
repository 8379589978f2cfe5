"""The page editor asks what the next version is, when something is published and not before."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from privacy.models import NoticePage, Register
from tests.factories import NoticePageFactory
from tests.privacy.notices.editor_posts import retention, send_editor
from tests.privacy.notices.versions.conftest import fresh, newest, numbers, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def page(register: Register) -> NoticePage:
    return NoticePageFactory(registers=[register], body=retention("Kaksi vuotta."), title="Seloste")


def post(client: Client, page: NoticePage, text: str, *, action: str = "publish", **said: Any) -> Any:
    """Send the editor's form with another text on retention, and a reason for what is open in so short a notice."""
    reason = {"publication_reason": "Muut osiot täydennetään myöhemmin."}
    return send_editor(client, page, text, action=action, **reason | said)


def test_material_change_needs_a_summary_and_says_why(superuser_client: Client, page: NoticePage) -> None:
    answer = post(superuser_client, page, "Kymmenen vuotta.")
    assert answer.status_code == 200
    (error,) = answer.context["form"].errors["version_summary"]
    assert "Henkilötietojen säilytysaika" in error
    assert numbers(page) == ["1.0"]


def test_material_change_is_published_with_its_summary(superuser_client: Client, page: NoticePage) -> None:
    answer = post(superuser_client, page, "Kymmenen vuotta.", version_summary="Säilytysaika pitenee.")
    assert answer.status_code == 302
    version = newest(page)
    assert version is not None
    assert (version.number, version.summary) == ("2.0", "Säilytysaika pitenee.")
    assert version.published_by_name


def test_editor_may_call_it_editorial(superuser_client: Client, page: NoticePage) -> None:
    assert post(superuser_client, page, "Kymmenen vuotta.", version_kind="minor").status_code == 302
    assert numbers(page) == ["1.0", "1.1"]


def test_draft_is_saved_without_a_summary(superuser_client: Client, page: NoticePage) -> None:
    assert post(superuser_client, page, "Kymmenen vuotta.", action="").status_code == 302
    assert numbers(page) == ["1.0"]


def test_publishing_the_same_text_asks_nothing(superuser_client: Client, page: NoticePage) -> None:
    assert post(superuser_client, page, "Kaksi vuotta.").status_code == 302
    assert numbers(page) == ["1.0"]


def test_day_in_the_past_is_refused_beside_the_day(superuser_client: Client, page: NoticePage) -> None:
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    answer = post(superuser_client, page, "Kymmenen vuotta.", version_summary="Pitenee.", effective_from=yesterday)
    assert answer.status_code == 200
    assert answer.context["form"].errors["effective_from"]


def test_day_to_come_makes_a_pending_version(superuser_client: Client, page: NoticePage) -> None:
    day = timezone.localdate() + timedelta(days=7)
    post(superuser_client, page, "Kymmenen vuotta.", version_summary="Pitenee.", effective_from=day.isoformat())
    found = fresh(page)
    assert found.in_force.number == "1.0"
    assert (found.pending_version.number, found.pending_version.effective_from) == ("2.0", day)


def test_editor_is_shown_suggestion_and_versions(superuser_client: Client, page: NoticePage) -> None:
    publish(page, "retention", "Kymmenen vuotta.", effective_from=timezone.localdate() + timedelta(days=7))
    text = superuser_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert reverse("privacy_versions:withdraw", args=[page.pk, "2-0"]) in text
    assert "korvaa sen" in text


def test_new_notice_is_asked_its_day_only(superuser_client: Client, register: Register) -> None:
    draft = NoticePageFactory(registers=[register], draft=True)
    draft.save_revision()
    text = superuser_client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert 'name="effective_from"' in text
    assert 'name="version_summary"' not in text


def test_workflow_records_what_it_publishes(superuser_client: Client, superuser: Any, page: NoticePage) -> None:
    from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

    workflow = Workflow.objects.create(name="Tarkistus")
    task = GroupApprovalTask.objects.create(name="Hyväksyntä")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=page)
    post(superuser_client, page, "Kymmenen vuotta.", action="submit", version_summary="Pitenee.")
    assert numbers(page) == ["1.0"]
    state = fresh(page).current_workflow_task_state
    state.approve(user=superuser)
    version = newest(page)
    assert version is not None
    assert (version.number, version.summary) == ("2.0", "Pitenee.")
