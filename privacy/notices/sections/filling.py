"""What self-filled sections say: from registers, controllers, contacts, the authority and the legal bases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from privacy.languages import text_in
from privacy.notices.sections.data import Processing, rows_of
from privacy.notices.sections.rights_texts import RightText, phrase, right_texts
from privacy.notices.sections.types import anchor_of
from privacy.registers.countries import home_country
from privacy.registers.details import RegisterFacts
from privacy.registers.national_rules import national_text

Part = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filling:
    """What the self-filled sections of one notice are made from."""

    registers: Sequence[RegisterFacts]
    blocks: Sequence[dict[str, Any]]
    processing: Processing
    language: str

    def applies(self, right: RightText) -> bool:
        """Tell whether a right usually applies to this notice."""
        facts = self.processing
        return right.applies_to(bases=set(facts.bases), marketing=facts.marketing, decisions=facts.decisions)


def fill(key: str, filling: Filling) -> list[Part]:
    """Give the parts of a self-filled section, nothing where there is nothing to say."""
    if key in _FILLERS:
        return _FILLERS[key](filling)
    right = next((right for right in right_texts().values() if right.section == key), None)
    return _one_right(right, filling) if right else []


def _cards(details: Sequence[dict[str, Any]]) -> list[Part]:
    unique: list[Part] = []
    for entry in details:
        card = {"type": "card", **entry}
        if card not in unique:
            unique.append(card)
    return unique


def _controller(filling: Filling) -> list[Part]:
    return _cards([register.controller for register in filling.registers])


def _joint_controllers(filling: Filling) -> list[Part]:
    return _cards([entry for register in filling.registers for entry in register.joint_controllers])


def _contact_person(filling: Filling) -> list[Part]:
    return _cards([entry for register in filling.registers for entry in register.contacts])


def _dpo(filling: Filling) -> list[Part]:
    return _cards([entry for register in filling.registers for entry in register.dpos])


def _representative(filling: Filling) -> list[Part]:
    return _cards([entry for register in filling.registers for entry in register.representatives])


def _register_name(filling: Filling) -> list[Part]:
    shown = [register for register in filling.registers if register.name_shown]
    names = [{"name": register.name, "concerns": register.concerns} for register in shown]
    return [{"type": "names", "items": names}] if names else []


def _legal_basis(filling: Filling) -> list[Part]:
    items: dict[tuple[str, str], Part] = {}
    for row in rows_of(filling.blocks, "purposes"):
        pair = (row.get("legal_basis") or "", row.get("special_basis") or "")
        if not pair[0]:
            continue
        item = items.setdefault(pair, {"basis": pair[0], "special_basis": pair[1], "purposes": [], "laws": []})
        item["purposes"].append(row["purpose"])
        if row.get("law") and row["law"] not in item["laws"]:
            item["laws"].append(row["law"])
    own = [
        {"basis": basis, "special_basis": "", "purposes": [], "laws": []} for basis in sorted(filling.processing.bases)
    ]
    found = list(items.values()) or own
    return [{"type": "bases", "items": found}] if found else []


def _legitimate_interests(filling: Filling) -> list[Part]:
    rows = [
        row
        for row in rows_of(filling.blocks, "purposes")
        if row.get("legal_basis") == "legitimate_interests" and row.get("interest")
    ]
    items = [{"purpose": row["purpose"], "interest": row["interest"]} for row in rows]
    return [{"type": "interests", "items": items}] if items else []


def _rights_overview(filling: Filling) -> list[Part]:
    listed = [right for right in right_texts().values() if right.section]
    usual = [right for right in listed if filling.applies(right)]
    unusual = [right for right in listed if not filling.applies(right)]
    apart = ("right_to_object", "right_to_object_marketing")
    return [
        {
            "type": "rights",
            "intro": phrase("intro", filling.language),
            "usual": [_right_entry(right, filling, see=right.section in apart) for right in usual],
            "unusual_heading": phrase("usually_not", filling.language),
            "unusual": [_right_entry(right, filling, see=False) for right in unusual],
        },
        *_request_link(filling),
    ]


def article_number(right: RightText) -> str:
    """Give the article of a right without its paragraph, which each language writes in a way of its own."""
    return right.article.partition("(")[0]


def _right_entry(right: RightText, filling: Filling, *, see: bool) -> Part:
    applies = filling.applies(right)
    return {
        "right": right.key,
        "name": text_in(right.name, filling.language),
        "article": article_number(right),
        "text": text_in(right.applies if applies else right.not_applying, filling.language),
        "see": anchor_of(right.section) if see else "",
    }


def _one_right(right: RightText, filling: Filling) -> list[Part]:
    applies = filling.applies(right)
    text = text_in(right.applies if applies else right.not_applying, filling.language)
    return [{"type": "right", "right": right.key, "article": article_number(right), "applies": applies, "text": text}]


def _exercising_rights(filling: Filling) -> list[Part]:
    how = {"type": "paragraph", "text": phrase("how_to", filling.language)}
    return [how, *_request_link(filling), *_contact_person(filling)]


def _request_link(filling: Filling) -> list[Part]:
    if not filling.registers:
        return []
    text = phrase("send_request", filling.language)
    return [{"type": "request_link", "register": filling.registers[0].uuid, "text": text}]


def _complaint(filling: Filling) -> list[Part]:
    authorities = [register.authority for register in filling.registers if register.authority]
    places = [authority["code"] for authority in authorities]
    places += [register.controller["country"] for register in filling.registers if register.controller.get("country")]
    text = national_text("complaint", "text", (places or [home_country()])[0], filling.language)
    return [{"type": "paragraph", "text": text}, *_cards(authorities)]


_FILLERS: dict[str, Callable[[Filling], list[Part]]] = {
    "controller": _controller,
    "joint_controllers": _joint_controllers,
    "contact_person": _contact_person,
    "dpo": _dpo,
    "representative": _representative,
    "register_name": _register_name,
    "legal_basis": _legal_basis,
    "legitimate_interests": _legitimate_interests,
    "rights_overview": _rights_overview,
    "exercising_rights": _exercising_rights,
    "complaint": _complaint,
}
