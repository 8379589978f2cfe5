"""Views of the list that everybody has, as links above it: each is nothing but a filter."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from privacy.inbox.choices import ME, NOBODY, Due, StateGroup


@dataclass(frozen=True, slots=True)
class SavedView:
    """A name with the values of the filters that it stands for."""

    label: str | Promise
    filters: dict[str, str]

    @property
    def query(self) -> str:
        """The parameters of its address."""
        return urlencode(self.filters)

    def is_shown(self, parameters: QueryDict) -> bool:
        """Tell whether the list is narrowed by exactly these filters; order, page and length do not matter."""
        others = {name for name in parameters if name not in _BESIDE and any(parameters.getlist(name))}
        return others == set(self.filters) and all(
            parameters.getlist(name) == [value] for name, value in self.filters.items()
        )


_BESIDE = frozenset({"ordering", "p", "per_page", "export", "_w_filter_fragment"})

SAVED_VIEWS = (
    SavedView(pgettext_lazy("requests", "All"), {}),
    SavedView(pgettext_lazy("requests", "Mine"), {"state": StateGroup.OPEN.value, "handler": ME}),
    SavedView(pgettext_lazy("requests", "Unassigned"), {"state": StateGroup.OPEN.value, "handler": NOBODY}),
    SavedView(_("Due within 7 days"), {"due": Due.WEEK.value}),
    SavedView(_("Overdue"), {"due": Due.OVERDUE.value}),
    SavedView(_("Waiting for the person"), {"state": StateGroup.WAITING.value}),
    SavedView(pgettext_lazy("requests", "Closed"), {"state": StateGroup.CLOSED.value}),
)
