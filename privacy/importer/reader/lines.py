"""Lines of a document: the number or mark that one begins with, and those broken only because they were full."""

import re
from dataclasses import dataclass

from privacy.importer.reader.heading_match import match, title_pattern
from privacy.importer.reader.text_blocks import Block, cut

_WORDS = r"(?:(?:kohta|luku|osa|punkt|avsnitt|kapitel|del|section|part|article|artikla|artikel)\s+)?"
_NUMBER = re.compile(
    rf"^\s*{_WORDS}(?:§\s*)?\(?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}(?:[a-d](?=[\s.)]))?|[IVX]{{1,5}}|[ivx]{{1,5}}|[A-Za-zÅÄÖåäö])"
    r"(?P<close>\s?§\s?[.:]?|[.)\]:]{1,2}(?:\s*[-–](?=\s))?|\s+[-–—|](?=\s)|)(?P<space>\s*)(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: the number as written, the rest, and the style, such as `1.` or `A)`."""

    number: str
    rest: str
    style: str

    @property
    def depth(self) -> int:
        """Say how deep the number is: 1 for `4`, 2 for `4.1`."""
        return self.number.count(".") + 1

    @property
    def value(self) -> int | None:
        """Give the last part of the number as an integer; letters count from a."""
        return value_of(self.number)


def value_of(number: str) -> int | None:
    """Give the place in its series that a number such as 4, 4.2, IV or b has."""
    last = re.sub(r"(?<=\d)[a-d]$", "", number.rsplit(".", 1)[-1])
    if last.isdigit():
        return int(last)
    if re.fullmatch(r"[ivx]+", last.lower()) and (len(last) > 1 or last.lower() != "c"):
        values = [_ROMAN[letter] for letter in last.lower()]
        return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return ord(last.lower()) - ord("a") + 1


def numbered(line: str) -> Numbered | None:
    """Take a line's number off; None when what it begins with is no number of a heading or an item."""
    found = _NUMBER.match(line)
    if not found:
        return None
    number, close, rest = found["number"], found["close"].strip(), found["rest"]
    digits = number[0].isdigit()
    first = rest.lstrip("*_\"'”([")[:1]
    spaced = bool(found["space"]) or found["close"].endswith(" ")
    if (not digits and not close) or (digits and not close and not (spaced and first.isupper())):
        return None
    if digits and first.isdigit() or (not spaced and not (first.isupper() and close)):
        return None
    if close == ":" and not digits and not number.isupper():
        return None
    kind = "1" if digits else ("I" if re.fullmatch(r"[IVXivx]+", number) and len(number) > 1 else number[0])
    shape = "1.1" if "." in number else kind if digits else "I" if kind == "I" else "A" if kind.isupper() else "a"
    return Numbered(number, rest, f"{shape}{close[:1]}")


_SIGNS = "•●○◦▪▫■□‣⁃·∙►▶➢➤➔→✓✔☑✗✘»\uf0b7\uf0a7\uf0d8\uf076\uf02d⦁⚫∎"
_MARK = re.compile(rf"^(?:(?:[{_SIGNS}]\s*|[-–—*+](?=\s)\s+|o\t\s*)+)(?=\S)")
_LETTER_O = re.compile(r"^o\s{1,4}(?=\S)")


def mark_length(text: str) -> int:
    """Give how many characters a line's list mark takes, 0 for a line without one."""
    found = _MARK.match(text)
    return found.end() if found else 0


def as_item(block: Block) -> Block:
    """Turn a line that begins with a list mark into an item, and take a typed mark off an item."""
    if block.kind not in ("line", "item"):
        return block
    length = mark_length(block.text)
    if not length:
        return block
    block.runs = cut(block.runs, length)[1]
    if block.kind == "line":
        block.kind, block.level = "item", max(block.level, 1)
    return block


def round_marks(blocks: list[Block]) -> list[Block]:
    """Read the letter o as a mark where Word put it there: on neighbouring lines."""
    rows = [index for index, block in enumerate(blocks) if block.kind == "line" and _LETTER_O.match(block.text)]
    if len(rows) > 1:
        for index in rows:
            block = blocks[index]
            found = _LETTER_O.match(block.text)
            block.runs = cut(block.runs, found.end() if found else 0)[1]
            block.kind, block.level = "item", 2
    return blocks


_ENDS = re.compile(r"[.!?:;]['”\")\]]?$")
_LABEL = re.compile(r"^[^\W\d][^:.;,]{1,45}:(\s|$)")
_OPEN = re.compile(r"(?:\b(?:ja|tai|sekä|eli|och|eller|samt|and|or|the|of|av)|\w,)$", re.IGNORECASE)
_AND = re.compile(r"^(ja|tai|sekä|eli|och|eller|samt|and|or)\b")
_BROKEN = re.compile(r"(?<=\w)-$")
_FACT = re.compile(r"@|^\(?\+?\d[\d\s-]{5,}$|^\d{5}\s|\bwww\.|https?:|^(p|puh|tel|tfn)\.?:? ", re.IGNORECASE)
_VOWELS = "aeiouyäöå"
_LONGEST = 130


def unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of a text that was broken at a fixed width; other texts keep their lines."""
    width = _width(lines)
    paragraphs: list[list[str]] = []
    before = ""
    for line in lines:
        if before.strip() and line.strip() and _goes_on(before.rstrip(), line.strip(), width):
            last, after = seam(paragraphs[-1][-1], line)
            paragraphs[-1][-1:] = [last, after]
        else:
            paragraphs.append([line])
        before = line
    return ["".join(parts) for parts in paragraphs]


def _width(lines: list[str]) -> int:
    """Give the width that the text was broken at; 0 when it was not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    pairs = [(one, two) for one, two in zip(lines, lines[1:], strict=False) if one.strip() and two.strip()]
    broken = sum(len(one) > width * 0.7 and two.lstrip()[:1].islower() and not mark_length(two) for one, two in pairs)
    return width if 40 <= width <= _LONGEST and broken >= 3 and broken * 8 >= len(pairs) else 0


def _goes_on(last: str, text: str, width: int) -> bool:
    if mark_length(text) or "\t" in text or text.startswith(("#", "|", ">")) or _FACT.search(text[:200]):
        return False
    if _BROKEN.search(last[-40:]) and text[:1].islower() and len(last) > 30:
        return True
    if _OPEN.search(last[-40:]) and text[:1].islower() and not _ENDS.search(text[:30]):
        return True
    if not width:
        return text[:1].islower() and len(last) > 65 and last[-1:].isalpha()
    if _ENDS.search(last[-5:]) and len(last) < width * 0.8:
        return False
    if numbered(text) or (_LABEL.match(text) and not text[:1].islower()):
        return False
    if text[:1].islower():
        return len(last) > width * 0.5
    full = len(last) + 1 + len(text.split()[0]) > width and last.isupper() == text.isupper()
    return full and not _stands_alone(last) and not _stands_alone(text)


def _stands_alone(text: str) -> bool:
    known = match(text.strip()) if len(text) < 120 else None
    return bool(known and known.confidence > 0.85) or bool(title_pattern().fullmatch(text.strip()))


def joined(before: str, line: str) -> str:
    """Put two parts of a sentence together; a hyphen at a line's end goes unless the word has one of its own."""
    return "".join(seam(before, line))


def seam(before: str, line: str) -> tuple[str, str]:
    """Give the two parts so that they can be put together as they are."""
    last, text = before.rstrip(), line.strip()
    if not _BROKEN.search(last[-40:]) or _AND.match(text):
        return f"{last} ", text
    first = text[:1]
    own = (first == last[-2:-1].lower() and first in _VOWELS) or not last[-2:-1].islower() or not first.islower()
    return (last if own else last[:-1]), text
