"""Which words of a block stayed and which changed."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from privacy.notices.comparing.effort import Effort
from privacy.notices.comparing.fragments import Word
from privacy.notices.comparing.matching import Stretch, matching_stretches, shared_ends
from privacy.notices.comparing.runs import SHORT_WORD, Run, tidied

# A text is long from so many words on; often is more than one word in so many.
_LONG, _OFTEN = 1500, 100


def align_words(old: Sequence[Word], new: Sequence[Word], effort: Effort) -> list[Run] | None:
    """Give the runs of two texts in order, or None when that is too much work."""
    old_keys, new_keys = [word.key for word in old], [word.key for word in new]
    start, end = shared_ends(old_keys, new_keys)
    old_end, new_end = len(old) - end, len(new) - end
    often = _often(new_keys)
    found = matching_stretches(
        old_keys[start:old_end], new_keys[start:new_end], effort, is_idle=often.__contains__, is_weak=_is_weak
    )
    if found is None:
        return None
    stretches = [(0, 0, start), *((a + start, b + start, size) for a, b, size in found), (old_end, new_end, end)]
    return tidied(_runs(old, new, stretches))


def _often(keys: Sequence[Hashable]) -> set[Hashable]:
    """Give the words that a long text repeats so often that they tell nothing and only cost time.

    None where they are most of the text: then they are all there is.
    """
    if len(keys) < _LONG:
        return set()
    often = {key: count for key, count in Counter(keys).items() if count > len(keys) // _OFTEN}
    return set() if sum(often.values()) > len(keys) / 2 else set(often)


def _is_weak(key: Hashable) -> bool:
    """Whether two texts that share only such words share nothing to speak of: signs, very short words."""
    text = key[0] if isinstance(key, tuple) else ""
    return not text[:1].isalnum() or (len(text) < SHORT_WORD and text.islower())


def _runs(old: Sequence[Word], new: Sequence[Word], stretches: Sequence[Stretch]) -> Iterator[Run]:
    old_at = new_at = 0
    for old_from, new_from, size in stretches:
        if old_from > old_at or new_from > new_at:
            yield Run(list(old[old_at:old_from]), list(new[new_at:new_from]))
        old_at, new_at = old_from + size, new_from + size
        if size:
            yield Run(list(old[old_from:old_at]), list(new[new_from:new_at]), same=True)
