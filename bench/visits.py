"""Visits addresses of a site on which clock and chance stand still, and keeps what was answered."""

import copy
import hashlib
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import connection, reset_queries, transaction
from django.db.models import Max
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from privacy.models import Message

HOST = "127.0.0.1:8000"  # what the demo's site is called
VISITOR, CONTACT, LOGINS = "visitor", "contact", ("admin", "editor", "handler")
LETTER = ("kind", "direction", "to", "language", "state", "subject", "text", "html")
# The only thing that is not compared: it is masked anew each time it is shown.
_CSRF = re.compile(r'((?:csrfmiddlewaretoken" value=|CSRF_TOKEN": ?)")\w+')


@contextmanager
def stillness() -> Iterator[random.Random]:
    """Stop the clock an hour after the newest page was written, and draw everything random from a seeded generator.

    `secrets`, `uuid` and Django's random strings all ask the system for bytes: that is where they are caught.
    """
    moment = Page.objects.aggregate(newest=Max("latest_revision_created_at"))["newest"] + timedelta(hours=1)
    chance = random.Random(0)  # noqa: S311 — the same on each run
    with (
        time_machine.travel(moment, tick=False),
        patch("os.urandom", chance.randbytes),
        patch("random._urandom", chance.randbytes),
    ):
        yield chance


@contextmanager
def undone() -> Iterator[None]:
    """Take back all that is done inside, and let be forgotten what remembers rows that are gone then."""
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        Site.clear_site_root_paths_cache()
        ContentType.objects.clear_cache()


class Recorder:
    """Sends requests as several people, and keeps by name what was answered and how many queries it took."""

    def __init__(self, chance: random.Random) -> None:
        """Log the people of the demo in."""
        self.chance = chance
        self.answers: dict[str, str] = {}
        self.queries: dict[str, int] = {}
        self.browsers = {who: self._browser() for who in (VISITOR, CONTACT, *LOGINS)}
        for login in LOGINS:
            self._seed(login)
            self.browsers[login].force_login(get_user_model()._default_manager.get(username=login))

    def _browser(self) -> Client:
        return Client(raise_request_exception=False, HTTP_HOST=HOST)

    def _seed(self, name: str) -> None:
        # For each answer anew: what one of them draws does not change the others.
        self.chance.seed(name)
        random.seed(name)

    def get(self, name: str, address: str, who: str = VISITOR) -> Any:
        """Visit an address; nothing of it stays."""
        answer = self._twice(name, who, lambda browser: browser.get(address), stays=False)
        return self._keep(name, f"GET {address}", answer, [])

    def post(self, name: str, address: str, data: dict[str, Any], who: str = VISITOR, accept: str = "*/*") -> Any:
        """Send a form; keep also the letters that it wrote, and how much waits for the commit."""

        def send(browser: Client) -> Any:
            return browser.post(address, _rewound(data), headers={"accept": accept})

        last = Message.objects.aggregate(last=Max("pk"))["last"] or 0
        waiting = len(connection.run_on_commit)
        answer = self._twice(name, who, send, stays=True)
        letters = Message.objects.filter(pk__gt=last).order_by("pk").values(*LETTER)
        more = [f"waiting for the commit: {len(connection.run_on_commit) - waiting}", *map(_letter_text, letters)]
        return self._keep(name, f"POST {address}", answer, more)

    def _twice(self, name: str, who: str, send: Callable[[Client], Any], *, stays: bool) -> Any:
        """Send a request, take it back and send it again: the second time all that is kept in memory is there."""
        browser = self.browsers[who]
        cookies = copy.deepcopy(browser.cookies)
        for keeps in (False, stays):
            browser.cookies = copy.deepcopy(cookies)
            self._seed(name)
            reset_queries()  # the log is cut off at 9,000
            with transaction.atomic():
                with CaptureQueriesContext(connection) as captured:
                    answer = send(browser)
                if not keeps:
                    transaction.set_rollback(True)
        self.queries[name] = len(captured)
        return answer

    def break_off(self, name: str, error: Exception) -> None:
        """Keep that a walk ended early, in the place of the answers that are missing."""
        self.answers[name], self.queries[name] = f"{name}\nbroke off\n\n{error!r}\n", 0

    def _keep(self, name: str, first_line: str, answer: Any, more: list[str]) -> Any:
        if name in self.answers:
            raise ValueError(f"{name} is recorded already")
        head = [f"{field}: {value}" for field, value in sorted(answer.headers.items()) if field != "Content-Length"]
        head.append(f"Cookies: {', '.join(sorted(answer.cookies))}")
        status = f"{answer.status_code} {answer.exc_info[1]!r}" if answer.exc_info else str(answer.status_code)
        self.answers[name] = "\n".join([first_line, status, *head, "", body_of(answer), *more, ""])
        return answer


def _rewound(data: dict[str, Any]) -> dict[str, Any]:
    for value in data.values():
        if hasattr(value, "seek"):
            value.seek(0)
    return data


def body_of(answer: Any) -> str:
    """Give the body without the tokens of CSRF protection, of a PDF its digest."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.headers["Content-Type"] == "application/pdf":
        return f"{len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}"
    return _CSRF.sub(r"\1…", content.decode(errors="backslashreplace"))


def _letter_text(letter: dict[str, str]) -> str:
    return "\n".join(["----- letter", *(f"{field}: {value}" for field, value in letter.items())])


def form_values(answer: Any, holding: str) -> dict[str, Any]:
    """Give what a browser would send of the form that has a field of this name; empty when there is none."""
    found = BeautifulSoup(answer.content.decode(), "html.parser").find(
        ["input", "textarea", "select"], attrs={"name": holding}
    )
    form = found.find_parent("form") if found else None
    values: dict[str, Any] = {}
    for field in form.select("input[name], textarea[name], select[name]") if form else ():
        for value in _values_of(field):
            values.setdefault(str(field["name"]), []).append(value)
    values.pop("csrfmiddlewaretoken", None)
    return values


def _values_of(field: Any) -> list[str]:
    if field.name == "textarea":
        return [field.text.removeprefix("\r").removeprefix("\n")]
    if field.name == "select":
        options = field.select("option[selected]") or field.select("option")[:1]
        return [option.get("value", option.text) for option in options]
    kind = field.get("type", "text")
    if kind in ("checkbox", "radio"):
        return [field.get("value", "on")] if field.has_attr("checked") else []
    return [] if kind in ("submit", "button", "file") else [field.get("value", "")]
