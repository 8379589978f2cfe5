"""Reads the facts of a notice out of its sections: controllers, contacts, the name of the register."""

import re
from dataclasses import dataclass, field, replace

from privacy.importer.reader.document import ImportedContact, ImportedController
from privacy.importer.reader.fact_lines import (
    AUTHORITY,
    Address,
    address_in,
    business_id_in,
    email_in,
    labelled,
    phone_in,
    website_in,
    with_labels,
)
from privacy.importer.reader.heading_match import title_pattern
from privacy.importer.reader.names import function_in, organisation_in, person_in, title_in, without_facts

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
