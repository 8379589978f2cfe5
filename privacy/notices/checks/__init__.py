"""Checks of privacy notices: pure functions over a frozen view of a notice; see docs/decisions/0014-checks.md.

`run_checks(notice)` gives the findings, `completeness(notice)` the items of Articles 13 and 14.
"""

from privacy.notices.checks import (
    basis,
    cookies,
    data_kept,
    dates,
    headings,
    old_law,
    requests,
    rights,
    sharing,
    spelling_of_names,
    structure,
    style,
    traces,
    who,
)
from privacy.notices.checks.completeness import ArticleItem, completeness
from privacy.notices.checks.findings import Finding
from privacy.notices.checks.registry import check
from privacy.notices.checks.running import run_checks
from privacy.notices.checks.view import NoticeView

# Importing them registers their checks.
OUR_CHECKS = (
    basis,
    cookies,
    data_kept,
    dates,
    headings,
    old_law,
    requests,
    rights,
    sharing,
    spelling_of_names,
    structure,
    style,
    traces,
    who,
)

__all__ = ["OUR_CHECKS", "ArticleItem", "Finding", "NoticeView", "check", "completeness", "run_checks"]
