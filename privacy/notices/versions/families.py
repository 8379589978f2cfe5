"""When notices were last looked at, and how far languages lag behind: for any number of notices, in three queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from privacy.notices.versions.choices import ENDED_KINDS, NoticeEventKind, VersionCause
from privacy.notices.versions.models import NoticeEvent, NoticeVersion
from privacy.notices.versions.translation_lag import sections_behind


@dataclass(slots=True)
class Families:
    """Versions and events of notices and of their translations, by the keys of pages.

    `pages` are the pages of a translation key by language, `versions` are light and the oldest first, `ended` says of
    versions that never took effect how they ended.
    """

    pages: dict[Any, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    versions: dict[int, list[Any]] = field(default_factory=lambda: defaultdict(list))
    reviews: dict[int, datetime] = field(default_factory=dict)
    ended: dict[int, str] = field(default_factory=dict)

    def last_reviewed(self, page: int) -> datetime | None:
        """Give when an editor last published a notice, or read it and found nothing to change."""
        published = [version.published_at for version in self.versions.get(page, ()) if _is_by_editor(version)]
        return max([*published, *([self.reviews[page]] if page in self.reviews else [])], default=None)

    def headings_behind(self, page: int, main: int | None) -> list[str]:
        """Give the headings of the sections in which a notice lags behind the one in the main language, if any."""
        if main in (None, page):
            return []
        return sections_behind(self.versions.get(main, []), self.versions.get(page, []), self.reviews.get(page))

    def main_page(self, page: Any, main_language: str) -> int | None:
        """Give the page in the main language of a notice's family."""
        return self.pages.get(page.translation_key, {}).get(main_language)


def _is_by_editor(version: Any) -> bool:
    return version.cause == VersionCause.EDITOR


def families_of(pages: Sequence[Any]) -> Families:
    """Read the families of notices; aliases have no texts of their own."""
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
    _read_events(families, members)
    return families


def _read_events(families: Families, members: Iterable[int]) -> None:
    kinds = [NoticeEventKind.REVIEWED, *ENDED_KINDS]
    events = NoticeEvent.objects.filter(page__in=members, kind__in=kinds).order_by("pk")
    for page, version, kind, at in events.values_list("page", "version", "kind", "at"):
        if kind == NoticeEventKind.REVIEWED:
            families.reviews[page] = at
        elif version:
            families.ended[version] = kind
