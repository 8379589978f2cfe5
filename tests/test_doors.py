"""The private doors to Wagtail, modelcluster and Django that the app uses; docs/decisions/0027 lists them.

Each test fails when the door has moved: it looks whether the door is still there, and whether our use of it works.
"""

import ast
import inspect
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import wagtail.admin
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template import Template
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, ExtendsNode
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail import VERSION
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.ui.tables import LiveStatusTagColumn, Table
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views import generic
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.views.pages import edit
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction, PublishBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import LogContext, get_active_log_context
from wagtail.models import Page, PageViewRestriction, TaskState
from wagtail.rich_text import expand_db_html
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import SnippetViewSetGroup
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, SetActiveStateBulkAction
from wagtail.users.wagtail_hooks import register_viewset

from privacy.inbox.access.account_screens import (
    AccountViewSetMixin,
    GroupViewSetMixin,
    NewTokenMixin,
    TokenOwnersMixin,
    guard_tokens,
)
from privacy.models import NoticePage, NoticeRegister, Register
from privacy.notices.admin.bulk_pages import AskingPublishBulkAction, CountingDeleteBulkAction
from privacy.notices.sections.blocks import SectionsBlock, SectionsField
from privacy.registers.admin.viewsets import RecordStatusColumn
from privacy.registers.models.translations import attach_texts
from privacy.user_names import display_name
from tests.factories import (
    ContactFactory,
    NoticeIndexPageFactory,
    NoticePageFactory,
    RegisterFactory,
    RightsRequestPageFactory,
)
from tests.our_templates import template_names

ROOT = Path(settings.BASE_DIR)
DECISION = ROOT / "docs" / "decisions" / "0027-doors-to-wagtail.md"
WAGTAIL = Path(wagtail.admin.__file__).parent
site_there = pytest.mark.usefixtures("site")


def parameters(function: Any) -> set[str]:
    return set(inspect.signature(function).parameters)


def test_decision_names_every_test_here_and_no_other() -> None:
    named = set(re.findall(r"`(test_\w+)`", DECISION.read_text()))
    here = {name for name in globals() if name.startswith("test_")} - {
        "test_decision_names_every_test_here_and_no_other"
    }
    assert named == here


@pytest.mark.django_db
def test_children_that_were_read_elsewhere_are_kept_where_modelcluster_looks(django_assert_num_queries: Any) -> None:
    register = Register.objects.get(pk=RegisterFactory().pk)
    with django_assert_num_queries(1):
        attach_texts([register])
    assert "texts" in register._cluster_related_objects
    with django_assert_num_queries(0):
        assert list(register.texts.all()) == []


@pytest.mark.django_db
@site_there
def test_children_of_a_draft_are_told_apart_from_those_in_the_database() -> None:
    page = NoticePage.objects.get(pk=NoticePageFactory().pk)
    assert not page.registers.is_deferring
    page.registers = [NoticeRegister(register=RegisterFactory())]
    assert page.registers.is_deferring


@pytest.mark.django_db
@site_there
def test_schedule_says_that_it_publishes_and_not_an_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    page = NoticePageFactory()
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    said: list[Any] = []
    monkeypatch.setattr(NoticePage, "publish", lambda self, *args, **kwargs: said.append(kwargs.get("log_action")))
    page.scheduled_revision.__class__.objects.update(approved_go_live_at=timezone.now())
    call_command("publish_scheduled")
    assert said == ["wagtail.publish.scheduled"]


def test_autosave_names_the_revision_that_it_writes_over() -> None:
    assert "overwrite_revision" in parameters(Page.save_revision)


def test_decision_of_a_task_can_leave_the_workflow_alone() -> None:
    assert "update" in parameters(TaskState.approve) & parameters(TaskState.reject)


def test_log_tells_who_is_at_work() -> None:
    user = get_user_model()(username="muokkaaja")
    with LogContext(user=user):
        assert get_active_log_context().user is user
    assert get_active_log_context().user is None


@pytest.mark.django_db
@site_there
def test_copying_asks_by_the_names_that_our_guard_reads(superuser_client: Client) -> None:
    page = NoticePageFactory()
    shown = superuser_client.get(reverse("wagtailadmin_pages:copy", args=[page.get_parent().pk])).content.decode()
    for name in ("publish_copies", "copy_subpages", "alias"):
        assert f'name="{name}"' in shown


def test_bulk_publishing_asks_by_the_name_that_our_guard_reads() -> None:
    assert "include_descendants" in DefaultPageForm.base_fields
    for name in ("get_actionable_objects", "get_form_kwargs", "get_execution_context", "execute_action"):
        assert callable(getattr(PublishBulkAction, name))
    assert callable(DeleteBulkAction.get_actionable_objects)


def test_our_bulk_actions_take_the_place_of_wagtails() -> None:
    found = {
        name: bulk_action_registry.get_bulk_action_class("wagtailcore", "page", name) for name in ("delete", "publish")
    }
    assert found == {"delete": CountingDeleteBulkAction, "publish": AskingPublishBulkAction}


def test_bulk_actions_of_the_inbox_find_what_they_override() -> None:
    for name in ("check_perm", "get_all_objects_in_listing_query", "object_context", "get_success_message"):
        assert callable(getattr(BulkAction, name))
    assert BulkAction.cleaned_form is None


@pytest.mark.django_db
def test_screens_of_users_are_ours_and_ask_by_the_names_that_we_lock() -> None:
    for form in (UserCreationForm, UserEditForm):
        assert {"groups", "is_superuser", "password1", "email"} <= set(form().fields)
    assert AssignRoleBulkAction.action_type == "assign_role"
    assert AssignRoleBulkAction.models == [get_user_model()]
    assert "role" in AssignRoleBulkAction.form_class.base_fields
    assert SetActiveStateBulkAction.action_type == "set_active_state"
    assert SetActiveStateBulkAction.form_class.base_fields["mark_as_active"].coerce("False") is False
    users, groups = register_viewset()[:2]
    assert isinstance(users, AccountViewSetMixin)
    assert isinstance(groups, GroupViewSetMixin)


@pytest.mark.skipif(VERSION < (8, 0), reason="since Wagtail 8")
def test_views_of_tokens_are_ours() -> None:
    from wagtail.users.views.api_tokens import APITokenViewSet

    guard_tokens()
    viewset = APITokenViewSet("tokens")
    assert issubclass(viewset.add_view_class, NewTokenMixin)
    for view in (viewset.index_view_class, viewset.edit_view_class, viewset.delete_view_class):
        assert issubclass(view, TokenOwnersMixin)


def test_editor_of_pages_has_the_views_that_we_replace() -> None:
    assert callable(edit.EditView.get_side_panels)
    assert "page_id" in parameters(edit.EditView.dispatch)
    if VERSION >= (8, 0):
        from wagtail.admin.viewsets.pages import PageViewSet

        from privacy.notices.admin.viewsets import NoticeViewSet

        for name in ("edit_view_class", "add_view_class", "workflow_action_view_class"):
            assert issubclass(getattr(NoticeViewSet, name), getattr(PageViewSet, name))
    else:
        from wagtail.admin.views.pages import workflow

        assert callable(workflow.WorkflowAction.dispatch)


def test_older_wagtail_imports_nothing_that_only_the_newer_one_has() -> None:
    path = ROOT / "privacy/notices/admin/compliance/older_editor_views.py"
    imported = {node.module for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)}
    assert "privacy.notices.admin.compliance.editor_views" not in imported
    tree = ast.parse((ROOT / "privacy/notices/admin/compliance/refused_steps.py").read_text())
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert not names & {"WorkflowActionView", "EditView", "CreateView"}


def test_side_panel_has_a_button_with_a_counter() -> None:
    panel = BaseSidePanel(object(), RequestFactory().get("/"))
    context = panel.toggle.get_context_data({})
    assert (context["panel"], context["count"]) == (panel, 0)
    text = (WAGTAIL / "templates/wagtailadmin/shared/side_panel_toggle.html").read_text()
    assert "data-side-panel-toggle-counter" in text


def test_dialogue_of_a_workflow_goes_where_the_answer_says() -> None:
    script = Path(finders.find("wagtailadmin/js/workflow-action.js")).read_text()
    assert "success" in script
    assert re.search(r"\.redirect\b", script)


def test_every_selector_of_our_script_is_still_in_wagtails_editor() -> None:
    ours = (ROOT / "privacy/static/privacy/checks.js").read_text()
    marks = {mark for mark in re.findall(r"data-[a-z-]+", ours) if not mark.startswith("data-privacy")}
    marks |= set(re.findall(r"\.(w-[a-z]+)", ours)) | {
        "-settings",
        "-type",
        "-deleted",
        "aria-expanded",
        "aria-controls",
    }
    assert {"data-panel-toggle", "data-streamfield-child", "w-combobox"} <= marks
    scripts = "".join(path.read_text() for path in (WAGTAIL / "static/wagtailadmin/js").rglob("*.js"))
    markup = "".join(path.read_text() for path in (WAGTAIL / "templates/wagtailadmin").rglob("*.html"))
    assert [mark for mark in sorted(marks) if mark not in scripts + markup] == []


def test_section_of_the_editor_has_the_id_that_our_links_lead_to() -> None:
    script = Path(finders.find("wagtailadmin/js/telepath/blocks.js")).read_text()
    assert re.search(r"block-\$\{\w+\}-section|\"block-\"\.concat\(\w+, ?\"-section\"\)", script)


def blocks_of(template: Template) -> set[str]:
    """Give the names of the blocks of a template and of those that it extends."""
    names = {node.name for node in template.nodelist.get_nodes_by_type(BlockNode)}
    for node in template.nodelist.get_nodes_by_type(ExtendsNode):
        names |= blocks_of(get_template(node.parent_name.var).template)
    return names


OVER_WAGTAIL = [name for name in template_names() if '{% extends "wagtailadmin/' in get_template(name).template.source]


@pytest.mark.parametrize("name", OVER_WAGTAIL)
def test_blocks_that_our_templates_fill_are_in_wagtails(name: str) -> None:
    source = get_template(name).template.source
    parent = get_template(re.search(r'extends "([^"]+)"', source)[1]).template  # type: ignore[index]
    ours = list(get_template(name).template.nodelist.get_nodes_by_type(BlockNode))
    outer = {node.name for node in ours} - {
        inner.name for node in ours for inner in node.nodelist.get_nodes_by_type(BlockNode)
    }
    assert outer
    assert outer <= blocks_of(parent)


def test_templates_of_wagtail_that_ours_include_are_there() -> None:
    named = {
        found
        for name in template_names()
        for found in re.findall(r'include "(wagtailadmin/[^"]+)"', get_template(name).template.source)
    }
    assert named
    for name in named:
        get_template(name)


def test_menus_let_us_add_items_and_numbers() -> None:
    assert callable(SnippetViewSetGroup.get_submenu_items)
    component = MenuItem("Nimi", "/", name="nimi").render_component(RequestFactory().get("/"))
    assert {"label", "classname"} <= set(vars(component))


def test_cells_of_tables_know_their_table() -> None:
    assert issubclass(RecordStatusColumn, LiveStatusTagColumn)
    assert "parent_context" in parameters(LiveStatusTagColumn.get_cell_context_data)
    table = Table([RecordStatusColumn(label="Tila")], [])
    assert table.get_context_data({})["table"] is table
    assert {table: 1}[table] == 1, "tables are told apart by identity"


def test_choosers_have_the_views_that_we_narrow() -> None:
    for view in (chooser.ChooseView, chooser.ChooseResultsView):
        assert callable(view.apply_object_list_ordering)
        assert hasattr(view, "columns")
    assert callable(chooser.SnippetChosenView.get_object)
    assert callable(chooser.SnippetChosenMultipleView.get_objects)


def test_lists_of_the_admin_ask_the_methods_that_we_override() -> None:
    for name in ("get_queryset", "filter_queryset", "get_paginator", "get_paginate_by", "get_base_queryset"):
        assert callable(getattr(generic.IndexView, name))
    assert "_w_filter_fragment" in inspect.getsource(generic.base)
    assert hasattr(WagtailPaginator, "items_count_label")
    for name in ("get_table", "decorate_paginated_queryset"):
        assert callable(getattr(ReportView, name))


def test_migrations_see_a_streamfield_without_blocks() -> None:
    field = SectionsField(SectionsBlock(), blank=True)
    _name, path, args, kwargs = field.deconstruct()
    assert (path, args, kwargs["block_lookup"]) == ("wagtail.fields.StreamField", [[]], {})
    assert "block_lookup" in super(SectionsField, field).deconstruct()[3]


@pytest.mark.django_db
@site_there
def test_view_restrictions_are_those_that_wagtail_finds(django_assert_num_queries: Any) -> None:
    index = NoticeIndexPageFactory()
    page, free = NoticePageFactory(parent=index), NoticePageFactory()
    alias = page.create_alias(parent=free.get_parent(), update_slug="toinen")
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="avoin")
    for one in (page, free, alias, index):
        fresh = type(one).objects.get(pk=one.pk)
        with django_assert_num_queries(1):
            ours = {row.pk for row in fresh.get_view_restrictions()}
        assert ours == {row.pk for row in Page.get_view_restrictions(fresh)}


@pytest.mark.django_db
@site_there
def test_converted_alias_saves_its_live_revision_alone_when_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    alias = NoticePageFactory().create_alias(update_slug="kopio")
    saved: list[Any] = []
    monkeypatch.setattr(type(alias), "save", lambda _page, **given: saved.append(given.get("update_fields")))
    ConvertAliasPageAction(alias).execute(skip_permission_checks=True)
    assert saved[0] == ["alias_of_id"]
    assert saved[-1] == ["live_revision"]


@pytest.mark.django_db
@site_there
def test_link_to_the_form_is_expanded_by_wagtail_itself() -> None:
    register = RegisterFactory()
    form = RightsRequestPageFactory(registers=[register])
    stored = '<a class="button" linktype="request-form" register="{}">Tee pyyntö</a>'
    address = f"{form.get_url()}?register={register.uuid}"
    assert expand_db_html(stored.format(register.uuid)) == f'<a class="button" href="{address}">Tee pyyntö</a>'
    for unknown in (RegisterFactory().uuid, "ei mikään", ""):
        assert expand_db_html(stored.format(unknown)) == "<a>Tee pyyntö</a>"


@pytest.mark.django_db
def test_addresses_of_the_admin_have_the_names_that_we_use() -> None:
    contact = ContactFactory()
    reverse("wagtailadmin_home")
    reverse("wagtailusers_users:index")
    for name in ("edit", "copy"):
        reverse(f"wagtailadmin_pages:{name}", args=[1])
    for kind in ("register", "contact", "controller"):
        reverse(f"wagtailsnippets_privacy_{kind}:list")
        reverse(f"wagtailsnippets_privacy_{kind}:edit", args=[contact.pk])


@pytest.mark.parametrize(("first", "last"), [("Aino", "Esimerkki"), ("", ""), (" ", " ")])
def test_rows_keep_the_name_that_the_admin_shows(first: str, last: str) -> None:
    user = get_user_model()(username="aino", first_name=first, last_name=last)
    assert display_name(user) == get_user_display_name(user)
    assert display_name(None) == ""
