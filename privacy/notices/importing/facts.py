"""Reads the facts of a notice out of its sections: controllers, contacts, the name of the register."""

import re
from dataclasses import dataclass, field, replace

from privacy.notices.importing.facts_lines import AUTHORITY
from privacy.notices.importing.facts_parties import contacts_of, controller_of, shared_out
from privacy.notices.importing.matching import title_pattern
from privacy.notices.importing.values import ImportedContact, ImportedController

_REGISTER = re.compile(
    r"\b(?P<name>[^\n,:;–—]*?\w*(?:rekisteri|rekisterin|rekisteristä|register|registret|registrets|registry))(?:n)?\b",
    re.IGNORECASE,
)
_NAME_IS = re.compile(
    r"^(?:\w*rekisterin nimi|rekisteri|registrets namn|the (?:name of the )?register|(?:the )?name)"
    r"\s*(?:on|är|is|:)\s+",
    re.I,
)
_PUBLISHER = re.compile(
    r"\(.{0,40}?(?:[\"”“']we[\"”“']|[\"”“']me[\"”“']|[\"”“']vi[\"”“']|jäljempänä|nedan|hereinafter)", re.I
)
_INTRODUCED = re.compile(r"rekisterin\s?pitäj|personuppgiftsansvarig|registeransvarig|controller", re.IGNORECASE)


@dataclass(slots=True)
class Part:
    """A section as facts are read from it: what it covers by its heading, its heading, its lines of text."""

    key: str
    keys: tuple[str, ...]
    heading: str
    language: str = ""
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Facts:
    """Who a notice names, in the order in which it does."""

    controllers: list[ImportedController] = field(default_factory=list)
    contacts: list[ImportedContact] = field(default_factory=list)
    register_names: list[str] = field(default_factory=list)


def read_facts(parts: list[Part], title: str | None, language: str) -> Facts:
    """Read the facts, from the half in the notice's language first; sections on complaints give none."""
    facts = Facts()
    others = Facts()
    for part in parts:
        _read_part(part, facts if part.language in ("", language) else others)
    facts.controllers = facts.controllers or others.controllers
    facts.contacts = facts.contacts or others.contacts
    facts.register_names = facts.register_names or others.register_names
    if not facts.controllers:
        _from_sentences(parts, facts)
    if not facts.register_names and title:
        facts.register_names.extend(filter(None, [register_in_title(title)]))
    facts.register_names = list(dict.fromkeys(facts.register_names))
    return facts


def _read_part(part: Part, facts: Facts) -> None:
    if part.key in ("controller", "joint_controllers"):
        shared = shared_out(part.lines)
        before = len(facts.controllers)
        _add_controllers(shared.own, facts, several=part.key == "joint_controllers" or "joint_controllers" in part.keys)
        for role, lines in shared.others:
            _add(facts, contacts_of(lines, role))
        roles = [key for key in part.keys if key in ("contact_person", "dpo")]
        if roles and not shared.others:
            people = [contact for contact in contacts_of(shared.own[1:], roles[0]) if contact.email or contact.phone]
            _add(facts, people[:1])
            if people and people[0].name and len(facts.controllers) > before:
                # The address and number that stand with a person are the person's.
                facts.controllers[-1] = replace(facts.controllers[-1], email=None, phone=None)
    elif part.key in ("contact_person", "dpo", "representative"):
        role = "dpo" if "dpo" in part.keys else part.key
        shared = shared_out(part.lines)
        _add(facts, contacts_of(shared.own, role))
        for other, lines in shared.others:
            _add(facts, contacts_of(lines, other if part.key == "contact_person" else role))
    elif part.key == "register_name":
        name = (
            re.split(r"(?<=\w)\.\s+(?=[A-ZÅÄÖ])", _NAME_IS.sub("", part.lines[0] if part.lines else part.heading))[0]
            .strip()
            .rstrip(".")
            .strip(" \"”'")
        )
        if name and len(name.split()) <= 16:
            facts.register_names.append(name)


def _add(facts: Facts, contacts: list[ImportedContact]) -> None:
    known = {(contact.name, contact.role, contact.email) for contact in facts.contacts}
    facts.contacts.extend(contact for contact in contacts if (contact.name, contact.role, contact.email) not in known)


def _add_controllers(lines: list[str], facts: Facts, *, several: bool) -> None:
    groups = _grouped(lines) if several else [lines]
    for group in groups:
        controller = controller_of(group)
        known = {(other.name or "").casefold() for other in facts.controllers}
        if controller and (controller.name or "").casefold() not in known:
            facts.controllers.append(controller)


def _grouped(lines: list[str]) -> list[list[str]]:
    """Part the lines of several controllers where the next name stands."""
    groups: list[list[str]] = []
    for line in lines:
        found = controller_of([line])
        if not groups or (found and found.name and len(line.split()) < 25 and controller_of(groups[-1])):
            groups.append([])
        groups[-1].append(line)
    return groups


def _from_sentences(parts: list[Part], facts: Facts) -> None:
    """Find the controller in a sentence that says who it is, where no section does."""
    for part in parts:
        if part.key in ("complaint", "cookies", "recipients", "transfers", "processors", "security"):
            continue
        for at, line in enumerate(part.lines):
            if (_INTRODUCED.search(line) or _PUBLISHER.search(line)) and not AUTHORITY.search(line):
                shared = shared_out(part.lines[at : at + 6])
                controller = controller_of(shared.own[:1]) if len(line.split()) > 5 else controller_of(shared.own)
                if (
                    controller
                    and controller.name
                    and part.key in ("introduction", "other", "purposes", "contact_person")
                ):
                    facts.controllers.append(controller)
                    return


def register_in_title(title: str) -> str | None:
    """Give the name of the register that a title names: `Asiakasrekisteri - tietosuojaseloste`."""
    rest = title_pattern().sub(" - ", title)
    for piece in re.split(r"\s[-–—/|:]\s|[-–—:|(),]\s|\n", rest):
        found = _REGISTER.search(piece.strip(" -–—:|().,/"))
        if found and len(found.group().split()) <= 8:
            name = re.sub(
                r"^(?:för|for|of|the|över|av|koskien)\s+(?:the\s)?", "", found.group().strip(" -–—:,"), flags=re.I
            )
            name = re.sub(r"rekisterin$", "rekisteri", name, flags=re.IGNORECASE)
            return name if re.sub(r"rekisteri|register|registret", "", name, flags=re.I).strip() else None
    return None
