"""What an editor does to the sections of a plan: split, merge, set aside, take in. Words only move."""

import re
import uuid
from dataclasses import replace

from privacy.importer.plan import ImportPlan, PlannedAside, PlannedSection
from privacy.importer.rich_text import paragraph, paragraphs_of, plain, subheading

BY_EDITOR = "by_editor"

_LIST_MARK = re.compile(r"^([•*·✓–-]|\d+[.)])\s+")


def new_id() -> str:
    """Give a block id."""
    return str(uuid.uuid4())


def split_section(plan: ImportPlan, section_id: str, at: int) -> str | None:
    """Begin a new section at a paragraph (counted from 1, the first stays); give its id, None where there is none."""
    place = plan.place_of(section_id)
    if place is None:
        return None
    whole = plan.sections[place]
    paragraphs = paragraphs_of(whole.html)
    if not 1 < at <= len(paragraphs):
        return None
    kept, moved = "".join(paragraphs[: at - 1]), "".join(paragraphs[at - 1 :])
    before, after = _source_split(whole.source, plain(moved))
    key, *covers = whole.covers or ["other"]
    second = PlannedSection(new_id(), key, covers=covers, html=moved, confidence=0.0, source=after)
    plan.sections[place] = replace(whole, html=kept, covers=[], source=before)
    plan.sections.insert(place + 1, second)
    return second.id


def merge_section(plan: ImportPlan, section_id: str) -> str | None:
    """Put a section at the end of the one before it; its heading becomes a subheading."""
    place = plan.place_of(section_id)
    if not place:
        return None
    first, second = plan.sections[place - 1], plan.sections.pop(place)
    heading = subheading(second.heading) if second.heading else ""
    keys = [key for key in (*first.covers, second.key, *second.covers) if key != first.key]
    source = first.source if second.source == first.source else f"{first.source}\n{second.source}".strip()
    plan.sections[place - 1] = replace(
        first, html=first.html + heading + second.html, covers=list(dict.fromkeys(keys)), source=source
    )
    return first.id


def set_section_aside(plan: ImportPlan, section_id: str) -> None:
    """Leave a section out of the import; its words stay among those that were set aside."""
    place = plan.place_of(section_id)
    if place is not None:
        section = plan.sections.pop(place)
        lines = [section.heading, plain(section.html)]
        plan.set_aside.append(PlannedAside("\n".join(line for line in lines if line), BY_EDITOR))


def take_in(plan: ImportPlan, number: int) -> str | None:
    """Make a section of text that was set aside, at the end; give its id."""
    if not 0 <= number < len(plan.set_aside):
        return None
    text = plan.set_aside.pop(number).text
    html = "".join(paragraph(line) for line in text.splitlines() if line.strip())
    section = PlannedSection(new_id(), "other", html=html, confidence=0.0, source=text)
    plan.sections.append(section)
    return section.id


def _source_split(source: str, moved: str) -> tuple[str, str]:
    """Cut the document's lines where the moved words begin; both halves keep all lines where that is not found."""
    first, lines = moved.partition("\n")[0], source.splitlines()
    for number, line in enumerate(lines):
        words = _LIST_MARK.sub("", " ".join(line.split()))
        if number and words and (words.startswith(first) or first.startswith(words)):
            return "\n".join(lines[:number]), "\n".join(lines[number:])
    return source, source
