"""Columns that were added to a table or removed from it, so that every row keeps its cells under their headings."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from privacy.notices.comparing.fragments import Element, Node

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
