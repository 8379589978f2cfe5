"""What is known of each check besides its code: severity, article, messages and advice, from data files."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from privacy.languages import text_in

_DATA = Path(__file__).parent.parent / "data" / "checks.json"

SEVERITIES = ("error", "warning", "info")
CHECK_FAILED = "PN000"

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; texts are by language; `source` is the article or act it rests on, by its official name.

    `section` is the type of section that sets it right, empty where it is no matter of one section; `countries` are
    those whose law it is, none for all.
    """

    id: str
    name: str
    severity: str
    source: Texts
    message: Texts
    advice: Texts
    time_dependent: bool = False
    section: str = ""
    countries: Sequence[str] = ()

    def holds_in(self, country: str) -> bool:
        """Tell whether the rule is one of the country's law; one that is not known is not left out."""
        return not country or not self.countries or country in self.countries

    def message_in(self, language: str) -> str:
        """Say what is wrong, English where the language has no text."""
        return text_in(self.message, language)

    def source_in(self, language: str) -> str:
        """Name the article or act, English where the language has no text."""
        return text_in(self.source, language)

    def advice_in(self, language: str) -> str:
        """Say what to do about it, English where the language has no text."""
        return text_in(self.advice, language)


_rules: dict[str, Rule] = {}


def add_rules(path: Path) -> None:
    """Add the rules of a JSON file: {"checks": [{"id", "name", "severity", "source", "message", "advice"}, …]}.

    An entry may also say "time_dependent", "section" and "countries".

    Raises ValueError for an id that is taken or a severity that does not exist.
    """
    for entry in json.loads(path.read_text(encoding="utf-8"))["checks"]:
        rule = Rule(**entry)
        if rule.id in _rules:
            raise ValueError(f"there is a rule {rule.id} already")
        if rule.severity not in SEVERITIES:
            raise ValueError(f"rule {rule.id} has no severity {rule.severity}")
        _rules[rule.id] = rule


def rules() -> dict[str, Rule]:
    """Give all rules by id."""
    return _rules


add_rules(_DATA)
