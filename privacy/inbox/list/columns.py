"""The columns of the list of requests."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn

from privacy.inbox.due_days import days_left, is_late, is_soon
from privacy.inbox.queries import BY_DUE_DAY, SeenRequest, person_of, registers_of, rights_of
from privacy.rights.choices import WAITING_STATES, State
from privacy.rights.models.requests import RightsRequest

OBJECT_TYPE = "rightsrequest"


class NumberColumn(TitleColumn):
    """The number, which leads to the case; the check box of the row is described by it."""

    def get_cell_context_data(self, instance: SeenRequest, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Add the id that the check box refers to."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "title_id": f"{OBJECT_TYPE}_{instance.pk}_title"}


class DueColumn(Column):
    """The due date with the days that are left, in words and with an icon, never by colour alone."""

    cell_template_name = "privacy/admin/due_cell.html"

    def get_cell_context_data(self, instance: SeenRequest, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Add what the cell shows."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, **due_facts(instance.request)}


class StateColumn(Column):
    """The state with an icon."""

    cell_template_name = "privacy/admin/state_cell.html"

    def get_cell_context_data(self, instance: SeenRequest, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Add the icon of the state."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "icon": icon_of_state(instance.request.state), "is_new": instance.request.state == State.NEW}


def due_facts(request: RightsRequest) -> dict[str, Any]:
    """Give what `due.html` shows of a request."""
    return {
        "due": request.due_on,
        "left": days_left(request),
        "is_late": is_late(request),
        "is_soon": is_soon(request),
        "is_extended": request.is_extended and request.is_open,
    }


def icon_of_state(state: str) -> str:
    """Give the name of Wagtail's icon for a state."""
    if state in WAITING_STATES:
        return "user"
    return {State.NEW: "mail", State.IN_PROGRESS: "edit", State.ANONYMISED: "view"}.get(State(state), "check")


def received_of(row: SeenRequest) -> str:
    """Give the day of receipt, short."""
    return date_format(row.request.received_on, "SHORT_DATE_FORMAT")


COLUMNS = [
    BulkActionsCheckboxColumn("bulk_actions", obj_type=OBJECT_TYPE),
    NumberColumn(
        "number",
        label=pgettext_lazy("of a request", "Number"),
        accessor="request.number",
        url_name="privacy_requests:case",
        id_accessor="request.number",
        sort_key="number",
    ),
    DueColumn(BY_DUE_DAY, accessor="request.due_on", label=gettext_lazy("Due"), sort_key=BY_DUE_DAY),
    Column("person", label=gettext_lazy("Person"), accessor=lambda row: person_of(row.request), sort_key="person"),
    Column("rights", label=gettext_lazy("Rights"), accessor=rights_of, sort_key="rights"),
    Column("registers", label=gettext_lazy("Register"), accessor=registers_of, sort_key="registers"),
    StateColumn("state", label=gettext_lazy("State"), accessor="request.get_state_display", sort_key="state"),
    Column("owner_name", label=gettext_lazy("Handler"), accessor="request.owner_name", sort_key="owner_name"),
    Column("received_on", label=gettext_lazy("Received"), accessor=received_of, sort_key="received_on"),
]
