"""Finds the wording of the notice that a person could read when they asked."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import OuterRef, Subquery

from privacy.notices.languages import language_first
from privacy.notices.pages.notice import NoticePage
from privacy.notices.versions.models import NoticeVersion


def versions_in_force(registers: Collection[int], language: str, at: datetime) -> dict[int, NoticeVersion]:
    """Give the version of each register's notice at a moment, in a language if there is one, in two queries."""
    if not registers:
        return {}
    in_force = NoticeVersion.objects.filter(page=OuterRef("pk")).effective(at)
    notices = NoticePage.objects.live().filter(alias_of__isnull=True, registers__register__in=registers)
    pairs = notices.annotate(version=Subquery(in_force.values("pk")[:1])).order_by(language_first(language), "pk")
    chosen: dict[int, int] = {}
    for register, version in pairs.values_list("registers__register", "version"):
        if version:
            chosen.setdefault(register, version)
    found = NoticeVersion.objects.light().in_bulk(chosen.values())
    return {register: found[version] for register, version in chosen.items()}
