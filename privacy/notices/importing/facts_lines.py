"""Recognises what holds a fact in a line: organisations, addresses, numbers, labels. Such lines are never headings."""

import re

from privacy.notices.importing.words import pattern, word_data, words

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
PHONE = re.compile(r"(?<![\w+./-])(?:\+\s?\d|00\d|\(0|0)[\d()\s–/-]{5,18}\d(?![\w-])")
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
