"""How many errors and warnings are open in many notices."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from privacy.notices.compliance.evaluate import CheckedNotice, check_pages
from privacy.notices.pages.notice import NoticePage

FOUND = [("error", _("Errors")), ("warning", _("Warnings")), ("none", _("Neither errors nor warnings"))]


@dataclass(frozen=True, slots=True)
class Counts:
    """Open errors and warnings of a notice, each check once in a place."""

    errors: int = 0
    warnings: int = 0


def counts_of(keys: Collection[int]) -> dict[int, Counts]:
    """Check notices as they stand in the database; aliases and other pages are left out."""
    pages = NoticePage.objects.filter(pk__in=keys, alias_of__isnull=True).select_related("locale")
    return {checked.page.pk: counts_in(checked) for checked in check_pages(list(pages))}


def counts_in(checked: CheckedNotice) -> Counts:
    """Count what is open."""
    places: set[Any] = {(one.finding.id, one.finding.severity, one.subject) for one in checked.open}
    severities = [severity for _check, severity, _subject in places]
    return Counts(severities.count("error"), severities.count("warning"))


def pages_with(queryset: QuerySet[Any], wanted: str) -> list[int]:
    """Give the keys of the notices in a query that have open errors, open warnings, or neither ("none")."""
    counted = counts_of(queryset.values_list("pk", flat=True))
    tests = {
        "error": lambda counts: counts.errors > 0,
        "warning": lambda counts: counts.warnings > 0,
        "none": lambda counts: not (counts.errors or counts.warnings),
    }
    return [key for key, counts in counted.items() if tests[wanted](counts)]
