"""What can be done with several requests of the list at once; each is checked and scoped by the policy."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from privacy.inbox.choices import ExportKind
from privacy.inbox.exports import TooManyRows, export_requests, export_response
from privacy.inbox.list.filters import RequestFilterSet
from privacy.inbox.list.search import search
from privacy.inbox.queries import BY_DUE_DAY, Requests, SeenRequest, rights_of, seen, with_persons
from privacy.inbox.scope import reach_of
from privacy.inbox.steps.small_forms import HandlerField, possible_handlers
from privacy.registers.choices import Permission
from privacy.rights.actions import assign_request, record_answer
from privacy.rights.choices import Outcome
from privacy.rights.deadlines.counting import local_date
from privacy.rights.errors import ReasonMissing, RightsError
from privacy.rights.models.requests import RightsRequest
from privacy.rights.submission.validation import MAX_TEXT
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import ItemAnswer


@transaction.atomic
def close_as_not_a_request(*, request: RightsRequest, acting: ActingPerson, reason: str) -> RightsRequest:
    """Give every item that waits, and that the acting person may handle, the outcome that it was no request, and why.

    No letter is written. Raises a RightsError as recording an answer does, or ReasonMissing.
    """
    if not reason.strip():
        raise ReasonMissing
    answers = [
        ItemAnswer(item, Outcome.NOT_A_REQUEST, facts=reason.strip())
        for item in acting.items(request)
        if not item.outcome
    ]
    today = local_date(timezone.now(), request.controller.time_zone)
    return record_answer(request=request, acting=acting, answers=answers, answered_on=today, channel="")


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
        found = [row.request for row in self.rows.values()]
        objects = [request for request in found if self.check_perm(request)]
        return objects, {"items_with_no_access": [request for request in found if not self.check_perm(request)]}

    @cached_property
    def rows(self) -> dict[int, SeenRequest]:
        """The selected requests by their keys, each with the items that the user may see."""
        found = with_persons(self.selected).order_by("due_on", "pk")
        return {row.pk: row for row in seen(found, reach_of(self.request))}

    def object_context(self, obj: RightsRequest) -> dict[str, Any]:
        """Give what the page of confirmation shows of a request."""
        return {"item": obj, "rights": rights_of(self.rows[obj.pk])}

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


class AssignManyForm(forms.Form):
    """Who is to handle the requests."""

    handler = HandlerField(queryset=None, label=_("Handler"))

    def __init__(self, *args: Any, registers: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["handler"]
        field.queryset = possible_handlers(registers, user)


class AssignAction(RequestBulkAction):
    """Gives the requests to a handler."""

    display_name = _("Assign")
    aria_label = _("Assign the selected requests to a handler")
    action_type = "assign"
    action_priority = 10
    form_class = AssignManyForm
    heading = _("Assign requests")
    button = _("Assign")
    icon = "user"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer those who may handle requests of the registers in reach."""
        return {**super().get_form_kwargs(), "registers": reach_of(self.request).keys(), "user": self.request.user}

    @classmethod
    def execute_action(cls, objects: Any, acting: Any = None, handler: Any = None, **kwargs: Any) -> tuple[int, int]:
        """Assign each request; one that the handler may not handle is left as it is."""
        return cls.do_each(
            objects, kwargs["request"], lambda request: assign_request(request=request, acting=acting, handler=handler)
        )

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Tell how many were assigned."""
        text = ngettext("%(count)s request was assigned.", "%(count)s requests were assigned.", num_parent_objects)
        return text % {"count": num_parent_objects}


class NotARequestForm(forms.Form):
    """Why a message is no request."""

    reason = forms.CharField(
        label=_("Why are these not requests?"),
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It is kept with each request. No letter is sent."),
    )


class NotARequestAction(RequestBulkAction):
    """Closes messages that are no requests, such as advertising that came by the form."""

    display_name = _("Close as not a request")
    aria_label = _("Close the selected requests as not being requests")
    action_type = "not_a_request"
    action_priority = 30
    form_class = NotARequestForm
    heading = _("Close as not data protection requests")
    button = _("Close")
    icon = "bin"

    @classmethod
    def execute_action(cls, objects: Any, acting: Any = None, reason: str = "", **kwargs: Any) -> tuple[int, int]:
        """Close each request."""

        def close(request: RightsRequest) -> RightsRequest:
            return close_as_not_a_request(request=request, acting=acting, reason=reason)

        return cls.do_each(objects, kwargs["request"], close)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Tell how many were closed."""
        text = ngettext("%(count)s request was closed.", "%(count)s requests were closed.", num_parent_objects)
        return text % {"count": num_parent_objects}


class ExportForm(forms.Form):
    """In what form the requests leave."""

    kind = forms.ChoiceField(
        label=_("Form of the file"), choices=ExportKind.choices, widget=forms.RadioSelect, initial="csv"
    )


class ExportAction(RequestBulkAction):
    """Sends the selected requests as a file."""

    display_name = _("Export")
    aria_label = _("Export the selected requests")
    action_type = "export"
    action_priority = 20
    permission = Permission.EXPORT
    most_at_once = None
    form_class = ExportForm
    template_name = "privacy/admin/bulk_export.html"
    heading = _("Export requests")
    button = _("Export")
    icon = "download"

    def get_actionable_objects(self) -> tuple[list[RightsRequest], dict[str, Any]]:
        """Give nothing to act on one by one: the file is made of a query."""
        return [], {"items_with_no_access": []}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how many requests leave, and how many may not."""
        leaving = reach_of(self.request).requests(self.permission).filter(pk__in=self.selected.values("pk"))
        left, all_selected = leaving.count(), self.selected.count()
        return {**super().get_context_data(**kwargs), "leaving": left, "staying": all_selected - left}

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Send the file."""
        reach, kind = reach_of(self.request), form.cleaned_data["kind"]
        parameters: QueryDict = self.request.GET
        try:
            export = export_requests(reach=reach, requests=self.selected, parameters=parameters, kind=kind)
        except TooManyRows as error:
            form.add_error("kind", _("An XLSX file takes up to %(most)s requests.") % {"most": error.most})
            return self.form_invalid(form)
        return export_response(export.rows(BY_DUE_DAY), kind)

    @classmethod
    def execute_action(cls, objects: Any, **kwargs: Any) -> tuple[int, int]:
        """Do nothing: the file is sent by `form_valid`."""
        return 0, 0


BULK_ACTIONS = (AssignAction, ExportAction, NotARequestAction)
