"""What a check finds."""

from dataclasses import dataclass

from privacy.notices.compliance.engine.catalogue import Rule, rules
from privacy.notices.compliance.engine.record_facts import ContactView, ControllerView, RegisterView
from privacy.notices.compliance.engine.view import SectionView


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding belongs to: section, notice, register, contact or controller, with its identity.

    A section's identity is its block id, else its key; a record's is what the view was made with. An identity is
    empty where a document was read.
    """

    kind: str
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the notice: the key of a section, its block id, and its anchor."""

    key: str
    block_id: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """What the function of a check gives; the severity is that of its rule unless it says another."""

    subject: Subject
    place: Place | None = None
    excerpt: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; the excerpt is the words of the notice, empty where something is missing."""

    id: str
    severity: str
    subject: Subject
    place: Place | None = None
    excerpt: str = ""

    @property
    def rule(self) -> Rule:
        """The rule with its article, messages and advice."""
        return rules()[self.id]

    @property
    def section(self) -> str | None:
        """The key of the section, None where it is about no section."""
        return self.place.key if self.place else None

    @property
    def time_dependent(self) -> bool:
        """Whether it can appear by the passing of time alone; such findings never stop a publication."""
        return self.rule.time_dependent


NOTICE = Subject("notice")


def of_notice(excerpt: str = "", severity: str = "") -> Hit:
    """Make a hit that belongs to the notice as a whole."""
    return Hit(NOTICE, excerpt=excerpt, severity=severity)


def of_section(section: SectionView, excerpt: str = "", severity: str = "") -> Hit:
    """Make a hit that belongs to a section."""
    place = Place(section.key, section.block_id, section.anchor)
    return Hit(Subject("section", section.block_id or section.key), place, excerpt, severity)


def of_controller(controller: ControllerView, excerpt: str = "", severity: str = "") -> Hit:
    """Make a hit that belongs to a controller, wherever its details are shown."""
    return Hit(Subject("controller", controller.identity), Place("controller"), excerpt, severity)


def of_contact(contact: ContactView, excerpt: str = "", severity: str = "") -> Hit:
    """Make a hit that belongs to a contact, wherever its details are shown."""
    key = contact.role if contact.role in ("dpo", "representative") else "contact_person"
    return Hit(Subject("contact", contact.identity), Place(key), excerpt, severity)


def of_register(register: RegisterView, excerpt: str = "", section: SectionView | None = None) -> Hit:
    """Make a hit that belongs to a register; the section is where it shows."""
    place = Place(section.key, section.block_id, section.anchor) if section else None
    return Hit(Subject("register", register.identity), place, excerpt)
