"""Sets apart what surrounds a notice in a text: its title, page headers, contents lists, menus, footers."""

import re
from collections import defaultdict

from privacy.importer.reader.candidates import candidate
from privacy.importer.reader.fact_lines import EMAIL, PHONE, is_fact
from privacy.importer.reader.heading_match import match, normal, title_pattern
from privacy.importer.reader.text_blocks import Block
from privacy.importer.reader.words import pattern


def find_title(blocks: list[Block]) -> int | None:
    """Give the place of the line that is the document's title; None when it has none."""
    first: int | None = None
    for at, block in enumerate(blocks[:60]):
        if block.aside or not block.text.strip():
            continue
        words = len(block.text.split())
        if words <= 14 and title_pattern().search(block.text) and not block.text.rstrip().endswith((".", ",", ":")):
            return at
        found = candidate(block)
        if found and found.sure and found.style not in ("h1", "bare") and found.match:
            break
        if first is None and block.kind == "heading" and block.level == 1:
            first = at
    return first


_CHROME = pattern("page furniture")
_CERTAIN = pattern("certain page furniture")
_CRUMBS = re.compile(r"^\S[^.!?]{0,40}?(?:\s*[›»>→]\s*|\s+/\s+)\S.{0,80}$")
_COOKIES = re.compile(r"(eväst|cookies|kakor).*(hyväksy|accept|godkänn|asetu|settings)", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(
    r"^[-–— ]*(?:(?:sivu|sida|page|s\.|p\.)\s*)?\d{1,3}\s*(?:(?:/|\(|av|of|–)\s*\d{1,3}\s*\)?)?[-–— ]*$", re.IGNORECASE
)
_PAGE_WORD = re.compile(r"(?:sivu|sida|page|\d\s*/\s*\d|\d\s*\(\d+\))", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:sisällys(?:luettelo)?|sisältö|tällä sivulla|innehåll(?:sförteckning)?|på denna sida"
    r"|(?:table of )?contents|on this page)\W*",
    re.IGNORECASE,
)
_LEADER = re.compile(r"\s*(?:(?:\.\s?){2,}|…+|_{2,}|\s{3,}|\t)\s*\d{1,3}$")


def set_aside_repeated(blocks: list[Block]) -> None:
    """Set aside page numbers and the headers and footers that stand on every page; the first title stays."""
    places: dict[str, list[int]] = defaultdict(list)
    pages = [at for at, block in enumerate(blocks) if _is_page_number(block)]
    for at, block in enumerate(blocks):
        if block.kind in ("line", "heading", "term") and not block.aside and len(block.text.split()) <= 14:
            places[_as_on_each_page(block.text)].append(at)
    for at in pages if len(pages) > 1 else []:
        blocks[at].aside = "page_number"
    _set_aside_beside(blocks, pages)
    for same, found in places.items():
        known = match(blocks[found[0]].text)
        numbers = _PAGE_WORD.search(blocks[found[0]].text) and "#" in same
        if len(found) < (2 if numbers else 3) or same == "#" or (known and known.confidence > 0.7):
            continue
        if _is_reachable_at(blocks[found[0]].text) or _are_labels(blocks, found):
            continue
        if _apart(found) and not blocks[found[0]].text.rstrip().endswith((":", ".")) and not _by_labels(blocks, found):
            for at in found if numbers or found[0] > 3 else found[1:]:
                blocks[at].aside = "page_header"


def _set_aside_beside(blocks: list[Block], pages: list[int]) -> None:
    """Set aside short lines that stand beside more than one page number: the rest of a page's header or footer."""
    beside: dict[str, list[int]] = defaultdict(list)
    for at in pages:
        for near in range(max(0, at - 3), min(len(blocks), at + 3)):
            if not blocks[near].aside and len(blocks[near].text.split()) <= 14:
                beside[blocks[near].text].append(near)
    for places in beside.values():
        for at in places[1:] if len(set(places)) > 1 else []:
            blocks[at].aside = "page_header"


def _is_page_number(block: Block) -> bool:
    return block.kind in ("line", "term") and not block.aside and bool(_PAGE.match(block.text.strip()))


def _as_on_each_page(text: str) -> str:
    """Give a line as it would stand on every page: only the numbers of pages may differ, never telephone numbers."""
    same = normal(text)
    return re.sub(r"\d+", "#", same) if _PAGE_WORD.search(text) else same


def _are_labels(blocks: list[Block], places: list[int]) -> bool:
    """Say whether a fact always follows: "Puhelin" above a number is the label of each contact."""
    return all(at + 1 < len(blocks) and _is_reachable_at(blocks[at + 1].text) for at in places)


def _is_reachable_at(text: str) -> bool:
    return bool(EMAIL.search(text) or PHONE.search(text))


def _apart(places: list[int]) -> bool:
    return all(after - before > 4 for before, after in zip(places, places[1:], strict=False))


def _by_labels(blocks: list[Block], places: list[int]) -> bool:
    """Say whether the same words always follow a term or a short label: then they are values."""
    return all(at and (blocks[at - 1].kind == "term" or blocks[at - 1].text.rstrip().endswith(":")) for at in places)


def set_aside_contents(blocks: list[Block]) -> None:
    """Set aside a list of contents: lines that all come again later as lines of their own."""
    texts = [_entry(block.text) for block in blocks]
    start = 0
    while start < min(len(blocks), 120):
        end = start
        while end < len(blocks) and texts[end] and not blocks[end].aside and texts[end] in texts[end + 1 :]:
            end += 1
        titled = start > 0 and bool(_CONTENTS.fullmatch(blocks[start - 1].text.strip()))
        leaders = sum(bool(_LEADER.search(block.text)) for block in blocks[start:end])
        distinct = len(set(texts[start:end])) == end - start
        if (
            distinct
            and (end - start >= 4 or (end - start >= 2 and (titled or leaders >= 2)))
            and _known(blocks[start:end])
        ):
            for block in blocks[start - titled : end]:
                block.aside = "contents"
            return
        start = max(end, start + 1)


def _entry(text: str) -> str:
    found = normal(re.sub(r"^\W*\d+(?:\.\d+)*\W+", "", _LEADER.sub("", text)))
    return found if len(found.split()) <= 20 else ""


def _known(blocks: list[Block]) -> bool:
    return (
        sum(match(_LEADER.sub("", re.sub(r"^\W*\d+(?:\.\d+)*\W+", "", block.text))) is not None for block in blocks) > 1
    )


def set_aside_before(blocks: list[Block], title: int | None) -> None:
    """Set aside what stands before the title: menus and the like. Sentences are kept."""
    for at, block in enumerate(blocks[: title or 0]):
        text = block.text.strip()
        if block.aside or not text:
            continue
        if _COOKIES.search(" ".join(other.text for other in blocks[at : at + 3])) and len(text.split()) > 5:
            block.aside = "cookie_banner"
        elif _CRUMBS.match(text):
            block.aside = "breadcrumb"
        elif len(text.split()) < 15 or not text.endswith("."):
            block.aside = "navigation" if _CHROME.fullmatch(text) else "before_title"


def set_aside_chrome(blocks: list[Block], start: int, end: int) -> None:
    """Set aside menu words before the first heading (`start` to `end`) and at the end, and plain ones between."""
    for at, block in enumerate(blocks):
        text = block.text.strip()
        if not block.aside and (_CERTAIN.fullmatch(text) or (start <= at < end and _CHROME.fullmatch(text))):
            block.aside = "navigation"
        elif (
            not block.aside
            and start <= at < end
            and _CRUMBS.match(text)
            and len(text.split()) < 10
            and not is_fact(text)
        ):
            block.aside = "breadcrumb"
    tail = len(blocks)
    for at in range(len(blocks) - 1, max(end, 0), -1):
        block = blocks[at]
        text = block.text.strip()
        if block.aside or _CHROME.fullmatch(text):
            tail = at
        elif len(text.split()) > 12 or text.endswith((".", ":")) or _heading_like(block):
            break
    for block in blocks[tail:]:
        block.aside = block.aside or "footer"


def _heading_like(block: Block) -> bool:
    found = candidate(block)
    return bool(
        found and found.sure and (block.kind in ("heading", "term") or found.style in ("number", "caps", "bold"))
    )
