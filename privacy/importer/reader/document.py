"""What reading a document gives: plain values, None where a fact is not in the document, never a guess."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from privacy.importer.reader.words import message_in


class NotANotice(ValueError):
    """The document cannot be imported; `code` says why (not_a_notice, empty, binary, too_large, …).

    The message is English; `message_in(language, error.code, error.values)` says it in another language.
    """

    def __init__(self, code: str, message: str = "", values: Mapping[str, str] | None = None) -> None:
        super().__init__(message or message_in("en", code, values))
        self.code = code
        self.values = dict(values or {})


@dataclass(frozen=True, slots=True)
class ImportedController:
    """A controller as the document names it; `postal_address` is a box that stands apart from the street."""

    name: str | None = None
    business_id: str | None = None
    street_address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    email: str | None = None
    phone: str | None = None
    website: str | None = None
    postal_address: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedContact:
    """A contact; `role` is contact_person, dpo or representative; `title` is the person's function as written."""

    name: str | None
    role: str
    email: str | None = None
    phone: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedSection:
    """One section; `text` is plain with each list item on a line of its own, `html` is clean rich text.

    `confidence` is 0 to 1, how sure the recognition of the key is; `source` is the section's text as it stands in
    the document, heading included, for the preview beside it. `language` is that of its text, `register` the name of
    the register it is about where a notice speaks of several.
    """

    key: str
    covers: tuple[str, ...]
    heading: str
    number: str | None
    text: str
    html: str
    confidence: float = 1.0
    source: str = ""
    language: str = ""
    register: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """Text that was not imported, with the reason (navigation, breadcrumb, cookie_banner, contents, …)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportFinding:
    """What reading the document noticed, such as a missing number in the numbering of the headings.

    The message is English; `message_in(language, finding.code, finding.values)` says it in another language.
    """

    code: str
    message: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportedNotice:
    """A notice read from a document; `date` is ISO 8601, `register_names` are all that it speaks of."""

    language: str
    title: str | None
    date: str | None
    controllers: tuple[ImportedController, ...]
    contacts: tuple[ImportedContact, ...]
    register_name: str | None
    sections: tuple[ImportedSection, ...]
    set_aside: tuple[SetAside, ...]
    findings: tuple[ImportFinding, ...]
    register_names: tuple[str, ...] = ()
