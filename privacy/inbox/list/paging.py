"""Pages of the list without counting all there is."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from wagtail.admin.paginator import WagtailPaginator

LENGTHS = (20, 50, 100)
DEFAULT_LENGTH = 50
# Nobody turns two hundred pages; the number of rows beyond would cost as much time as there are rows.
MOST_COUNTED = 10_000
_SESSION_KEY = "privacy_requests_per_page"


class BoundedPaginator(WagtailPaginator):
    """Counts rows up to a bound, without their order; `countable` is what is counted."""

    def __init__(self, *args: Any, countable: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.countable = countable

    @cached_property
    def _counted(self) -> int:
        return self.countable.order_by().values("pk")[: MOST_COUNTED + 1].count()

    @property
    def is_cut(self) -> bool:
        """Whether there are more rows than are counted."""
        return self._counted > MOST_COUNTED

    @cached_property
    def count(self) -> int:
        """The number of rows, at most the bound."""
        return min(self._counted, MOST_COUNTED)

    @cached_property
    def items_count_label(self) -> str:
        """The number of rows in words."""
        if self.is_cut:
            return gettext("more than %(count)s requests: narrow the list") % {"count": MOST_COUNTED}
        return ngettext("%(count)s request", "%(count)s requests", self.count) % {"count": self.count}


def length_of_page(request: HttpRequest) -> int:
    """Give the rows of a page: what was asked for, and is kept for the session, or the default."""
    wanted = request.GET.get("per_page", "")
    if wanted.isdecimal() and int(wanted) in LENGTHS:
        request.session[_SESSION_KEY] = int(wanted)
    kept = request.session.get(_SESSION_KEY)
    return kept if kept in LENGTHS else DEFAULT_LENGTH
