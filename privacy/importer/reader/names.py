"""Takes names out of lines: of organisations, persons, functions and registers."""

import re

from privacy.importer.reader.fact_lines import (
    AUTHORITY,
    BOX,
    BUSINESS_ID,
    EMAIL,
    ORGANISATION,
    PHONE,
    POSTAL,
    PUBLIC_BODY,
    STREET,
    WEBSITE,
    without_phone_words,
)
from privacy.importer.reader.words import pattern

_WHO = r"rekisterin\s?pitäjä(?:nä)?|personuppgiftsansvarige?|registeransvarige?"
_WHO += r"|registerförare|(?:data )?controller|vastuussa|ansvarig"
_IS = re.compile(
    rf"(?:{_WHO})\b[^.:\n]{{0,90}}?\s(?:on|toimii|är|is|fungerar)\s+"
    r"(?:the\s|yritys\s|yhtiö\s)?(?P<name>[A-ZÅÄÖ0-9\"”][^,.(;:\n]{1,90})"
    rf"|^(?P<first>[A-ZÅÄÖ][^,.(;:\n]{{1,70}}?)\s(?:\([^)]*\)\s?)?(?:on|toimii|är|is|fungerar|acts)\s"
    rf"(?:[\w-]+\s){{0,6}}?(?:the\s|as\s|som\s)?(?:{_WHO})",
    re.IGNORECASE,
)
_CAPITAL = r"(?:[A-ZÅÄÖ0-9][\w&.'’+-]*|&|ja|och|and|of|i|för)"
_PERSON = re.compile(
    r"(?<![\w@.])(?P<name>[A-ZÅÄÖÜÉ][a-zåäöüéèáø]+(?:[-–][A-ZÅÄÖ][a-zåäöüé]+)?"
    r"(?:\s[A-ZÅÄÖ]\.)?(?:\s(?:von|af|de|van)(?=\s))?"
    r"(?:\s[A-ZÅÄÖÜÉ][a-zåäöüéèáø]+(?:[-–][A-ZÅÄÖ][a-zåäöüé]+)?){1,4})(?![\w@])"
)
_NO_PERSON = pattern("no persons")
_TITLE = pattern("titles of persons")
_DOT = re.compile(r"@|\w\.\w|://")
_OURS = re.compile(r"(?:our|the|your|vår|vårt|meidän|tietosuojavastaava|dataskyddsombud|data protection)\b", re.I)
_COURTESY = re.compile(r"(?:ms|mr|mrs|dr|herra|rouva|herr|fru)\.?", re.IGNORECASE)
_JOINING = re.compile(
    r"^(?:tai|ja|eli|or|and|och|eller|by|via|på|sähköpostitse|puhelimitse|per)\b\s*"
    r"|\s*\b(?:tai|ja|or|and|och|eller|puh|p|tel|tfn)\.?$",
    re.I,
)


def organisation_in(lines: list[str]) -> str | None:
    """Give the name of the organisation that some lines name."""
    for line in lines:
        said = _IS.search(line)
        if said:
            return _tidy(_cut_name(said["name"] or said["first"]))
    for line in lines:
        name = _with_form(line)
        if name:
            return name
    for line in lines[:6]:
        first = re.split(r"[,;|(]|\s[-–—]\s|\s{2,}", without_facts(line))[0].strip(" .:")
        if PUBLIC_BODY.search(first) and first[:1].isupper() and len(first.split()) <= 8:
            return first
    return None


def _with_form(line: str) -> str | None:
    hit = ORGANISATION.search(line)
    if not hit or AUTHORITY.search(line[: hit.end()]):
        return None
    before = line[: hit.end()]
    leading = re.search(
        rf"(?:(?:As\.?|Asunto|Kiinteistö)\s)?(?:Oy|Ab|Tmi|T:mi|Fma|OY|AB)\s(?:{_CAPITAL}\s?){{1,5}}$",
        line[: _name_end(line, hit.end())],
    )
    found = re.search(rf"(?:{_CAPITAL}\s+){{0,7}}{_CAPITAL}$", before.rstrip())
    start = leading.start() if leading and leading.start() <= hit.start() else found.start() if found else 0
    end = _name_end(line, hit.end()) if leading and leading.start() <= hit.start() else _more_forms(line, hit.end())
    return _tidy(_cut_name(line[start:end]))


def _name_end(line: str, at: int) -> int:
    found = re.match(rf"(?:\s(?:{_CAPITAL})(?![\w:]))*", line[at:])
    return at + (found.end() if found else 0)


def _more_forms(line: str, at: int) -> int:
    found = re.match(r"(?:\s?[-/]?\s?(?:Ab|Oy|AB|OY|rf|ry|Ltd|r\.f\.)(?![\w:]))*", line[at:])
    return at + (found.end() if found else 0)


def _cut_name(name: str) -> str:
    name = re.split(
        r"\s(?:osoite|address|adress|jonka|joka|whose|which|som|med|with"
        r"|y-tunnus|jäljempänä|puh|sähköposti|FO-nummer)\b",
        name,
    )[0]
    form = ORGANISATION.search(name)
    begins = re.match(r"(?:As\.?|Asunto|Kiinteistö|Oy|Ab)\s", name)
    if form and form.start() > 0 and not begins and form.group() not in ("Tmi", "TMI", "T:mi", "Fma"):
        name = name[: _more_forms(name, form.end())]
    return re.sub(
        rf"^(?:{_WHO}|yritys|nimi|name|namn|the|company|för|of|ja|och|and|on|är|is|i)\b[:\s]*",
        "",
        name,
        flags=re.IGNORECASE,
    )


def _tidy(name: str) -> str | None:
    name = name.strip(' \t,;:."”–-(')
    return name if name and name[0].isalnum() and len(name.split()) <= 10 else None


def without_facts(line: str) -> str:
    """Take the addresses and numbers out of a line; what is left may be a name."""
    line = WEBSITE.sub(" , ", EMAIL.sub(" , ", line)) if _DOT.search(line) else line
    if not re.search(r"\d", line):
        return re.sub(r"\(\s*\W*\s*\)", " ", line)
    line = POSTAL.sub(" , ", BUSINESS_ID.sub(" , ", line))
    line = PHONE.sub(" , ", without_phone_words(line))
    line = BOX.sub(" , ", STREET.sub(" , ", line))
    return re.sub(r"\(\s*\W*\s*\)", " ", line)


def person_in(text: str) -> str | None:
    """Give a person's name: two or three words that look like one, without the title before them."""
    for hit in _PERSON.finditer(text):
        words = hit["name"].split()
        last_title = max((at for at, word in enumerate(words) if _TITLE.fullmatch(word)), default=-1)
        words = words[last_title + 1 :]
        while words and (_TITLE.fullmatch(words[0]) or _COURTESY.fullmatch(words[0])):
            words.pop(0)
        if len(words) == 1 and words[0] != hit["name"]:
            more = re.match(r"\s([A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäö]+)?)(?![\w@])", text[hit.end() :])
            words += [more[1]] if more else []
        if len(words) < 2:
            continue
        name = " ".join(words[:3])
        if not _NO_PERSON.search(name) and not ORGANISATION.search(name) and not PUBLIC_BODY.search(name):
            return name
    return None


def title_in(text: str) -> str | None:
    """Give a person's title where a piece of the text is one."""
    for piece in re.split(r"[,;|()]|\s[-–—]\s|\s(?:toimii|on|är|is|fungerar|vastaa|svarar|answers)\s", text):
        piece = piece.strip(" .:")
        person = person_in(piece)
        if person and piece.endswith(person):
            piece = piece[: -len(person)].strip(" .:")
        if _OURS.match(piece):
            continue
        if piece and len(piece.split()) <= 5 and _TITLE.search(piece) and not person_in(piece):
            return piece
    return None


def function_in(text: str) -> str | None:
    """Give the name of a function such as `Esimerkki Oy asiakaspalvelu`; None for a sentence."""
    for piece in re.split(r"[,;|()]|\s[-–—/]\s|\s{2,}", without_facts(text)):
        piece = re.sub(r"\s+", " ", piece)
        for _turn in range(2):
            piece = _JOINING.sub("", piece.strip(" .:()"))
        if piece[:1].isalpha() and 1 <= len(piece.split()) <= 6 and not re.search(r"[.!?]", piece):
            return piece
    return None
