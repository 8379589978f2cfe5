"""Loads the lists of notices, the notices and the request forms."""

from typing import Any

from home.demo.data import MAIN_LANGUAGE, Data, notices, read, register_slugs
from home.demo.notice_pages import Registers, chosen, load_notices
from home.demo.tree import is_there, page_key, publish_below
from home.models import HomePage
from privacy.models import (
    NoticeIndexPage,
    Register,
    RequestFormField,
    RequestPageRegister,
    RightsRequestPage,
)


def load_pages(front_pages: dict[str, HomePage], author: Any) -> None:
    """Load below the front pages what is not there yet; `author` is the user who published the notices."""
    registers = {register.slug: register for register in Register.objects.select_related("controller")}
    lists = {language: _list_of_notices(front, language) for language, front in front_pages.items()}
    load_notices(lists, registers, author)
    for language, front in front_pages.items():
        _load_form(read("forms.json")[language], language, front, registers)


def _list_of_notices(front: HomePage, language: str) -> NoticeIndexPage:
    key = page_key("notices")
    found = NoticeIndexPage.objects.filter(translation_key=key, locale=front.locale_id).first()
    texts = read("pages.json")[language]["index"]
    return found or publish_below(front, NoticeIndexPage(**texts, translation_key=key))


def _load_form(entry: Data, language: str, front: HomePage, registers: Registers) -> None:
    key = page_key("form")
    served = chosen(_served_slugs(language), registers)
    if not served or is_there(key, front.locale_id):
        return
    page = RightsRequestPage(
        title=entry["title"],
        slug=entry["slug"],
        intro=entry["intro"],
        registers=[RequestPageRegister(register=register) for register in served],
        form_fields=[RequestFormField(sort_order=place, **field) for place, field in enumerate(entry["extra_fields"])],
        translation_key=key,
    )
    publish_below(front, page)


def _served_slugs(language: str) -> list[str]:
    """Give the registers of a form: all in the main language, in others those with a notice in it."""
    slugs = register_slugs(for_requests=False)
    if language == MAIN_LANGUAGE:
        return slugs
    described = {entry["register"] for entry in notices() if entry["language"] == language}
    return [slug for slug in slugs if slug in described]
