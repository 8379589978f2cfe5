"""From what was read in a document to what will be made of it; nothing is guessed but whether a contact is a person."""

import re

from django.utils import translation

from privacy.importer.plan import (
    ImportPlan,
    PlannedAside,
    PlannedContact,
    PlannedController,
    PlannedRegister,
    PlannedSection,
    Remark,
)
from privacy.importer.reader.document import ImportedContact, ImportedController, ImportedNotice, ImportedSection
from privacy.importer.rich_text import clean, plain
from privacy.importer.section_edits import new_id
from privacy.notices.sections.types import section_types, usual_titles
from privacy.registers.choices import ContactKind, ContactRole
from privacy.site_languages import spoken

TITLE_LENGTH = 255
NAME_LENGTH = 200
# Words by which a contact is known to be a function: "Asiakaspalvelu", "Dataskyddsteamet", "Privacy office".
_FUNCTION = re.compile(
    r"palvelu|toimisto|tiimi|osasto|yksikkö|neuvonta|tuki|hallinto|vastaava|yhteyshenkilö"
    r"|service|tjänst|team|byrå|avdelning|enhet|förvaltning|rådgivning|ombud|kontaktperson"
    r"|office|desk|department|unit|support|officer|contact|privacy|gdpr|@",
    re.IGNORECASE,
)


def plan_of(notice: ImportedNotice) -> ImportPlan:
    """Give the plan of making everything that a document tells; nothing of the document is left out of it.

    A document that names no register gets one by its title, whose name is not shown.
    """
    title = _shortened(notice.title or "", TITLE_LENGTH)
    plan = ImportPlan(
        language=notice.language,
        title=title,
        date=notice.date or "",
        controllers=[_controller(entry) for entry in notice.controllers],
        contacts=[_contact(entry, notice.language) for entry in notice.contacts],
        registers=_registers(notice) or [_unnamed_register(notice)],
        sections=[_section(entry) for entry in notice.sections],
        set_aside=[PlannedAside(entry.text, entry.reason) for entry in notice.set_aside],
        remarks=[Remark(entry.code, dict(entry.values)) for entry in notice.findings],
    )
    if notice.title and title != notice.title:
        plan.set_aside.insert(0, PlannedAside(notice.title, "long_title"))
    return plan


def _shortened(text: str, length: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0]


def _controller(entry: ImportedController) -> PlannedController:
    address = ("street_address", "postal_code", "city", "postal_address")
    names = ("name", "business_id", *address, "email", "phone", "website")
    found = {name: getattr(entry, name) or "" for name in names}
    if found["website"] and "://" not in found["website"]:
        found["website"] = f"https://{found['website']}"
    return PlannedController(**found)


def _contact(entry: ImportedContact, language: str) -> PlannedContact:
    name = entry.name or ""
    role = entry.role if entry.role in ContactRole.values else ContactRole.CONTACT_PERSON.value
    planned = PlannedContact(role=role, title=entry.title or "", email=entry.email or "", phone=entry.phone or "")
    if name and not _FUNCTION.search(name):
        planned.kind, planned.name = ContactKind.PERSON.value, name
    else:
        planned.title = name or planned.title or title_of_role(role, language)
    return planned


def title_of_role(role: str, language: str) -> str:
    """Give what a contact without a name is called, in the language of the notice."""
    with translation.override(spoken(language)):
        return str(ContactRole(role).label)


def _registers(notice: ImportedNotice) -> list[PlannedRegister]:
    names = list(notice.register_names) if len(notice.register_names) > 1 else _names(notice)
    shown = [PlannedRegister(_shortened(name, NAME_LENGTH)) for name in names]
    if len(shown) > 1:
        for register in shown:
            register.concerns = register.name
    return shown


def _unnamed_register(notice: ImportedNotice) -> PlannedRegister:
    """Give a register by the title; a title such as "Privacy policy" gets the controller's name to it."""
    title = notice.title or ""
    names = [entry.name for entry in notice.controllers if entry.name]
    parts = [title, *names[:1]] if title.casefold() in usual_titles() else [title]
    return PlannedRegister(_shortened(", ".join(part for part in parts if part), NAME_LENGTH), name_shown=False)


def _names(notice: ImportedNotice) -> list[str]:
    """Give the names of the registers: one a line where the document lists several, otherwise the one that was read."""
    listed = [
        line.rstrip(".;,")
        for section in notice.sections
        if section.key == "register_name" and "<li" in section.html
        for line in plain(section.html).splitlines()
        if not line.endswith(":")
    ]
    several = list(dict.fromkeys(line for line in listed if line))
    return several if len(several) > 1 else [notice.register_name] if notice.register_name else []


def _section(entry: ImportedSection) -> PlannedSection:
    known = section_types()
    return PlannedSection(
        id=new_id(),
        key=entry.key if entry.key in known else "other",
        heading=" ".join(entry.heading.split()),
        number=entry.number or "",
        covers=[key for key in entry.covers if key in known and key != entry.key],
        html=clean(entry.html),
        confidence=entry.confidence,
        source=entry.source or f"{entry.heading}\n{entry.text}".strip(),
    )
