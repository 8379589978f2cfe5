"""What a notice says of the processing, as far as rights depend on it: bases, direct marketing, decisions."""

from collections.abc import Mapping, Sequence
from typing import Any

from privacy.notices.sections import Block, Processing, rows_of
from privacy.registers.facts import RegisterFacts


def processing_of(blocks: Sequence[Block], registers: Sequence[RegisterFacts]) -> Processing:
    """Read legal bases, marketing and automated decisions from the notice; from the registers where it is silent."""
    bases = {row["legal_basis"] for row in rows_of(blocks, "purposes") if row.get("legal_basis")}
    written = {block["type"] for block in blocks if _has_content(block)}
    return Processing(
        bases=frozenset(bases or {basis for register in registers for basis in register.legal_bases}),
        marketing="direct_marketing" in written or any(register.direct_marketing for register in registers),
        decisions=any(block["value"].get("decisions") for block in blocks if block["type"] == "automated_decisions"),
    )


def processing_in(content: Mapping[str, Any], register_uuid: str) -> Processing:
    """Read the same from the stored content of a version, for one of its registers."""
    sections = content["sections"]
    rows = [row for section in sections if section["key"] == "purposes" for row in section["rows"]]
    registers = [register for register in content["registers"] if register["uuid"] == register_uuid]
    bases = {row["legal_basis"] for row in rows if row.get("legal_basis")}
    written = any(section["key"] == "direct_marketing" and (section["text"] or section["rows"]) for section in sections)
    return Processing(
        bases=frozenset(bases or {basis for register in registers for basis in register["legal_bases"]}),
        marketing=written or any(register["direct_marketing"] for register in registers),
        decisions=any(section["flags"].get("decisions") for section in sections),
    )


def _has_content(block: Block) -> bool:
    return bool(block["value"].get("text") or block["value"].get("rows"))
