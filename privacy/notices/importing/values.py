"""What reading a document gives: plain values, None where a fact is not in the document, never a guess."""

from dataclasses import dataclass


class NotANotice(ValueError):
    """The document cannot be imported; `code` says why (not_a_notice, empty, binary, too_large, …)."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class ImportedController:
    """A controller as the document names it."""

    name: str | None = None
    business_id: str | None = None
    street_address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    email: str | None = None
    phone: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedContact:
    """A contact; `role` is contact_person, dpo or representative."""

    name: str | None
    role: str
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedSection:
    """One section; `text` is plain with each list item on a line of its own, `html` is clean rich text.

    `confidence` is 0 to 1, how sure the recognition of the key is; `source` is the section's text as it stands in
    the document, heading included, for the preview beside it.
    """

    key: str
    covers: tuple[str, ...]
    heading: str
    number: str | None
    text: str
    html: str
    confidence: float = 1.0
    source: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Text that was not imported, with the reason (navigation, breadcrumb, cookie_banner, contents, …)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportFinding:
    """What reading the document noticed, such as a missing number in the numbering of the headings."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ImportedNotice:
    """A notice read from a document; `date` is ISO 8601."""

    language: str
    title: str | None
    date: str | None
    controllers: tuple[ImportedController, ...]
    contacts: tuple[ImportedContact, ...]
    register_name: str | None
    sections: tuple[ImportedSection, ...]
    set_aside: tuple[SetAside, ...]
    findings: tuple[ImportFinding, ...]
