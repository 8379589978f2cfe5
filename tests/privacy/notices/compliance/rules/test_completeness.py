"""The meter: which items of Articles 13 and 14 a notice tells."""

import pytest

from privacy.notices.compliance.rules import completeness
from privacy.notices.sections.types import section_types
from tests.privacy.notices.compliance.rules.builders import (
    LANGUAGES,
    change,
    model,
    section,
    with_controller,
    with_section,
    without,
)

FI = model("fi")


def missing(notice: object) -> set[str]:
    return {item.label for item in completeness(notice) if not item.present}  # type: ignore[arg-type]


def test_missing_item_is_told_with_its_article() -> None:
    item = next(item for item in completeness(without(FI, "retention", "purposes")) if item.label == "retention")
    assert item.sentence_in("en") == "13(2)(a) storage period: missing"
    assert item.sentence_in("fi") == "13(2)(a) säilytysaika: puuttuu"
    assert item.sentence_in("sv") == "13(2)(a) förvaringstid: saknas"
    assert item.section == "retention"


@pytest.mark.parametrize(
    "key",
    [
        "controller",
        "retention",
        "complaint",
        "right_to_rectification",
        "right_to_object",
        "right_to_restriction",
        "transfers",
    ],
)
def test_removing_a_section_lowers_the_meter_by_its_item(key: str) -> None:
    assert missing(without(FI, key)) == {key}


def test_empty_notice_lacks_every_item_that_always_counts() -> None:
    assert missing(change(FI, sections=(), registers=(), bases=frozenset())) >= {
        "controller",
        "contact_details",
        "purposes",
        "legal_basis",
        "recipients",
        "retention",
        "complaint",
        "right_of_access",
    }


def test_authority_named_for_one_right_is_no_right_to_complain() -> None:
    text = "Asianomainen voi saattaa epäämisen tietosuojavaltuutetun ratkaistavaksi."
    notice = with_section(without(FI, "complaint"), "right_to_rectification", text)
    assert "complaint" in missing(notice)


def test_items_follow_the_circumstances() -> None:
    labels = {item.label for item in completeness(FI)}
    assert "dpo" not in labels
    assert "joint_controllers" not in labels
    assert "dpo" in {item.label for item in completeness(with_controller(FI, kind="public_body"))}
    plain = change(FI, bases=frozenset(["contract"]), sections=(section("purposes", text="Palvelu."),), marketing=False)
    assert not {"right_to_object", "right_to_object_marketing", "right_to_withdraw_consent", "legitimate_interests"} & {
        item.label for item in completeness(plain)
    }


def test_labels_are_in_three_languages_and_lead_to_sections() -> None:
    assert all(len({item.label_in(language) for language in LANGUAGES}) > 1 for item in completeness(FI))
    assert all(item.section in section_types() for item in completeness(FI))
