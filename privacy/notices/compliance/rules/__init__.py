"""Checks of privacy notices: pure functions over a frozen view of a notice; see docs/decisions/0014-checks.md.

`run_checks(notice)` gives the findings, `completeness(notice)` the items of Articles 13 and 14.
"""

from privacy.notices.compliance.engine.finding import Finding
from privacy.notices.compliance.engine.registry import check, run_checks
from privacy.notices.compliance.engine.view import NoticeView
from privacy.notices.compliance.rules import (
    asking,
    basis,
    cookies,
    data_kept,
    heading_style,
    old_law,
    plain_language,
    review_dates,
    rights_told,
    sharing,
    structure,
    traces,
    who,
)
from privacy.notices.compliance.rules.completeness import ArticleItem, completeness

# Importing them registers their checks.
OUR_CHECKS = (
    basis,
    cookies,
    data_kept,
    review_dates,
    heading_style,
    old_law,
    asking,
    rights_told,
    sharing,
    plain_language,
    structure,
    traces,
    who,
)

__all__ = ["OUR_CHECKS", "ArticleItem", "Finding", "NoticeView", "check", "completeness", "run_checks"]
