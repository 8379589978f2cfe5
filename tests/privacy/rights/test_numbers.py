"""Request numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.rights.submission.numbers import ALPHABET, is_valid_number, new_number, normalise_number

NUMBER = "2026-4F7K2M-N"


def test_a_new_number_has_year_six_characters_and_a_check() -> None:
    year, random_part, check = new_number(2026).split("-")
    assert year == "2026"
    assert len(random_part) == 6
    assert len(check) == 1
    assert set(random_part + check) <= set(ALPHABET)


def test_new_numbers_are_valid_and_differ() -> None:
    numbers = [new_number(2026) for _ in range(200)]
    assert all(is_valid_number(number) for number in numbers)
    assert len(set(numbers)) == len(numbers)


@settings(deadline=None)
@given(position=st.integers(5, 10), character=st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(position: int, character: str) -> None:
    changed = NUMBER[:position] + character + NUMBER[position + 1 :]
    assert is_valid_number(changed) == (changed == NUMBER)


@settings(deadline=None)
@given(position=st.integers(5, 9))
def test_two_swapped_neighbours_are_noticed(position: int) -> None:
    swapped = NUMBER[:position] + NUMBER[position + 1] + NUMBER[position] + NUMBER[position + 2 :]
    assert is_valid_number(swapped) == (swapped == NUMBER)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-4f7k2m-n",
        "  2026 4F7K2M N ",
        "20264F7K2MN",
        "2026\u20134F7K2M\u2013N",
        "2O26-4F7K2M-N",
    ],
)
def test_spelling_does_not_matter(typed: str) -> None:
    assert normalise_number(typed) == NUMBER
    assert is_valid_number(typed)


def test_look_alike_letters_become_digits() -> None:
    assert normalise_number("2026-OIL4F7-K") == "2026-0114F7-K"


@pytest.mark.parametrize("text", ["", "2026", "2026-4F7K2M", "2026-4F7K2M-NN", "2026-4F7K2U-K", "hei", "²026-4F7K2M-N"])
def test_other_texts_are_no_numbers(text: str) -> None:
    assert not is_valid_number(text)
