"""Makes the view of a page from what it says: resolved sections and the facts of its registers."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from privacy.notices.checks.plain import plain_text
from privacy.notices.checks.records import ContactView, ControllerView, RegisterView
from privacy.notices.checks.view import NoticeView, SectionView
from privacy.notices.rights_texts import right_texts
from privacy.notices.section_types import anchor_of, section_types
from privacy.notices.sections import Block, Processing, Section

if TYPE_CHECKING:
    from privacy.registers.details import RegisterFacts

# Codes and references in the parts that the system fills in: not words that a reader sees.
_CODES = frozenset(
    ["type", "right", "register", "see", "article", "basis", "special_basis", "kind", "role", "country", "code"]
)


def view_of_sections(
    *,
    language: str,
    sections: Sequence[Section],
    registers: Sequence[RegisterView],
    processing: Processing,
    today: date,
    blocks: Sequence[Block] = (),
    **facts: Any,
) -> NoticeView:
    """Give the view of a notice page in a language.

    `blocks` are the raw ones of the draft: those that resolve to nothing but have a heading of their own are seen as
    empty sections. `facts` are further fields of NoticeView: title, identity, dates, siblings, own_lag, form_linked,
    form_published, living_pages, extras.
    """
    rows = [row for section in sections for row in section.rows]
    return NoticeView(
        language=language,
        sections=(*_written(sections, language), *_empty(blocks, sections, language)),
        blocks=tuple((block["type"], block.get("id") or "") for block in blocks),
        registers=tuple(registers),
        bases=processing.bases,
        special_bases=frozenset(row["special_basis"] for row in rows if row.get("special_basis")),
        marketing=processing.marketing,
        decisions=processing.decisions,
        profiling=any(section.flags.get("profiling") for section in sections)
        or any(one.profiling for one in registers),
        today=today,
        **facts,
    )


def _written(sections: Sequence[Section], language: str) -> list[SectionView]:
    """Give the views of sections; one of nothing but rows that wait to be filled is left out, and told as missing."""
    views = [section_view(section, language) for section in sections]
    return [view for view in views if view.own_heading or view.html or not view.is_empty]


def section_view(section: Section, language: str) -> SectionView:
    """Give the view of one resolved section."""
    text, links = plain_text(section.text)
    kind = section_types().get(section.key)
    return SectionView(
        key=section.key,
        language=language,
        heading=section.heading,
        own_heading=kind is None or section.heading != kind.heading_in(language),
        anchor=section.anchor,
        block_id=section.block_id,
        covers=frozenset(_covered(section)),
        text=text,
        html=section.text,
        filled_text="\n".join(_words(section.filled)),
        rows_kind=section.rows_kind,
        rows=tuple(row for row in section.rows if any(row.values())),
        links=links,
    )


def _empty(blocks: Sequence[Block], sections: Sequence[Section], language: str) -> Iterator[SectionView]:
    shown = {section.block_id for section in sections}
    for block in blocks:
        heading = block["value"].get("heading") or ""
        if heading and block.get("id") not in shown:
            key, block_id = block["type"], block.get("id") or ""
            yield SectionView(key, language, heading, own_heading=True, anchor=anchor_of(key), block_id=block_id)


def _covered(section: Section) -> Iterator[str]:
    """Give the keys of what the system tells in a section besides its own."""
    for part in section.filled:
        if part["type"] == "rights":
            for entry in (*part["usual"], *part["unusual"]):
                yield right_texts()[entry["right"]].section
        elif part["type"] == "request_link":
            yield "exercising_rights"
        elif part["type"] == "bases":
            yield "legal_basis"
        elif part["type"] == "interests":
            yield "legitimate_interests"


def _words(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if value and name not in _CODES:
            yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _words(inner, key)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _words(inner, name)


def register_view(facts: "RegisterFacts", **further: Any) -> RegisterView:
    """Give the view of a register; `further` are fields that its facts do not hold, such as has_route or retired."""
    known: dict[str, Any] = {
        "identity": facts.uuid,
        "name": facts.name,
        "controller": _controller(facts.controller),
        "joint_controllers": tuple(_controller(details) for details in facts.joint_controllers),
        "contacts": tuple(
            _contact(details, role)
            for role, group in (
                ("contact_person", facts.contacts),
                ("dpo", facts.dpos),
                ("representative", facts.representatives),
            )
            for details in group
        ),
        "authority_name": (facts.authority or {}).get("name") or "",
        "marketing": facts.direct_marketing,
    }
    return RegisterView(**{**known, **further})


def _controller(details: Mapping[str, Any]) -> ControllerView:
    names = [name for name in ControllerView.__slots__ if name != "identity"]
    plain = {name: details.get(name) or "" for name in names}
    return ControllerView(identity=identity_of(details), **plain)


def _contact(details: Mapping[str, Any], role: str) -> ContactView:
    plain = {name: details.get(name) or "" for name in ("kind", "name", "title", "email", "phone")}
    return ContactView(identity=identity_of(details), role=details.get("role") or role, **plain)


def identity_of(details: Mapping[str, Any]) -> str:
    """Give the id of a record's details, else a digest of what it is called: no name is stored with a reason."""
    if details.get("id"):
        return str(details["id"])
    called = "|".join(str(details.get(name) or "") for name in ("name", "title", "email", "business_id"))
    return hashlib.sha256(called.encode()).hexdigest()[:16]
