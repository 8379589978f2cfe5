"""The checks there are; another app adds its own with `@check("ACME1")`, see docs/extending.md."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from privacy.notices.checks.findings import Hit
from privacy.notices.checks.rules import rules
from privacy.notices.checks.view import NoticeView

logger = logging.getLogger("privacy.notices")

CheckFunction = Callable[[NoticeView], Iterable[Hit]]
FactsFunction = Callable[[Any], Any]

_checks: dict[str, CheckFunction] = {}
_facts: dict[str, FactsFunction] = {}


class FactsMissing(LookupError):
    """Facts that an app attaches could not be read."""


def check(check_id: str) -> Callable[[CheckFunction], CheckFunction]:
    """Register a function as the check of a rule. Raises ValueError for an unknown rule or a second check of one."""

    def register(function: CheckFunction) -> CheckFunction:
        if check_id not in rules():
            raise ValueError(f"there is no rule {check_id}: add it with add_rules first")
        if check_id in _checks:
            raise ValueError(f"there is a check of {check_id} already")
        _checks[check_id] = function
        return function

    return register


def checks() -> dict[str, CheckFunction]:
    """Give the functions of all checks by id."""
    return _checks


def facts(name: str) -> Callable[[FactsFunction], FactsFunction]:
    """Register a function that reads facts for checks of another app from a notice page."""

    def register(function: FactsFunction) -> FactsFunction:
        if name in _facts:
            raise ValueError(f"there are facts called {name} already")
        _facts[name] = function
        return function

    return register


def attached_facts(notice_page: Any) -> dict[str, Any]:
    """Read the facts that other apps attach to a notice; what cannot be read fails the checks that ask for it."""
    found: dict[str, Any] = {}
    for name, function in _facts.items():
        try:
            found[name] = function(notice_page)
        except Exception as error:  # noqa: BLE001 a foreign app's trouble must not stop an editor
            logger.error("facts %s of notice %s could not be read: %s", name, notice_page.pk, type(error).__name__)
            found[name] = FactsMissing(name)
    return found


def extra(notice: NoticeView, name: str) -> Any:
    """Give attached facts, None where nobody attached them (a document). Raises FactsMissing."""
    value = notice.extras.get(name)
    if isinstance(value, FactsMissing):
        raise value
    return value
