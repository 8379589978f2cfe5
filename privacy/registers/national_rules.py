"""What national law adds to the Regulation, as data: each rule says for which countries and controllers it holds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from privacy.languages import text_in

_DATA = Path(__file__).parent / "data" / "national_rules.json"


@dataclass(frozen=True, slots=True)
class NationalRule:
    """A rule by its name in the code; without `countries` it holds everywhere, without `controllers` for all kinds.

    `texts` are words by name and language, `values` such as a number of days; `source` is the act, for those who read
    the data.
    """

    rule: str
    source: str = ""
    countries: tuple[str, ...] = ()
    controllers: tuple[str, ...] = ()
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)

    def holds(self, country: str, kind: str) -> bool:
        """Tell whether the rule holds in a country for a kind of controller."""
        return (not self.countries or country in self.countries) and (not self.controllers or kind in self.controllers)

    def text(self, name: str, language: str) -> str:
        """Give words of the rule; raises KeyError for a name that it does not have."""
        return text_in(self.texts[name], language)


@cache
def national_rules() -> tuple[NationalRule, ...]:
    """Give the rules in the order of the file: the first one that holds counts."""
    return tuple(NationalRule(**entry) for entry in json.loads(_DATA.read_text(encoding="utf-8")))


def national_rule(name: str, country: str, kind: str = "") -> NationalRule | None:
    """Give the rule of a name that holds in a country, by its two-letter code or that of the authority; else None."""
    found = (rule for rule in national_rules() if rule.rule == name and rule.holds(country.upper(), kind))
    return next(found, None)


def national_text(rule: str, name: str, country: str, language: str) -> str:
    """Give words of the rule that holds in a country; empty where none does."""
    found = national_rule(rule, country)
    return found.text(name, language) if found else ""
