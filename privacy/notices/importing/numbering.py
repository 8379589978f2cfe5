"""The number that a heading or a list item begins with, in any of the usual styles."""

import re
from dataclasses import dataclass

_WORDS = r"(?:(?:kohta|luku|osa|punkt|avsnitt|kapitel|del|section|part|article|artikla|artikel)\s+)?"
_NUMBER = re.compile(
    rf"^\s*{_WORDS}(?:§\s*)?\(?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}(?:[a-d](?=[\s.)]))?|[IVX]{{1,5}}|[ivx]{{1,5}}|[A-Za-zÅÄÖåäö])"
    r"(?P<close>\s?§\s?[.:]?|[.)\]:]{1,2}(?:\s*[-–](?=\s))?|\s+[-–—|](?=\s)|)(?P<space>\s*)(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: the number as written, the rest, and the style, such as `1.` or `A)`."""

    number: str
    rest: str
    style: str

    @property
    def depth(self) -> int:
        """Say how deep the number is: 1 for `4`, 2 for `4.1`."""
        return self.number.count(".") + 1

    @property
    def value(self) -> int | None:
        """Give the last part of the number as an integer; letters count from a."""
        return value_of(self.number)


def value_of(number: str) -> int | None:
    """Give the place in its series that a number such as 4, 4.2, IV or b has."""
    last = re.sub(r"(?<=\d)[a-d]$", "", number.rsplit(".", 1)[-1])
    if last.isdigit():
        return int(last)
    if re.fullmatch(r"[ivx]+", last.lower()) and (len(last) > 1 or last.lower() != "c"):
        values = [_ROMAN[letter] for letter in last.lower()]
        return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return ord(last.lower()) - ord("a") + 1


def numbered(line: str) -> Numbered | None:
    """Take a line's number off; None when what it begins with is no number of a heading or an item."""
    found = _NUMBER.match(line)
    if not found:
        return None
    number, close, rest = found["number"], found["close"].strip(), found["rest"]
    digits = number[0].isdigit()
    first = rest.lstrip("*_\"'”([")[:1]
    spaced = bool(found["space"]) or found["close"].endswith(" ")
    if (not digits and not close) or (digits and not close and not (spaced and first.isupper())):
        return None
    if digits and first.isdigit() or (not spaced and not (first.isupper() and close)):
        return None
    if close == ":" and not digits and not number.isupper():
        return None
    kind = "1" if digits else ("I" if re.fullmatch(r"[IVXivx]+", number) and len(number) > 1 else number[0])
    shape = "1.1" if "." in number else kind if digits else "I" if kind == "I" else "A" if kind.isupper() else "a"
    return Numbered(number, rest, f"{shape}{close[:1]}")
