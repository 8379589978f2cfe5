"""Makes the view of a page from what it says: resolved sections and the facts of its registers."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from privacy.notices.compliance.engine.record_facts import ContactView, ControllerView, RegisterView
from privacy.notices.compliance.engine.view import LinkView, NoticeView, SectionView
from privacy.notices.sections.data import Block, Processing, Section
from privacy.notices.sections.rights_texts import right_texts
from privacy.notices.sections.types import anchor_of, section_types

if TYPE_CHECKING:
    from privacy.registers.details import RegisterFacts

_NEW_LINE = frozenset(
    ["p", "li", "h2", "h3", "h4", "h5", "h6", "br", "hr", "div", "ul", "ol", "blockquote", "tr", "td"]
)


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: list[LinkView] = []
        self._link: tuple[int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NEW_LINE:
            self.pieces.append("\n")
        values = dict(attrs)
        page = values.get("id") or ""
        if tag == "a" and values.get("linktype") == "page" and page.isdecimal():
            self._link = (int(page), len(self.pieces))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link:
            page, start = self._link
            self.links.append(LinkView(page, " ".join("".join(self.pieces[start:]).split())))
            self._link = None
        if tag in _NEW_LINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(re.sub(r"[\s\xa0]+", " ", data))


def plain_text(html: str) -> tuple[str, tuple[LinkView, ...]]:
    """Give the text with a paragraph or list item a line, and the links in Wagtail's database form."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    lines = (line.strip() for line in "".join(parser.pieces).splitlines())
    return "\n".join(line for line in lines if line), tuple(parser.links)


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
