"""Checks of dates and versions (GDPR Art. 5(2), 24(1), 99(2))."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from privacy.notices.compliance.engine.finding import Hit, of_notice
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.view import NoticeView

GDPR_APPLIES = date(2018, 5, 25)


@check("PN062")
def date_missing(notice: NoticeView) -> Iterator[Hit]:
    """The notice bears no date; versions date a page by themselves."""
    if not notice.dates.drafted and not notice.dates.kept_by_system:
        yield of_notice()


@check("PN063")
def review_overdue(notice: NoticeView) -> Iterator[Hit]:
    """The last review, or the newest date of a document, lies further back than the review interval."""
    dates = notice.dates
    known = [day for day in (dates.reviewed or dates.newest_in_text, dates.drafted) if day and day <= notice.today]
    if not known:
        if not dates.kept_by_system:
            yield of_notice()
    elif max(known) + relativedelta(months=dates.review_interval_months) < notice.today:
        yield of_notice(max(known).isoformat())


@check("PN064")
def predates_gdpr(notice: NoticeView) -> Iterator[Hit]:
    """The notice was drafted before the Regulation applied."""
    if notice.dates.drafted and notice.dates.drafted < GDPR_APPLIES:
        yield of_notice(notice.dates.drafted.isoformat())


@check("PN065")
def date_in_future(notice: NoticeView) -> Iterator[Hit]:
    """The drafting date is later than today; the day of taking effect may be."""
    if notice.dates.drafted and notice.dates.drafted > notice.today:
        yield of_notice(notice.dates.drafted.isoformat())


@check("PN070")
def translation_behind(notice: NoticeView) -> Iterator[Hit]:
    """A language version lacks a major version or a changed section of the main language."""
    behind = [*notice.siblings, *([notice.own_lag] if notice.own_lag else [])]
    for version in behind:
        if version.majors_behind or version.sections_behind:
            yield of_notice(version.language)
