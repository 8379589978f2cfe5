"""Whether a change is material or editorial, as a suggestion to the editor with its reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from privacy.notices.versions.diff.effort import shared_ends
from privacy.notices.versions.diff.fragments import read_fragment, texts_in

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


# A section as data: privacy.notices.sections.data.Section.as_data().
SectionData = Mapping[str, Any]

# What a person must be told again when it changes: purpose, basis, recipient, transfer, retention, right. WP260
# rev.01 (29-30) adds how rights are used, and who the controller is. Categories and sources are there since new
# data, or data from a new source, are a new processing in substance (GDPR Art. 14(1)(d) and 14(2)(f)); so is
# whether data must be given (Art. 13(2)(e)). security and cookies are not: they change with the technology.
_MATERIAL = frozenset(
    ["purposes", "legal_basis", "legitimate_interests", "data_categories", "special_categories", "sources"]
    + ["mandatory_data", "recipients", "processors", "transfers", "retention", "automated_decisions"]
    + ["direct_marketing", "rights_overview", "exercising_rights", "other_rights"]
)
_CONTROLLERS = frozenset(["controller", "joint_controllers"])

ADDED, REMOVED = "section_added", "section_removed"
ROWS, TEXT, FILLED, FLAGS = "rows_changed", "text_changed", "filled_changed", "flags_changed"
CONTROLLER = "controller_changed"
MAJOR_CODES = frozenset([ADDED, REMOVED, ROWS, TEXT, FILLED, FLAGS, CONTROLLER])
SPELLING_ONLY, FORM_ONLY = "spelling_only", "form_only"
OTHER, DETAILS, HEADING = "other_changed", "details_changed", "heading_changed"
MINOR_CODES = frozenset([SPELLING_ONLY, FORM_ONLY, OTHER, DETAILS, HEADING])


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code (MAJOR_CODES, MINOR_CODES) and the key of the section."""

    code: str
    key: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The suggested kind, "major" or "minor", and what it was read from; no reasons when nothing changed."""

    kind: str
    reasons: tuple[Reason, ...]


def suggest_kind(old: Sequence[SectionData], new: Sequence[SectionData]) -> Suggestion:
    """Suggest the kind of a new version from the sections of both as data."""
    keys = dict.fromkeys(section["key"] for section in (*old, *new))
    reasons = []
    for key in keys:
        both = ([section for section in sections if section["key"] == key] for sections in (old, new))
        reasons += [Reason(code, key) for code in _codes(key, *both)]
    major = tuple(reason for reason in reasons if reason.code in MAJOR_CODES)
    return Suggestion("major" if major else "minor", major or tuple(reasons))


def _codes(key: str, old: list[SectionData], new: list[SectionData]) -> list[str]:
    if _plain(old) == _plain(new):
        return []
    if key in _CONTROLLERS:
        return [CONTROLLER] if _other_controllers(old, new) else [DETAILS]
    if not (key in _MATERIAL or key.startswith("right_")):
        return [OTHER]
    if not old or not new:
        return [REMOVED if old else ADDED]
    return list(dict.fromkeys(_codes_of_content(old, new))) or [FORM_ONLY]


def _codes_of_content(old: list[SectionData], new: list[SectionData]) -> Iterator[str]:
    found = {
        ROWS: difference_of_rows(_listed(old, "rows"), _listed(new, "rows")),
        TEXT: difference_of_texts(_text(old), _text(new)),
    }
    yield from (code for code, difference in found.items() if difference == CHANGED)
    if _filled_substance(old) != _filled_substance(new):
        yield FILLED
    elif _listed(old, "filled") != _listed(new, "filled"):
        yield DETAILS
    if _flags(old) != _flags(new):
        yield FLAGS
    if SPELLING in found.values():
        yield SPELLING_ONLY
    if [section["heading"] for section in old] != [section["heading"] for section in new]:
        yield HEADING


def _plain(sections: Iterable[SectionData]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in section.items() if name not in ("block_id", "anchor")} for section in sections
    ]


def _listed(sections: Iterable[SectionData], name: str) -> list[dict[str, Any]]:
    return [part for section in sections for part in section.get(name) or ()]


def _text(sections: Iterable[SectionData]) -> tuple[str, ...]:
    return tuple(word for section in sections for word in words_of(section.get("text") or ""))


def _flags(sections: Iterable[SectionData]) -> set[str]:
    return {name for section in sections for name, on in (section.get("flags") or {}).items() if on}


def _filled_substance(sections: Iterable[SectionData]) -> list[tuple[Any, ...]]:
    """Give what matters of the parts that the system filled in: bases and which rights apply, no wordings."""
    found: set[tuple[Any, ...]] = set()
    for part in _listed(sections, "filled"):
        if part["type"] == "bases":
            found |= {("basis", item["basis"], item.get("special_basis") or "") for item in part["items"]}
        elif part["type"] == "interests":
            found |= {("interest", words_of(item["interest"])) for item in part["items"]}
        elif part["type"] == "rights":
            found |= {("right", right["right"]) for right in part["usual"]}
        elif part["type"] == "right":
            found.add(("right", part["right"], part["applies"]))
    return sorted(found)


def _other_controllers(old: list[SectionData], new: list[SectionData]) -> bool:
    """Whether there is another controller now: with neither the name nor the business id of one before."""
    sides = [[_names(card) for card in _listed(side, "filled") if card["type"] == "card"] for side in (old, new)]
    return any(
        not any(names & others for others in sides[1 - side]) for side in (0, 1) for names in sides[side] if names
    )


def _names(card: Mapping[str, Any]) -> set[str]:
    return {str(card.get(name) or "").casefold().strip() for name in ("name", "business_id")} - {""}
