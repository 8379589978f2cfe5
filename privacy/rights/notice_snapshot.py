"""Finds the notice of the register that holds the requests themselves (it needs one of its own)."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Case, F, OuterRef, Subquery, When
from django.utils import timezone

from privacy.notices.pages.notice import NoticePage
from privacy.notices.sections.data import Processing, Section
from privacy.notices.versions.models import NoticeVersion
from privacy.rights.choices import Right
from privacy.rights.models.requests import RequestItem
from privacy.site_languages import language_first


def versions_in_force(registers: Collection[int], language: str, at: datetime) -> dict[int, NoticeVersion]:
    """Give the version of each register's notice at a moment, in a language if there is one, in one query."""
    if not registers:
        return {}
    in_force = NoticeVersion.objects.filter(page=OuterRef("page")).effective(at).values("pk")[:1]
    rows = NoticeVersion.objects.light().filter(page__live=True, page__alias_of__isnull=True, pk=Subquery(in_force))
    wanted = rows.filter(page__registers__register__in=registers).annotate(register=F("page__registers__register"))
    chosen: dict[int, NoticeVersion] = {}
    for version in wanted.order_by(Case(When(language=language, then=0), default=1), "page"):
        chosen.setdefault(version.register, version)
    return chosen


def request_notice(controller_id: int, language: str) -> NoticePage | None:
    """Give the published notice of a controller's register of requests, in the language or another."""
    notices = NoticePage.readable()
    own = notices.filter(registers__register__for_requests=True, registers__register__controller=controller_id)
    return own.order_by(language_first(language), "pk").first()


def sections_in_force(item: RequestItem, language: str) -> list[Section]:
    """Give the sections of the version in force of the notice of an item's register, in the language or another."""
    if item.register_id is None:
        return []
    found = versions_in_force([item.register_id], language, timezone.now()).get(item.register_id)
    return [Section(**section) for section in found.content["sections"]] if found else []


def processing_in(sections: Sequence[Section]) -> Processing:
    """Read legal bases, marketing and automated decisions from what a version of a notice says; blank if it is silent.

    Where marketing has no section of its own, the overview of rights tells it.
    """
    parts = [part for section in sections for part in section.filled]
    rows = [row for section in sections if section.rows_kind == "purposes" for row in section.rows]
    bases = {row.get("legal_basis") for row in rows}
    bases |= {item["basis"] for part in parts if part["type"] == "bases" for item in part["items"]}
    usual = {right["right"] for part in parts if part["type"] == "rights" for right in part["usual"]}
    keys = {section.key for section in sections}
    return Processing(
        bases=frozenset(str(basis) for basis in bases if basis),
        marketing="direct_marketing" in keys or Right.MARKETING_OBJECTION in usual,
        decisions=any(section.flags.get("decisions") for section in sections),
    )
