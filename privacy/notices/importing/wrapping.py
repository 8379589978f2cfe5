"""Joins lines that were broken only because the line was full, and words that were hyphenated there."""

import re

from privacy.notices.importing.marks import mark_length
from privacy.notices.importing.matching import match, title_pattern
from privacy.notices.importing.numbering import numbered

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
