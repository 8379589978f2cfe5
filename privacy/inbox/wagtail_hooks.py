"""What the inbox registers in the admin."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry

from privacy.inbox.access.account_screens import guard_bulk_action
from privacy.inbox.access.grants import LOG_ACTION, AccessLogFormatter
from privacy.inbox.bulk import BULK_ACTIONS
from privacy.inbox.overview import inbox_panels
from privacy.inbox.viewsets import REPORTS, VIEWSETS

hooks.register("before_bulk_action", guard_bulk_action)
for action in BULK_ACTIONS:
    hooks.register("register_bulk_action", action)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[ViewSet]:
    """Register the inbox, its reports and the access to it."""
    return VIEWSETS


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    """Register the reports."""
    return REPORTS.get_menu_item()


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Register the words for a change of access."""
    actions.register_action(LOG_ACTION)(AccessLogFormatter)


@hooks.register("construct_homepage_panels")
def add_inbox_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Add what waits for the user to the admin home."""
    panels.extend(inbox_panels(request))
