"""Which section of the old version became which one of the new, which of them moved, and where to tell of each."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from privacy.notices.versions.diff.effort import Effort
from privacy.notices.versions.diff.fragments import bag_of, read_fragment
from privacy.notices.versions.diff.pairing import likeness

# Two sections of different kinds are the same one if they share at least this much.
_NEAR = 0.5
# Sections of this kind have nothing in common but their kind.
_FREE = "other"

# Index of an old section -> index of the new one.
SectionPairs = dict[int, int]


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """One section of a version; `html` is its body without the heading."""

    block_id: str
    key: str
    heading: str
    html: str

    def bag(self) -> Counter[str]:
        """Count the telling words of heading and body."""
        return bag_of(read_fragment(f"<p>{self.heading}</p>{self.html}"))


def pair_sections(old: Sequence[ComparedSection], new: Sequence[ComparedSection], effort: Effort) -> SectionPairs:
    """Pair sections by block id, then by key, then by nearest text."""
    pairs = _same(_names(old, "block_id"), _names(new, "block_id"))
    old_left = [i for i in range(len(old)) if i not in pairs]
    new_left = [j for j in range(len(new)) if j not in set(pairs.values())]
    old_bags, new_bags = ({i: sections[i].bag() for i in left} for sections, left in ((old, old_left), (new, new_left)))
    ranked = []
    for i in old_left:
        for j in new_left:
            same_kind = old[i].key == new[j].key != _FREE
            alike = likeness(old_bags[i], new_bags[j], effort)
            if same_kind or alike >= _NEAR:
                ranked.append((same_kind, alike, -abs(i - j), i, j))
    for *_rank, i, j in sorted(ranked, reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _names(sections: Sequence[ComparedSection], name: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, section in enumerate(sections):
        found.setdefault(getattr(section, name), index)
    return found


def _same(old: dict[str, int], new: dict[str, int]) -> SectionPairs:
    return {index: new[name] for name, index in old.items() if name and name in new}


def moved_sections(pairs: SectionPairs) -> set[int]:
    """Give the old sections that are not in the longest sequence whose order stayed the same."""
    tops: list[int] = []  # the smallest last index of the new version for each length
    last: list[int] = []
    before: dict[int, int | None] = {}
    for i in sorted(pairs):
        length = bisect_left(tops, pairs[i])
        before[i] = last[length - 1] if length else None
        tops[length : length + 1] = [pairs[i]]
        last[length : length + 1] = [i]
    stayed: set[int] = set()
    at = last[-1] if last else None
    while at is not None:
        stayed.add(at)
        at = before[at]
    return set(pairs) - stayed


def reading_order(
    old_count: int, new_count: int, pairs: SectionPairs, moved: set[int]
) -> Iterator[tuple[int | None, int | None]]:
    """Give old and new sections in the order of the new version; a removed one follows what it followed before."""
    removed: dict[int, list[int]] = defaultdict(list)
    place = -1
    for i in range(old_count):
        if i not in pairs:
            removed[place].append(i)
        elif i not in moved:
            place = pairs[i]
    old_of = {j: i for i, j in pairs.items()}
    for j in range(-1, new_count):
        if j >= 0:
            yield old_of.get(j), j
        yield from ((i, None) for i in removed[j])
