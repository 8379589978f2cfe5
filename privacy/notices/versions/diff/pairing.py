"""Which block of the old text became which block of the new one; the order of both is kept."""

from collections import Counter
from collections.abc import Iterator, Sequence

from privacy.notices.versions.diff.effort import Effort, matching_stretches, shared_ends
from privacy.notices.versions.diff.fragments import Element, Node, texts_in

Pair = tuple[Node | None, Node | None]

# Blocks that only hold others, or that stand in a place of their own, stay paired whatever is in them.
_FRAMES = frozenset(["ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "section", "td", "th", "dd"])
_ALIKE = 0.4
_FRAME = 0.1
# Gaps of more cells are paired by looking only a few blocks ahead.
_CELLS_AT_MOST, _LOOK_AHEAD = 2_500, 8
_COST = 30


def likeness(old: Counter[str], new: Counter[str], effort: Effort) -> float:
    """Give the share of words that two texts have in common, from 0 to 1; 0 when there is no effort left."""
    total = old.total() + new.total()
    if not total or not effort.spend(_COST + len(old) + len(new)):
        return 0.0
    return 2 * sum(min(old[word], new[word]) for word in old.keys() & new.keys()) / total


def pair_blocks(old: Sequence[Node], new: Sequence[Node], effort: Effort) -> Iterator[Pair]:
    """Pair neighbouring blocks: equal ones first, then those alike; the others were removed or added."""
    old_keys, new_keys = [node.signature for node in old], [node.signature for node in new]
    start, end = shared_ends(old_keys, new_keys)
    middle = slice(start, len(old) - end), slice(start, len(new) - end)
    found = matching_stretches(old_keys[middle[0]], new_keys[middle[1]], effort) or []
    stretches = [(0, 0, start), *((a + start, b + start, size) for a, b, size in found)]
    old_at = new_at = 0
    for old_from, new_from, size in [*stretches, (len(old) - end, len(new) - end, end)]:
        yield from _pair_gap(old[old_at:old_from], new[new_at:new_from], effort)
        old_at, new_at = old_from + size, new_from + size
        yield from zip(old[old_from:old_at], new[new_from:new_at], strict=True)


def _pair_gap(old: Sequence[Node], new: Sequence[Node], effort: Effort) -> Iterator[Pair]:
    pair = _best_pairs if len(old) * len(new) <= _CELLS_AT_MOST else _near_pairs
    old_at = new_at = 0
    for old_index, new_index in [*pair(old, new, effort), (len(old), len(new))]:
        yield from ((node, None) for node in old[old_at:old_index])
        yield from ((None, node) for node in new[new_at:new_index])
        if old_index < len(old) and new_index < len(new):
            yield old[old_index], new[new_index]
        old_at, new_at = old_index + 1, new_index + 1


def _score(old: Node, new: Node, effort: Effort) -> float:
    """Say how well two blocks go together; 0 when they do not."""
    if not isinstance(old, Element) or not isinstance(new, Element):
        return _FRAME + likeness(old.bag, new.bag, effort) if type(old) is type(new) else 0.0
    if old.tag != new.tag:
        return 0.0
    alike = likeness(old.bag, new.bag, effort)
    if _title(old) and _title(old) == _title(new):
        alike = 0.5 + alike / 2
    return alike + _FRAME if _is_frame(old) and _is_frame(new) else alike if alike >= _ALIKE else 0.0


def _is_frame(element: Element) -> bool:
    """Whether a block is a frame; a div that begins with a term is an entry of a list of terms."""
    first = element.children[0] if element.children else None
    is_entry = isinstance(first, Element) and first.tag == "dt"
    return element.tag in _FRAMES or (element.tag == "div" and not is_entry)


def _title(element: Element) -> str:
    """Give what names an entry of several parts: its first words."""
    texts = texts_in(element)
    first, second = next(texts, None), next(texts, None)
    return first.signature if first and second else ""


def _best_pairs(old: Sequence[Node], new: Sequence[Node], effort: Effort) -> list[tuple[int, int]]:
    """Pair by the greatest sum of likenesses."""
    scores = [[_score(one, other, effort) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = scores[i][j] and scores[i][j] + best[i + 1][j + 1]
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _near_pairs(old: Sequence[Node], new: Sequence[Node], effort: Effort) -> list[tuple[int, int]]:
    """Pair each block with the first one ahead that is alike."""
    pairs: list[tuple[int, int]] = []
    at = 0
    for j, node in enumerate(new):
        ahead = range(at, min(at + _LOOK_AHEAD, len(old)))
        found = next((i for i in ahead if _score(old[i], node, effort) >= _ALIKE), None)
        if found is not None:
            pairs.append((found, j))
            at = found + 1
    return pairs
