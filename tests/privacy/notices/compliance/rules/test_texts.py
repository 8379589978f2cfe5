"""What the checks find in words, in three languages, and the near misses that they leave alone."""

from typing import Any

import pytest

from privacy.notices.compliance.rules import NoticeView
from tests.privacy.notices.compliance.rules import cases_basis, cases_rights, cases_words
from tests.privacy.notices.compliance.rules.builders import LANGUAGES, TODAY, found, section

ALL = {**cases_basis.CASES, **cases_rights.CASES, **cases_words.CASES}


def notice(case: tuple[Any, ...]) -> NoticeView:
    """Make a notice that holds nothing but the words of a case."""
    language, *rest = case
    texts = rest[0] if isinstance(rest[0], dict) else {rest[0]: rest[1]}
    sections = tuple(section(key, language, text) for key, text in texts.items())
    return NoticeView(language=language, sections=sections, today=TODAY)


def label(value: Any) -> str:
    """Name a case by its check, or by its language and first words."""
    return value if isinstance(value, str) else f"{value[0]}:{str(value[-1])[:30]}"


@pytest.mark.parametrize(
    ("check_id", "case"), [(key, case) for key, (faults, _near) in ALL.items() for case in faults], ids=label
)
def test_fault_is_found(check_id: str, case: tuple[Any, ...]) -> None:
    assert found(notice(case), check_id)


@pytest.mark.parametrize(
    ("check_id", "case"), [(key, case) for key, (_faults, near) in ALL.items() for case in near], ids=label
)
def test_near_miss_is_left_alone(check_id: str, case: tuple[Any, ...]) -> None:
    assert found(notice(case), check_id) == []


@pytest.mark.parametrize("check_id", ALL)
def test_there_are_faults_and_near_misses_in_each_language(check_id: str) -> None:
    faults, near = ALL[check_id]
    assert {case[0] for case in faults} == {case[0] for case in near} == set(LANGUAGES)
    assert len(near) > 1
