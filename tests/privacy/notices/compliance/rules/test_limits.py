"""The checks are quick, and no text makes them slow."""

import dataclasses
import re
import time
from collections.abc import Iterator

import pytest

from privacy.importer import document_checks as of_import
from privacy.importer.document_checks import view_of_import
from privacy.importer.reader.document import ImportedNotice
from privacy.notices.compliance.engine import page_view as plain
from privacy.notices.compliance.engine import view as sentences
from privacy.notices.compliance.engine.stems import Words
from privacy.notices.compliance.rules import NoticeView, cookies, old_law, run_checks, traces, who
from tests.privacy.notices.compliance.rules.builders import LANGUAGES, TODAY, change, model

pytestmark = pytest.mark.slow

SIZE = 100_000
MODULES = (cookies, of_import, old_law, plain, sentences, traces, who)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Give every pattern of the checks: those of words, all languages in one, and those of the modules."""
    for number, words in enumerate(Words.instances):
        yield f"words-{number}", words.patterns[""]
    for module in MODULES:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", value


def hostile(pattern: re.Pattern[str]) -> Iterator[str]:
    """Give long texts that repeat what the pattern begins with and never let it end."""
    own = re.findall(r"[a-zåäö]{2,}", pattern.pattern)[:2] or ["ab"]
    yield "a" * SIZE
    yield "_-.@(<[{/#* 1.1  \n\n" * (SIZE // 20)
    for word in own:
        yield f"{word} " * (SIZE // (len(word) + 1))
        yield word * (SIZE // len(word))


def test_there_are_patterns() -> None:
    assert len(list(patterns())) > 120
    names = {name for name, _pattern in patterns()}
    assert {"traces.MARKUP", "traces.LIST_MARK", "who._EMAIL"} <= names


@pytest.mark.parametrize("part", range(4))
def test_no_pattern_is_slow_on_hostile_text(part: int) -> None:
    slow = []
    for number, (name, pattern) in enumerate(patterns()):
        if number % 4 != part:
            continue
        for text in hostile(pattern):
            times = []
            for _try in range(3):  # the quickest of three: other processes share the machine
                start = time.process_time()
                for _match in pattern.finditer(text):
                    pass
                times.append(time.process_time() - start)
                if times[-1] < 0.1:
                    break
            if min(times) >= 0.1:
                slow.append((name, text[:20], min(times)))
    assert slow == []


def lengthened(notice: NoticeView, words: int) -> NoticeView:
    """Give the notice with its texts repeated until it has so many words, with nothing remembered of a former run."""
    factor = words // sum(len(one.text.split()) for one in notice.sections) + 1
    sections = tuple(dataclasses.replace(one, text="\n".join([one.text] * factor)) for one in notice.sections)
    return change(notice, sections=sections)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notice_of_three_thousand_words_takes_less_than_fifty_milliseconds(language: str) -> None:
    times = []
    for _try in range(5):  # the quickest of five: other processes share the machine
        notice = lengthened(model(language), 3000)
        start = time.process_time()
        run_checks(notice)
        times.append(time.process_time() - start)
    assert min(times) < 0.05


def test_document_of_one_hostile_line_is_checked_in_time() -> None:
    raw = "Tietoja voidaan siirtää, ellei " * (SIZE // 31)
    notice = ImportedNotice("fi", None, None, (), (), None, (), (), ())
    start = time.process_time()
    run_checks(view_of_import(notice, raw, TODAY))
    assert time.process_time() - start < 1
