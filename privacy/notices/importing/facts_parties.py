"""Reads who is responsible and whom to contact out of the lines of a section."""

import re
from dataclasses import dataclass, field, replace

from privacy.notices.importing.facts_lines import AUTHORITY, labelled, with_labels
from privacy.notices.importing.facts_names import function_in, organisation_in, person_in, title_in, without_facts
from privacy.notices.importing.facts_values import Address, address_in, business_id_in, email_in, phone_in, website_in
from privacy.notices.importing.values import ImportedContact, ImportedController

_I_AM = re.compile(
    r"(?:I am|I'm|My name is|(?:Minä )?olen|Nimeni on|Jag är|Jag heter|Mitt namn är)\s(?P<name>.{3,60})", re.I
)
_ANSWERS = re.compile(
    r"yhteyshenkilö(?:nä|mme|nämme)?\b|kysymyksiin vastaa|vastaa kysymyksiin|lisätietoja antaa|kontaktperson är"
    r"|frågor besvaras|contact person is|questions are answered",
    re.IGNORECASE,
)
_ROLES = {"contact": "contact_person", "dpo": "dpo"}
_SENTENCE = re.compile(
    r"\b(?:on|toimii|are|acts|voit|voi|ovat|ota|otathan|är|kan|fungerar|du|is|can|you|please|may|if|jos|om)\b", re.I
)


@dataclass
class Lines:
    """The lines of a section, those of the controller apart from those that a label gives to a contact."""

    own: list[str] = field(default_factory=list)
    others: list[tuple[str, list[str]]] = field(default_factory=list)


def shared_out(lines: list[str]) -> Lines:
    """Part lines at labels such as `Yhteyshenkilö:` and `Tietosuojavastaava:`; lines on the authority are left out."""
    found = Lines()
    for line in with_labels(lines):
        if AUTHORITY.search(line) and not re.search(r"rekisterinpitäjä|controller|personuppgiftsansvarig", line, re.I):
            continue
        if _ANSWERS.search(line) and person_in(without_facts(line)):
            found.others.append(("contact_person", [line]))
            continue
        target: list[str] | None = found.others[-1][1] if found.others else None
        parts = labelled(line)
        if len(parts) > 1 and parts[1][0] in _ROLES and re.fullmatch(r"[\w -]{2,30}", parts[0][1]):
            parts = parts[1:]
        for label, text in parts:
            if label in _ROLES:
                target = []
                found.others.append((_ROLES[label], target))
                if text:
                    target.append(text)
            elif target is None or label in ("business_id", "website"):
                found.own.append(_with_label(label, text))
                target = None if label in ("business_id", "website") else target
            else:
                target.append(_with_label(label, text))
    return found


def _with_label(label: str | None, text: str) -> str:
    return f"\x01{label}\x02{text}" if label and label != "none" else text


def _parted(line: str) -> tuple[str | None, str]:
    found = re.match(r"\x01(\w+)\x02", line)
    return (found[1], line[found.end() :]) if found else (None, line)


def controller_of(lines: list[str]) -> ImportedController | None:
    """Give the controller that lines describe; None when they name none."""
    given: dict[str, str] = {}
    texts: list[str] = []
    for line in lines:
        label, text = _parted(line)
        if label and text.strip():
            given.setdefault(label, text.strip())
        texts.append(text)
    whole = "\n".join(texts)
    address = _address(given, texts)
    controller = ImportedController(
        name=_name(given.get("name"), texts),
        business_id=business_id_in(whole) or given.get("business_id"),
        street_address=address.street,
        postal_code=address.code,
        city=address.city,
        email=email_in(given.get("email", "")) or email_in(whole),
        phone=phone_in(given.get("phone", "")) or phone_in(whole),
        website=website_in(given.get("website", "")) or website_in(whole),
        postal_address=address.box,
    )
    return controller if controller.name or controller.business_id else None


def _address(given: dict[str, str], texts: list[str]) -> Address:
    found = address_in(texts)
    street = found.street
    if not street and given.get("street_address"):
        street = given["street_address"].split("\n")[0].strip(" ,.")
        street = street if len(street) < 80 and re.search(r"\w", street) and "@" not in street else None
        if street and found.code and found.code in street:
            street = street[: street.index(found.code)].strip(" ,") or None
    code = re.search(r"\d{5}|\d{3}\s\d{2}", given.get("postal_code", ""))
    city = given.get("city")
    return Address(street, found.box, found.code or (code.group() if code else None), found.city or city)


def _name(given: str | None, texts: list[str]) -> str | None:
    if given:
        name = organisation_in([given]) or person_in(given) if len(given.split()) > 5 else None
        return name or re.split(r",\s|\s\(|;", given)[0].strip(" .")
    name = organisation_in(texts)
    if name:
        return name
    for text in texts[:3]:
        rest = without_facts(text)
        said = _I_AM.match(text.strip())
        if said and person_in(said["name"]):
            return person_in(said["name"])
        person, first = person_in(rest), function_in(rest)
        if person and len(rest.split()) < 12 and not (first and first.startswith(person) and first != person):
            return person
        if first and first[:1].isupper() and not _SENTENCE.search(first) and not AUTHORITY.search(first):
            return first
    return None


def contacts_of(lines: list[str], role: str) -> list[ImportedContact]:
    """Give the contacts that lines describe: persons, functions, or a mere address."""
    entries: list[list[str]] = []
    for line in lines:
        if AUTHORITY.search(line):
            continue
        label, text = _parted(line)
        if not text.strip():
            continue
        starts = label == "name" or (label is None and person_in(without_facts(text)) is not None)
        if not entries or (starts and any(_reachable(part) or _named(part) for part in entries[-1])):
            entries.append([])
        entries[-1].append(line)
    found = [contact for contact in (_contact(entry, role) for entry in entries) if contact]
    return _merged(found)


def _reachable(line: str) -> bool:
    text = _parted(line)[1]
    return bool(email_in(text) or phone_in(text))


def _named(line: str) -> bool:
    label, text = _parted(line)
    return label == "name" or person_in(without_facts(text)) is not None


def _contact(lines: list[str], role: str) -> ImportedContact | None:
    parts = [_parted(line) for line in lines]
    texts = [text for _label, text in parts]
    whole = "\n".join(texts)
    given = next((text for label, text in parts if label == "name"), None)
    free = [text for label, text in parts if label in (None, "name", "title")]
    name = (person_in(given) or given.split(",")[0].strip()) if given else None
    name = name or next((person for person in (person_in(without_facts(text)) for text in free) if person), None)
    title = next((text for label, text in parts if label == "title"), None)
    title = title or next((found for found in (title_in(without_facts(text)) for text in free) if found), None)
    if not name:
        short = [text for text in free if not _SENTENCE.search(without_facts(text)) and len(text.split()) < 16]
        name = organisation_in(short[:1]) if short and not function_in(short[0]) else None
        name = name or next((found for found in (function_in(text) for text in short) if found), None)
        title = None if title == name else title
    contact = ImportedContact(name, role, email_in(whole), phone_in(whole), title)
    return contact if contact.name or contact.email or contact.phone else None


def _merged(contacts: list[ImportedContact]) -> list[ImportedContact]:
    """Put the address of a nameless entry to the name before it."""
    merged: list[ImportedContact] = []
    for contact in contacts:
        last = merged[-1] if merged else None
        if last and contact.name is None and not (last.email and last.phone):
            merged[-1] = replace(last, email=last.email or contact.email, phone=last.phone or contact.phone)
        elif not any(same.name == contact.name and same.email == contact.email for same in merged):
            merged.append(contact)
    return merged
