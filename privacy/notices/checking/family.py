"""How far the language versions of notices are behind, and when each was last reviewed; three queries for all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from privacy.notices.checks.view import Dates, SiblingView
from privacy.notices.versions.behind import sections_behind
from privacy.notices.versions.choices import NoticeEventKind, VersionCause
from privacy.notices.versions.records import NoticeEvent, NoticeVersion


@dataclass(slots=True)
class Families:
    """Versions and reviews of notices and of their translations."""

    pages: dict[Any, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    versions: dict[int, list[Any]] = field(default_factory=lambda: defaultdict(list))
    reviews: dict[int, datetime] = field(default_factory=dict)

    def dates_of(self, page: Any) -> Dates:
        """Give the dates of a notice; versions date it, so it needs no date of its own."""
        read = [version.published_at for version in self._by_editors(page.pk)]
        reviewed = max([*read, *self._review(page.pk)], default=None)
        return Dates(reviewed=_day(reviewed), kept_by_system=True, review_interval_months=page.review_months or 12)

    def own_lag(self, page: Any, main_language: str) -> SiblingView | None:
        """Give how far a notice is behind its main language; None for the main language."""
        main = self.pages[page.translation_key].get(main_language)
        return None if main in (None, page.pk) else self._lag(main, page.pk, page.language)

    def siblings(self, page: Any, main_language: str) -> tuple[SiblingView, ...]:
        """Give the other languages; how far each is behind is told at the main language."""
        family = self.pages[page.translation_key]
        main = family.get(main_language)
        found = []
        for language, key in sorted(family.items()):
            if key != page.pk:
                lag = self._lag(main, key, language) if main == page.pk else SiblingView(language, str(key))
                found.append(lag)
        return tuple(found)

    def _lag(self, main: int | None, own: int, language: str) -> SiblingView:
        main_versions = self.versions.get(main, []) if main else []
        behind = sections_behind(main_versions, self.versions.get(own, []), self.reviews.get(own))
        return SiblingView(language, str(own), sections_behind=len(behind))

    def _by_editors(self, page: int | None) -> list[Any]:
        rows = self.versions.get(page, []) if page else []
        return [version for version in rows if version.cause == VersionCause.EDITOR]

    def _review(self, page: int | None) -> list[datetime]:
        return [self.reviews[page]] if page in self.reviews else []


def families_of(pages: Sequence[Any]) -> Families:
    """Read the families of notices."""
    families = Families()
    if not pages:
        return families
    keys = {page.translation_key for page in pages}
    rows = type(pages[0])._base_manager.filter(translation_key__in=keys, alias_of__isnull=True)
    members: list[int] = []
    for key, language, pk in rows.values_list("translation_key", "locale__language_code", "pk"):
        families.pages[key][language] = pk
        members.append(pk)
    for version in NoticeVersion.objects.filter(page__in=members).light().order_by("pk"):
        families.versions[version.page_id].append(version)
    reviews = NoticeEvent.objects.filter(page__in=members, kind=NoticeEventKind.REVIEWED).order_by("pk")
    families.reviews.update(reviews.values_list("page", "at"))
    return families


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None
