"""The form, as a visitor without JavaScript meets it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Site

from privacy.models import Register, RequestFormField, RightsRequest, RightsRequestPage
from privacy.rights.form.flow import HONEYPOT
from privacy.rights.tokens import new_token
from tests.factories import ContactFactory, RegisterFactory, RightsRequestPageFactory
from tests.privacy.rights.browsing import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

PERSON = {"name": "Maija Mallikas", "email": "maija.mallikas@example.com"}


@pytest.fixture
def registers(site: Site) -> list[Register]:
    contact = ContactFactory(email="apu@example.fi")
    first = RegisterFactory(name="Asiakasrekisteri", contacts=[contact], routes=[contact])
    return [first, RegisterFactory(name="Jäsenrekisteri", controller=first.controller)]


@pytest.fixture
def page(registers: list[Register]) -> RightsRequestPage:
    return RightsRequestPageFactory(registers=registers)


@pytest.fixture
def visitor(client: Client, page: RightsRequestPage) -> Visitor:
    return Visitor(client, page.get_url())


def at_review(visitor: Visitor, *rights: str, register: str = "", **details: str) -> Visitor:
    choice = {"rights": list(rights) or ["access"]}
    if register:
        choice["register"] = register  # type: ignore[assignment]
    return visitor.press("details", **choice).press("review", **{**PERSON, **details})


def test_request_is_sent_in_three_steps(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid), access_data="Kaikki").press("send")
    assert visitor.response.status_code == 303
    request = RightsRequest.objects.get()
    assert request.items.get().register == registers[0]
    assert request.items.get().answers[0]["answer"] == "Kaikki"
    assert request.persons.get().name == "Maija Mallikas"
    landing = visitor.client.get(visitor.response["Location"])
    assert request.number in landing.content.decode()


def test_several_rights_become_several_items(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), "access", "erasure", register=str(registers[0].uuid)).press("send")
    assert set(RightsRequest.objects.get().items.values_list("right", flat=True)) == {"access", "erasure"}


@pytest.mark.parametrize(("option", "every"), [("all", True), ("unknown", False)])
def test_register_need_not_be_known(visitor: Visitor, registers: list[Register], option: str, every: bool) -> None:
    at_review(visitor.open(), register=f"{option}-{registers[0].controller_id}").press("send")
    item = RightsRequest.objects.get().items.get()
    assert (item.register, item.all_registers) == (None, every)


def test_only_questions_that_fit_the_right_are_asked(visitor: Visitor, registers: list[Register]) -> None:
    visitor.open().press("details", rights=["rectification"], register=str(registers[0].uuid))
    shown = {control["name"] for control in visitor.soup.select("main textarea, main input:not([type=hidden])")}
    assert "rectification_wrong" in shown
    assert "access_data" not in shown


def test_register_is_chosen_by_the_link(visitor: Visitor, registers: list[Register]) -> None:
    visitor.open(register=str(registers[1].uuid))
    assert visitor.fields()["register"] == [str(registers[1].uuid)]


def test_register_is_not_asked_when_there_is_one(client: Client, registers: list[Register]) -> None:
    page = RightsRequestPageFactory(registers=registers[:1])
    visitor = Visitor(client, page.get_url()).open()
    assert not visitor.soup.select("input[type=radio][name=register]")
    at_review(visitor).press("send")
    assert RightsRequest.objects.get().items.get().register == registers[0]


def test_retired_register_in_an_old_link_is_told_in_words(visitor: Visitor, registers: list[Register]) -> None:
    registers[1].retired_on = date(2026, 1, 1)
    registers[1].save()
    visitor.open(register=str(registers[1].uuid))
    assert visitor.response.status_code == 200
    assert visitor.soup.select_one("main .note")
    assert "Jäsenrekisteri" not in visitor.text


@pytest.mark.parametrize("register", ["nonsense", "00000000-0000-0000-0000-000000000000", "'; DROP TABLE x;--"])
def test_unknown_register_in_a_link_is_told_in_words(visitor: Visitor, register: str) -> None:
    visitor.open(register=register)
    assert visitor.response.status_code == 200
    assert visitor.soup.select_one("main .note")


@pytest.mark.parametrize(
    ("choice", "field"),
    [
        ({"rights": None}, "rights"),
        ({"rights": ["no-such-right"]}, "rights"),
        ({"register": None}, "register"),
        ({"register": "unknown-999999"}, "register"),
        ({"register": "00000000-0000-0000-0000-000000000000"}, "register"),
    ],
)
def test_wrong_choice_is_told_beside_the_field(
    visitor: Visitor, registers: list[Register], choice: dict[str, Any], field: str
) -> None:
    visitor.open().press("details", **{"rights": ["access"], "register": str(registers[0].uuid), **choice})
    summary = visitor.soup.select_one("[role=alert]")
    assert summary is not None
    assert summary.select_one("a[href^='#id_" + field + "']")


def test_nothing_typed_is_lost_when_something_is_missing(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid), email="", message="Tärkeä viesti")
    assert visitor.soup.select_one("[role=alert] a[href='#id_email']")
    assert visitor.fields()["message"] == ["Tärkeä viesti"]
    assert visitor.fields()["name"] == ["Maija Mallikas"]


def test_nothing_typed_is_lost_when_going_back_and_choosing_anew(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid), access_data="Laskut vuodelta 2025")
    visitor.press("back-rights").press("details", rights=["erasure"]).press("back-rights")
    visitor.press("details", rights=["access"])
    assert visitor.fields()["access_data"] == ["Laskut vuodelta 2025"]


def test_review_shows_what_will_be_sent(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid), access_data="<b>Kaikki</b>")
    for shown in ("Asiakasrekisteri", "Maija Mallikas", "maija.mallikas@example.com", "<b>Kaikki</b>"):
        assert shown in visitor.text
    assert not RightsRequest.objects.exists()


def test_sending_twice_makes_one_request(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid))
    data = {**visitor.fields(), "go": "send"}
    first, second = (visitor.client.post(visitor.address, data) for _time in range(2))
    assert first["Location"] == second["Location"]
    assert RightsRequest.objects.count() == 1


def test_robot_field_shows_the_form_again_and_never_refuses(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid)).press("send", **{HONEYPOT: "filled by a browser"})
    assert visitor.response.status_code == 200
    assert visitor.press("send").response.status_code == 303


@pytest.mark.parametrize("started", ["", "tampered", "abc:1234:def"])
def test_tampered_moment_shows_the_form_again_filled_in(
    visitor: Visitor, registers: list[Register], started: str
) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid), message="Säilyy").press("send", started=started)
    assert "Säilyy" in visitor.text
    assert not RightsRequest.objects.exists()
    assert visitor.press("send").response.status_code == 303


def test_form_that_comes_back_at_once_is_shown_again(
    visitor: Visitor, registers: list[Register], settings: Any
) -> None:
    settings.PRIVACY_FORM_MINIMUM_SECONDS = 3600
    at_review(visitor.open(), register=str(registers[0].uuid)).press("send")
    assert visitor.response.status_code == 200
    settings.PRIVACY_FORM_MINIMUM_SECONDS = 0
    assert visitor.press("send").response.status_code == 303


def test_token_of_another_shape_is_replaced(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid)).press("review", form_token="weak")
    assert visitor.fields()["form_token"] != ["weak"]


def test_stamp_of_one_form_does_not_fit_another(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid)).press("send", form_token=new_token())
    assert visitor.response.status_code == 200
    assert not RightsRequest.objects.exists()


def test_what_is_posted_is_kept_out_of_error_reports(visitor: Visitor) -> None:
    visitor.open().press("details")
    assert visitor.response.wsgi_request.sensitive_post_parameters == "__ALL__"


@pytest.mark.parametrize(("choice", "kept"), [("remove", False), ("keep", True)])
def test_personal_identity_code_is_asked_about(
    visitor: Visitor, registers: list[Register], choice: str, kept: bool
) -> None:
    code = "131052-308T"
    at_review(visitor.open(), register=str(registers[0].uuid), message=f"Tunnus {code}").press("send")
    assert visitor.soup.select_one("[role=alert]")
    visitor.press("send", identity_code=choice)
    assert visitor.response.status_code == 303
    assert (code in RightsRequest.objects.get().message) is kept


CODE = "131052-308T"


@pytest.mark.parametrize(
    ("kind", "choices"),
    [("singleline", ""), ("multiline", ""), ("checkboxes", f"Muu,Tunnus {CODE}"), ("multiselect", f"Tunnus {CODE}")],
)
@pytest.mark.parametrize(("decision", "kept"), [("remove", False), ("keep", True)])
def test_identity_code_in_an_editors_question_is_asked_about_too(
    client: Client,
    page: RightsRequestPage,
    registers: list[Register],
    kind: str,
    choices: str,
    decision: str,
    kept: bool,
) -> None:
    RequestFormField.objects.create(page=page, label="Lisätieto", field_type=kind, choices=choices, required=False)
    visitor = Visitor(client, page.get_url()).open()
    at_review(visitor, register=str(registers[0].uuid), extra_lisatieto=f"Tunnus {CODE}").press("send")
    assert visitor.soup.select_one("[role=alert] a[href^='#id_identity_code']")
    visitor.press("send", identity_code=decision)
    (answer,) = RightsRequest.objects.get().extra_answers
    assert answer["question"] == "Lisätieto"
    assert (CODE in answer["answer"]) is kept


@pytest.mark.parametrize(
    "field", ["access_data", "access_period", "subject_name", "name", "finding_details", "phone", "postal_address"]
)
def test_identity_code_is_taken_out_of_every_answer(visitor: Visitor, registers: list[Register], field: str) -> None:
    details = {"relation": "guardian", "subject_name": "Lapsi Mallikas", field: f"Tunnus {CODE}"}
    at_review(visitor.open(), register=str(registers[0].uuid), **details).press("send")
    visitor.press("send", identity_code="remove")
    request = RightsRequest.objects.get()
    stored = repr([list(rows.values()) for rows in (request.items, request.persons)])
    assert "Tunnus […]" in stored
    assert CODE not in stored


def test_request_for_a_child_asks_the_childs_name(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid), relation="guardian")
    assert visitor.soup.select_one("[role=alert] a[href='#id_subject_name']")
    visitor.press("review", subject_name="Lapsi Mallikas").press("send")
    assert set(RightsRequest.objects.get().persons.values_list("role", flat=True)) == {"requester", "data_subject"}


def test_marketing_objection_needs_no_name(visitor: Visitor, registers: list[Register]) -> None:
    register = str(registers[0].uuid)
    at_review(
        visitor.open(), "marketing_objection", register=register, name="", marketing_objection_target="040 123 4567"
    ).press("send")
    assert RightsRequest.objects.get().items.get().answers[0]["answer"] == "040 123 4567"


@pytest.mark.parametrize(("channel", "field"), [("email", "email"), ("phone", "phone"), ("post", "postal_address")])
def test_only_the_chosen_way_of_replying_is_required(
    visitor: Visitor, registers: list[Register], channel: str, field: str
) -> None:
    register = str(registers[0].uuid)
    at_review(visitor.open(), register=register, reply_channel=channel, email="", phone="", postal_address="")
    links = [link["href"] for link in visitor.soup.select("[role=alert] a")]
    assert links == [f"#id_{field}"]


def test_editors_question_cannot_replace_a_core_field(
    client: Client, page: RightsRequestPage, registers: list[Register]
) -> None:
    for label in ("Email", "Name", "Rights"):
        RequestFormField.objects.create(page=page, label=label, field_type="singleline", required=False)
    visitor = Visitor(client, page.get_url()).open()
    at_review(visitor, register=str(registers[0].uuid), extra_email="4711").press("send")
    request = RightsRequest.objects.get()
    assert request.persons.get().email == PERSON["email"]
    assert request.extra_answers == [{"question": "Email", "answer": "4711"}]


def test_editors_required_question_is_asked(client: Client, page: RightsRequestPage, registers: list[Register]) -> None:
    RequestFormField.objects.create(page=page, label="Asiakasnumero", field_type="singleline", required=True)
    visitor = Visitor(client, page.get_url()).open()
    at_review(visitor, register=str(registers[0].uuid))
    assert visitor.soup.select_one("[role=alert] a[href='#id_extra_asiakasnumero']")


def test_line_breaks_in_single_lines_become_spaces(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid), name="Maija\r\nBcc: x@example.com").press("send")
    assert RightsRequest.objects.get().persons.get().name == "Maija Bcc: x@example.com"


def test_address_with_a_header_in_it_is_refused(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid), email="a@example.com\nBcc: b@example.com")
    assert visitor.soup.select_one("[role=alert] a[href='#id_email']")


def test_message_that_is_too_long_is_told_and_kept(visitor: Visitor, registers: list[Register]) -> None:
    at_review(visitor.open(), register=str(registers[0].uuid), message="a" * 5001)
    assert visitor.soup.select_one("[role=alert] a[href='#id_message']")
    assert visitor.fields()["message"] == ["a" * 5001]


def test_message_of_ten_megabytes_gets_a_clear_answer(visitor: Visitor, registers: list[Register]) -> None:
    visitor.client.raise_request_exception = False
    at_review(visitor.open(), register=str(registers[0].uuid)).press("send", message="a" * 10_000_000)
    assert visitor.response.status_code == 400
    assert visitor.soup.select_one("main.site-main h1")
    assert len(visitor.text) < 1000
    assert not RightsRequest.objects.exists()


def test_confidential_register_is_offered_by_its_link_only(client: Client, registers: list[Register]) -> None:
    secret = RegisterFactory(confidential=True, name="Ilmoituskanava", controller=registers[0].controller)
    page = RightsRequestPageFactory(registers=[*registers, secret])
    visitor = Visitor(client, page.get_url())
    assert "Ilmoituskanava" not in visitor.open().text
    assert "Ilmoituskanava" in visitor.open(register=str(secret.uuid)).text


def test_form_must_carry_the_csrf_token(page: RightsRequestPage, registers: list[Register]) -> None:
    visitor = Visitor(Client(enforce_csrf_checks=True), page.get_url()).open()
    assert visitor.press("details", csrfmiddlewaretoken="wrong").response.status_code == 403


def test_form_is_never_cached(visitor: Visitor) -> None:
    assert visitor.open().response["Cache-Control"] == "no-store"


def test_form_asks_the_database_at_most_twelve_times(visitor: Visitor, django_assert_max_num_queries: Any) -> None:
    visitor.client.get("/fi/")
    with django_assert_max_num_queries(12):
        visitor.open()
