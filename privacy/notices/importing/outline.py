"""Decides which lines of a document are its headings, from their look, their numbers and their words."""

from privacy.notices.importing.blocks import Block
from privacy.notices.importing.candidates import Candidate, candidate, census
from privacy.notices.importing.facts_lines import is_fact
from privacy.notices.importing.matching import title_pattern
from privacy.notices.importing.outline_numbers import by_number, doubt_numbers, number_style
from privacy.notices.importing.outline_state import (
    MANY,
    Heading,
    Outline,
    body_follows,
    item_is_heading,
    own_words,
    weak_here,
)


def find_headings(blocks: list[Block], start: int = 0) -> list[Heading]:
    """Give the section headings of a document in order; `start` is the place of the first line after the title."""
    outline = Outline(blocks, [candidate(block) if at >= start else None for at, block in enumerate(blocks)])
    _drop_lists(outline)
    outline.counts = census(outline.candidates)
    outline.number_style = number_style(outline)
    for at, found in enumerate(outline.candidates):
        if found and _is_heading(outline, at, found):
            number = found.number.number if found.number else None
            depth = found.number.depth if found.number else 1
            outline.found.append(Heading(at, found.text, number, found.match, found.rest, found.style, depth))
            if found.number and found.number.value and depth == 1:
                outline.last[found.number.style] = found.number.value
    doubt_numbers(outline)
    return outline.found


def _drop_lists(outline: Outline) -> None:
    """Known words that follow each other line by line are a list, not headings."""
    run: list[int] = []
    for at, found in [*enumerate(outline.candidates), (-1, None)]:
        bare = found is not None and found.style == "bare" and found.sure
        if bare and (not run or not outline.blocks[at].gap or len(run) > 1):
            run.append(at)
            continue
        if len(run) > 2:
            for place in run:
                outline.candidates[place] = None
        run = [at] if bare else []


def _is_heading(outline: Outline, at: int, found: Candidate) -> bool:
    if _second_title(outline, at, found):
        outline.last.clear()
        return True
    if found.style[0] == "h":
        return _markup(outline, found)
    if found.number and found.style in ("number", "bold", "runin", "caps", "term"):
        return by_number(outline, at, found)
    return _JUDGES[found.style](outline, at, found)


def _second_title(outline: Outline, at: int, found: Candidate) -> bool:
    """Say whether another notice begins here: the same one in another language, or that of another register."""
    block = outline.blocks[at]
    plain = found.match is None and not found.number and not found.rest and not block.text.rstrip().endswith((".", ","))
    if not plain or not title_pattern().search(block.text) or len(block.text.split()) > 8 or block.kind == "item":
        return False
    later = sum(1 for other in outline.candidates[at + 1 :] if other and other.sure)
    return later >= 3 and (found.style != "bare" or block.gap)


def _markup(outline: Outline, found: Candidate) -> bool:
    above = outline.found[-1] if outline.found else None
    if found.match and found.match.confidence >= 0.7:
        inside = above is not None and above.style < found.style and above.style[0] == "h"
        return not (inside and above and above.match and above.match.key == found.match.key)
    main = outline.main
    return main[0] != "h" or int(found.style[1]) <= int(main[1])


def _term(outline: Outline, at: int, found: Candidate) -> bool:
    if found.match is None or weak_here(outline, found):
        return False
    if outline.strength > outline.counts.get("term", 0):
        return found.sure and not outline.found
    return found.sure or outline.counts.get("term", 0) >= MANY


def _caps(outline: Outline, at: int, found: Candidate) -> bool:
    if found.match and (found.sure or outline.counts.get("caps", 0) >= 2):
        return not weak_here(outline, found) or outline.main == "caps"
    after = outline.blocks[at + 1].text if at + 1 < len(outline.blocks) else ""
    plain = not is_fact(found.text) and len(found.text.split()) <= 12 and bool(after) and not own_words(outline)
    return outline.main == "caps" and outline.counts["caps"] >= MANY and plain


def _bold(outline: Outline, at: int, found: Candidate) -> bool:
    main = outline.main == "bold"
    if outline.blocks[at].kind == "item" and not item_is_heading(outline, at):
        return False
    if found.match and (found.sure or main):
        return main or not weak_here(outline, found) and (body_follows(outline, at) or bool(found.rest))
    plain = not is_fact(found.text) and len(found.text.split()) <= 12 and not found.text.endswith((".", ","))
    return main and outline.counts["bold"] >= MANY and plain and body_follows(outline, at) and not own_words(outline)


def _runin(outline: Outline, at: int, found: Candidate) -> bool:
    enough = outline.counts.get("runin", 0) >= max(3, outline.strength) or (outline.strength < 3 and found.sure)
    if found.match is None or found.match.confidence < 0.7:
        plain = outline.blocks[at].gap and found.text[:1].isupper() and len(found.text.split()) <= 8
        return outline.main == "runin" and enough and plain and not own_words(outline)
    return (found.sure or enough) and not weak_here(outline, found) and (enough or not outline.found)


def _label(outline: Outline, at: int, found: Candidate) -> bool:
    strongest = max(outline.strength, outline.counts.get("bare", 0))
    enough = outline.counts.get("label", 0) >= max(3, strongest) or (strongest < 2 and found.sure)
    return found.sure and not weak_here(outline, found) and (enough or not outline.found)


def _bare(outline: Outline, at: int, found: Candidate) -> bool:
    block, words = outline.blocks[at], len(found.text.split())
    before = outline.blocks[at - 1].text.rstrip() if at else ""
    if block.kind == "item" or not found.text[:1].isupper() or (before.endswith(":") and not block.gap):
        return False
    if not found.match:
        return _stands_like_others(outline, at, found)
    if is_fact(found.text) or weak_here(outline, found):
        return False
    others = outline.strength if outline.main != "bare" else 0
    if found.sure:
        # What stands right under a heading that asks for a name is the name.
        if own_words(outline) and outline.found[-1].at == at - 1 and found.match.confidence < 1:
            return False
        # Known words put together are a heading only where they stand apart.
        exact = found.match.confidence > 0.9 or (block.gap and "," not in found.text)
        return exact and body_follows(outline, at) and (others < MANY or block.gap)
    question = found.text.endswith("?") and words <= 12
    return others < MANY and block.gap and (words <= 6 or question) and _text_follows(outline, at)


def _stands_like_others(outline: Outline, at: int, found: Candidate) -> bool:
    """Say whether a short line that is not known stands as the known headings of a text without marks do."""
    block, text = outline.blocks[at], found.text
    after = outline.blocks[at + 1] if at + 1 < len(outline.blocks) else None
    before = outline.blocks[at - 1] if at else None
    if outline.main != "bare" or outline.counts.get("bare", 0) < MANY or after is None or before is None:
        return False
    short = len(text.split()) <= 5 and text[:1].isupper() and text[-1].isalpha() and not is_fact(text)
    ended = before.kind == "item" or before.text.rstrip().endswith((".", "!", "?"))
    sentence = after.kind == "line" and after.text.rstrip().endswith(".") and len(after.text.split()) > 4
    alike = [outline.blocks[heading.at + 1].gap for heading in outline.found if heading.at + 1 < len(outline.blocks)]
    same = bool(alike) and alike.count(after.gap) * 2 > len(alike)
    return block.gap and short and ended and sentence and same and not own_words(outline)


def _text_follows(outline: Outline, at: int) -> bool:
    after = outline.blocks[at + 1] if at + 1 < len(outline.blocks) else None
    return after is not None and (
        len(after.text.split()) > 7 or after.text.endswith(".") and len(after.text.split()) > 2
    )


_JUDGES = {"term": _term, "caps": _caps, "bold": _bold, "runin": _runin, "label": _label, "bare": _bare}
