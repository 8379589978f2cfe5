"""The page of a form for requests: the registers it serves, the editors' own questions, and where it is found."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.forms.forms import FormBuilder
from wagtail.contrib.forms.models import AbstractFormField
from wagtail.fields import RichTextField
from wagtail.models import Page

from privacy.notices.pages.language import LanguagePage
from privacy.notices.pages.notice import NoticePage
from privacy.notices.sections.blocks import RICH_TEXT_FEATURES
from privacy.registers.models.bases import ReferenceRow
from privacy.registers.models.registers import Register
from privacy.rights.form.flow import FormFlow, FormOffer
from privacy.site_languages import language_first


class RightsRequestPage(LanguagePage):
    """A form for rights requests to the registers it serves."""

    intro = RichTextField(_("introduction"), features=RICH_TEXT_FEATURES, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        InlinePanel("registers", label=_("Register"), heading=_("Registers that the form serves"), min_num=1),
        InlinePanel("form_fields", label=_("Further question"), heading=_("Further questions")),
    ]
    subpage_types: list[str] = []
    template = "privacy/request_page.html"

    class Meta:
        verbose_name = _("rights request form")
        verbose_name_plural = _("rights request forms")

    @method_decorator(sensitive_post_parameters())
    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead the visitor through the form; a sent request is answered 303 to its landing page."""
        offer = self.offer_to(request)
        with translation.override(offer.language):
            return FormFlow(offer, request).respond()

    def offer_to(self, request: HttpRequest) -> FormOffer:
        """Give what the form offers to a visitor; a link or an answer can name a register."""
        rows = self._offered_rows(request.POST.get("register") or request.GET.get("register", ""))
        if rows:
            # Joined to the rows: one query less for the language.
            self.locale = rows[0].page.locale
        return FormOffer(
            registers=_registers_in(rows),
            language=self.language,
            extra_fields=self.extra_form_fields() if not rows or rows[0].asks_more else {},
            template=self.template,
            context=lambda: self.get_context(request),
            form_page=self,
        )

    def offered_registers(self, wanted: str) -> list[Register]:
        """Give the registers offered; a confidential one only by its link or its public notice."""
        return _registers_in(self._offered_rows(wanted))

    def _offered_rows(self, wanted: str) -> list[Any]:
        public = NoticePage.readable().filter(registers__register=OuterRef("register"))
        more = RequestFormField.objects.filter(page=OuterRef("page"))
        rows = RequestPageRegister.objects.filter(page=self).select_related(
            "register__controller__supervisory_authority", "page__locale"
        )
        in_use = rows.filter(register__live=True, register__retired_on__isnull=True)
        known = in_use.annotate(is_public=Exists(public), asks_more=Exists(more)).order_by("sort_order", "pk")
        return [
            row for row in known if row.is_public or not row.register.confidential or str(row.register.uuid) == wanted
        ]

    def extra_form_fields(self) -> dict[str, Any]:
        """Give the editor's own questions as form fields, each name with a prefix of its own."""
        fields = FormBuilder(list(self.form_fields.all())).formfields
        return {f"extra_{name}": field for name, field in fields.items()}


class RequestPageRegister(ReferenceRow):
    page = ParentalKey(RightsRequestPage, on_delete=models.CASCADE, related_name="registers")
    register = models.ForeignKey(
        "privacy.Register", verbose_name=_("register"), on_delete=models.PROTECT, related_name="request_page_rows"
    )

    panels = [FieldPanel("register")]


class RequestFormField(AbstractFormField):
    """A question that an editor added to the form."""

    page = ParentalKey(RightsRequestPage, on_delete=models.CASCADE, related_name="form_fields")


def _registers_in(rows: Iterable[RequestPageRegister]) -> list[Register]:
    return list({row.register_id: row.register for row in rows}.values())


def form_page_for(register_uuid: str, language: str) -> RightsRequestPage | None:
    """Give the published form that serves a register, in the language if there is one, else in another."""
    pages = RightsRequestPage.objects.live().filter(registers__register__uuid=register_uuid)
    return pages.order_by(language_first(language), "pk").first()


def form_address(register_uuid: str, language: str) -> str:
    """Give the address of the form with a register chosen; empty when no form serves it."""
    page = form_page_for(register_uuid, language)
    return f"{page.get_url()}?register={register_uuid}" if page else ""
