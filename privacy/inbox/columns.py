"""The columns of the list of requests."""

from datetime import date
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from privacy.notices.rights_texts import right_texts
from privacy.rights.deadlines import local_date
from privacy.rights.records import RequestItem, RightsRequest


class DueColumn(Column):
    """The due date with the days that are left, in words and with an icon, never by colour alone."""

    cell_template_name = "privacy/admin/due_cell.html"

    def get_cell_context_data(self, instance: RightsRequest, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Add what the cell shows."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "due": instance.due_on, "left": days_left(instance), "is_late": is_late(instance)}


def _today(request: RightsRequest) -> date:
    return local_date(timezone.now(), request.controller.time_zone)


def is_late(request: RightsRequest) -> bool:
    """Tell whether an open request is past its due date."""
    return request.is_open and request.due_on < _today(request)


def days_left(request: RightsRequest) -> str:
    """Give the days until the due date in words; empty for a closed request."""
    if not request.is_open:
        return ""
    days = (request.due_on - _today(request)).days
    if days == 0:
        return gettext("due today")
    if days < 0:
        return ngettext("%(days)s day late", "%(days)s days late", -days) % {"days": -days}
    return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days}


def visible_items(request: RightsRequest) -> list[RequestItem]:
    """Give the items that the user may see, as the views prefetch them."""
    return request.visible_items  # type: ignore[attr-defined]


def rights_of(request: RightsRequest) -> str:
    """Give the short names of the rights of the items that the user may see."""
    language = (translation.get_language() or "en").split("-")[0]
    return ", ".join(right_texts()[item.right].label[language] for item in visible_items(request))


def registers_of(request: RightsRequest) -> str:
    """Give the names of the registers of the items that the user may see."""
    names = [_register_name(item) for item in visible_items(request)]
    return ", ".join(dict.fromkeys(names))


def _register_name(item: Any) -> str:
    if item.register is not None:
        return str(item.register)
    return gettext("All registers") if item.all_registers else gettext("Register not known")


def person_of(request: RightsRequest) -> str:
    """Give the name of who asked, or by what they can be found."""
    person = next((person for person in request.persons.all() if person.role != "data_subject"), None)
    return (person.name or person.finding_details or person.email) if person else ""


COLUMNS = [
    TitleColumn(
        "number", label=pgettext_lazy("of a request", "Number"), url_name="privacy_requests:case", id_accessor="number"
    ),
    Column("rights", label=gettext_lazy("Rights"), accessor=rights_of),
    Column("registers", label=gettext_lazy("Register"), accessor=registers_of),
    Column("person", label=gettext_lazy("Person"), accessor=person_of),
    Column("received_on", label=gettext_lazy("Received"), sort_key="received_on"),
    DueColumn("due_on", label=gettext_lazy("Due"), sort_key="due_on"),
    Column("state", label=gettext_lazy("State"), accessor="get_state_display", sort_key="state"),
]
