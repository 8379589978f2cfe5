"""The canonical data of a version, and the digest over it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from privacy.notices.sections.data import Section
from privacy.registers.details import RegisterFacts

Content = dict[str, Any]

# Raised when the shape of the data changes; old versions keep theirs.
SCHEMA = 1

# What a record tells and a notice does not print: it is no part of the wording.
_NOT_PRINTED = frozenset({"kind", "role", "code"})
_IDENTITIES = frozenset({"anchor", "block_id"})


def content_of(
    *, title: str, language: str, registers: Sequence[RegisterFacts], sections: Sequence[Section]
) -> Content:
    """Give what a notice says as JSON values."""
    content = {
        "schema": SCHEMA,
        "title": title,
        "language": language,
        "registers": [asdict(facts) for facts in registers],
        "sections": [section.as_data() for section in sections],
    }
    return json.loads(json.dumps(content))


def digest_of(content: Content) -> str:
    """Give the SHA-256 of the wording in hexadecimal: without addresses, block ids and what is not printed."""
    wording = {
        "schema": content["schema"],
        "title": content["title"],
        "language": content["language"],
        "registers": [_box(facts) for facts in content["registers"]],
        "sections": [wording_of(section) for section in content["sections"]],
    }
    canonical = json.dumps(wording, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def wording_of(section: dict[str, Any]) -> dict[str, Any]:
    """Give the part of a section that counts as its wording."""
    kept = {name: value for name, value in section.items() if name not in _IDENTITIES}
    return kept | {"filled": [_printed(part) for part in section["filled"]]}


def _printed(part: dict[str, Any]) -> dict[str, Any]:
    if part["type"] == "request_link":
        return {"type": part["type"], "text": part["text"]}
    return {name: value for name, value in part.items() if name not in _NOT_PRINTED or part["type"] != "card"}


def _box(facts: dict[str, Any]) -> dict[str, Any]:
    controller = facts["controller"]
    return {
        "name": facts["name"] if facts["name_shown"] else "",
        "concerns": facts["concerns"],
        "controller": {name: controller[name] for name in ("name", "phone")},
        "contacts": [
            {name: contact[name] for name in ("name", "title", "email", "phone")} for contact in facts["contacts"]
        ],
    }
