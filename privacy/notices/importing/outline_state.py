"""What is known while the headings of a document are being found."""

from dataclasses import dataclass, field

from privacy.notices.importing.blocks import Block, Run
from privacy.notices.importing.candidates import Candidate
from privacy.notices.importing.matching import Match

_ORDER = ["h2", "h3", "h1", "h4", "h5", "h6", "number", "term", "caps", "bold", "runin", "label", "bare"]


_WEAK = frozenset({"contact_person", "introduction", "other", "register_name", "exercising_rights", "availability"})


MANY = 4


@dataclass(slots=True)
class Heading:
    """A heading: the place of its line, its text, its number, what it means, and text on the same line."""

    at: int
    text: str
    number: str | None
    match: Match | None
    rest: list[Run]
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
