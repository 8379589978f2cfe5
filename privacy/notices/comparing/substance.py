"""Whether texts and rows say something else now, or the same in other letters."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from privacy.notices.comparing.fragments import read_fragment, texts_in
from privacy.notices.comparing.matching import shared_ends

SAME, SPELLING, CHANGED = "", "spelling", "changed"

# One letter in a longer word, never at its beginning: "lawful" and "unlawful", "suostumuksella" and
# "suostumuksetta" (with and without consent) are not slips. Words with figures never are.
_SLIPS_AT_MOST, _WORD_AT_LEAST, _BEGINNING = 2, 5, 2

Words = tuple[str, ...]
Row = tuple[tuple[str, Words], ...]


def words_of(html: str) -> Words:
    """Give the words of rich text without signs, emphasis, links and letter case."""
    texts = (text for node in read_fragment(html) for text in texts_in(node))
    return tuple(word.text.casefold() for text in texts for word in text.words if word.text[:1].isalnum())


def difference_of_texts(old: Words, new: Words) -> str:
    """Say whether two texts are the same, differ by a slip of the pen, or say something else."""
    if old == new:
        return SAME
    if len(old) != len(new):
        return CHANGED
    different = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    is_spelling = len(different) <= _SLIPS_AT_MOST and all(_is_slip(one, other) for one, other in different)
    return SPELLING if is_spelling else CHANGED


def difference_of_rows(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> str:
    """Say the same of structured rows; their order means nothing."""
    old_left, new_left = [_row(row) for row in old], [_row(row) for row in new]
    for row in list(old_left):
        if row in new_left:
            old_left.remove(row)
            new_left.remove(row)
    if len(old_left) != len(new_left):
        return CHANGED
    found = {_difference_of_row(dict(one), dict(other)) for one, other in zip(old_left, new_left, strict=True)}
    return CHANGED if CHANGED in found else SPELLING if found else SAME


def _row(row: Mapping[str, Any]) -> Row:
    return tuple((name, words_of(escape(str(value)))) for name, value in sorted(row.items()) if value)


def _difference_of_row(old: dict[str, Words], new: dict[str, Words]) -> str:
    if old.keys() != new.keys():
        return CHANGED
    found = {difference_of_texts(old[name], new[name]) for name in old}
    return CHANGED if CHANGED in found else SPELLING


def _is_slip(old: str, new: str) -> bool:
    if min(len(old), len(new)) < _WORD_AT_LEAST or any(letter.isdigit() for letter in old + new):
        return False
    start, end = shared_ends(old, new)
    one, other = old[start : len(old) - end], new[start : len(new) - end]
    exchanged = len(one) == 2 and one == other[::-1]
    return start > 0 and (exchanged or (start >= _BEGINNING and max(len(one), len(other)) == 1))
