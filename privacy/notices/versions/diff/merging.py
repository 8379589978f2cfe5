"""Two fragments of HTML in one: valid, with what was added in ins and what was removed in del."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from privacy.notices.versions.diff.effort import Effort
from privacy.notices.versions.diff.fragments import VOID, Element, Node, Text, attributes_html, read_fragment
from privacy.notices.versions.diff.marking import Labels, runs_html, words_html
from privacy.notices.versions.diff.pairing import Pair, pair_blocks
from privacy.notices.versions.diff.runs import align_words

# For each column of the merged table where it stood in the old one and where in the new one.
Columns = list[tuple[int | None, int | None]]


def columns_of(old: Element, new: Element) -> Columns | None:
    """Give the columns of two tables in one, None where one has no row of headings."""
    old_row, new_row = _heading_row(old), _heading_row(new)
    if old_row is None or new_row is None:
        return None
    old_names = [node.signature for node in old_row.children]
    new_names = [node.signature for node in new_row.children]
    columns: Columns = []
    for _tag, i, i_end, j, j_end in SequenceMatcher(None, old_names, new_names, autojunk=False).get_opcodes():
        if i_end - i == j_end - j:  # the same, or other names
            columns += zip(range(i, i_end), range(j, j_end), strict=True)
        else:
            columns += [(index, None) for index in range(i, i_end)]
            columns += [(None, index) for index in range(j, j_end)]
    return columns


def pair_cells(old: Element, new: Element, columns: Columns | None) -> list[tuple[Node | None, Node | None]] | None:
    """Pair the cells of two rows by column, None where the rows are not of these columns."""
    if columns is None or not (_fits(old, 0, columns) and _fits(new, 1, columns)):
        return None
    return [
        (old.children[i] if i is not None else None, new.children[j] if j is not None else None) for i, j in columns
    ]


def spread_cells(row: Element, mark: str, columns: Columns) -> Sequence[Node]:
    """Give the cells of a row of one table only, with empty ones in the columns of the other."""
    side, other = (0, "added") if mark == "removed" else (1, "removed")
    if not _fits(row, side, columns):
        return row.children
    empty = Element("td", (("class", f"diff-{other}"),), ())
    indexes = (column[side] for column in columns)
    return [row.children[index] if index is not None else empty for index in indexes]


def _fits(row: Element, side: int, columns: Columns) -> bool:
    return len(row.children) == sum(column[side] is not None for column in columns)


def _heading_row(table: Element) -> Element | None:
    for part in table.children:
        if isinstance(part, Element) and part.tag == "thead" and part.children:
            row = part.children[0]
            return row if isinstance(row, Element) else None
    return None


# The note of a comparison that was too much work word by word.
BY_PARAGRAPH = "by_paragraph"


@dataclass(slots=True)
class Merger:
    """One comparison: the words for readers, and how much work it may be."""

    labels: Labels
    effort: Effort = field(default_factory=Effort)

    def merge(self, old: Sequence[Node], new: Sequence[Node]) -> str:
        """Give two fragments in one."""
        return self._pairs(pair_blocks(old, new, self.effort), None)

    def marked(self, nodes: Iterable[Node], mark: str) -> str:
        """Give a fragment as a whole "added" or "removed"."""
        return "".join(self._one(node, mark, None, outermost=True) for node in nodes)

    def _pairs(self, pairs: Iterable[Pair], columns: Columns | None) -> str:
        return "".join(self._pair(old, new, columns) for old, new in pairs)

    def _pair(self, old: Node | None, new: Node | None, columns: Columns | None) -> str:
        if new is None:
            return self._one(old, "removed", columns, outermost=True) if old is not None else ""
        if old is None:
            return self._one(new, "added", columns, outermost=True)
        if isinstance(old, Text) and isinstance(new, Text):
            return self._words(old, new)
        if isinstance(old, Element) and isinstance(new, Element):
            return self._element(old, new, columns)
        return self._pair(old, None, columns) + self._pair(None, new, columns)

    def _words(self, old: Text, new: Text) -> str:
        if old.signature == new.signature:
            return words_html(new.words, self.labels)
        runs = align_words(old.words, new.words, self.effort)
        if runs is None:
            removed, added = words_html(old.words, self.labels, "removed"), words_html(new.words, self.labels, "added")
            return f"{removed} {added}"
        return runs_html(runs, self.labels)

    def _element(self, old: Element, new: Element, columns: Columns | None) -> str:
        if new.tag == "table":
            columns = columns_of(old, new)
        cells = pair_cells(old, new, columns) if new.tag == "tr" else None
        pairs = pair_blocks(old.children, new.children, self.effort) if cells is None else cells
        return _tagged(new, self._pairs(pairs, columns))

    def _one(self, node: Node, mark: str, columns: Columns | None, *, outermost: bool) -> str:
        if isinstance(node, Text):
            return words_html(node.words, self.labels, mark)
        children = spread_cells(node, mark, columns) if node.tag == "tr" and columns else node.children
        inside = "".join(self._one(child, mark, columns, outermost=False) for child in children)
        return _tagged(node, inside, mark=mark, outermost=outermost)


def _tagged(element: Element, inside: str, *, mark: str = "", outermost: bool = False) -> str:
    attributes = dict(element.attributes)
    if mark == "removed":
        attributes.pop("id", None)  # the new text may have the same one
    if outermost:
        attributes["class"] = f"{attributes.get('class', '')} diff-{mark}".strip()
    opening = f"<{element.tag}{attributes_html(attributes.items())}>"
    return opening if element.tag in VOID else f"{opening}{inside}</{element.tag}>"


def merge_fragments(old_html: str, new_html: str, *, labels: Labels, effort: Effort) -> tuple[str, str]:
    """Give two fragments in one and a note; the new one as it is where no word and no block changed."""
    old, new = read_fragment(old_html), read_fragment(new_html)
    if [node.signature for node in old] == [node.signature for node in new]:
        return new_html, ""
    refusals = effort.refusals
    html = Merger(labels=labels, effort=effort).merge(old, new)
    return html, BY_PARAGRAPH if effort.refusals > refusals else ""


def mark_fragment(html: str, mark: str, *, labels: Labels) -> str:
    """Give a fragment as a whole "added" or "removed"."""
    return Merger(labels=labels).marked(read_fragment(html), mark)
