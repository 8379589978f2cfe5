"""The answer: item by item, with everything that the law wants in the letter, whatever was edited."""

from typing import Any

import pytest
from django.utils import timezone

from privacy.models import RightsRequest
from privacy.notices.sections.data import Section
from privacy.rights import actions
from privacy.rights.choices import State
from privacy.rights.errors import OutcomeHasItsStep, OutcomeMissing, ReasonMissing, TextMissing
from privacy.rights.letters.answer_letter import access_block, compose_answer
from privacy.rights.models.standard_texts import LetterText, StandardText
from privacy.rights.workflow.outcomes import ItemAnswer
from tests.factories import RightsRequestFactory
from tests.privacy.rights.builders import LETTER, contact_for, handler_for

pytestmark = pytest.mark.django_db

REFUSED = {"outcome": "refused", "reason_code": "legal_obligation", "facts": "Kirjanpitolaki vaatii kuusi vuotta."}
SECTIONS = [
    Section("retention", "Säilytysaika", "retention", text="<p>Tiedot säilytetään <b>kuusi</b> vuotta.</p>"),
    Section("security", "Suojaus", "security", text="<p>Salaisuus.</p>"),
    Section("purposes", "Tarkoitukset", "purposes", rows_kind="purposes", rows=[{"purpose": "Toimitus"}]),
]


def answers_of(request: RightsRequest, *outcomes: dict[str, str]) -> list[ItemAnswer]:
    return [ItemAnswer(item, **fields) for item, fields in zip(request.items.all(), outcomes, strict=True)]


def answer(request: RightsRequest, *outcomes: dict[str, str], **changes: Any) -> RightsRequest:
    plain = {"answers": answers_of(request, *outcomes), "letter": LETTER}
    return actions.answer_request(request=request, acting=handler_for(request), **{**plain, **changes})


@pytest.mark.parametrize(
    ("language", "remedy"),
    [("fi", "saattaa asian tietosuojavaltuutetun"), ("sv", "föra ärendet till dataombudsmannen"), ("en", "Ombudsman")],
)
def test_refusal_names_the_remedies_even_if_the_text_was_edited_away(language: str, remedy: str) -> None:
    request = RightsRequestFactory(language=language)
    request = answer(request, REFUSED)
    letter = request.messages.get(kind="answer")
    assert "Toinen kappale." in letter.text
    assert remedy in letter.text
    assert remedy in letter.html
    assert (request.state, request.items.get().reasons_told) == (State.CLOSED, True)


def test_split_outcomes_close_the_request_when_the_last_item_has_one() -> None:
    request = RightsRequestFactory(rights=("access", "erasure"))
    acting, (first, second) = handler_for(request), request.items.all()
    request = actions.answer_request(
        request=request, acting=acting, answers=[ItemAnswer(first, "fulfilled")], letter=LETTER
    )
    assert request.state == State.IN_PROGRESS
    request = actions.answer_request(
        request=request, acting=acting, answers=[ItemAnswer(second, **REFUSED)], letter=LETTER
    )
    assert (request.state, request.events.filter(kind="closed").count()) == (State.CLOSED, 1)


@pytest.mark.parametrize(
    ("outcome", "error"),
    [
        ({"outcome": "refused", "facts": "Siksi"}, OutcomeMissing),
        ({"outcome": "refused", "reason_code": "legal_obligation"}, ReasonMissing),
        ({"outcome": "partly_fulfilled", "reason_code": "public_task", "facts": " "}, ReasonMissing),
        ({"outcome": "forwarded"}, OutcomeHasItsStep),
        ({"outcome": ""}, OutcomeMissing),
    ],
)
def test_incomplete_answer_is_refused(outcome: dict[str, str], error: type[Exception]) -> None:
    request = RightsRequestFactory()
    with pytest.raises(error):
        answer(request, outcome)
    assert not request.messages.exists()


def test_letter_without_text_is_refused() -> None:
    with pytest.raises(TextMissing):
        answer(RightsRequestFactory(), {"outcome": "no_data"}, letter=LetterText("Aihe", "\n\n"))


@pytest.mark.parametrize(("channel", "state"), [("email", "queued"), ("post", "to_print"), ("collection", "to_print")])
def test_answer_goes_by_the_channel_that_the_person_chose(channel: str, state: str, settings: Any) -> None:
    settings.PRIVACY_SEND_INLINE = False
    request = answer(RightsRequestFactory(reply_channel=channel), {"outcome": "no_data"})
    assert request.messages.get(kind="answer").state == state


@pytest.mark.parametrize(
    ("language", "article"), [("fi", "17 artiklan 3 kohdan b"), ("sv", "artikel 17.3 b"), ("en", "Art. 17(3)(b)")]
)
def test_draft_holds_a_paragraph_per_item_and_the_information_of_article_15(language: str, article: str) -> None:
    request = RightsRequestFactory(language=language, rights=("access", "erasure"))
    answers = answers_of(request, {"outcome": "fulfilled", "facts": "Tiedosto on liitteenä."}, REFUSED)
    draft = compose_answer(request, answers, sections=lambda item, language: SECTIONS)
    assert "{" not in draft.subject + draft.text
    for words in ("Tiedosto on liitteenä.", "Kirjanpitolaki", article, "Tarkoitukset\n- Toimitus", "kuusi vuotta"):
        assert words in draft.text
    assert "Salaisuus" not in draft.text


def test_access_block_follows_the_order_of_the_article() -> None:
    item = RightsRequestFactory().items.get()
    block = access_block(item, "fi", SECTIONS)
    assert block.index("Tarkoitukset") < block.index("Säilytysaika")
    assert access_block(item, "fi", []) == ""


def test_national_restriction_tells_of_the_ombudsman() -> None:
    request = RightsRequestFactory()
    draft = compose_answer(request, answers_of(request, {**REFUSED, "reason_code": "national_restriction"}))
    assert "annetaan tietosuojavaltuutetulle" in draft.text


def test_text_of_an_editor_replaces_the_bundled_one_in_its_language_only() -> None:
    StandardText.objects.create(code="answer", language="fi", subject="Vastaus ({number})", text="Hei, {received}.")
    finnish, swedish = RightsRequestFactory(), RightsRequestFactory(language="sv")
    draft = compose_answer(finnish, answers_of(finnish, {"outcome": "no_data"}))
    assert draft.subject == f"Vastaus ({finnish.number})"
    assert draft.text.startswith("Hei, ")
    assert "Svar på" in compose_answer(swedish, answers_of(swedish, {"outcome": "no_data"})).subject


def test_contact_records_an_answer_and_is_told_to_delete_the_messages() -> None:
    request = RightsRequestFactory()
    acting = contact_for(request)
    actions.record_answer(
        request=request,
        acting=acting,
        answers=answers_of(request, {"outcome": "fulfilled"}),
        answered_on=timezone.localdate(),
        channel="phone",
    )
    note = request.messages.get(kind="contact_closing")
    assert note.to == "yhteys@example.fi"
    assert str(timezone.localdate().year + 3) in note.text


def test_item_left_open_keeps_a_request_waiting_for_the_person() -> None:
    request = RightsRequestFactory(waiting_identity=True, rights=("access", "marketing_objection"))
    answers = [ItemAnswer(request.items.last(), "fulfilled")]
    request = actions.answer_request(request=request, acting=handler_for(request), answers=answers, letter=LETTER)
    assert request.state == State.WAITING_IDENTITY
