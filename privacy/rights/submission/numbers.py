"""Request numbers: year, six random characters and a check character, such as 2026-4F7K2M-N."""

import re
import secrets

from stdnum import luhn

# Crockford's base 32: no I, L, O and U, so that a number can be read out on the telephone.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_CHARACTERS = 6

_LOOKALIKES = str.maketrans("OIL", "011")
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212]+")
_NUMBER = re.compile(rf"([0-9]{{4}})([{ALPHABET}]{{{RANDOM_CHARACTERS}}})([{ALPHABET}])")


def new_number(year: int) -> str:
    """Give a new random number of a year; the caller tries again if it is taken."""
    random_part = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_CHARACTERS))
    body = f"{year:04d}{random_part}"
    return f"{year:04d}-{random_part}-{luhn.calc_check_digit(body, alphabet=ALPHABET)}"


def normalise_number(text: str) -> str:
    """Give a number as it is stored, whatever case, spaces and look-alike letters it was typed with.

    A text that cannot be a number comes back in capitals without spaces and hyphens.
    """
    plain = _SEPARATORS.sub("", text).upper().translate(_LOOKALIKES)
    match = _NUMBER.fullmatch(plain)
    return "-".join(match.groups()) if match else plain


def is_valid_number(text: str) -> bool:
    """Tell whether a text, in any spelling, is a number with the right check character."""
    match = _NUMBER.fullmatch(normalise_number(text).replace("-", ""))
    return match is not None and luhn.is_valid("".join(match.groups()), alphabet=ALPHABET)
