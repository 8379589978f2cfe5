"""Checks of structured data against each other: what the rows say, and what the records and the text make of it."""

from collections.abc import Iterator

from privacy.notices.compliance.engine.finding import Hit, of_controller, of_notice, of_register, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.topics import covers, has_section, speaks_of
from privacy.notices.compliance.engine.view import NoticeView
from privacy.notices.compliance.engine.vocabulary import NOT
from privacy.notices.compliance.rules.data_kept import FROM_THE_PERSON, source_kinds
from privacy.registers.third_countries import ADEQUATE, EEA

# Section of a right -> the legal bases with which the right exists (GDPR Art. 7(3), 20(1), 21(1)).
_RIGHT_NEEDS = {
    "right_to_portability": frozenset(["consent", "contract"]),
    "right_to_object": frozenset(["public_task", "legitimate_interests"]),
    "right_to_withdraw_consent": frozenset(["consent", "art9_explicit_consent"]),
}
_LIMITED = Words(
    fi=r"\bjos\b|\bkun\b|\bmikäli\b|siltä osin|soveltuvin|\bvain\b|poikkeu",
    sv=r"\bom\b|\bnär\b|i den mån|\bendast\b|\bbara\b",
    en=r"\bif\b|\bwhen\b|\bwhere\b|to the extent|\bonly\b|\bas far as\b",
)
_SPECIAL_BASIS = Words(
    fi=r"9 artikl|artikla 9|artiklan 9|nimenomai\w{1,6} suostumu|tietosuojalain 6 §",
    sv=r"artikel 9|uttryckligt samtycke|6 § .{0,20}dataskyddslag",
    en=r"article 9\b|art\.? ?9\b|explicit consent",
)


@check("PN071")
def right_offered_against_basis(notice: NoticeView) -> Iterator[Hit]:
    """A text offers a right without a limit that none of the legal bases gives."""
    known = notice.bases | notice.special_bases
    if not notice.bases:
        return
    for key, needed in _RIGHT_NEEDS.items():
        for section in notice.of_key(key):
            said = section.text and not known & needed
            if said and not any(words.search(section.low, section.language) for words in (NOT, _LIMITED)):
                yield of_section(section, section.sentences[0].excerpt())


@check("PN072")
def decision_right_missing(notice: NoticeView) -> Iterator[Hit]:
    """Decisions of Art. 22 are made, and the right to have a human look at them is not mentioned (22(3))."""
    if notice.decisions and not speaks_of(notice, "right_automated_decisions"):
        yield of_notice()


@check("PN073")
def interest_missing_in_row(notice: NoticeView) -> Iterator[Hit]:
    """A purpose rests on legitimate interests and does not say which; a section of its own may (Art. 13(1)(d))."""
    if any(one.text for one in notice.of_key("legitimate_interests")):
        return
    for section, row in notice.rows("purposes"):
        if row.get("legal_basis") == "legitimate_interests" and not (row.get("interest") or "").strip():
            yield of_section(section, row.get("purpose") or "")


@check("PN074")
def sources_contradict_register(notice: NoticeView) -> Iterator[Hit]:
    """The register has data from elsewhere, and the rows of sources name nobody but the person."""
    kinds = source_kinds(notice)
    elsewhere = any(register.data_from_elsewhere for register in notice.registers)
    if elsewhere and kinds and kinds <= FROM_THE_PERSON:
        yield of_section(next(section for section, _row in notice.rows("sources")))


@check("PN075")
def transfer_row_without_safeguard(notice: NoticeView) -> Iterator[Hit]:
    """A transfer names no safeguard, or one that the country does not have."""
    for section, row in notice.rows("transfers"):
        country, safeguard = row.get("country") or "", row.get("safeguard") or ""
        missing = country not in EEA and not safeguard
        wrong = (safeguard == "dpf" and country != "US") or (
            safeguard == "adequacy" and country not in ADEQUATE | EEA | {""}
        )
        if missing or wrong:
            yield of_section(section, row.get("recipient") or country)


@check("PN076")
def transfer_inside_eea(notice: NoticeView) -> Iterator[Hit]:
    """A country of the EEA is listed as a transfer to a third country."""
    for section, row in notice.rows("transfers"):
        if row.get("country") in EEA:
            yield of_section(section, row.get("recipient") or "")


@check("PN077")
def retention_of_nothing(notice: NoticeView) -> Iterator[Hit]:
    """A period of zero or no length, or a criterion without words."""
    for section, row in notice.rows("retention"):
        length, kind = str(row.get("length") or "0"), row.get("kind") or "period"
        empty_period = kind == "period" and not length.strip("0.- ") and not row.get("criterion")
        if empty_period or (kind == "criterion" and not (row.get("criterion") or "").strip()):
            yield of_section(section, row.get("data") or "")


@check("PN078")
def recipient_abroad_without_transfer(notice: NoticeView) -> Iterator[Hit]:
    """A recipient stands in a third country, and no transfer to that country is listed."""
    listed = {row.get("country") for _section, row in notice.rows("transfers")}
    for kind in ("recipients", "processors"):
        for section, row in notice.rows(kind):
            country = row.get("country") or ""
            if country and country not in EEA and country not in listed:
                yield of_section(section, row.get("recipient") or country)


@check("PN079")
def register_without_route(notice: NoticeView) -> Iterator[Hit]:
    """A request to the register would reach nobody of its own."""
    for register in notice.registers:
        if register.has_route is False and not register.retired:
            yield of_register(register, register.name)


@check("PN080")
def dead_page_link(notice: NoticeView) -> Iterator[Hit]:
    """A link leads to a page of the site that is gone or not published."""
    if notice.living_pages is None:
        return
    for section in notice.sections:
        for link in section.links:
            if link.page not in notice.living_pages:
                yield of_section(section, link.words)


@check("PN081")
def joint_controllers_not_described(notice: NoticeView) -> Iterator[Hit]:
    """There are joint controllers, and nobody wrote who does what (Art. 26(2)); a list of names is not enough."""
    joint = [register for register in notice.registers if register.joint_controllers]
    if joint and not any(section.text.strip() for section in notice.of_key("joint_controllers")):
        yield of_register(joint[0], joint[0].name)


@check("PN082")
def public_body_without_dpo(notice: NoticeView) -> Iterator[Hit]:
    """A public body names no data protection officer (Art. 13(1)(b), 37(1)(a))."""
    if notice.is_public_body and not has_section(notice, "dpo"):
        yield of_notice()


@check("PN083")
def public_body_on_legitimate_interests(notice: NoticeView) -> Iterator[Hit]:
    """A public body rests its tasks on legitimate interests (Art. 6(1), last subparagraph).

    Not where other controllers share the notice: the purpose may be theirs.
    """
    if not notice.controllers or not all(controller.is_public_body for controller in notice.controllers):
        return
    for section, row in notice.rows("purposes"):
        if row.get("legal_basis") == "legitimate_interests":
            yield of_section(section, row.get("purpose") or "")
    if "legitimate_interests" in notice.bases and not any(notice.rows("purposes")):
        yield of_notice()


@check("PN084")
def special_data_without_basis(notice: NoticeView) -> Iterator[Hit]:
    """Special categories of data are listed, and no exception of Art. 9(2) is given."""
    given = notice.special_bases or Said(_SPECIAL_BASIS).anywhere(notice.sections, rows=True)
    for section, row in notice.rows("data_categories"):
        if row.get("special") and not given:
            yield of_section(section, row.get("category") or "")


@check("PN085")
def purpose_without_basis(notice: NoticeView) -> Iterator[Hit]:
    """One purpose among the rows has no legal basis; where none has, PN012 tells."""
    for section, row in notice.rows("purposes"):
        if notice.bases and not row.get("legal_basis"):
            yield of_section(section, row.get("purpose") or "")


@check("PN086")
def representative_missing(notice: NoticeView) -> Iterator[Hit]:
    """A controller outside the EEA names no representative (Art. 13(1)(a), 27)."""
    named = any(contact.role == "representative" for contact in notice.contacts)
    for register in notice.registers:
        country = register.controller.country
        if country and country not in EEA | {"AX"} and not named and not covers(notice, "representative"):
            yield of_controller(register.controller, register.controller.name)
