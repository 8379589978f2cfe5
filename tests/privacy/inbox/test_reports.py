"""Reports: right figures, of what one may see only, without anything personal, drawn for everybody."""

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from privacy.inbox.reports.charts import WIDTH, bar_chart
from privacy.inbox.reports.figures import (
    Scope,
    extensions_by_reason,
    quantile,
    refusals_by_reason,
    requests_by_month,
    timeliness,
)
from privacy.inbox.reports.tables import make_report
from privacy.models import Register, RequestEvent, RightsRequest
from privacy.rights.choices import Actor, Outcome, ReasonCode
from privacy.rights.permissions import reach_of_user
from privacy.rights.steps import EventKind
from tests.factories import RegisterFactory, RightsRequestFactory
from tests.privacy.inbox.desks import client_of, handler_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

ADDRESS = "privacy_reports:index"
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def register() -> Register:
    return RegisterFactory(name="Asiakkaat")


@pytest.fixture
def user(register: Register) -> Any:
    return handler_of(register)


@pytest.fixture
def client(user: Any) -> Client:
    return client_of(user)


def answered(register: Register, days: int, outcome: str = Outcome.FULFILLED, **values: Any) -> RightsRequest:
    """Give a request of 2 March 2026, due on 2 April, answered after so many days."""
    received = date(2026, 3, 2)
    request = RightsRequestFactory(register=register, received_on=received, due_on=date(2026, 4, 2), closed=True)
    fields = {"outcome": outcome, "answered_on": received + timedelta(days=days), **values}
    request.items.update(**fields)
    return request


@pytest.mark.parametrize(
    ("counted", "median", "ninetieth"),
    [
        ({}, None, None),
        ({4: 1}, 4, 4),
        ({0: 1, 10: 1}, 0, 10),
        ({1: 5, 2: 4, 30: 1}, 1, 2),
        ({1: 4, 2: 4, 30: 2}, 2, 30),
    ],
)
def test_quantiles_are_by_nearest_rank(counted: dict[int, int], median: int | None, ninetieth: int | None) -> None:
    assert (quantile(counted, 50), quantile(counted, 90)) == (median, ninetieth)


def test_share_in_time_and_days_to_the_answer(register: Register, user: Any) -> None:
    for days in (1, 2, 31, 40):
        answered(register, days)
    answered(register, 300, Outcome.WITHDRAWN)
    answered(register, 300, Outcome.NOT_A_REQUEST)
    RightsRequestFactory(register=register, received_on=date(2026, 3, 2))
    figures = timeliness(Scope(reach_of_user(user), FIRST, LAST))
    assert (figures.answered, figures.in_time, figures.share) == (4, 3, 75)
    assert (figures.median, figures.ninetieth) == (2, 40)


def test_nothing_answered_has_no_share(user: Any) -> None:
    figures = timeliness(Scope(reach_of_user(user), FIRST, LAST))
    assert (figures.share, figures.median, figures.ninetieth) == (None, None, None)


def test_requests_count_once_however_many_rights_they_ask_for(register: Register, user: Any) -> None:
    RightsRequestFactory(register=register, received_on=date(2026, 3, 31), rights=("access", "erasure"))
    RightsRequestFactory(register=register, received_on=date(2026, 4, 1))
    RightsRequestFactory(register=register, received_on=date(2025, 12, 31))
    assert requests_by_month(Scope(reach_of_user(user), FIRST, LAST)) == [(date(2026, 3, 1), 1), (date(2026, 4, 1), 1)]


def test_refusals_and_extensions_are_counted_by_reason(register: Register, user: Any) -> None:
    request = answered(register, 3, Outcome.REFUSED, reason_code=ReasonCode.EXCESSIVE)
    answered(register, 3, Outcome.PARTLY_FULFILLED, reason_code=ReasonCode.RIGHTS_OF_OTHERS)
    answered(register, 3)
    RequestEvent.objects.create(
        request=request, kind=EventKind.EXTENDED, actor=Actor.USER, data={"reason_code": "complexity"}
    )
    scope = Scope(reach_of_user(user), FIRST, LAST)
    assert refusals_by_reason(scope) == [(ReasonCode.EXCESSIVE, 1), (ReasonCode.RIGHTS_OF_OTHERS, 1)]
    assert extensions_by_reason(scope) == [("complexity", 1)]
    assert make_report(scope).extended == 1


def test_others_are_in_no_total(register: Register, client: Client) -> None:
    answered(register, 3)
    answered(RegisterFactory(name="Ilmoituskanava", confidential=True), 3)
    shared = answered(register, 3)
    hidden = RegisterFactory(name="Henkilöstö", controller=register.controller)
    shared.items.create(right="objection", register=hidden, outcome=Outcome.REFUSED, reason_code=ReasonCode.EXCESSIVE)
    response = client.get(reverse(ADDRESS), {"first": "2026-01-01", "last": "2026-12-31"})
    report = response.context["report"]
    assert (report.requests, report.timeliness.answered) == (2, 2)
    page = response.content.decode()
    assert [name for name in ("Ilmoituskanava", "Henkilöstö") if name in page] == []
    tables = {table.key: table.rows for table in report.tables}
    assert tables["refusals"] == []
    assert tables["registers"] == [("Asiakkaat", 2)]


def test_report_can_be_narrowed_to_a_register_one_sees(register: Register) -> None:
    other, foreign = RegisterFactory(), RegisterFactory()
    for one in (register, other, foreign):
        answered(one, 3)
    client = client_of(handler_of(register, other))
    period = {"first": "2026-01-01", "last": "2026-12-31"}
    assert client.get(reverse(ADDRESS), {**period, "register": other.pk}).context["report"].requests == 1
    # A register that is not seen is no choice: the report is as if nothing was chosen, of what is seen.
    assert foreign.name not in client.get(reverse(ADDRESS), {**period, "register": foreign.pk}).content.decode()


def test_report_holds_nothing_personal(register: Register, client: Client) -> None:
    request = answered(register, 3)
    parameters = {"first": "2026-01-01", "last": "2026-12-31"}
    for more in ({}, {"export": "csv"}):
        text = client.get(reverse(ADDRESS), {**parameters, **more}).content.decode()
        assert [typed for typed in (request.number, "Oletettu", "oona.oletettu") if typed in text] == []


def test_csv_has_every_table(register: Register, client: Client) -> None:
    answered(register, 3)
    response = client.get(reverse(ADDRESS), {"first": "2026-01-01", "last": "2026-12-31", "export": "csv"})
    lines = response.content.decode("utf-8-sig").splitlines()
    assert "attachment" in response["Content-Disposition"]
    assert [line for line in lines if ",Asiakkaat,1" in line]


def test_queries_do_not_grow_with_the_requests(
    register: Register, client: Client, django_assert_max_num_queries: Any
) -> None:
    for days in range(1, 12):
        answered(register, days)
    client.get(reverse(ADDRESS))
    with django_assert_max_num_queries(25):
        client.get(reverse(ADDRESS), {"first": "2026-01-01", "last": "2026-12-31"})


def test_leap_day_has_a_year_before_it(client: Client) -> None:
    assert client.get(reverse(ADDRESS), {"last": "2028-02-29"}).status_code == 200


def test_chart_is_drawn_to_scale_with_a_title_and_a_description(register: Register, client: Client) -> None:
    chart = bar_chart(key="k", title="T", description="D", rows=[("a", 4), ("b", 2), ("c", 0), ("d", 1)])
    lengths = [bar.length for bar in chart.bars]
    assert lengths[0] == 2 * lengths[1] == 4 * lengths[3]
    assert (lengths[2], lengths[0] < WIDTH) == (0, True)
    answered(register, 3)
    page = client.get(reverse(ADDRESS), {"first": "2026-01-01", "last": "2026-12-31"}).content.decode()
    drawing = page[page.index('<svg class="privacy-chart"') :].partition("</svg>")[0] + "</svg>"
    names = [child.tag.rpartition("}")[2] for child in ElementTree.fromstring(drawing)]  # noqa: S314 — our own
    assert names[:2] == ["title", "desc"]
