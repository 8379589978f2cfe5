"""What all bulk actions of the list share: only requests in reach are named, only allowed ones are acted on."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from privacy.inbox.columns import rights_of
from privacy.inbox.filters import RequestFilterSet
from privacy.inbox.listing import Requests, with_details
from privacy.inbox.reaching import reach_of
from privacy.inbox.searching import search
from privacy.registers.choices import Permission
from privacy.rights.errors import RightsError
from privacy.rights.models.requests import RightsRequest
from privacy.rights.workflow.actors import ActingPerson

# Each request is a step of its own with a row lock; more at once would keep the database busy for too long.
MOST_AT_ONCE = 200


class RequestBulkAction(BulkAction):
    """What the actions share: only requests that the user sees are named, only those he may act on are acted on."""

    models = [RightsRequest]
    permission = Permission.HANDLE
    most_at_once: int | None = MOST_AT_ONCE
    template_name = "privacy/admin/bulk.html"
    heading: Any = ""
    button: Any = ""
    icon = "mail"

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        """Give the keys of what the list shows with its filters and its search."""
        filters = RequestFilterSet(data=self.request.GET, request=self.request)
        found = reach_of(self.request).requests()
        if filters.is_valid():
            found = filters.filter_queryset(found)
        return search(found, self.request.GET.get("q", ""), reach_of(self.request)).requests.values_list(
            "pk", flat=True
        )

    @cached_property
    def selected(self) -> Requests:
        """The selected requests that the user may see; what he may not see is not there."""
        keys = self.request.GET.getlist("id")
        if "all" in keys:
            wanted: Any = self.get_all_objects_in_listing_query(None)
        else:
            wanted = [int(key) for key in keys if key.isdecimal()]
        return reach_of(self.request).requests().filter(pk__in=wanted)

    @cached_property
    def allowed(self) -> set[int]:
        """The keys of the selected requests on which the user has the permission."""
        return set(
            reach_of(self.request).requests(self.permission).filter(pk__in=self.selected).values_list("pk", flat=True)
        )

    def check_perm(self, obj: RightsRequest) -> bool:
        """Tell whether the user may do this with a request."""
        return obj.pk in self.allowed

    @cached_property
    def is_too_many(self) -> bool:
        """Whether more is selected than can be done at once."""
        return self.most_at_once is not None and self.selected[: self.most_at_once + 1].count() > self.most_at_once

    def get_actionable_objects(self) -> tuple[list[RightsRequest], dict[str, Any]]:
        """Give the requests to act on, and those that the user sees but may not act on."""
        if self.is_too_many:
            return [], {"items_with_no_access": []}
        found = with_details(self.selected, reach_of(self.request)).order_by("due_on", "pk")
        objects = [request for request in found if self.check_perm(request)]
        return objects, {"items_with_no_access": [request for request in found if not self.check_perm(request)]}

    def object_context(self, obj: RightsRequest) -> dict[str, Any]:
        """Give what the page of confirmation shows of a request."""
        return {"item": obj, "rights": rights_of(obj)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the words of the page."""
        context = super().get_context_data(**kwargs)
        words = {"heading": self.heading, "button": self.button, "icon": self.icon, "most": self.most_at_once}
        return {**context, **words, "is_too_many": self.is_too_many}

    def get_execution_context(self) -> dict[str, Any]:
        """Give who acts, and the form."""
        values = self.cleaned_form.cleaned_data if self.cleaned_form else {}
        return {"acting": ActingPerson.handler(self.request.user), "request": self.request, **values}

    @classmethod
    def do_each(cls, objects: Iterable[RightsRequest], http_request: HttpRequest, step: Any) -> tuple[int, int]:
        """Take a step with each; those for which it is not possible are told of and left as they are."""
        done, refused = 0, []
        for request in objects:
            try:
                step(request)
            except RightsError:
                refused.append(request.number)
            else:
                done += 1
        if refused:
            text = ngettext(
                "%(count)s request was left as it is: %(numbers)s",
                "%(count)s requests were left as they are: %(numbers)s",
                len(refused),
            )
            messages.warning(http_request, text % {"count": len(refused), "numbers": ", ".join(refused)})
        return done, 0
