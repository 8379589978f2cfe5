"""Checks of what editing and copying left behind: placeholders, page chrome, marks, slips."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from privacy.notices.compliance.engine.finding import Hit, of_notice, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Words
from privacy.notices.compliance.engine.view import NoticeView, Sentence, excerpt_of

_DATA = json.loads((Path(__file__).parent.parent / "data" / "traces.json").read_text(encoding="utf-8"))

_PLACEHOLDER = Words(any="|".join(_DATA["placeholders"]))
_CHROME_LINES = frozenset(_DATA["chrome_lines"])
_MISSPELLED = Words(**_DATA["misspellings"])

# A breadcrumb: short names with signs between them, before the title of the document.
BREADCRUMB = re.compile(r"^[^/>»|\n]{1,40}(?: {1,3}[/>»|] {1,3}[^/>»|\n]{1,40}){1,5}$")
_ABOVE_TITLE = 3
_IS_TITLE = Words(fi=r"selost|tietosuoja", sv=r"beskrivning|dataskydd|integritet", en=r"notice|policy|privacy")
MARKUP = re.compile(
    r"</?(?:p|b|i|u|ul|ol|li|div|span|br|strong|em|h[1-6]|table|tr|td|th|a|font)\b[^<>\n]{0,200}>|^#{1,6} \S"
    r"|\*\*[^*\n]{1,80}\*\*",
    re.IGNORECASE | re.MULTILINE,
)
LIST_MARK = re.compile(r"(?:^|<li>)[ \t\xa0]{0,20}(?:[•✓✔▪‣◦●○·][ \t\xa0]?|[-–—*][ \t\xa0]{1,4})\S", re.MULTILINE)
PARAGRAPH_END = re.compile(r"\n[ \t\xa0]*\n\s*")
_LOWER_OPENING = re.compile(r"[a-zåäö]{1,2}[A-ZÅÄÖ]|www\.|https?:|\S{1,60}@|[a-z0-9-]{1,40}\.[a-z]{2,6}\b")
_SHORTEST_CUT = 4  # words: shorter ones are items of a list without marks


def _as_written(notice: NoticeView, *, rows: bool = False) -> Iterator[tuple[Hit, str]]:
    """Give the text of an imported document as it stands, else that of each section, each with the hit to make."""
    if notice.raw:
        yield of_notice(), notice.raw
        return
    for section in notice.sections:
        yield of_section(section), f"{section.text}\n{section.row_text}" if rows else section.text


def _with_words(hit: Hit, words: str) -> Hit:
    return Hit(hit.subject, hit.place, words, hit.severity)


@check("PN047")
def placeholder_left(notice: NoticeView) -> Iterator[Hit]:
    """A gap of a template is still open."""
    for hit, text in _as_written(notice, rows=True):
        if match := _PLACEHOLDER.search(text.lower(), ""):
            yield _with_words(hit, excerpt_of(text[match.start() : match.end()]))


@check("PN048")
def page_chrome_left(notice: NoticeView) -> Iterator[Hit]:
    """An imported document holds lines of a web shop's navigation, or a breadcrumb above its title."""
    lines = [" ".join(line.split()) for line in notice.raw.splitlines() if line.strip()]
    above = lines[: min(lines.index(notice.title), _ABOVE_TITLE) if notice.title in lines else 1]
    for line in lines:
        breadcrumb = line in above and BREADCRUMB.fullmatch(line) and not _IS_TITLE.search(line.lower(), "")
        if line.lower() in _CHROME_LINES or breadcrumb:
            yield of_notice(line)
            return


@check("PN049")
def raw_markup_left(notice: NoticeView) -> Iterator[Hit]:
    """HTML or Markdown is visible as such."""
    for hit, text in _as_written(notice):
        if match := MARKUP.search(text):
            yield _with_words(hit, excerpt_of(match[0]))


@check("PN050")
def typed_list_marks(notice: NoticeView) -> Iterator[Hit]:
    """Two or more lines begin with a typed bullet, hyphen or tick; one dash is no list."""
    for hit, text in _as_written(notice):
        marks = list(LIST_MARK.finditer(text))
        if len(marks) > 1:
            yield _with_words(hit, excerpt_of(text[marks[0].start() :][:60].strip().partition("\n")[0]))


_SENTENCE_LETTERS = 60


@check("PN053")
def duplicate_text(notice: NoticeView) -> Iterator[Hit]:
    """The same sentence of 60 letters or more stands in two sections; rows and filled-in text may repeat."""
    seen: Counter[str] = Counter()
    told: set[str] = set()
    for section in notice.sections:
        own: dict[str, Sentence] = {}
        for sentence in section.sentences:
            letters = re.sub(r"[^\w]+", " ", sentence.low).strip()
            if len(letters.replace(" ", "")) >= _SENTENCE_LETTERS:
                own.setdefault(letters, sentence)
        for letters, sentence in own.items():
            if seen[letters] and letters not in told:
                told.add(letters)
                yield of_section(section, sentence.excerpt())
            seen[letters] += 1


@check("PN055")
def broken_paragraph(notice: NoticeView) -> Iterator[Hit]:
    """A paragraph begins with a small letter, and what stands before it does not lead to a list."""
    for hit, text in _as_written(notice):
        paragraphs = PARAGRAPH_END.split(text) if notice.raw else text.splitlines()
        for before, paragraph in zip(paragraphs, paragraphs[1:], strict=False):
            if _is_cut(before.rstrip(), paragraph.strip()):
                yield _with_words(hit, excerpt_of(paragraph[:80].strip().partition("\n")[0]))
                break


def _is_cut(before: str, paragraph: str) -> bool:
    first_line = paragraph.partition("\n")[0]
    if not before or not paragraph[:1].islower() or len(first_line.split()) < _SHORTEST_CUT:
        return False
    last_line = before.rpartition("\n")[2].strip()
    item_before = last_line[:1].islower() or bool(LIST_MARK.match(last_line))
    return not (before.endswith((":", ",", ";")) or item_before or _LOWER_OPENING.match(paragraph))


@check("PN057")
def key_term_misspelled(notice: NoticeView) -> Iterator[Hit]:
    """A key word of the field is misspelled in one of the usual ways."""
    for section in notice.sections:
        if match := _MISSPELLED.search(section.low, section.language):
            end = match.end() + len(re.match(r"\w{0,30}", section.low[match.end() :])[0])  # type: ignore[index]
            yield of_section(section, section.text[match.start() : end])
