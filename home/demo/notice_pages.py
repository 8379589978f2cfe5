"""Loads the notices, each with its past: every wording is published when it was, with the contacts of then."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from home.demo.clock import weeks_ago
from home.demo.data import Data, notices, organisations, register_slugs
from home.demo.history import Wording, wordings
from home.demo.tree import is_there, page_key, publish, publish_below
from privacy.models import Contact, NoticeIndexPage, NoticePage, NoticeRegister, Register

Registers = dict[str, Register]


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done some weeks ago."""

    weeks_ago: int
    take: Callable[[], Any]


def load_notices(lists: dict[str, NoticeIndexPage], registers: Registers, author: Any) -> None:
    """Load the notices that are not there yet, by language below their lists; everything in the order it happened."""
    steps = [step for entry in notices() for step in _publications(entry, lists[entry["language"]], registers, author)]
    steps += _changes_of_contacts(author)
    for step in sorted(steps, key=lambda step: -step.weeks_ago):
        with weeks_ago(step.weeks_ago):
            step.take()


def chosen(slugs: Iterable[str], registers: Registers) -> list[Register]:
    """Give the registers that are there, in the order of the slugs."""
    return [registers[slug] for slug in slugs if slug in registers]


def _publications(entry: Data, parent: NoticeIndexPage, registers: Registers, author: Any) -> list[Step]:
    key = page_key(f"notice {entry['register']}")
    rows = _rows(entry, registers)
    if not rows or is_there(key, parent.locale_id):
        return []
    # An editor may have written and published another notice instead of the demo's.
    if NoticePage.objects.filter(main_register=rows[0].register, locale=parent.locale_id).exists():
        return []
    page = NoticePage(
        slug=slugify(entry["title"]),
        search_description=entry["search_description"],
        registers=rows,
        translation_key=key,
    )
    places = {section["key"]: str(number) for number, section in enumerate(entry["sections"])}

    def publishing(wording: Wording) -> Callable[[], Any]:
        return lambda: _say(page, wording, _blocks(wording.sections, places, key), parent, author)

    return [Step(wording.weeks_ago, publishing(wording)) for wording in wordings(entry)]


def _say(page: NoticePage, wording: Wording, blocks: list[Data], parent: NoticeIndexPage, author: Any) -> None:
    said = {"version_kind": wording.kind, "version_summary": wording.summary, "effective_from": wording.effective_from}
    for name, value in {"title": wording.title, "body": blocks, **said}.items():
        setattr(page, name, value)
    if page.pk is None:
        publish_below(parent, page, author)
    else:
        publish(page, author)


def _changes_of_contacts(author: Any) -> list[Step]:
    """Give the changes of telephone numbers that are still as they were loaded."""
    entries = [contact for entry in organisations() for contact in entry["contacts"] if "former_phone" in contact]
    return [Step(entry["phone_changed_weeks_ago"], _changing_phone(entry, author)) for entry in entries]


def _changing_phone(entry: Data, author: Any) -> Callable[[], None]:
    def change() -> None:
        for contact in Contact.objects.filter(email=entry["email"], phone=entry["former_phone"]):
            contact.phone = entry["phone"]
            contact.save_revision(user=author).publish(user=author)

    return change


def _rows(entry: Data, registers: Registers) -> list[NoticeRegister]:
    """Give the notice's registers; the one of requests is shared by all organisations, each row with its name."""
    main, requests = entry["register"], register_slugs(for_requests=True)
    if main not in requests:
        return [NoticeRegister(register=register) for register in chosen([main], registers)]
    shared = chosen([main, *(slug for slug in requests if slug != main)], registers)
    names = [register.controller.details(entry["language"])["name"] for register in shared]
    return [NoticeRegister(register=register, concerns=name) for register, name in zip(shared, names, strict=True)]


def _blocks(sections: list[Data], places: dict[str, str], key: uuid.UUID) -> list[Data]:
    """Give sections as raw StreamField blocks with ids that are the same in every language and wording.

    `places` are the places of the sections in the present wording, by key; one that it left out is named by its key.
    """
    blocks = []
    for section in sections:
        block_id = uuid.uuid5(key, places.get(section["key"]) or section["key"])
        value = {name: content for name, content in section.items() if name != "key"}
        if "rows" in value:
            rows = enumerate(value["rows"])
            value["rows"] = [
                {"type": "item", "id": str(uuid.uuid5(block_id, str(place))), "value": row} for place, row in rows
            ]
        blocks.append({"type": section["key"], "id": str(block_id), "value": value})
    return blocks
