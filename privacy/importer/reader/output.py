"""Writes blocks out: as plain text, and as the rich text that a section may hold."""

from html import escape

import nh3

from privacy.importer.reader.text_blocks import Block, TextRun

_TAGS = {"p", "br", "b", "i", "a", "ul", "ol", "li", "h3", "h4"}
_LONG = 90


def plain(blocks: list[Block]) -> str:
    """Give the lines as plain text, each list item on a line of its own."""
    return "\n".join(block.text for block in blocks if block.text.strip())


def rich(blocks: list[Block]) -> str:
    """Give the lines as clean HTML: paragraphs, lists, subheadings, bold, italic and links."""
    parts: list[str] = []
    at = 0
    while at < len(blocks):
        end = at + 1
        if blocks[at].kind == "item":
            while end < len(blocks) and _in_list(blocks[at], blocks[end]):
                end += 1
            parts.append(_list(blocks[at:end]))
        elif blocks[at].kind == "heading":
            parts.append(f"<h3>{_words(blocks[at].runs, bold=False)}</h3>")
        else:
            while end < len(blocks) and _same_paragraph(blocks[end - 1], blocks[end]):
                end += 1
            parts.append("<p>" + "<br>".join(_words(block.runs) for block in blocks[at:end]) + "</p>")
        at = end
    return nh3.clean(
        "".join(parts),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def _in_list(first: Block, block: Block) -> bool:
    if block.kind == "item":
        return bool(block.number) == bool(first.number) or block.level > first.level
    return block.nested and not block.aside


def _same_paragraph(before: Block, block: Block) -> bool:
    return block.kind == "line" and not block.gap and len(before.text) < _LONG and len(block.text) < _LONG


def _list(blocks: list[Block]) -> str:
    """Write items as a list; deeper items become a list inside the item before them."""
    top = blocks[0].level
    tag = "ol" if blocks[0].number else "ul"
    html, at = "", 0
    while at < len(blocks):
        end = at + 1
        while end < len(blocks) and (blocks[end].kind != "item" or blocks[end].level > top):
            end += 1
        inner = _words(blocks[at].runs)
        lines = [block for block in blocks[at + 1 : end] if block.kind != "item"]
        deeper = [block for block in blocks[at + 1 : end] if block.kind == "item"]
        inner += "".join(f"<br>{_words(block.runs)}" for block in lines)
        html += f"<li>{inner}{_list(deeper) if deeper else ''}</li>"
        at = end
    return f"<{tag}>{html}</{tag}>"


def _words(runs: list[TextRun], *, bold: bool = True) -> str:
    html = ""
    for run in runs:
        words = escape(run.text, quote=False)
        words = f"<i>{words}</i>" if run.italic else words
        words = f"<b>{words}</b>" if run.bold and bold else words
        html += f'<a href="{escape(run.href)}">{words}</a>' if run.href else words
    return html
