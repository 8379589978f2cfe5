"""The reports as tables and charts with their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from privacy.inbox.reports import figures
from privacy.inbox.reports.charts import Chart, bar_chart
from privacy.inbox.reports.figures import Counts, Scope, Timeliness
from privacy.notices.sections.rights_texts import right_texts
from privacy.registers.countries import home_country
from privacy.registers.models.registers import Register
from privacy.rights.choices import ExtensionReason, Outcome
from privacy.rights.national_words import offered_reasons
from privacy.site_languages import language_now

Rows = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Table:
    """Labelled numbers with a chart of the same."""

    key: str
    title: str
    label_heading: str
    value_heading: str
    rows: Rows

    @property
    def chart(self) -> Chart:
        """The chart; what it shows stands in the table beside it."""
        description = "; ".join(f"{label}: {value}" for label, value in self.rows)
        return bar_chart(key=self.key, title=self.title, description=description, rows=self.rows)


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one scope."""

    requests: int
    extended: int
    timeliness: Timeliness
    tables: Sequence[Table]


def make_report(scope: Scope) -> Report:
    """Give the report; the number of queries does not depend on the number of requests."""
    requests, extended = figures.count_requests(scope)
    items = gettext("Rights asked for")
    tables = [
        Table("months", gettext("Requests by month"), gettext("Month"), gettext("Requests"), _months(scope)),
        Table(
            "rights", gettext("Rights asked for"), gettext("Right"), items, _rights(figures.items_by(scope, "right"))
        ),
        Table("registers", gettext("By register"), gettext("Register"), items, _registers(scope)),
        Table(
            "outcomes", gettext("By outcome"), gettext("Outcome"), items, _outcomes(figures.items_by(scope, "outcome"))
        ),
        Table(
            "refusals",
            gettext("Refusals by reason"),
            gettext("Reason"),
            items,
            _labelled(figures.refusals_by_reason(scope), dict(offered_reasons(home_country()))),
        ),
        Table(
            "extensions",
            gettext("Extensions by reason"),
            gettext("Reason"),
            gettext("Extensions"),
            _labelled(figures.extensions_by_reason(scope), dict(ExtensionReason.choices)),
        ),
    ]
    return Report(requests, extended, figures.timeliness(scope), tables)


def _months(scope: Scope) -> Rows:
    return [(date_format(month, "F Y"), number) for month, number in figures.requests_by_month(scope)]


def _rights(counts: Counts) -> Rows:
    return [(right_texts()[right].label_in(language_now()), number) for right, number in counts]


def _registers(scope: Scope) -> Rows:
    counts = figures.items_by(scope, "register")
    names = Register.objects.in_bulk([key for key, _number in counts if key])
    return [(str(names[key]) if key else gettext("Register not known"), number) for key, number in counts]


def _outcomes(counts: Counts) -> Rows:
    return _labelled(counts, {**dict(Outcome.choices), "": gettext("Not answered yet")})


def _labelled(counts: Counts, labels: dict[Any, Any]) -> Rows:
    return [(str(labels.get(key, key or gettext("Not given"))), number) for key, number in counts]
