"""The list of notices of one language."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from privacy.notices.pages.language import LanguagePage
from privacy.notices.pages.notice import NoticePage
from privacy.notices.sections.blocks import RICH_TEXT_FEATURES


class NoticeIndexPage(LanguagePage):
    """A list of notices in one language."""

    intro = RichTextField(_("introduction"), features=RICH_TEXT_FEATURES, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    subpage_types = ["privacy.NoticePage"]
    template = "privacy/notice_index_page.html"

    class Meta:
        verbose_name = _("list of privacy notices")
        verbose_name_plural = _("lists of privacy notices")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a notice below this page with one query instead of Wagtail's two."""
        if path_components:
            below = NoticePage.objects.child_of(self).select_related("locale", "main_register__controller")
            notice = below.filter(slug=path_components[0]).first()
            if notice is not None:
                return notice.route(request, path_components[1:])
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the published notices that anybody may read."""
        notices = NoticePage.readable().child_of(self).select_related("main_register__controller")
        return {**super().get_context(request, *args, **kwargs), "notices": notices.order_by("path")}
