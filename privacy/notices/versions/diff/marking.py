"""Changed words as HTML: ins and del around inline content only, announced in words once per run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from privacy.notices.versions.diff.fragments import Word, Wrapper
from privacy.notices.versions.diff.runs import Run

_TAGS = {"added": "ins", "removed": "del"}


@dataclass(frozen=True, slots=True)
class Labels:
    """What a screen reader says before added and removed words and after both, and the note at a changed link.

    They are plain text in the language of the page; with the space or colon that belongs to them.
    """

    added: str
    removed: str
    end: str
    link_changed: str

    def wrapper(self, mark: str, *, ended: bool) -> Wrapper:
        """Give the ins or del element of a run; its end is announced where unchanged words follow."""
        return Wrapper(_TAGS[mark], f"<{_TAGS[mark]}>{_unseen(self.said(mark))}", _unseen(self.end) if ended else "")

    def said(self, mark: str) -> str:
        """Give the words for added or removed."""
        return self.added if mark == "added" else self.removed


class _Piece(NamedTuple):
    words: Sequence[Word]
    mark: str = ""
    note: str = ""


def runs_html(runs: Iterable[Run], labels: Labels) -> str:
    """Give the runs of a block as HTML."""
    return _html([piece for run in runs for piece in _pieces(run, labels)], labels)


def words_html(words: Sequence[Word], labels: Labels, mark: str = "") -> str:
    """Give words as HTML, all of them unchanged, "added" or "removed"."""
    return _html([_Piece(words, mark)], labels)


def _pieces(run: Run, labels: Labels) -> list[_Piece]:
    if run.same:
        return [_Piece(run.new)]
    if run.only_link_changed:
        return [_Piece(run.new, note=_link_note(run, labels))]
    marked = [_Piece(run.old, "removed"), _Piece(run.new, "added")]
    return [piece for piece in marked if piece.words]


def _unseen(words: str) -> str:
    return f'<span class="visually-hidden">{escape(words)}</span>' if words else ""


def _link_note(run: Run, labels: Labels) -> str:
    """Say that words lead elsewhere now, with the addresses that a reader can make something of."""
    old, new = _addresses(run.old), _addresses(run.new)
    marked = [
        f"<{_TAGS[mark]}>{_unseen(labels.said(mark))}{escape(', '.join(addresses))}</{_TAGS[mark]}>"
        for mark, addresses in (("removed", old), ("added", new))
        if addresses
    ]
    said = escape(labels.link_changed) + (": " if marked else "")
    return f' <span class="diff-note">({said}{" ".join(marked)})</span>'


def _addresses(words: Iterable[Word]) -> list[str]:
    return list(dict.fromkeys(word.link for word in words if ":" in word.link or "/" in word.link))


def _html(pieces: Sequence[_Piece], labels: Labels) -> str:
    writer = _MarkedWriter()
    for at, piece in enumerate(pieces):
        before = pieces[at - 1].words[-1].wrappers if at else ()
        after = pieces[at + 1].words[0].wrappers if at + 1 < len(pieces) else ()
        marker: tuple[Wrapper, ...] = ()
        if piece.mark:
            followed = at + 1 < len(pieces) and not pieces[at + 1].mark
            marker = (labels.wrapper(piece.mark, ended=followed),)
        depth = _depth(piece.words, before, after)
        for word in piece.words:
            writer.write(word, (*word.wrappers[:depth], *marker, *word.wrappers[depth:]))
        if piece.note:
            writer.note(piece.note)
    return writer.close()


def _depth(words: Sequence[Word], before: Sequence[Wrapper], after: Sequence[Wrapper]) -> int:
    """Say inside how many elements a mark is put: inside a link when only a part of its words changed."""
    shared: Sequence[Wrapper] = words[0].wrappers
    for word in words[1:]:
        shared = shared[: _shared(shared, word.wrappers)]
    return max(_shared(shared, before), _shared(shared, after))


def _shared(one: Sequence[Wrapper], other: Sequence[Wrapper]) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


class _MarkedWriter:
    """Writes words one after the other, opening and closing what stands around them."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.open: list[Wrapper] = []

    def write(self, word: Word, around: Sequence[Wrapper]) -> None:
        self._close_to(_shared(self.open, around))
        if self.parts:
            self.parts.append(word.before)
        for wrapper in around[len(self.open) :]:
            self.parts.append(wrapper.opening)
            self.open.append(wrapper)
        self.parts.append(word.html)

    def note(self, html: str) -> None:
        self._close_to(0)
        self.parts.append(html)

    def close(self) -> str:
        self._close_to(0)
        return "".join(self.parts)

    def _close_to(self, depth: int) -> None:
        while len(self.open) > depth:
            wrapper = self.open.pop()
            self.parts.append(f"{wrapper.ending}</{wrapper.tag}>")
