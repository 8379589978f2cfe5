"""Finnish personal identity codes in free text. The codes are made up: individual numbers 900-999 are nobody's."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.rights.submission.identity_codes import MARK, find_identity_codes, remove_identity_codes

CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def code(born: str = "131052", sign: str = "-", individual: str = "930") -> str:
    """Give a code with the right check character."""
    return f"{born}{sign}{individual}{CHECK[int(born + individual) % 31]}"


def wrong(right: str) -> str:
    """Give the code with another check character."""
    return right[:-1] + CHECK[(CHECK.index(right[-1]) + 1) % 31]


@pytest.mark.parametrize("sign", "+-YXWVUABCDEF")
def test_every_century_sign_is_known(sign: str) -> None:
    assert find_identity_codes(f"Tunnukseni on {code(sign=sign)}.") == [code(sign=sign)]


def test_individual_numbers_below_900_are_found_too() -> None:
    assert len(find_identity_codes(code(individual="308"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        wrong(code()),
        code(born="310252"),
        code() + "9",
        "1" + code(),
        code(sign="G"),
        "040-1234567",
        "22.12.2026",
        "FI2112345600000785",
        "",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert find_identity_codes(text) == []
    assert remove_identity_codes(text) == text


@pytest.mark.parametrize(
    "typed",
    [
        code().lower(),
        "131052 - " + code()[7:],
        "131052\u2013" + code()[7:],
        "131052\u2011" + code()[7:],
        f"hetu:{code()},",
        f"({code()})",
        f"_{code()}_",
        f"hetu{code()}",
    ],
)
def test_spelling_does_not_hide_a_code(typed: str) -> None:
    assert find_identity_codes(typed) == [code()]
    assert find_identity_codes(remove_identity_codes(typed)) == []


def test_removing_leaves_the_rest_of_the_text() -> None:
    text = f"Olen {code()} ja lapseni {code(born='010115', sign='A')}, asiakas 1234."
    assert remove_identity_codes(text) == f"Olen {MARK} ja lapseni {MARK}, asiakas 1234."


@settings(deadline=None)
@given(st.text(alphabet="0123456789-+AaT \n", max_size=60))
def test_nothing_is_found_after_removing(text: str) -> None:
    assert find_identity_codes(remove_identity_codes(text)) == []


@pytest.mark.parametrize("piece", ["1", "131052-", "131052 ", "131052-930", wrong(code()) + " ", code() + " ", "- "])
def test_hostile_text_takes_no_long_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    started = time.perf_counter()
    find_identity_codes(text)
    remove_identity_codes(text)
    # Linear work takes some hundredths of a second, quadratic work minutes.
    assert time.perf_counter() - started < 2
