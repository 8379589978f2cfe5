"""The engine: ids, severities, places, failures, facts of other apps, texts that the system filled in."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.extension import Extension
from privacy.notices.compliance.engine import catalogue as rules_module
from privacy.notices.compliance.engine import registry as registry_module
from privacy.notices.compliance.engine.catalogue import CHECK_FAILED, SEVERITIES, add_rules, rules
from privacy.notices.compliance.engine.finding import Hit, of_notice, of_section
from privacy.notices.compliance.engine.registry import attached_facts, check, checks, extra, facts, once_each
from privacy.notices.compliance.rules import NoticeView, run_checks
from privacy.notices.sections.types import section_types
from tests.privacy.notices.compliance.rules.builders import LANGUAGES, change, found, model, section, with_section
from tests.privacy.notices.compliance.rules.test_texts import ALL

FI = model("fi")
FAULTY = with_section(FI, "right_of_access", "Tarkastuspyyntö on allekirjoitettava.", block_id="b1")


@pytest.fixture
def own_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Add a rule as another app would; its check and facts are gone afterwards, those of the app stay."""
    monkeypatch.setattr(rules_module, "_rules", dict(rules_module._rules))
    monkeypatch.setattr(registry_module, "_checks", copy(registry_module._checks))
    monkeypatch.setattr(registry_module, "_facts", Extension("facts of a test"))
    texts = {"fi": "fi", "sv": "sv", "en": "en"}
    rule = {"id": "ACME1", "name": "acme", "severity": "info", "source": texts, "message": texts, "advice": texts}
    path = tmp_path / "rules.json"
    path.write_text(json.dumps({"checks": [rule]}))
    add_rules(path)
    return "ACME1"


def test_every_rule_has_a_check_and_every_check_a_rule() -> None:
    assert set(rules()) - {CHECK_FAILED} == set(checks())
    assert len(checks()) >= 70


@pytest.mark.parametrize("check_id", sorted(rules()))
def test_every_rule_speaks_three_languages(check_id: str) -> None:
    rule = rules()[check_id]
    assert rule.severity in SEVERITIES
    assert rule.section == "" or rule.section in section_types()
    for texts in (rule.message, rule.advice):
        assert set(texts) == set(LANGUAGES)
        assert len(set(texts.values())) == 3
        assert all(text.strip() == text and text.endswith(".") for text in texts.values())
    assert set(rule.source) == set(LANGUAGES)
    assert all(text.strip() == text != "" for text in rule.source.values())
    foreign = re.compile(r"GDPR|DPA|ePrivacy|\bAct\b|\brec\.|\bs\. ")
    assert not foreign.search(rule.source["fi"] + rule.source["sv"])


@pytest.mark.parametrize("check_id", sorted(key for key, rule in rules().items() if "osio " in rule.advice["fi"]))
def test_advice_names_the_section_as_the_editor_does(check_id: str) -> None:
    rule = rules()[check_id]
    headings = {language: section_types()[rule.section].heading_in(language) for language in LANGUAGES if rule.section}
    assert all(heading.rstrip("?") in rule.advice[language] for language, heading in headings.items())


def test_every_check_has_a_fault_and_a_near_miss_in_the_tests() -> None:
    folder = Path(__file__).parent
    records = "".join(
        (folder / name).read_text() for name in ("test_records.py", "test_structure.py", "test_documents.py")
    )
    ours = [check_id for check_id in checks() if check_id.startswith("PN")]  # higher rooms test their own
    assert [check_id for check_id in ours if check_id not in ALL and records.count(f'"{check_id}"') < 2] == []


def test_finding_names_section_words_and_what_it_belongs_to() -> None:
    finding = found(FAULTY, "PN037")[0]
    assert finding.section == "right_of_access"
    assert finding.place is not None
    assert (finding.place.block_id, finding.place.anchor) == ("b1", "right_of_access")
    assert (finding.subject.kind, finding.subject.identity) == ("section", "b1")
    assert finding.excerpt == "Tarkastuspyyntö on allekirjoitettava."
    assert "allekirjoitus" in finding.rule.message_in("fi").lower()


def test_errors_come_first() -> None:
    severities = [finding.severity for finding in run_checks(change(FI, sections=()))]
    assert severities == sorted(severities, key=SEVERITIES.index)
    assert "error" in severities


def test_check_can_be_switched_off() -> None:
    assert not [one for one in run_checks(FAULTY, disabled={"PN037"}) if one.id == "PN037"]


def test_site_can_change_a_severity() -> None:
    assert {one.severity for one in run_checks(FAULTY, severities={"PN037": "info"}) if one.id == "PN037"} == {"info"}


def test_check_that_raises_is_reported_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(notice: NoticeView) -> Iterator[Hit]:
        yield of_notice()
        raise RuntimeError("Kaisa Esimerkki")

    monkeypatch.setitem(registry_module._checks, "PN001", broken)
    by_id = {finding.id: finding for finding in run_checks(FAULTY)}
    assert by_id[CHECK_FAILED].excerpt == "PN001"
    assert "PN037" in by_id
    assert "PN001" not in by_id
    assert "Kaisa" not in caplog.text


def test_another_app_adds_a_check_with_facts_of_its_own(own_rule: str) -> None:
    @facts("bounced")
    def bounced(page: object, batch: object) -> list[str]:
        return ["contact-7"]

    @check(own_rule)
    def contact_bounced(notice: NoticeView) -> Iterator[Hit]:
        for _contact in extra(notice, "bounced") or []:
            yield of_notice()

    assert not found(FI, own_rule), "nobody attached facts to a document"
    notice = change(FI, extras=attached_facts(SimpleNamespace(pk=1), SimpleNamespace()))
    assert found(notice, own_rule)[0].rule.message_in("sv") == "sv"


def test_facts_that_cannot_be_read_fail_their_check_only(own_rule: str) -> None:
    @facts("bounced")
    def bounced(page: object, batch: object) -> list[str]:
        raise ConnectionError

    @check(own_rule)
    def contact_bounced(notice: NoticeView) -> Iterator[Hit]:
        yield of_notice(str(extra(notice, "bounced")))

    notice = change(FI, extras=attached_facts(SimpleNamespace(pk=1), SimpleNamespace()))
    assert [(one.id, one.excerpt) for one in run_checks(notice)] == [(CHECK_FAILED, own_rule)]


def test_check_without_a_rule_and_second_check_are_refused() -> None:
    with pytest.raises(ValueError, match="no rule"):
        check("ACME404")(lambda notice: [])
    with pytest.raises(ValueError, match="already"):
        check("PN001")(lambda notice: [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_that_the_system_filled_in_is_never_checked_for_style_or_duplication(language: str) -> None:
    clumsy = "\n".join(
        text
        for faults, _near in ALL.values()
        for code, *rest in faults
        if code == language
        for text in rest[-1:]
        if isinstance(text, str)
    )
    filled = tuple(
        section(key, language, filled_text=clumsy)
        for key in ("rights_overview", "exercising_rights", "purposes", "cookies")
    )
    style = {
        f"PN0{number}"
        for number in (14, 22, 24, 25, 37, 38, 39, 40, 43, 44, 45, 46, 47, 49, 50, 53, 55, 57, 58, 59, 61, 66)
    }
    assert not style & {one.id for one in run_checks(NoticeView(language=language, sections=filled))}


def test_document_is_told_each_check_once() -> None:
    notice = NoticeView(
        language="fi", sections=tuple(section("other", text=f"Henkilötietolaki, kohta {n}.") for n in "ab")
    )
    assert [one.id for one in run_checks(notice)].count("PN043") == 2
    assert [one.id for one in once_each(run_checks(notice))].count("PN043") == 1


def test_time_dependent_checks_are_marked() -> None:
    assert {check_id for check_id, rule in rules().items() if rule.time_dependent} == {"PN063", "PN070"}


def test_excerpt_of_a_long_sentence_is_short_and_holds_the_words() -> None:
    long = f"{'Tämä virke on pitkä ja jatkuu ' * 20}noudattaen henkilötietolakia {'ja muutakin ' * 20}."
    words = of_section(section("other", text=long))
    assert words.excerpt == ""
    excerpt = found(NoticeView(language="fi", sections=(section("other", text=long),)), "PN043")[0].excerpt
    assert "henkilötietolakia" in excerpt
    assert len(excerpt) <= 162


def test_checks_need_neither_database_nor_django() -> None:
    code = "import sys, privacy.notices.compliance.rules; sys.exit('django' in sys.modules or 'wagtail' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


PIECES = sorted(
    {text for faults, near in ALL.values() for case in faults + near for text in case[1:] if isinstance(text, str)}
)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(
        st.tuples(st.sampled_from(sorted(section_types())), st.sampled_from(PIECES), st.text(max_size=40)), max_size=6
    ),
    language=st.sampled_from(["fi", "sv", "en", "de"]),
    imported=st.booleans(),
    raw=st.text(max_size=80),
)
def test_no_check_fails_on_any_notice(
    texts: list[tuple[str, str, str]], language: str, imported: bool, raw: str
) -> None:
    sections = tuple(
        section(key, language, f"{words}\n{odd}", heading=odd, own_heading=True) for key, words, odd in texts
    )
    notice = NoticeView(language=language, sections=sections, imported=imported, raw=raw)
    assert CHECK_FAILED not in {one.id for one in run_checks(notice)}
