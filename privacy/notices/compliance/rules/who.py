"""Checks of who is named: controller, contact, data protection officer (GDPR Art. 13(1)(a)-(b))."""

import re
import unicodedata
from collections.abc import Iterator

from stdnum.fi import ytunnus

from privacy.notices.compliance.engine.catalogue import rules
from privacy.notices.compliance.engine.finding import Hit, of_contact, of_controller, of_notice, of_section
from privacy.notices.compliance.engine.record_facts import ContactView
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.topics import covers, has_section
from privacy.notices.compliance.engine.view import NoticeView, excerpt_of
from privacy.notices.compliance.engine.vocabulary import NOT

_DPO = Words(any=r"data protection officer|\bdpo\b", fi=r"tietosuojavastaava", sv=r"dataskyddsombud")
_APPOINTED = Words(
    fi=r"nimi(?:t|ny)|\bole\b"
    r"|\btarvi",
    sv=r"utse|utnäm|\bhar\b",
    en=r"appoint|designat|\bhave\b|\bneed",
)
_NO_DPO = Said(_DPO, NOT, _APPOINTED)
_EMAIL = re.compile(r"[\w.+-]\s?(?:@|\((?:at|a|ät|snabel-a)\)|\[(?:at|a|ät)\])\s?[\w-]{1,63}\.\w")
_PHONE = re.compile(r"(?:\+\d|\b0\d)[\d \-()]{5,18}")
_BUSINESS_ID = re.compile(r"(?:y-tunnus|fo-nummer|business id)\W{0,4}(\d{6,7}-\d)\b")
_FUNCTIONS = [
    "asiakas",
    "palvelu",
    "customer",
    "service",
    "kund",
    "kundtjanst",
    "info",
    "tietosuoja",
    "dataskydd",
    "privacy",
    "gdpr",
    "kirjaamo",
    "registratur",
    "office",
    "toimisto",
    "hr",
    "support",
    "tuki",
    "sales",
    "myynti",
    "team",
    "tiimi",
]


def _text_of(notice: NoticeView, *keys: str) -> str:
    return "\n".join(section.all_low for section in notice.of_key(*keys))


@check("PN001")
def controller_missing(notice: NoticeView) -> Iterator[Hit]:
    """No controller is named, or no section tells who it is."""
    named = any(controller.name.strip() for controller in notice.controllers)
    if not named or not (covers(notice, "controller") or notice.imported):
        yield of_notice()


@check("PN002")
def controller_contact_missing(notice: NoticeView) -> Iterator[Hit]:
    """Neither the controller nor a contact can be reached; a published form is a way too."""
    ways = [way for one in notice.controllers for way in (one.street_address, one.postal_address, one.phone, one.email)]
    ways += [way for contact in notice.contacts for way in (contact.phone, contact.email)]
    text = _text_of(notice, "controller", "contact_person", "dpo", "exercising_rights")
    if not (any(ways) or _EMAIL.search(text) or _PHONE.search(text) or notice.form_published):
        yield of_notice()


@check("PN003")
def business_id_missing(notice: NoticeView) -> Iterator[Hit]:
    """A Finnish company or public body, or a controller of unknown kind, gives no business id."""
    for controller in notice.controllers:
        wanted = controller.kind in ("", "company", "public_body") and rules()["PN003"].holds_in(controller.country)
        if controller.name and wanted and not controller.business_id and not _BUSINESS_ID.search(notice.low):
            yield of_controller(controller)


@check("PN004")
def business_id_invalid(notice: NoticeView) -> Iterator[Hit]:
    """The check digit of a Finnish business id is wrong, in the record or after its label in a text."""
    for controller in notice.controllers:
        concerned = rules()["PN004"].holds_in(controller.country)
        if concerned and controller.business_id and not ytunnus.is_valid(controller.business_id):
            yield of_controller(controller, controller.business_id)
    known = {controller.business_id for controller in notice.controllers}
    for section in notice.sections:
        for match in _BUSINESS_ID.finditer(section.low):
            if match[1] not in known and not ytunnus.is_valid(match[1].rjust(9, "0")):
                yield of_section(section, match[1])


@check("PN005")
def controller_address_incomplete(notice: NoticeView) -> Iterator[Hit]:
    """A street without postal code or town; an address written on one line counts as it is."""
    written = notice.imported and re.search(r"\b\d{5}\b", _text_of(notice, "controller"))
    for controller in notice.controllers:
        street = controller.street_address
        code_wanted = controller.country in ("", "FI", "SE", "NO", "DK", "DE", "EE")
        complete = (controller.postal_code or not code_wanted) and controller.city
        if street and not complete and not written and not re.search(r"\b\d{5}\s+\w", street):
            yield of_controller(controller, street)


@check("PN006")
def controller_is_person_and_contact(notice: NoticeView) -> Iterator[Hit]:
    """The same person is controller and contact, and is not known to be a person or a firm of one."""
    persons = {_plain(contact.name) for contact in notice.contacts if contact.kind != "function" and contact.name}
    for controller in notice.controllers:
        if controller.kind in ("", "other") and _plain(controller.name) in persons:
            yield of_controller(controller)


@check("PN007")
def contact_without_email(notice: NoticeView) -> Iterator[Hit]:
    """No email anywhere; less serious when requests have a route all the same."""
    mails = [one.email for one in notice.controllers] + [one.email for one in notice.contacts]
    if any(mails) or _EMAIL.search(notice.low):
        return
    routed = notice.form_published or any(register.has_route for register in notice.registers)
    contact = next((contact for contact in notice.contacts if contact.role == "contact_person"), None)
    severity = "info" if routed else ""
    yield of_contact(contact, severity=severity) if contact else of_notice(severity=severity)


@check("PN008")
def dpo_ambiguous(notice: NoticeView) -> Iterator[Hit]:
    """A contact is called a data protection officer, and no section or record says that one is designated."""
    named = any(contact.role == "dpo" for contact in notice.contacts) and not notice.imported
    if has_section(notice, "dpo") or named or _NO_DPO.anywhere(notice.sections):
        return
    for contact in notice.contacts:
        if contact.role == "contact_person" and _DPO.search(contact.title.lower(), notice.language):
            yield of_contact(contact, contact.title)
            return
    for section in notice.of_key("controller", "contact_person"):
        for words in (section.heading, section.text):
            if match := _DPO.search(words.lower(), notice.language):
                yield of_section(section, excerpt_of(words, match.start(), match.end()))
                return


@check("PN067")
def personal_mailbox(notice: NoticeView) -> Iterator[Hit]:
    """The mailbox of a named person gets the requests; not where that person is the controller, or the firm."""
    if any(controller.is_one_person for controller in notice.controllers):
        return
    contacts = [contact for contact in notice.contacts if contact.role == "contact_person"]
    for contact in contacts or (notice.contacts if notice.imported else ()):
        if contact.kind != "function" and _is_personal(contact):
            yield of_contact(contact, contact.email)


def _is_personal(contact: ContactView) -> bool:
    """Tell whether the mailbox is named firstname.lastname after the contact, or so that it can be nobody else's."""
    parts = _plain(contact.email.partition("@")[0]).replace("_", ".").split(".")
    if len(parts) < 2 or any(
        part.startswith(tuple(_FUNCTIONS)) or not part.replace("-", "").isalpha() for part in parts
    ):
        return False
    names = set(re.split(r"[\s-]+", _plain(contact.name)))
    return names >= {parts[0]} and bool(names & set(parts[-1].split("-"))) if contact.name else contact.kind == "person"


def _plain(name: str) -> str:
    """Give a name in small letters without accents, as it stands in an address."""
    decomposed = unicodedata.normalize("NFKD", name.strip().lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).replace("ø", "o").replace("æ", "ae")
