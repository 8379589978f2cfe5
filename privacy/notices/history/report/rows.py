"""What the report says of each notice, in a constant number of queries."""

import calendar
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from privacy.notices.findings.counting import Counts, counts_of
from privacy.notices.pages import NoticePage
from privacy.notices.versions.behind import sections_behind
from privacy.notices.versions.choices import ENDED_KINDS, NoticeEventKind, VersionCause
from privacy.notices.versions.days import local_day
from privacy.notices.versions.records import NoticeEvent, NoticeVersion
from privacy.notices.versions.timeline import VersionState, timeline


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One notice: its version in force and the one to come, its reviews, and what lags behind."""

    page: NoticePage
    in_force: Any = None
    pending: Any = None
    reviewed_at: datetime | None = None
    review_due: date | None = None
    behind: tuple[str, ...] = ()
    counts: Counts = Counts()

    @property
    def errors(self) -> int:
        """How many errors are open."""
        return self.counts.errors

    @property
    def warnings(self) -> int:
        """How many warnings are open."""
        return self.counts.warnings

    @property
    def title(self) -> str:
        """The title, for spreadsheets; the other columns below likewise."""
        return self.page.title

    @property
    def language(self) -> str:
        """The language's code."""
        return self.page.locale.language_code

    @property
    def number(self) -> str:
        """The number of the version in force."""
        return self.in_force.number if self.in_force else ""

    @property
    def in_force_from(self) -> date | None:
        """Its first day."""
        return self.in_force.effective_from if self.in_force else None

    @property
    def pending_number(self) -> str:
        """The number of the version to come."""
        return self.pending.number if self.pending else ""

    @property
    def pending_from(self) -> date | None:
        """Its first day."""
        return self.pending.effective_from if self.pending else None

    @property
    def lagging(self) -> str:
        """What lags behind, in one text."""
        return ", ".join(self.behind)

    @property
    def is_overdue(self) -> bool:
        """Whether the review is due."""
        return self.review_due is not None and self.review_due < local_day(timezone.now(), self.page.time_zone)


def report_rows(pages: Sequence[NoticePage]) -> list[ReportRow]:
    """Give what the report says of notices; each comes with its locale and its register's controller."""
    keys = {page.translation_key for page in pages}
    family = NoticePage.objects.filter(translation_key__in=keys, alias_of__isnull=True).select_related("locale")
    siblings = {(page.translation_key, page.locale.language_code): page.pk for page in family}
    versions = NoticeVersion.objects.filter(page__in=siblings.values()).light()
    by_page: dict[int, list[Any]] = defaultdict(list)
    for version in versions:
        by_page[version.page_id].append(version)
    ended: dict[int, str] = {}
    reviews: dict[int, datetime] = {}
    for event in NoticeEvent.objects.filter(page__in=siblings.values()).order_by("pk"):
        if event.kind in ENDED_KINDS and event.version_id:
            ended[event.version_id] = event.kind
        if event.kind == NoticeEventKind.REVIEWED:
            reviews[event.page_id] = event.at
    counts = counts_of([page.pk for page in pages])
    rows = [_row(page, by_page, ended, reviews, siblings) for page in pages]
    return [replace(row, counts=counts.get(row.page.pk, Counts())) for row in rows]


def _row(
    page: NoticePage,
    versions: dict[int, list[Any]],
    ended: dict[int, str],
    reviews: dict[int, datetime],
    siblings: dict[tuple[Any, str], int],
) -> ReportRow:
    own = versions.get(page.pk, [])
    found = {row.state: row.version for row in reversed(timeline(own, ended, timezone.now()))}
    language = page.main_register.controller.main_language if page.main_register else ""
    main = siblings.get((page.translation_key, language))
    read = [version.published_at for version in own if version.cause == VersionCause.EDITOR]
    reviewed = max([*read, *([reviews[page.pk]] if page.pk in reviews else [])], default=None)
    lagging = sections_behind(versions.get(main, []), own, reviews.get(page.pk)) if main not in (None, page.pk) else []
    return ReportRow(
        page=page,
        in_force=found.get(VersionState.IN_FORCE),
        pending=found.get(VersionState.PENDING),
        reviewed_at=reviewed,
        review_due=months_later(local_day(reviewed, page.time_zone), page.review_months) if reviewed else None,
        behind=tuple(lagging),
    )


def months_later(day: date, months: int) -> date:
    """Give the same day of a later month, the last one where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
