"""Tells numbered headings from numbered lists: by their order, and by what stands under them."""

from privacy.notices.importing.candidates import Candidate
from privacy.notices.importing.outline_state import Outline, body_follows, item_is_heading


def number_style(outline: Outline) -> str:
    counts: dict[str, set[str]] = {}
    for found in outline.candidates:
        if found and found.number and found.match:
            counts.setdefault(found.number.style, set()).add(f"{found.match.key} {found.sure}")
    style = max(counts, key=lambda style: sum(1 + key.endswith("True") for key in counts[style]), default="")
    outline.number_known = len(counts.get(style, ()))
    return style


def doubt_numbers(outline: Outline) -> None:
    """Say of numbers from lists of HTML that they are not known, where each of several lists begins at 1."""
    listed = [heading for heading in outline.found if heading.number and outline.blocks[heading.at].number]
    if len(listed) > 1 and len({heading.number for heading in listed}) == 1:
        for heading in listed:
            heading.unsure_number = True


def by_number(outline: Outline, at: int, found: Candidate) -> bool:
    number = found.number
    assert number is not None  # noqa: S101
    value, last = number.value or 0, outline.last.get(number.style)
    block = outline.blocks[at]
    restarts = last is not None and value <= last and number.depth == 1
    in_order = (last is None and value <= 2) or (last is not None and 0 < value - last <= 3) or number.depth > 1
    known = bool(found.match) and (found.sure or (len(found.text.split()) <= 20 and in_order))
    if found.match and found.match.key.startswith("security_") and number.style.startswith("A"):
        return True
    if known:
        if block.kind == "item" and not found.rest and not item_is_heading(outline, at):
            return False
        if number.style != outline.number_style and number.depth == 1:
            if _in_number_run(outline, at, number.style):
                return False
            return found.sure and (body_follows(outline, at) or bool(found.rest))
        return not restarts or (body_follows(outline, at) and (block.gap or bool(found.rest) or found.style == "bold"))
    if found.style == "runin" or number.style != outline.number_style or not in_order or restarts:
        return False
    short = len(found.text.split()) <= 12 and found.text[:1].isupper() and not found.text.endswith((".", ",", ";"))
    enough = outline.number_known >= 2
    return short and enough and last is not None and not _next_number_follows(outline, at, number.style)


def _in_number_run(outline: Outline, at: int, style: str) -> bool:
    """Say whether the line before or after has a number of the same style: a list, not headings with text."""
    around = [outline.candidates[place] for place in (at - 1, at + 1) if 0 <= place < len(outline.candidates)]
    return any(other is not None and other.number is not None and other.number.style == style for other in around)


def _next_number_follows(outline: Outline, at: int, style: str) -> bool:
    after = outline.candidates[at + 1] if at + 1 < len(outline.candidates) else None
    return bool(after and after.number and after.number.style == style)
