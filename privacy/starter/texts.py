"""The texts that the starter writes into pages, read from one data file."""

import json
import uuid
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from privacy.languages import primary, text_in
from privacy.registers.choices import ControllerKind
from privacy.registers.countries import home_country
from privacy.registers.national_rules import national_rule

_DATA = Path(__file__).parent / "data" / "texts.json"

Texts = dict[str, Any]


def has_texts(language: str) -> bool:
    """Tell whether there are texts that serve a language tag: pages are not made in the words of another language."""
    return bool({language, primary(language)} & set(_texts()["notice"]))


def usual_register_name(language: str) -> str:
    """Give what most small organisations call their only register."""
    return text_in(_texts()["register_name"], language)


def index_texts(language: str) -> Texts:
    """Give title, slug and intro of the list of notices."""
    return text_in(_texts()["index"], language)


def form_texts(language: str) -> Texts:
    """Give title, slug and intro of the request form."""
    return text_in(_texts()["form"], language)


def notice_texts(language: str) -> Texts:
    """Give the title pattern (with {register}) and the sections of the first notice, still to be written."""
    return text_in(_texts()["notice"], language)


def request_notice_texts(kind: str, language: str, country: str = "") -> Texts:
    """Give the notice of the register of requests: title, register_name, search_description, sections, confirm.

    A public body's is its own: it has no legitimate interests in its tasks (GDPR Art. 6(1), last sentence). Acts and
    authorities are those of the country, of the site's own where none is given.
    """
    public = kind == ControllerKind.PUBLIC_BODY
    texts = text_in(_texts()["request_register_public_body" if public else "request_register"], language)
    rule = national_rule("request_register", country or home_country())
    return _filled(texts, {f"{{{name}}}": rule.text(name, language) for name in rule.texts} if rule else {})


def _filled(value: Any, words: Mapping[str, str]) -> Any:
    """Give texts with those that are a placeholder and nothing else replaced by their words."""
    if isinstance(value, dict):
        return {key: _filled(content, words) for key, content in value.items()}
    if isinstance(value, list):
        return [_filled(content, words) for content in value]
    return words.get(value, value) if isinstance(value, str) else value


def blocks_of(sections: list[Texts], seed: uuid.UUID) -> list[dict[str, Any]]:
    """Give sections as raw StreamField blocks.

    The ids come from the seed and the place, so that the languages of a notice pair block by block.
    """
    return [_block(section, uuid.uuid5(seed, str(number))) for number, section in enumerate(sections)]


def _block(section: Texts, block_id: uuid.UUID) -> dict[str, Any]:
    value = {name: content for name, content in section.items() if name != "key"}
    if "rows" in value:
        value["rows"] = [_row(row, uuid.uuid5(block_id, str(number))) for number, row in enumerate(value["rows"])]
    return {"type": section["key"], "id": str(block_id), "value": value}


def _row(row: Texts, row_id: uuid.UUID) -> dict[str, Any]:
    return {"type": "item", "id": str(row_id), "value": row}


@cache
def _texts() -> Texts:
    return json.loads(_DATA.read_text(encoding="utf-8"))
