"""Superseded versions show a contact who is a natural person by function only (data minimisation, Art. 5(1)(c))."""

from collections.abc import Sequence
from typing import Any

from privacy.registers.choices import ContactKind, ContactRole

# What stands in public archives for a person without a title, by role and language.
_FUNCTIONS = {
    ContactRole.CONTACT_PERSON: {
        "fi": "Rekisterin yhteyshenkilö",
        "sv": "Registrets kontaktperson",
        "en": "Contact person of the register",
    },
    ContactRole.DPO: {"fi": "Tietosuojavastaava", "sv": "Dataskyddsombud", "en": "Data protection officer"},
    ContactRole.REPRESENTATIVE: {
        "fi": "Rekisterinpitäjän edustaja",
        "sv": "Företrädare för den personuppgiftsansvarige",
        "en": "Controller's representative",
    },
}


def mask_section(section: dict[str, Any], language: str) -> dict[str, Any]:
    """Give a section in which persons are named by their function, each function once."""
    filled: list[dict[str, Any]] = []
    for part in section["filled"]:
        masked = _mask(part, language) if part["type"] == "card" else part
        if masked not in filled:
            filled.append(masked)
    return {**section, "filled": filled}


def mask_registers(registers: Sequence[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """Give the facts of registers in which persons are named by their function."""
    people = ("contacts", "dpos", "representatives")
    return [
        {**facts, **{name: [_mask(contact, language) for contact in facts[name]] for name in people}}
        for facts in registers
    ]


def _mask(details: dict[str, Any], language: str) -> dict[str, Any]:
    if details.get("kind") != ContactKind.PERSON:
        return details
    functions = _FUNCTIONS.get(details.get("role", ""), _FUNCTIONS[ContactRole.CONTACT_PERSON])
    title = details.get("title") or functions.get(language) or functions["en"]
    return {**details, "name": "", "title": title, "email": "", "phone": ""}
