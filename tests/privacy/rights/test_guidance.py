"""Guidance: complete in three languages, a hint about the basis only where it helps, and never a decision."""

import pytest

from privacy.rights.choices import ReasonCode, Relation, ReplyChannel, Right
from privacy.rights.guidance import guidance_for

LANGUAGES = ("fi", "sv", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("right", Right)
def test_every_right_has_its_guidance_in_every_language(right: str, language: str) -> None:
    found = guidance_for(right, Relation.SELF, language)
    assert len(found.checks) >= 3
    assert all([*found.checks, *found.exceptions, found.identity, *found.hints])
    assert found.reasons


def test_languages_say_it_in_their_own_words() -> None:
    texts = [guidance_for(right, "guardian", language) for right in Right for language in LANGUAGES]
    assert len({tuple(text.checks) for text in texts}) == len(Right) * len(LANGUAGES)


@pytest.mark.parametrize(
    ("relation", "word"),
    [("guardian", "Turvakielto"), ("guardian", "toinen huoltaja"), ("guardian", "oma tahto"), ("deceased", "kuolleen")],
)
def test_handler_is_shown_what_to_mind_about_the_one_who_asks(relation: str, word: str) -> None:
    hints = " ".join(guidance_for(Right.ACCESS, relation, "fi").hints)
    assert word in hints


def test_every_relation_has_hints() -> None:
    assert all(guidance_for(Right.ACCESS, relation, "fi").hints for relation in Relation)


def test_post_reminds_of_protected_addresses() -> None:
    assert "turvakielto" in " ".join(guidance_for("access", "self", "en", reply_channel=ReplyChannel.POST).hints)


@pytest.mark.parametrize(
    ("right", "bases", "hinted"),
    [
        ("portability", {"legal_obligation"}, True),
        ("portability", {"contract"}, False),
        ("portability", set(), False),
        ("objection", {"contract"}, True),
        ("objection", {"public_task"}, False),
        ("access", {"legal_obligation"}, False),
        ("consent_withdrawal", {"contract"}, True),
    ],
)
def test_basis_is_hinted_at_only_where_the_right_usually_does_not_apply(
    right: str, bases: set[str], hinted: bool
) -> None:
    assert bool(guidance_for(right, "self", "fi", bases=bases).basis) is hinted


def test_marketing_objection_asks_for_no_identity() -> None:
    assert "ei yleensä" in guidance_for("marketing_objection", "self", "fi").identity


def test_every_reason_fits_some_right() -> None:
    offered = {reason for right in Right for reason in guidance_for(right, "self", "en").reasons}
    assert offered == set(ReasonCode)
