"""Loads the lists of notices, the notices and the request forms."""

import uuid
from collections.abc import Iterable

from django.utils.text import slugify

from home.demo.data import MAIN_LANGUAGE, Data, notices, read, register_slugs
from home.demo.tree import is_there, page_key, publish_below
from home.models import HomePage
from privacy.models import (
    NoticeIndexPage,
    NoticePage,
    NoticeRegister,
    Register,
    RequestFormField,
    RequestPageRegister,
    RightsRequestPage,
)

Registers = dict[str, Register]


def load_pages(front_pages: dict[str, HomePage]) -> None:
    """Load below the front pages what is not there yet."""
    registers = {register.slug: register for register in Register.objects.select_related("controller")}
    lists = {language: _list_of_notices(front, language) for language, front in front_pages.items()}
    for entry in notices():
        _load_notice(entry, lists[entry["language"]], registers)
    for language, front in front_pages.items():
        _load_form(read("forms.json")[language], language, front, registers)


def _list_of_notices(front: HomePage, language: str) -> NoticeIndexPage:
    key = page_key("notices")
    found = NoticeIndexPage.objects.filter(translation_key=key, locale=front.locale_id).first()
    texts = read("pages.json")[language]["index"]
    return found or publish_below(front, NoticeIndexPage(**texts, translation_key=key))


def _load_notice(entry: Data, parent: NoticeIndexPage, registers: Registers) -> None:
    key = page_key(f"notice {entry['register']}")
    rows = _rows(entry, registers)
    if not rows or is_there(key, parent.locale_id):
        return
    # An editor may have written and published another notice instead of the demo's.
    if NoticePage.objects.filter(main_register=rows[0].register, locale=parent.locale_id).exists():
        return
    page = NoticePage(
        title=entry["title"],
        slug=slugify(entry["title"]),
        search_description=entry["search_description"],
        body=_blocks(entry["sections"], key),
        registers=rows,
        translation_key=key,
    )
    publish_below(parent, page)


def _rows(entry: Data, registers: Registers) -> list[NoticeRegister]:
    """Give the notice's registers; the one of requests is shared by all organisations, each row with its name."""
    main, requests = entry["register"], register_slugs(for_requests=True)
    if main not in requests:
        return [NoticeRegister(register=register) for register in _chosen([main], registers)]
    shared = _chosen([main, *(slug for slug in requests if slug != main)], registers)
    names = [register.controller.details(entry["language"])["name"] for register in shared]
    return [NoticeRegister(register=register, concerns=name) for register, name in zip(shared, names, strict=True)]


def _chosen(slugs: Iterable[str], registers: Registers) -> list[Register]:
    return [registers[slug] for slug in slugs if slug in registers]


def _blocks(sections: list[Data], key: uuid.UUID) -> list[Data]:
    """Give sections as raw StreamField blocks with ids that are the same in every language."""
    blocks = []
    for number, section in enumerate(sections):
        block_id = uuid.uuid5(key, str(number))
        value = {name: content for name, content in section.items() if name != "key"}
        if "rows" in value:
            rows = enumerate(value["rows"])
            value["rows"] = [
                {"type": "item", "id": str(uuid.uuid5(block_id, str(place))), "value": row} for place, row in rows
            ]
        blocks.append({"type": section["key"], "id": str(block_id), "value": value})
    return blocks


def _load_form(entry: Data, language: str, front: HomePage, registers: Registers) -> None:
    key = page_key("form")
    served = _chosen(_served_slugs(language), registers)
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
