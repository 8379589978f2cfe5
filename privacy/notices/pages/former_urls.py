"""Old addresses stay for ever: where a notice, or a page above it, was before a move or a new slug."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from privacy.notices.pages.notice import NoticePage

# Longer addresses are nobody's bookmark: the look-up stays bounded.
_DEPTH = 30


class FormerPath(models.Model):
    """A former address of a page, as the beginning of the addresses of everything that was below it."""

    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    path = models.CharField(_("former path"), max_length=500)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("former path")
        verbose_name_plural = _("former paths")
        constraints = [models.UniqueConstraint(fields=["site", "path"], name="former_path_once")]

    def __str__(self) -> str:
        return self.path


def present_address(request: HttpRequest) -> str:
    """Give the address that a former one leads to now; empty when it was never one."""
    site = Site.find_for_request(request)
    parts = [part for part in request.path_info.split("/") if part]
    if site is None or not parts or len(parts) > _DEPTH:
        return ""
    wanted = ["/" + "/".join(parts[: length + 1]) + "/" for length in range(len(parts))]
    rows = FormerPath.objects.filter(site=site, path__in=wanted).select_related("page")
    longest = max(rows, key=lambda row: len(row.path), default=None)
    if longest is None:
        return ""
    start = longest.page.get_url(request)
    rest = parts[len([part for part in longest.path.split("/") if part]) :]
    found = (start or "") + "".join(f"{part}/" for part in rest)
    return "" if not start or found == request.path else found


def remember_new_slug(instance: Page, instance_before: Page, **kwargs: Any) -> None:
    """Keep the address that a page had; Wagtail tells of it, because pages of any type may lie above a notice."""
    _remember(instance, instance_before.url_path)


def remember_moved_page(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """Keep the address that a page had before it was moved elsewhere in the tree."""
    if url_path_before != url_path_after:
        _remember(instance, url_path_before)


def _remember(page: Page, url_path: str) -> None:
    if not NoticePage.objects.descendant_of(page, inclusive=True).exists():
        return
    parts = _at(page, url_path).get_url_parts()
    if parts is None or not parts[2]:
        return
    FormerPath.objects.update_or_create(site_id=parts[0], path=parts[2][:500], defaults={"page_id": page.pk})


def _at(page: Page, url_path: str) -> Page:
    # A new object, because the page itself may have kept what it knows of addresses from before.
    values = {field.attname: getattr(page, field.attname) for field in page._meta.concrete_fields}
    return type(page)(**values | {"url_path": url_path})
