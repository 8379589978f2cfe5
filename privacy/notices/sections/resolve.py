"""Turns the blocks of a notice and the facts of its registers into sections; the only place that does."""

import re
from collections.abc import Sequence

from privacy.notices.sections.data import Block, Processing, Section, rows_of
from privacy.notices.sections.filling import Filling, fill
from privacy.notices.sections.rights_texts import right_texts
from privacy.notices.sections.types import anchor_of, section_types
from privacy.registers.details import RegisterFacts

_EDITOR_KEY = re.compile(r' data-block-key="[^"]*"')
# Shown under headings of their own even if the editor made none (GDPR Art. 21(4)).
_APART = ("right_to_object", "right_to_object_marketing")


def resolve_sections(blocks: Sequence[Block], registers: Sequence[RegisterFacts], language: str) -> list[Section]:
    """Give the sections of a notice in a language.

    `blocks` are raw StreamField blocks: {"type": key, "value": {...}, "id": block id}. A block of an unknown
    type keeps its text under its own heading. Sections with nothing in them are left out.
    """
    filling = Filling(
        registers=registers, blocks=blocks, processing=processing_of(blocks, registers), language=language
    )
    sections: list[Section] = []
    used: set[str] = set()
    for block in _with_rights_apart(blocks, filling.processing):
        section = _section(block, filling, used)
        if not section.is_empty:
            sections.append(section)
            used.add(section.key)
    return sections


def processing_of(blocks: Sequence[Block], registers: Sequence[RegisterFacts]) -> Processing:
    """Read legal bases, marketing and automated decisions from the notice; from the registers where it is silent."""
    bases = {row["legal_basis"] for row in rows_of(blocks, "purposes") if row.get("legal_basis")}
    written = {block["type"] for block in blocks if _has_content(block)}
    return Processing(
        bases=frozenset(bases or {basis for register in registers for basis in register.legal_bases}),
        marketing="direct_marketing" in written or any(register.direct_marketing for register in registers),
        decisions=any(block["value"].get("decisions") for block in blocks if block["type"] == "automated_decisions"),
    )


def _has_content(block: Block) -> bool:
    return bool(block["value"].get("text") or block["value"].get("rows"))


def _with_rights_apart(blocks: Sequence[Block], processing: Processing) -> list[Block]:
    present = {block["type"] for block in blocks}
    apart = {
        right.section
        for right in right_texts().values()
        if right.section in _APART
        and right.section not in present
        and right.applies_to(bases=set(processing.bases), marketing=processing.marketing, decisions=False)
    }
    result: list[Block] = []
    for block in blocks:
        result.append(block)
        if block["type"] == "rights_overview" and block["value"].get("fill", "auto") != "text":
            result += [{"type": key, "value": {}, "id": ""} for key in _APART if key in apart]
    return result


def _plain(text: str) -> str:
    # The editor marks paragraphs by keys of its own, anew for each text that it did not write itself.
    return _EDITOR_KEY.sub("", text)


def _section(block: Block, filling: Filling, used: set[str]) -> Section:
    key, value = block["type"], block["value"]
    kind = section_types().get(key)
    block_id = block.get("id") or ""
    repeated = key in used or key == "other"
    how = value.get("fill") or "auto"
    self_filled = kind is not None and kind.self_filled and how != "text"
    default = kind.heading_in(filling.language) if kind else key
    return Section(
        key=key,
        heading=value.get("heading") or default,
        anchor=f"{anchor_of(key)}-{block_id[:8]}" if repeated and block_id else anchor_of(key),
        block_id=block_id,
        text="" if kind is not None and kind.self_filled and how == "auto" else _plain(value.get("text") or ""),
        rows_kind=kind.rows if kind else "",
        rows=[row.get("value", row) for row in value.get("rows") or []],
        filled=fill(key, filling) if self_filled else [],
        flags={name: bool(value[name]) for name in ("decisions", "profiling") if value.get(name)},
    )
