"""The front page of the host site."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from privacy.models import NoticePage, RightsRequestPage


@dataclass(slots=True)
class RegisterRow:
    """A register on the front page: the notice in the page's language, and those in others."""

    name: str
    controller: str
    notice: NoticePage | None = None
    others: list[NoticePage] = field(default_factory=list)


class HomePage(Page):
    """Lists the registers and their notices in the language of the page."""

    intro = RichTextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("front page")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page in its own language."""
        with translation.override(self.locale.language_code):
            return super().serve(request, *args, **kwargs).render()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the registers that have a public notice, by controller."""
        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        siblings = self.get_translations(inclusive=True).live().public().select_related("locale")
        return {
            **context,
            "controllers": _by_controller(register_rows(language)),
            "form": RightsRequestPage.objects.live().public().filter(locale=self.locale_id).first(),
            "translations": sorted(siblings, key=lambda page: page.locale.language_code),
        }


def register_rows(language: str) -> list[RegisterRow]:
    """Give the registers that have a public notice, in a constant number of queries."""
    related = ("registers__register__texts", "registers__register__controller__texts")
    notices = NoticePage.readable().select_related("locale").prefetch_related(*related)
    rows: dict[int, RegisterRow] = {}
    for notice in notices.order_by("title"):
        for register in (row.register for row in notice.register_rows()):
            controller = register.controller.details(language)["name"]
            name = register.name_in(language) if register.name_shown else ""
            row = rows.setdefault(register.pk, RegisterRow(name, controller))
            if notice.locale.language_code == language:
                row.notice = notice
            else:
                row.others.append(notice)
    return sorted(rows.values(), key=lambda row: (row.controller.casefold(), row.name.casefold()))


def _by_controller(rows: Iterable[RegisterRow]) -> dict[str, list[RegisterRow]]:
    grouped: dict[str, list[RegisterRow]] = {}
    for row in rows:
        grouped.setdefault(row.controller, []).append(row)
    return grouped
