"""Which words of a block stayed and which changed, in runs that read naturally."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from privacy.notices.versions.diff.effort import Effort, Stretch, matching_stretches, shared_ends
from privacy.notices.versions.diff.fragments import Word

# A word of fewer letters between two changes is part of them; so are three words shorter than both changes.
SHORT_WORD, _SHORT_RUN = 4, 3
# A block of which less than this share stays is shown as replaced.
_LITTLE_IN_COMMON = 0.25
_SLIDE_AT_MOST = 200
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


def tidied(runs: Iterable[Run]) -> list[Run]:
    """Give runs as a reader wants them: none too little to read, links apart, changes that begin where they should."""
    joined = _joined(runs)
    if _is_rewritten(joined):
        return [Run([word for run in joined for word in run.old], [word for run in joined for word in run.new])]
    parts = _with_room([part for run in joined for part in _links_apart(run)])
    _slide_all(parts)
    return [part for part in parts if part.old or part.new]


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
    if not words or (len(words) == 1 and len(words[0]) < SHORT_WORD):
        return True
    length = sum(map(len, words))
    return len(words) <= _SHORT_RUN and all(length < max(_length(run.old), _length(run.new)) for run in (before, after))


def _length(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words)


def _is_rewritten(runs: Sequence[Run]) -> bool:
    changed = [run for run in runs if not run.same]
    if not any(run.old for run in changed) or not any(run.new for run in changed):
        return False
    kept = sum(_length(run.new) for run in runs if run.same)
    whole = min(sum(_length(run.old) for run in runs), sum(_length(run.new) for run in runs))
    return kept < _LITTLE_IN_COMMON * whole


def _links_apart(run: Run) -> list[Run]:
    """Part a change from links at its ends that only lead elsewhere now."""
    texts = [word.text for word in run.old], [word.text for word in run.new]
    if run.same or not run.old or not run.new:
        return [run]
    start, end = shared_ends(*texts)
    while start and not (_link_ends(run.old, start) and _link_ends(run.new, start)):
        start -= 1
    while end and not (_link_ends(run.old, len(run.old) - end) and _link_ends(run.new, len(run.new) - end)):
        end -= 1
    old_end, new_end = len(run.old) - end, len(run.new) - end
    between = Run(run.old[start:old_end], run.new[start:new_end])
    return [
        *_same_words(run.old[:start], run.new[:start]),
        *([between] if between.old or between.new else []),
        *_same_words(run.old[old_end:], run.new[new_end:]),
    ]


def _same_words(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Run]:
    """Give the runs of words that are the same ones, apart where they lead elsewhere."""
    for same, group in groupby(zip(old, new, strict=True), key=lambda pair: pair[0].key == pair[1].key):
        pairs = list(group)
        yield Run([one for one, _other in pairs], [other for _one, other in pairs], same)


def _link_ends(words: Sequence[Word], at: int) -> bool:
    """Whether a link begins or ends before a word."""
    return at in (0, len(words)) or words[at - 1].link != words[at].link


def _with_room(runs: Sequence[Run]) -> list[Run]:
    """Give each change words that stayed on both sides, be they none: there it may slide."""
    parts = [Run(same=True)]
    for run in runs:
        parts += [run] if run.same or parts[-1].same else [Run(same=True), run]
    return [*parts, Run(same=True)]


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
