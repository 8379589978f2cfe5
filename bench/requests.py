"""Measures the inbox on generated requests: queries and time of its screens, and the plans of the list's queries.

    createdb inbox_bench
    DATABASE_URL=postgres://postgres@127.0.0.1:5432/inbox_bench python -m bench.requests --rows 100000 --plans
    DATABASE_URL=sqlite:////tmp/inbox_bench.sqlite3 python -m bench.requests --rows 100000

The database must be empty at first; run again without --rows it measures what is there. Times are medians of five
visits by Django's test client after one that warms up, in milliseconds, on the machine that runs it.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from typing import Any

import django


def main() -> None:
    """Fill, if asked to, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=0, help="requests to insert first")
    parser.add_argument("--plans", action="store_true", help="print the plan of the query of each list")
    parser.add_argument("--only", default="", help="only the screens whose name has this in it")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings.test")
    django.setup()
    if options.rows:
        _fill(options.rows)
    _measure(options.only, options.plans)


def _fill(rows: int) -> None:
    from django.core.management import call_command
    from django.db import connection

    from bench.rows import fill, make_people
    from privacy.models import RightsRequest

    call_command("migrate", verbosity=0)
    if RightsRequest.objects.exists():
        raise SystemExit("The database has requests already: measure without --rows, or take an empty one.")
    users = make_people("mittaus")
    started = time.perf_counter()
    fill(rows, handler=users["handler"])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{rows} requests inserted in {time.perf_counter() - started:.0f} s on {connection.vendor}")


LISTS = {
    "first page": "",
    "page 200 of 50": "p=200",
    "by person": "ordering=person",
    "by rights": "ordering=rights",
    "by register": "ordering=registers",
    "by state": "ordering=state",
    "by handler": "ordering=owner_name",
    "by received, newest": "ordering=-received_on",
    "by number": "ordering=number",
    "by due, last": "ordering=-due_on",
    "mine": "state=open&handler=me",
    "unassigned": "state=open&handler=none",
    "due within 7 days": "due=week",
    "overdue": "due=overdue",
    "waiting": "state=waiting",
    "closed": "state=closed",
    "one right": "right=automated_decision",
    "one right and register": "right=erasure&register=1",
    "received in a month": "received_from=2025-03-01&received_to=2025-03-31",
    "channel and language": "channel=visit&language=en",
    "search: number": "q={number}",
    "search: email": "q={email}",
    "search: name": "q=Exempelström 42",
    "search: nothing found": "q=ei ole missään",
}


def _measure(only: str, plans: bool) -> None:
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.urls import reverse

    from privacy.models import RequestPerson, RightsRequest

    last = RightsRequest.objects.order_by("-pk")[:1].get()
    typed = {"number": last.number, "email": RequestPerson.objects.get(request=last).email}
    index, results = reverse("privacy_requests:index"), reverse("privacy_requests:index_results")
    print(f"{RightsRequest.objects.count()} requests")
    for name in ("mittaaja", "kasittelija"):
        client = Client()
        client.force_login(get_user_model()._default_manager.get(username=name))
        print(f"\n{name}: screen, queries, ms")
        _tell(client, "home", reverse("wagtailadmin_home"), only)
        _tell(client, "whole page of the list", index, only)
        _tell(client, "reports", reverse("privacy_reports:index"), only)
        for title, query in LISTS.items():
            _tell(client, title, f"{results}?{query.format(**typed)}", only, plans)
        _export(client, index, only)


def _tell(client: Any, title: str, address: str, only: str, plans: bool = False) -> None:
    if only not in title:
        return
    queries: list[dict[str, str]] = []

    def visit() -> None:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code}")
        queries[:] = captured.captured_queries

    print(f"{title:28} {_median(visit):8.0f} ms {len(queries):3} queries, slowest {_slowest(queries):6.0f} ms")
    if plans:
        _explain(queries)


def _median(visit: Callable[[], None], times: int = 5) -> float:
    visit()
    taken = []
    for _time in range(times):
        started = time.perf_counter()
        visit()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def _slowest(queries: list[dict[str, str]]) -> float:
    return max(float(query["time"]) for query in queries) * 1000


def _explain(queries: list[dict[str, str]]) -> None:
    from django.db import connection

    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) "
    slow = max(queries, key=lambda query: float(query["time"]))
    with connection.cursor() as cursor:
        cursor.execute(
            explain + slow["sql"].replace("%", "%%") if connection.vendor == "sqlite" else explain + slow["sql"]
        )
        for row in cursor.fetchall():
            print("      ", row[-1])


def _export(client: Any, index: str, only: str) -> None:
    if only not in "export":
        return
    import resource

    # An XLSX file takes 50,000 requests: the Swedish ones of 100,000 are fewer.
    for kind, narrowed in (("csv", ""), ("xlsx", "&language=sv")):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.perf_counter()
        answer = client.get(f"{index}?export={kind}{narrowed}")
        if not answer.streaming:
            raise SystemExit(f"{kind}: {answer.status_code}")
        size = sum(len(part) for part in answer.streaming_content)
        taken, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"export {kind}: {size / 1e6:.1f} MB in {taken:.1f} s, memory grew by {(after - before) / 1024:.0f} MB")


if __name__ == "__main__":
    main()
