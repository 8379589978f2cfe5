"""Takes single values out of lines: email, telephone, business id, website, address. As written, or None."""

import re
from dataclasses import dataclass

from privacy.notices.importing.facts_lines import (
    BOX,
    BUSINESS_ID,
    EMAIL,
    ORGANISATION,
    PHONE,
    POSTAL,
    STREET,
    WEBSITE,
)

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
