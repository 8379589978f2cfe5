"""National law holds where it says, for those it says, and the site's country is a setting."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from privacy.inbox.case.offers import CaseFacts, offers_for
from privacy.inbox.steps.forward_forms import NotOursForm
from privacy.models import Controller, RightsRequest
from privacy.notices.compliance.engine.catalogue import rules
from privacy.notices.sections.resolve import resolve_sections
from privacy.registers import national_rules as module
from privacy.registers.identifiers import format_phone, normalise_phone, validate_business_id
from privacy.registers.models.authorities import authority_of
from privacy.registers.national_rules import NationalRule, national_rule, national_rules, national_text
from privacy.rights import actions
from privacy.rights.choices import Outcome, ReasonCode
from privacy.rights.deadlines.calendar import is_working_day
from privacy.rights.errors import GroundMissing, NotPublicBody
from privacy.rights.guidance import guidance_for
from privacy.rights.letters.answer_letter import answer_paragraph
from privacy.rights.letters.facts import facts_for_person
from privacy.rights.letters.to_person import remedies
from privacy.rights.national_words import offered_grounds, offered_reasons, reason_label
from privacy.rights.steps import Step
from privacy.rights.workflow.outcomes import ItemAnswer
from privacy.starter.texts import request_notice_texts
from privacy.templatetags.privacy_admin_tags import document_request_note
from tests.factories import ControllerFactory, RegisterFactory, RightsRequestFactory, SupervisoryAuthorityFactory
from tests.privacy.notices.test_resolve import block, facts, part
from tests.privacy.rights.builders import handler_for

OF_AUTHORITIES = ("document_request", "transfer_duty")


def request_to(country: str, kind: str = "public_body", **fields: Any) -> RightsRequest:
    authority = SupervisoryAuthorityFactory(code=country)
    controller = ControllerFactory(kind=kind, country=country, business_id="", supervisory_authority=authority)
    return RightsRequestFactory(register=RegisterFactory(controller=controller), **fields)


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Add a rule in front of those of the file, as a further entry would be."""

    def add(**fields: Any) -> None:
        rows = (NationalRule(**fields), *national_rules())
        monkeypatch.setattr(module, "national_rules", lambda: rows)

    return add


@pytest.mark.parametrize("rule", OF_AUTHORITIES)
@pytest.mark.parametrize(
    ("country", "kind", "holds"),
    [("FI", "public_body", True), ("fi", "public_body", True), ("FI", "company", False), ("EE", "public_body", False)],
)
def test_rule_of_authorities_holds_in_finland_for_public_bodies(
    rule: str, country: str, kind: str, holds: bool
) -> None:
    assert (national_rule(rule, country, kind) is not None) is holds


def test_first_rule_that_holds_counts_and_a_general_one_is_for_the_others() -> None:
    finnish, other = (national_text("complaint", "text", country, "en") for country in ("FI", "EE"))
    assert "Ombudsman" in finnish
    assert "supervisory authority" in other
    assert national_text("remedies", "office", "EE", "en") == ""
    assert all(rule.texts or rule.values for rule in national_rules())


@pytest.mark.django_db
def test_public_body_of_another_country_is_refused_as_a_company_is() -> None:
    for request in (request_to("EE"), request_to("FI", kind="company")):
        with pytest.raises(NotPublicBody):
            actions.take_as_document_request(request=request, acting=handler_for(request))
        with pytest.raises(GroundMissing):
            actions.tell_not_controller(
                request=request,
                acting=handler_for(request),
                items=list(request.items.all()),
                recipient="Amet",
                passed_on_ground="authority_duty",
            )
        assert request.events.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("country", "grounds"), [("FI", ["consent", "authority_duty"]), ("EE", ["consent"])])
def test_duty_of_authorities_is_offered_where_the_law_has_it(country: str, grounds: list[str]) -> None:
    request = request_to(country)
    form = NotOursForm(case=request, items=list(request.items.all()), acting=handler_for(request), language="en")
    assert [value for value, _label in form.fields["passed_on_ground"].choices] == ["", *grounds]  # type: ignore[attr-defined]
    with translation.override("en"):
        labels = dict(offered_grounds(request.controller))
    assert ("434/2003" in labels.get("authority_duty", "")) is (country == "FI")


def test_document_request_is_offered_where_the_law_has_it() -> None:
    offered = [offers_for(CaseFacts("new", "", takes_document_requests=takes)) for takes in (True, False)]
    assert [Step.DOCUMENT_REQUEST in offers.others for offers in offered] == [True, False]


@pytest.mark.django_db
def test_another_countrys_rule_is_an_entry_of_data(added: Callable[..., None]) -> None:
    added(
        rule="document_request",
        countries=("EE",),
        controllers=("public_body",),
        values={"days": 5},
        texts={"act": {"en": "the Public Information Act"}, "note": {"en": "Answer by {day} (s. 18)."}},
    )
    request = request_to("EE", language="en")
    request = actions.take_as_document_request(request=request, acting=handler_for(request))
    assert request.document_due_on == request.received_on + timedelta(days=5)
    assert "under the Public Information Act." in request.messages.get(kind="document_request").text
    with translation.override("fi"):
        assert document_request_note(request).endswith("(s. 18).")


@pytest.mark.django_db
def test_note_of_a_document_request_cites_no_act_where_none_holds() -> None:
    request = request_to("EE")
    request.document_due_on = date(2026, 11, 30)
    with translation.override("en"):
        assert document_request_note(request).startswith("Also a request for documents: to be answered by ")
        assert "Openness" not in document_request_note(request)
        request.controller.country = "FI"
        assert document_request_note(request).endswith("(Openness Act, section 14).")


@pytest.mark.django_db
@pytest.mark.parametrize(("country", "cited"), [("FI", True), ("AX", True), ("EE", False)])
def test_restriction_cites_the_act_of_the_country(country: str, cited: bool) -> None:
    code = ReasonCode.NATIONAL_RESTRICTION
    with translation.override("en"):
        assert ("1050/2018" in reason_label(code, country)) is cited
        assert dict(offered_reasons(country))[code] == reason_label(code, country)
        assert reason_label(ReasonCode.EXCESSIVE, country) == ReasonCode.EXCESSIVE.label
    request = request_to(country, language="en")
    item = request.items.get()
    item.reason_code = code
    with translation.override("en"):
        assert ("1050/2018" in item.reason_in_words) is cited
    paragraph = answer_paragraph(ItemAnswer(item, Outcome.REFUSED, code, facts="Because."), request)
    assert ("Ombudsman" in paragraph, "1050/2018" in paragraph) == (cited, cited)
    hints = guidance_for("access", "self", "en", country=country).exceptions
    assert any("section 34" in hint for hint in hints) is cited


@pytest.mark.django_db
@pytest.mark.parametrize("country", ["EE", "SE"])
def test_remedies_of_another_country_do_not_name_the_finnish_ombudsman(country: str) -> None:
    request = request_to(country, language="en")
    facts_told = facts_for_person(request, list(request.items.all()))["remedy"]
    assert "Ombudsman" not in remedies(request) + facts_told
    assert request.controller.supervisory_authority.name in remedies(request)
    assert "Ombudsman" in remedies(request_to("FI", language="en"))


def test_complaint_without_an_authority_follows_the_controllers_country() -> None:
    told = {}
    for country in ("FI", "EE"):
        register = facts(authority=None, controller={"name": "Esimerkki", "country": country})
        told[country] = part(resolve_sections([block("complaint")], [register], "en"), "complaint", "paragraph")["text"]
    assert "Ombudsman" in told["FI"]
    assert "Ombudsman" not in told["EE"]


def test_eves_are_working_days_where_the_law_says_so() -> None:
    eve = date(2026, 12, 24)
    assert [is_working_day(eve, country) for country in ("FI", "AX", "EE")] == [True, True, False]


def test_check_of_a_countrys_law_says_where_it_holds() -> None:
    assert [rules()["PN043"].holds_in(country) for country in ("FI", "AX", "EE", "")] == [True, True, False, True]
    assert rules()["PN001"].holds_in("EE")


def test_first_notice_of_requests_cites_the_law_of_its_country() -> None:
    told = {country: str(request_notice_texts("public_body", "en", country)) for country in ("FI", "EE")}
    assert "1050/2018" in told["FI"]
    assert "1050/2018" not in told["EE"]
    assert "{" not in told["EE"].replace("{'", "")
    assert "Ombudsman" not in told["EE"]


@pytest.mark.django_db
def test_country_of_the_site_is_that_of_new_records(settings: Any) -> None:
    assert (Controller().country, normalise_phone("029 566 6700")) == ("FI", "+358295666700")
    with pytest.raises(ValidationError):
        validate_business_id("10000000")
    settings.PRIVACY_COUNTRY = "ee"
    assert (Controller().country, normalise_phone("627 4135")) == ("EE", "+3726274135")
    assert format_phone("+3726274135") == "627 4135"
    validate_business_id("10000000")  # those of other countries are kept as they are written
    assert (authority_of("EE") or Controller()).name == "Andmekaitse Inspektsioon"
