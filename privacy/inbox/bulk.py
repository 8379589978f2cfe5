"""What can be done with several requests of the list at once; each is checked and scoped by the policy."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from privacy.inbox.bulk_base import RequestBulkAction
from privacy.inbox.choices import ExportKind
from privacy.inbox.closing import close_as_not_a_request
from privacy.inbox.export_files import TooManyRows, export_response
from privacy.inbox.exports import export_requests
from privacy.inbox.listing import BY_DUE_DAY, in_order
from privacy.inbox.reaching import reach_of
from privacy.registers.choices import Permission
from privacy.rights.actions import assign_request
from privacy.rights.models.requests import RightsRequest
from privacy.rights.submission.validation import MAX_TEXT


class HandlerField(forms.ModelChoiceField):
    """A choice of users by their names."""

    def label_from_instance(self, obj: Any) -> str:
        """Give the name of a user."""
        return obj.get_full_name() or obj.get_username()


class AssignForm(forms.Form):
    """Who is to handle the requests."""

    handler = HandlerField(queryset=None, label=_("Handler"))

    def __init__(self, *args: Any, registers: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        users = get_user_model()._default_manager.filter(is_active=True)
        handlers = users.filter(
            groups__register_access__permission=Permission.HANDLE, groups__register_access__register__in=registers
        )
        keys = handlers.values("pk")
        field: Any = self.fields["handler"]
        field.queryset = (users.filter(pk__in=keys) | users.filter(pk=user.pk)).order_by("last_name", "first_name")


class AssignAction(RequestBulkAction):
    """Gives the requests to a handler."""

    display_name = _("Assign")
    aria_label = _("Assign the selected requests to a handler")
    action_type = "assign"
    action_priority = 10
    form_class = AssignForm
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


class ReasonForm(forms.Form):
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
    form_class = ReasonForm
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
        return export_response(in_order(export.requests, BY_DUE_DAY), kind)

    @classmethod
    def execute_action(cls, objects: Any, **kwargs: Any) -> tuple[int, int]:
        """Do nothing: the file is sent by `form_valid`."""
        return 0, 0


BULK_ACTIONS = (AssignAction, ExportAction, NotARequestAction)
