"""Which words of a block stayed and which changed, in runs that read naturally."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from privacy.notices.comparing.effort import Effort
from privacy.notices.comparing.fragments import Word
from privacy.notices.comparing.matching import matching_stretches, shared_ends

# A word of fewer letters between two changes is part of them; so are three words shorter than both changes.
_SHORT_WORD, _SHORT_RUN = 4, 3
# Of a block with less in common than this everything is shown as replaced.
_LITTLE_IN_COMMON = 0.2
_SLIDE_AT_MOST = 200
# A text is long from so many words on; often is more than one word in so many.
_LONG, _OFTEN = 1500, 100
_RANK_AFTER = {".": 4, "!": 4, "?": 4, ":": 3, ";": 3, ",": 2}


@dataclass(slots=True)
class Run:
    """Neighbouring words of the old and the new text: the same ones, or what was replaced by what."""

    old: list[Word] = field(default_factory=list)
    new: list[Word] = field(default_factory=list)
    same: bool = False

    @property
    def only_link_changed(self) -> bool:
        """Whether the words are the same ones and only lead elsewhere."""
        return not self.same and [word.text for word in self.old] == [word.text for word in self.new]


def align_words(old: Sequence[Word], new: Sequence[Word], effort: Effort) -> list[Run] | None:
    """Give the runs of two texts in order, or None when that is too much work."""
    old_keys, new_keys = [word.key for word in old], [word.key for word in new]
    start, end = shared_ends(old_keys, new_keys)
    middle = slice(start, len(old) - end), slice(start, len(new) - end)
    often = _often(new_keys)
    found = matching_stretches(
        old_keys[middle[0]], new_keys[middle[1]], effort, is_idle=often.__contains__, is_weak=_is_weak
    )
    if found is None:
        return None
    stretches = [(0, 0, start), *((a + start, b + start, size) for a, b, size in found)]
    runs = _joined(_runs(old, new, [*stretches, (len(old) - end, len(new) - end, end)]))
    if _is_rewritten(runs, old, new):
        return [Run(list(old), list(new))]
    runs = [Run(same=True), *runs, Run(same=True)]  # a change at an end has room to slide
    _slide_all(runs)
    return [run for run in runs if run.old or run.new]


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
    return not text[:1].isalnum() or (len(text) < _SHORT_WORD and text.islower())


def _runs(old: Sequence[Word], new: Sequence[Word], stretches: Sequence[tuple[int, int, int]]) -> Iterator[Run]:
    old_at = new_at = 0
    for old_from, new_from, size in stretches:
        if old_from > old_at or new_from > new_at:
            yield Run(list(old[old_at:old_from]), list(new[new_at:new_from]))
        old_at, new_at = old_from + size, new_from + size
        if size:
            yield Run(list(old[old_from:old_at]), list(new[new_from:new_at]), same=True)


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Join neighbours of one kind, and two changes with what is too little to read between them."""
    done: list[Run] = []
    for run in runs:
        done.append(run)
        while len(done) > 1 and done[-2].same == done[-1].same:
            last = done.pop()
            done[-1] = Run(done[-1].old + last.old, done[-1].new + last.new, last.same)
        while len(done) > 2 and not done[-1].same and _is_too_little(*done[-3:]):
            first, between, last = done[-3:]
            done[-3:] = [Run(first.old + between.old + last.old, first.new + between.new + last.new)]
    return done


def _is_too_little(before: Run, between: Run, after: Run) -> bool:
    if not ((before.old or after.old) and (before.new or after.new)):
        return False  # only added, or only deleted: joining would tell that the words between changed, too
    words = [word.text for word in between.old if word.text[:1].isalnum()]
    if not words or (len(words) == 1 and len(words[0]) < _SHORT_WORD):
        return True
    length = sum(map(len, words))
    return len(words) <= _SHORT_RUN and all(length < max(_length(run.old), _length(run.new)) for run in (before, after))


def _length(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words)


def _is_rewritten(runs: Sequence[Run], old: Sequence[Word], new: Sequence[Word]) -> bool:
    changed = [run for run in runs if not run.same]
    if not any(run.old for run in changed) or not any(run.new for run in changed):
        return False
    kept = sum(_length(run.new) for run in runs if run.same)
    return kept < _LITTLE_IN_COMMON * max(_length(old), _length(new))


def _slide_all(runs: list[Run]) -> None:
    """Let what was only added or only deleted begin where a reader expects it: after a full stop, a comma, a word.

    In "A. B." and "A. C. B." both ". C" and "C." can be called added.
    """
    for before, run, after in zip(runs, runs[1:], runs[2:], strict=False):
        if not run.same and bool(run.old) != bool(run.new):
            _slide(before, run, after)


def _slide(before: Run, run: Run, after: Run) -> None:
    words = run.old or run.new
    left, right = before.new[-_SLIDE_AT_MOST:], after.new[:_SLIDE_AT_MOST]
    line = [*left, *words, *right]
    home, size = len(left), len(words)
    places = [home]
    while places[-1] > 0 and line[places[-1] - 1].key == line[places[-1] - 1 + size].key:
        places.append(places[-1] - 1)
    place = home
    while place + size < len(line) and line[place].key == line[place + size].key:
        place += 1
        places.append(place)
    best = max(places, key=lambda place: (_rank(line, place), -abs(place - home)))
    _move(before, run, after, best - home)


def _rank(line: Sequence[Word], place: int) -> int:
    after = _RANK_AFTER.get(line[place - 1].text, 1) if place else 4
    return after if line[place].text[:1].isalnum() else 0


def _move(before: Run, run: Run, after: Run, steps: int) -> None:
    changed, untouched = ("old", "new") if run.old else ("new", "old")
    for side in (changed, untouched):
        head, body, tail = getattr(before, side), getattr(run, side), getattr(after, side)
        line, start, size = [*head, *body, *tail], len(head) + steps, len(body)
        if side == untouched:
            setattr(before, side, line[:start])
            setattr(after, side, line[start:])
        else:
            setattr(before, side, line[:start])
            setattr(run, side, line[start : start + size])
            setattr(after, side, line[start + size :])
