"""Makes the draft page of an import: the document's sections as blocks, each with the id that it has had since."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from privacy.importer.leftover_text import text_beyond
from privacy.importer.plan import ImportPlan, PlannedSection
from privacy.importer.rich_text import clean, paragraph, subheading
from privacy.importer.section_edits import new_id
from privacy.notices.pages.notice import NoticePage, NoticeRegister
from privacy.notices.sections.filling import Filling, fill
from privacy.notices.sections.resolve import processing_of
from privacy.notices.sections.types import section_types
from privacy.registers.details import RegisterFacts, facts_of
from privacy.registers.models.registers import Register
from privacy.site_languages import spoken

Block = dict[str, Any]

# Sections that show details of the records: where the text says no more than these, they fill themselves.
_DETAILS = frozenset({"controller", "joint_controllers", "contact_person", "dpo", "representative", "register_name"})
_HEADING_LENGTH = 200


def make_draft(plan: ImportPlan, registers: Sequence[Register], *, parent: Page, user: Any) -> NoticePage:
    """Add the draft under its parent, in the parent's language."""
    language = parent.locale.language_code
    concerns = [planned.concerns for planned in plan.registers]
    facts = facts_of(list(zip(registers, concerns, strict=True)), language)
    page = NoticePage(
        title=plan.title,
        slug=find_available_slug(parent, slugify(plan.title) or "notice"),
        live=False,
        has_unpublished_changes=True,
        owner=user,
        body=blocks_of(plan, facts, language),
        registers=[
            NoticeRegister(register=register, concerns=words)
            for register, words in zip(registers, concerns, strict=True)
        ],
    )
    parent.add_child(instance=page)
    page.save_revision(user=user)
    return page


def blocks_of(plan: ImportPlan, facts: Sequence[RegisterFacts], language: str) -> list[Block]:
    """Give the sections as raw StreamField blocks; the day that the document bears becomes a line of its own."""
    blocks = [_block(section, facts, language) for section in plan.sections]
    if plan.date:
        _add_day(blocks, plan.date, language)
    return blocks


def _block(section: PlannedSection, facts: Sequence[RegisterFacts], language: str) -> Block:
    kind = section_types()[section.key]
    heading = "" if _same(section.heading, kind.heading_in(language)) else section.heading
    text = clean(section.html)
    if len(heading) > _HEADING_LENGTH:
        heading, text = "", subheading(heading) + text
    value: dict[str, Any] = {"text": text, "heading": heading}
    if kind.self_filled:
        value |= _filled(section.key, text, facts, language)
    if kind.rows:
        value["rows"] = []
    return {"type": section.key, "id": section.id, "value": value}


def _filled(key: str, text: str, facts: Sequence[RegisterFacts], language: str) -> dict[str, str]:
    """Say how a section is filled: by itself where the records tell all of it, otherwise with the text."""
    if key not in _DETAILS:
        return {"fill": "text" if text else "auto"}
    filling = Filling(registers=facts, blocks=[], processing=processing_of([], facts), language=language)
    parts = fill(key, filling)
    if not parts:
        return {"fill": "text"}
    beyond = text_beyond(text, parts)
    return {"fill": "auto_and_text" if beyond else "auto", "text": beyond}


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _add_day(blocks: list[Block], iso: str, language: str) -> None:
    with translation.override(spoken(language)):
        day = date_format(date.fromisoformat(iso), "DATE_FORMAT")
        line = paragraph(_("Date of the document: %(date)s") % {"date": day})
    own = next((block for block in blocks if block["type"] == "changes"), None)
    if own is not None:
        own["value"]["text"] += line
    else:
        blocks.append({"type": "changes", "id": new_id(), "value": {"text": line, "heading": ""}})
