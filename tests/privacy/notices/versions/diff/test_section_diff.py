"""Sections of two versions are paired, and told apart as added, removed, moved, renamed and changed."""

from privacy.notices.versions.diff import ComparedSection, SectionDifference, compare
from tests.privacy.notices.versions.diff.reading import SILENT

PURPOSES = "<p>Käsittelemme tietoja tilausten toimittamista ja laskutusta varten.</p>"
RETENTION = "<p>Säilytämme tietoja kuusi vuotta asiakassuhteen päättymisestä.</p>"
RECIPIENTS = "<p>Tietoja saavat kirjanpitotoimisto ja kuljetusyritys.</p>"
SECURITY = "<p>Tiedot ovat lukituissa tiloissa ja salasanojen takana.</p>"


def section(key: str, html: str, block_id: str = "", heading: str = "") -> ComparedSection:
    return ComparedSection(block_id=block_id, key=key, heading=heading or key.title(), html=html)


def told(old: list[ComparedSection], new: list[ComparedSection]) -> list[SectionDifference]:
    return compare(old, new, labels=SILENT)


def kinds(found: list[SectionDifference]) -> list[tuple[str, str]]:
    return [(difference.key, difference.kind) for difference in found]


FOUR = [
    section("purposes", PURPOSES, "id-1"),
    section("recipients", RECIPIENTS, "id-2"),
    section("retention", RETENTION, "id-3"),
    section("security", SECURITY, "id-4"),
]


def test_same_version_has_no_differences() -> None:
    found = told(FOUR, FOUR)
    assert [(one.kind, one.moved, one.renamed) for one in found] == [("unchanged", False, False)] * 4
    assert [difference.html for difference in found] == [PURPOSES, RECIPIENTS, RETENTION, SECURITY]


def test_changed_words_are_told_in_their_section_only() -> None:
    changed = section("retention", RETENTION.replace("kuusi", "kymmenen"), "id-3")
    found = told(FOUR, [*FOUR[:2], changed, FOUR[3]])
    assert [difference.kind for difference in found] == ["unchanged", "unchanged", "changed", "unchanged"]
    assert "<del>kuusi</del> <ins>kymmenen</ins>" in found[2].html


def test_removed_section_stands_where_it_stood() -> None:
    found = told(FOUR, [FOUR[0], FOUR[2], FOUR[3]])
    assert kinds(found)[1] == ("recipients", "removed")
    assert found[1].html == "<p><del>Tietoja saavat kirjanpitotoimisto ja kuljetusyritys.</del></p>".replace(
        "<p>", '<p class="diff-removed">'
    )
    assert (found[1].old_heading, found[1].new_heading) == ("Recipients", "")
    assert found[1].heading_html == "<del>Recipients</del>"


def test_removed_first_section_comes_first() -> None:
    assert kinds(told(FOUR, FOUR[1:]))[0] == ("purposes", "removed")


def test_added_section_is_marked_as_a_whole() -> None:
    found = told(FOUR[:1], [FOUR[0], section("sources", "<p>Väestötietojärjestelmä</p>", "id-9")])
    assert kinds(found)[1] == ("sources", "added")
    assert found[1].html == '<p class="diff-added"><ins>Väestötietojärjestelmä</ins></p>'
    assert found[1].heading_html == "<ins>Sources</ins>"


def test_one_section_that_moved_does_not_mark_the_others() -> None:
    found = told(FOUR, [FOUR[3], *FOUR[:3]])
    assert [difference.moved for difference in found] == [True, False, False, False]
    assert {difference.kind for difference in found} == {"unchanged"}


def test_section_between_removed_and_added_ones_did_not_move() -> None:
    new = [section("sources", "<p>Väestötietojärjestelmä</p>", "id-9"), FOUR[2], FOUR[3]]
    assert [difference.moved for difference in told(FOUR, new)] == [False] * 5


def test_renamed_section_shows_both_headings() -> None:
    old = [section("retention", RETENTION, "id-3", heading="Tietojen säilytys")]
    new = [section("retention", RETENTION, "id-3", heading="Tietojen säilytysajat & poisto")]
    (found,) = told(old, new)
    assert (found.kind, found.renamed) == ("unchanged", True)
    assert found.heading_html == "Tietojen <del>säilytys</del> <ins>säilytysajat &amp; poisto</ins>"


def test_section_keeps_its_identity_by_key_where_block_ids_are_new() -> None:
    renewed = [ComparedSection("", one.key, one.heading, one.html) for one in FOUR]
    assert kinds(told(FOUR, renewed)) == [(one.key, "unchanged") for one in FOUR]


def test_several_sections_of_a_kind_are_paired_by_nearest_text() -> None:
    old = [section("purposes", PURPOSES, "a"), section("purposes", SECURITY, "b")]
    new = [section("purposes", SECURITY, "c"), section("purposes", PURPOSES, "d")]
    found = told(old, new)
    assert {difference.kind for difference in found} == {"unchanged"}
    assert [difference.moved for difference in found].count(True) == 1


def test_text_that_came_under_another_kind_is_the_same_section() -> None:
    (found,) = told([section("other", RETENTION, "a")], [section("retention", RETENTION, "b")])
    assert (found.key, found.kind) == ("retention", "unchanged")


def test_free_sections_with_nothing_in_common_are_different_sections() -> None:
    found = told([section("other", RETENTION, "a")], [section("other", RECIPIENTS, "b")])
    assert [difference.kind for difference in found] == ["removed", "added"]


def test_anchors_are_those_of_the_notice_and_every_one_is_used_once() -> None:
    old = [section("right_of_access", "<p>Vanha oikeus</p>", "11111111-a"), *FOUR]
    new = [*FOUR, section("other", "<p>Muuta</p>", "22222222-b"), section("purposes", "<p>Uutta</p>", "33333333-c")]
    anchors = [difference.anchor for difference in told(old, new)]
    assert anchors == [
        "removed-right-of-access",
        "purposes",
        "recipients",
        "retention",
        "security",
        "other-22222222",
        "purposes-33333333",
    ]
    assert len(set(anchors)) == len(anchors)
