"""The dates of a notice: drafting date first, then that of the last change; ISO 8601 out."""

import re
from dataclasses import dataclass
from datetime import date

from privacy.importer.reader.heading_match import date_label_pattern
from privacy.importer.reader.words import word_data
from privacy.languages import primary

_MONTHS: list[str] = word_data()["months"]  # the names of each month, in all languages
_NAME = "|".join(_MONTHS)
_DATE = re.compile(
    rf"(?<![\d./-])(?:(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)"
    rf"|(?P<d2>\d{{1,2}})\s?\.\s?(?P<m2>\d{{1,2}})\s?\.\s?(?P<y2>(?:19|20)?\d\d)"
    rf"|(?P<d3>\d{{1,2}})[/-](?P<m3>\d{{1,2}})[/-](?P<y3>(?:19|20)\d\d)"
    rf"|(?:den\s+)?(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<m4>{_NAME})(?:n|ta)?\.?,?\s+(?P<y4>(?:19|20)\d\d)"
    rf"|(?P<m5>{_NAME})\s+(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y5>(?:19|20)\d\d))(?![\d/-]|\.\d)",
    re.IGNORECASE,
)
_DASH = r"\s*[–—-]\s*"
_FROM = re.compile(rf"(?<![\d.])\d{{1,2}}\.(?:\s?\d{{1,2}}\.(?:\s?(?:19|20)\d\d)?)?{_DASH}$")
_UNTIL = re.compile(rf"{_DASH}(?={_DATE.pattern})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d|\d\.\d{1,2}\.\d\d")
_DRAFTED = re.compile(
    r"laati|laadi|laadint|päiväys|päivämäärä|pvm|upprätt|uppgjor|utarbet|datum|draft|prepar|drawn|creat|^date", re.I
)
_CHANGED = re.compile(r"päivit|muut|muok|uppdat|ändr|updat|modif|revis|chang|review|last", re.I)
_FILLER = re.compile(
    r"\b(?:versio(?:n)?|v|ver|viimeksi|senast|last|on|den|the|of|at|ja|och|and|ssä|ssa|sekä|alkaen|lähtien|from|by|i"
    r"|seloste\w*|\w*selostee\w*|dokumen\w*|asiakir\w*|tietosuojaselos\w*|beskrivning\w*|dataskyddsbeskrivning\w*"
    r"|policy|notice|document|tämä|denna|detta|this|är|is|was|has|been|s|\d{1,2}(?:\.\d{1,2}){0,2})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its rank: 0 drafted, 1 without label, 2 in force or the like, 3 changed; `iso` is None if unclear."""

    iso: str | None
    raw: str
    rank: int


def dates_in(text: str, *, language: str = "fi") -> list[Dated]:
    """Give the dates of a line with what the words before each say it is."""
    if not _YEAR.search(text):
        return []
    found, at = [], 0
    for hit in _DATE.finditer(text):
        before, at = text[at : hit.start()], hit.end()
        if _is_of_a_period(text, hit, before):
            continue
        labels = list(date_label_pattern().finditer(before))
        label = labels[-1].group() if labels else ""
        found.append(Dated(_iso(hit, language), hit.group(), _rank(label)))
    return found


def _is_of_a_period(text: str, hit: re.Match[str], before: str) -> bool:
    """Say whether a date is an end of a period ("1.1.2024–31.12.2024"), which is no date of a notice."""
    begun = re.fullmatch(_DASH, before) or _FROM.search(text, max(0, hit.start() - 20), hit.start())
    return bool(begun or _UNTIL.match(text, hit.end()))


def _rank(label: str) -> int:
    if not label:
        return 1
    return 3 if _CHANGED.search(label) else 0 if _DRAFTED.search(label) else 2


def _iso(hit: re.Match[str], language: str) -> str | None:
    which = next(place for place in "12345" if hit[f"y{place}"])
    day, year, month = int(hit[f"d{which}"]), int(hit[f"y{which}"]), hit[f"m{which}"]
    number = int(month) if month.isdigit() else _month(month)
    if which == "3" and primary(language) == "en" and day <= 12 and number <= 12 and day != number:
        return None
    if year < 100:
        year += 2000
    try:
        return date(year, number, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(number for number, names in enumerate(_MONTHS, 1) if name.lower() in names.split("|"))


def is_date_line(text: str) -> bool:
    """Say whether a line is nothing but a date, or a label and a date."""
    if not _YEAR.search(text) or not _DATE.search(text):
        return False
    rest = _FILLER.sub(" ", date_label_pattern().sub(" ", _DATE.sub(" ", text)))
    words = re.findall(r"\w+", rest)
    return len(words) <= (1 if len(text) < 60 else 0)


def is_date_label(text: str) -> bool:
    """Say whether a line is only the label of a date."""
    return bool(date_label_pattern().fullmatch(text.strip().rstrip(":").strip()))


def chosen(dates: list[Dated]) -> Dated | None:
    """Give the date of the notice: when it was drafted, before when it came into force or was changed."""
    known = [dated for dated in dates if dated.iso]
    return min(known, key=lambda dated: dated.rank, default=None)
