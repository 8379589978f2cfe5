"""Decides which lines of a document are its headings, from their look, their numbers and their words."""

from dataclasses import dataclass, field

from privacy.importer.reader.candidates import Candidate, candidate, census
from privacy.importer.reader.fact_lines import is_fact
from privacy.importer.reader.heading_match import HeadingMatch, title_pattern
from privacy.importer.reader.text_blocks import Block, TextRun

_ORDER = ["h2", "h3", "h1", "h4", "h5", "h6", "number", "term", "caps", "bold", "runin", "label", "bare"]

_WEAK = frozenset({"contact_person", "introduction", "other", "register_name", "exercising_rights", "availability"})

MANY = 4


@dataclass(slots=True)
class Heading:
    """A heading: the place of its line, its text, its number, what it means, and text on the same line."""

    at: int
    text: str
    number: str | None
    match: HeadingMatch | None
    rest: list[TextRun]
    style: str
    depth: int = 1
    unsure_number: bool = False


@dataclass
class Outline:
    blocks: list[Block]
    candidates: list[Candidate | None]
    counts: dict[str, int] = field(default_factory=dict)
    found: list[Heading] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    number_style: str = ""
    number_known: int = 0

    @property
    def main(self) -> str:
        """Give the style in which most section headings are written."""
        return max(_ORDER, key=lambda style: (self.counts.get(style, 0), -_ORDER.index(style)))

    @property
    def strength(self) -> int:
        return max([0, *(count for style, count in self.counts.items() if style not in ("label", "runin", "bare"))])


def body_follows(outline: Outline, at: int) -> bool:
    """Say whether text follows the line, and not the next heading or the next of a list."""
    after = next((place for place in range(at + 1, len(outline.blocks)) if not outline.blocks[place].aside), None)
    if after is None:
        return False
    following = outline.candidates[after]
    return not (following and following.sure and following.style == outline.candidates[at].style)  # type: ignore[union-attr]


def own_words(outline: Outline) -> bool:
    """Say whether we are where names and addresses stand."""
    last = outline.found[-1].match if outline.found else None
    return bool(last and last.key in ("controller", "contact_person", "dpo", "register_name", "representative"))


def weak_here(outline: Outline, found: Candidate) -> bool:
    """Say whether these words are more often a label inside the section at hand than its end."""
    if found.match is None or not outline.found or found.match.key not in _WEAK:
        return False
    plain = not any(
        word in found.text.lower() for word in ("rekister", "regist", "henkilö", "person", "dataskydd", "tietosuoj")
    )
    return plain and (own_words(outline) or found.style in ("label", "runin", "bold") or outline.main != found.style)


def item_is_heading(outline: Outline, at: int) -> bool:
    """Say whether text stands under a numbered item, or at least not the next item."""
    after = outline.blocks[at + 1] if at + 1 < len(outline.blocks) else None
    before = outline.blocks[at - 1] if at else None
    in_list = before is not None and before.kind == "item" and before.level == outline.blocks[at].level
    if in_list and not any(heading.at == at - 1 for heading in outline.found):
        return False
    return after is not None and (after.kind != "item" or after.level > outline.blocks[at].level)


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
