"""Where requests are made: a higher room says which pages are forms for which registers."""

from collections.abc import Collection
from typing import Any, Protocol

from django.db.models import Q, QuerySet

from privacy.extension import Extension


class FormPages(Protocol):
    """Pages of one type with a form; registers and pages are known by their keys."""

    def serving(self, register: int) -> QuerySet[Any]:
        """Give the keys of the pages that serve a register, published or not, as part of another query."""

    def near(self, register: int) -> QuerySet[Any]:
        """Give the keys of the pages that serve a register of the same controller, likewise."""

    def published_for(self, registers: Collection[int]) -> Collection[tuple[int, int]]:
        """Give the published pages for registers, each with a register that it serves."""


FORM_PAGES: Extension[FormPages] = Extension("pages with a form for requests")


def forms_serving(register: int | None) -> Q:
    """Give a condition that a page is a form for a register."""
    return _one_of([pages.serving(register) for pages in FORM_PAGES.values()] if register else [])


def forms_near(register: int | None) -> Q:
    """Give a condition that a page is a form for a register of the same controller."""
    return _one_of([pages.near(register) for pages in FORM_PAGES.values()] if register else [])


def published_forms(registers: Collection[int]) -> list[tuple[int, int]]:
    """Give the published forms for registers, each with a register that it serves."""
    return [pair for pages in FORM_PAGES.values() for pair in pages.published_for(registers)] if registers else []


def _one_of(queries: list[QuerySet[Any]]) -> Q:
    condition = Q(pk__in=[])
    for query in queries:
        condition |= Q(pk__in=query)
    return condition
