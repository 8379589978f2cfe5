"""Recognises what holds a fact in a line, and takes single values out of it: email, telephone, business id, address."""

import re
from dataclasses import dataclass

from privacy.importer.reader.words import pattern, word_data, words

_FORMS = words("company forms")
_PUBLIC = words("public bodies")
ORGANISATION = re.compile(rf"(?<![\w.])(?:{_FORMS})(?![\w])|\w(?:säätiö|yhdistys|osuuskunta|stiftelse|förening)\b")
PUBLIC_BODY = re.compile(rf"\b\w*(?:{_PUBLIC})\b")
EMAIL = re.compile(
    r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\(ät\)|\[ät\]|\(a\)|\[a\]|\{at\}|\(@\)|\[@\]|\s(?:at|ät)\s(?=[\w-]+\.(?:fi|com|se|net|org|ax|eu)\b))\s?"
    r"[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
POSTAL = re.compile(
    r"(?<![\d-])(?:FIN?-|AX-|S-|SE-)?(?P<code>\d{5}|\d{3}\s\d{2})\s+"
    r"(?P<city>[A-ZÅÄÖ][\wåäö-]+(?:[ ](?!Finland|Suomi|FINLAND|SUOMI|Puh|Tel|P\b)[A-ZÅÄÖ][A-ZÅÄÖa-zåäö-]{2,}){0,1})"
)
BUSINESS_ID = re.compile(r"(?<![\d-])\d{7}\s?[-–]\s?\d(?!\d)")
PHONE = re.compile(r"(?<![\w+./-])(?:\+ ?\d|00\d|\(0|0)[\d() –/-]{5,18}\d(?![\w-])")
WEBSITE = re.compile(
    r"(?:https?://|www\.)[^\s,;()<>]+[\w/]|(?<![@\w.])[a-zåäö0-9-]{2,}(?:\.[a-z0-9-]+)?\.(?:fi|com|ax|se|net|org|eu)\b(?![@:\w])",
    re.IGNORECASE,
)
STREET = pattern("streets")
BOX = re.compile(r"(?<!\w)(?:PL|P\.?L\.?|PB|P\.?B\.?|P\.?\s?O\.?\s?Box|Postbox)\.?\s?\d{1,5}(?!\d)", re.IGNORECASE)
_LABELS: dict[str, str] = word_data()["labels"]
_LABEL = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{field}>{words})" for field, words in _LABELS.items())
    + r")\s*(?:[:=]|\.(?=\s*[+(\d]))\s*",
    re.IGNORECASE,
)
_PHONE_WORD = re.compile(
    r"(?<![\w-])(?:puh|p|tel|tfn|gsm|puhelin|telefon|phone|puhelimitse|numero\w*)\.?:?\s+(?=[+(\d])", re.IGNORECASE
)
AUTHORITY = pattern("authorities")


def is_fact(text: str) -> bool:
    """Say whether a line is a name, an address or the like."""
    return any(pattern.search(text) for pattern in (ORGANISATION, EMAIL, POSTAL, BUSINESS_ID, PHONE, STREET))


def labelled(line: str) -> list[tuple[str | None, str]]:
    """Part a line into fields: (field or None, text); `Puh. 09 123, sähköposti: a@b.fi` gives two."""
    marks = list(_LABEL.finditer(line))
    parts: list[tuple[str | None, str]] = []
    if not marks or marks[0].start() > 0:
        parts.append((None, line[: marks[0].start()] if marks else line))
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        text = line[mark.end() : after.start() if after else len(line)]
        parts.append((mark.lastgroup, text.strip(" ,;|")))
    return [(field, text) for field, text in parts if text.strip(" ,;|()") or field]


def with_labels(lines: list[str]) -> list[str]:
    """Put a label that stands on a line of its own before the line after it."""
    done: list[str] = []
    waiting = ""
    for line in lines:
        if not waiting and _LABEL.fullmatch(f"{line.strip().rstrip(':')}:"):
            waiting = f"{line.strip().rstrip(':')}: "
            continue
        done.append(waiting + line)
        waiting = ""
    return [*done, waiting] if waiting else done


def without_phone_words(text: str) -> str:
    """Take away the short words that stand before a telephone number."""
    return _PHONE_WORD.sub(" ", text)


_AT = re.compile(r"\s?(?:\((?:at|ät|a|@)\)|\[(?:at|ät|a|@)\]|\{at\}|\s(?:at|ät)\s)\s?", re.IGNORECASE)
_PATTERN_ADDRESS = re.compile(
    r"(etunimi|förnamn|fornamn|firstname|first\.name|name|nimi)[._]?(sukunimi|efternamn|lastname)?", re.I
)
_LABELLED_ID = re.compile(r"\b\d{6}-\d{4}\b")
_ORG_LABEL = re.compile(r"org\w*\.?\s?(?:nr|nummer|number)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in its parts, as written."""

    street: str | None = None
    box: str | None = None
    code: str | None = None
    city: str | None = None


def email_in(text: str) -> str | None:
    """Give the first email address of a text, with a plain @; patterns such as firstname.lastname@ are none."""
    if "." not in text:
        return None
    for hit in EMAIL.finditer(text):
        address = re.sub(r"\s", "", _AT.sub("@", hit.group())).strip(".-")
        if not _PATTERN_ADDRESS.fullmatch(address.split("@")[0]):
            return address
    return None


def phone_in(text: str) -> str | None:
    """Give the first telephone number of a text as written."""
    cleaned = BUSINESS_ID.sub(lambda hit: " " * len(hit.group()), EMAIL.sub(lambda hit: " " * len(hit.group()), text))
    cleaned = POSTAL.sub(lambda hit: "x" * len(hit.group()), cleaned)
    for hit in PHONE.finditer(cleaned):
        number = hit.group().strip()
        if 7 <= sum(sign.isdigit() for sign in number) <= 15 and not re.fullmatch(r"\d{1,2}\.\d.*", number):
            return number[:-1] if number.count("(") < number.count(")") and number.endswith(")") else number
    return None


def business_id_in(text: str) -> str | None:
    """Give a Finnish business id, or a Swedish organisation number where it is called one."""
    hit = BUSINESS_ID.search(text)
    if hit:
        return re.sub(r"\s", "", hit.group()).replace("–", "-")
    other = _LABELLED_ID.search(text) if _ORG_LABEL.search(text) else None
    return other.group() if other else None


def website_in(text: str) -> str | None:
    """Give the first web address of a text as written."""
    hit = WEBSITE.search(EMAIL.sub(" ", text))
    return hit.group().rstrip(".") if hit else None


def address_in(lines: list[str]) -> Address:
    """Give the first postal address of some lines; its street may stand on the line before."""
    for at, line in enumerate(lines):
        if not re.search(r"\d", line):
            continue
        hit = POSTAL.search(_without_numbers(line))
        if hit:
            street = _street(line[: hit.start()]) or (_street(lines[at - 1]) if at else None)
            if street and BOX.fullmatch(street):
                other = next((found.group().strip() for found in map(STREET.search, lines) if found), None)
                box = f"{street}, {hit['code']} {hit['city']}" if other else None
                return Address(other or street, box, hit["code"], hit["city"])
            return Address(street, None, hit["code"], hit["city"])
    for line in filter(re.compile(r"\d").search, lines):
        found = STREET.search(line) or BOX.search(line)
        if found:
            return Address(street=found.group().strip())
    return Address()


def _without_numbers(line: str) -> str:
    """Blank out business ids, so that their digits are no postal code."""
    return BUSINESS_ID.sub(lambda hit: "-" * len(hit.group()), line)


def _street(text: str) -> str | None:
    """Give the street or the box at the end of a text, whatever name or number stands before it."""
    text = text.strip(" ,;|–-")
    starts = [hit.end() for pattern in (ORGANISATION, BUSINESS_ID, EMAIL) for hit in pattern.finditer(text)]
    text = text[max([0, *starts, text.rfind(")") + 1, text.rfind(":") + 1]) :].strip(" ,;|–-().")
    pieces = [piece.strip() for piece in re.split(r"[,;|]\s*|\s{2,}", text) if piece.strip()]
    kept: list[str] = []
    for piece in reversed(pieces):
        if not re.search(r"\d", piece) or PHONE.search(piece):
            break
        kept.insert(0, piece)
    if not kept:
        return None
    whole = ", ".join(kept)
    sentence = len(kept[0].split()) > 6 or re.search(r"\b(osoite\w*|adress\w*|address|on|är|is|toimii)\b", kept[0])
    exact = STREET.search(kept[0]) or BOX.search(kept[0])
    if sentence and exact:
        return ", ".join([kept[0][exact.start() :].strip(), *kept[1:]])
    return whole if not sentence and re.search(r"[^\W\d]{2}", whole) else None
