"""The page "Record a request"."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from privacy.inbox.case_page import language_now
from privacy.inbox.scoping import ScopedMixin
from privacy.inbox.steps.record_forms import RecordForm
from privacy.registers.choices import Permission
from privacy.registers.models.registers import Register
from privacy.registers.models.translations import attach_texts
from privacy.rights.actions import record_request
from privacy.rights.errors import AlreadySent, RightsError
from privacy.rights.form.register_choices import RegisterChoices
from privacy.rights.models.requests import RightsRequest
from privacy.rights.tokens import looks_like_token, new_token, token_hash
from privacy.rights.workflow.actors import ActingPerson


class RecordView(ScopedMixin, WagtailAdminTemplateMixin, FormView):
    """Records a request that came by another road than the form."""

    template_name = "privacy/admin/record.html"
    form_class = RecordForm
    page_title = gettext_lazy("Record a request")
    header_icon = "mail"
    _show_breadcrumbs = True
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users who handle no register."""
        if not self.reach.keys(Permission.HANDLE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def offered(self) -> RegisterChoices:
        """The registers in use that the user handles."""
        keys = self.reach.keys(Permission.HANDLE)
        usable = Register.objects.filter(pk__in=keys, live=True, retired_on__isnull=True, for_requests=False)
        registers = list(usable.select_related("controller").order_by("controller__name", "name"))
        attach_texts([record for register in registers for record in (register, register.controller)])
        return RegisterChoices(registers, language_now())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        index = {"url": reverse("privacy_requests:index"), "label": gettext("Rights requests")}
        return [*super().get_breadcrumbs_items(), index, {"url": "", "label": str(self.page_title)}]

    def get_initial(self) -> dict[str, Any]:
        """Begin with today and the language of the admin."""
        return {"received_on": timezone.localdate(), "language": language_now(), "reply_channel": "email"}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Add the registers."""
        return {**super().get_form_kwargs(), "offered": self.offered}

    @property
    def token(self) -> str:
        """The mark of this form: pressing the button twice records once."""
        token = self.request.POST.get("form_token", "")
        return token if looks_like_token(token) else new_token()

    def form_valid(self, form: RecordForm) -> HttpResponse:
        """Record the request and open it."""
        token, acting = self.token, ActingPerson.handler(self.request.user)
        try:
            recorded = record_request(
                incoming=form.incoming(), acting=acting, received_on=form.received(), form_token=token
            )
        except AlreadySent:
            recorded = self.reach.requests().get(form_token_hash=token_hash(token))
        except RightsError as error:
            form.add_step_error(error)
            return self.form_invalid(form)
        self._tell(recorded)
        return redirect("privacy_requests:case", recorded.number)

    def _tell(self, recorded: RightsRequest) -> None:
        """Tell the number; where no email confirms the receipt, offer the confirmation on paper."""
        buttons = []
        if recorded.acknowledged_at is None:
            paper = reverse("privacy_requests:acknowledgement", args=[recorded.number])
            buttons.append(messages.button(paper, gettext("Print the confirmation of receipt")))
        text = gettext("Recorded with the number %(number)s.") % {"number": recorded.number}
        messages.success(self.request, text, buttons=buttons)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the form's page shows."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "token": self.token,
            "action_url": self.request.path,
            "submit_button_label": gettext("Record the request"),
            "media": context["form"].media,
        }
