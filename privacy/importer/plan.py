"""What an import will make: plain values that an editor may change before anything is made."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

NEW = "new"


@dataclass(slots=True)
class PlannedController:
    """A controller to make, or with `use` the key of the record that is used instead; "new" makes one."""

    kind: str = "other"
    name: str = ""
    business_id: str = ""
    street_address: str = ""
    postal_code: str = ""
    city: str = ""
    postal_address: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    use: str = NEW


@dataclass(slots=True)
class PlannedContact:
    """A contact to make or to use: `kind`, `role` and `use` as in the record and in PlannedController."""

    kind: str = "function"
    role: str = "contact_person"
    name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    use: str = NEW


@dataclass(slots=True)
class PlannedRegister:
    """A register to make or to use; `concerns` tells registers of one notice apart."""

    name: str = ""
    name_shown: bool = True
    concerns: str = ""
    fallback_email: str = ""
    use: str = NEW


@dataclass(slots=True)
class PlannedSection:
    """A section: `id` is its block id from now on, `html` clean rich text, `source` the document's own lines."""

    id: str
    key: str
    heading: str = ""
    number: str = ""
    covers: list[str] = field(default_factory=list)
    html: str = ""
    confidence: float = 1.0
    source: str = ""


@dataclass(slots=True)
class PlannedAside:
    """Text of the document that is not imported, and the code of the reason."""

    text: str
    reason: str = ""


@dataclass(slots=True)
class Remark:
    """What reading the document noticed: the code of a message, and the values in it."""

    code: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ImportPlan:
    """Everything that an import will make; `parent` is the key of the list that the draft goes under.

    `date` is ISO 8601 or empty; `language` is that of the document.
    """

    language: str
    title: str = ""
    date: str = ""
    parent: int | None = None
    controllers: list[PlannedController] = field(default_factory=list)
    contacts: list[PlannedContact] = field(default_factory=list)
    registers: list[PlannedRegister] = field(default_factory=list)
    sections: list[PlannedSection] = field(default_factory=list)
    set_aside: list[PlannedAside] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """Give the plan as JSON values."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """Give the plan that JSON values hold."""
        lists: dict[str, Any] = {
            "controllers": PlannedController,
            "contacts": PlannedContact,
            "registers": PlannedRegister,
            "sections": PlannedSection,
            "set_aside": PlannedAside,
            "remarks": Remark,
        }
        plain: dict[str, Any] = {entry.name: data[entry.name] for entry in fields(cls) if entry.name not in lists}
        rows: dict[str, Any] = {name: [kind(**row) for row in data[name]] for name, kind in lists.items()}
        return cls(**plain, **rows)

    def place_of(self, section_id: str) -> int | None:
        """Give the place of a section in the order, None where it is gone."""
        return next((place for place, section in enumerate(self.sections) if section.id == section_id), None)
