"""The letters and events of a case, a hundred at a time, and which letters are part of the talk with the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from privacy.mail.choices import MessageKind, MessageState

ON_A_PAGE = 100
MOST_PAGES = 10_000

# Letters to contacts, handlers and other controllers: the person does not see them.
NOT_TO_THE_PERSON = frozenset(
    {
        MessageKind.NOTIFICATION,
        MessageKind.NOTE,
        MessageKind.DIGEST,
        MessageKind.JOINT_CONTROLLER,
        MessageKind.CONTACT_CLOSING,
        MessageKind.HANDLER_NEEDED,
        MessageKind.FORGETTING,
    }
)


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of rows, the newest page first shown last; `older` and `newer` are page numbers, or 0."""

    rows: list[Any]
    older: int
    newer: int

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def page_of(rows: QuerySet[Any], number: str) -> Slice:
    """Give a page of rows in one query: page 1 holds the newest, and within a page the oldest comes first."""
    page = min(int(number), MOST_PAGES) if number.isdecimal() and len(number) < len(str(MOST_PAGES)) + 1 else 1
    page = max(1, page)
    start = (page - 1) * ON_A_PAGE
    found = list(rows.reverse()[start : start + ON_A_PAGE + 1])
    older = page + 1 if len(found) > ON_A_PAGE else 0
    return Slice(found[:ON_A_PAGE][::-1], older, page - 1)


def is_to_print(letter: Any) -> bool:
    """Tell whether somebody has to print and deliver the letter."""
    return letter.state == MessageState.TO_PRINT
