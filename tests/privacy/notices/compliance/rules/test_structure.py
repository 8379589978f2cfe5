"""What the checks find in structured data that contradict each other or the text, and the near misses."""

import dataclasses

import pytest

from privacy.notices.compliance.engine.record_facts import ContactView, ControllerView
from privacy.notices.compliance.engine.view import LinkView
from privacy.notices.compliance.rules import NoticeView
from tests.privacy.notices.compliance.rules.builders import (
    as_document,
    change,
    found,
    model,
    section,
    with_controller,
    with_register,
    with_rows,
    with_section,
    without,
)

FI = model("fi")


def purpose(basis: str, **fields: str) -> dict[str, str]:
    return {"purpose": "Tarkoitus", "legal_basis": basis, **fields}


def based_on(*bases: str, notice: NoticeView = FI) -> NoticeView:
    """Give the notice with purposes on these legal bases, and an interest where one is needed."""
    rows = [purpose(basis, interest="Turvallisuus." if basis == "legitimate_interests" else "") for basis in bases]
    return with_rows(change(notice, bases=frozenset(bases)), "purposes", *rows)


@pytest.mark.parametrize(
    "key",
    ["purposes", "data_categories", "sources", "recipients", "transfers", "retention", "mandatory_data", "complaint"],
)
def test_missing_section_is_found(key: str) -> None:
    check = {
        "purposes": "PN011",
        "data_categories": "PN017",
        "sources": "PN018",
        "recipients": "PN019",
        "transfers": "PN020",
        "retention": "PN023",
        "mandatory_data": "PN016",
        "complaint": "PN035",
    }[key]
    bare = NoticeView(language="fi", sections=(section("introduction", text="Terve."),))
    assert found(bare, check)
    assert not found(change(bare, sections=(section(key, text="Tästä kerrotaan tässä."),)), check)
    assert found(change(bare, sections=(section(key, text="–"),)), check), "a section without words covers nothing"


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("PN011", "Käyttötarkoitus on asiakaspalvelu."),
        ("PN017", "Käsittelemme seuraavia henkilötietoja: nimi."),
        ("PN018", "Tiedot saadaan sinulta."),
        ("PN019", "Tietoja ei luovuteta muille."),
        ("PN020", "Tietoja ei siirretä EU:n ulkopuolelle."),
    ],
)
def test_matter_told_under_another_heading_is_not_missing(check: str, text: str) -> None:
    assert not found(NoticeView(language="fi", sections=(section("other", text=text),)), check)


def test_missing_data_and_sources_are_errors_when_data_come_from_elsewhere() -> None:
    bare = change(FI, sections=())
    elsewhere = with_register(bare, data_from_elsewhere=True)
    assert [one.severity for check in ("PN017", "PN018") for one in found(bare, check)] == ["warning"] * 2
    assert [one.severity for check in ("PN017", "PN018") for one in found(elsewhere, check)] == ["error"] * 2


def test_data_only_from_elsewhere_need_no_word_on_giving_them() -> None:
    notice = with_rows(without(FI, "mandatory_data"), "sources", {"source": "Rekisteri", "kind": "elsewhere"})
    notice = without(notice, "data_categories", "purposes")
    assert not found(notice, "PN016")
    assert found(with_rows(notice, "sources", {"source": "Sinä", "kind": "data_subject"}), "PN016")


def test_data_only_from_the_person_need_no_list_of_categories() -> None:
    notice = with_rows(without(FI, "data_categories"), "sources", {"source": "Sinä", "kind": "data_subject"})
    assert not found(notice, "PN017")


def without_rights(notice: NoticeView) -> NoticeView:
    """Give the notice with all that speaks of portability and objection taken out."""
    return change(notice, sections=tuple(one for one in notice.sections if not one.key.startswith("right")))


@pytest.mark.parametrize(
    ("check", "basis", "severity"),
    [
        ("PN031", "consent", "error"),
        ("PN031", "contract", "error"),
        ("PN031", "public_task", "warning"),
        ("PN032", "public_task", "error"),
        ("PN032", "legitimate_interests", "error"),
    ],
)
def test_severity_of_a_missing_right_depends_on_the_basis(check: str, basis: str, severity: str) -> None:
    assert [one.severity for one in found(without_rights(based_on(basis)), check)] == [severity]


def test_missing_right_to_object_is_a_warning_with_an_unknown_basis_and_silent_with_others() -> None:
    unknown = change(without_rights(FI), bases=frozenset(), sections=(section("purposes", text="Palvelu."),))
    assert [one.severity for one in found(unknown, "PN032")] == ["warning"]
    assert not found(without_rights(based_on("contract")), "PN032")


def test_document_has_no_structured_basis_and_gets_the_severity_of_the_rule() -> None:
    bare = change(as_document(FI), sections=(section("purposes", text="Palvelu."),))
    assert [one.severity for check in ("PN031", "PN032") for one in found(bare, check)] == ["error"] * 2


def test_document_that_gives_other_bases_in_words_needs_portability_less() -> None:
    law = change(as_document(FI), sections=(section("legal_basis", text="Peruste on lakisääteinen velvoite."),))
    contract = change(as_document(FI), sections=(section("legal_basis", text="Peruste on sopimus."),))
    assert [one.severity for notice in (law, contract) for one in found(notice, "PN031")] == ["warning", "error"]
    assert not found(contract, "PN032")


@pytest.mark.parametrize(
    ("check", "language", "text", "severities"),
    [
        ("PN031", "fi", "Käsittelyn peruste on asiakkaan kanssa tehty sopimus.", ["error"]),
        ("PN031", "sv", "Behandlingen grundar sig på ditt samtycke.", ["error"]),
        ("PN031", "en", "The processing is based on a contract with you.", ["error"]),
        ("PN031", "fi", "Peruste on lakisääteinen velvoite, ei suostumus.", ["warning"]),
        ("PN031", "sv", "Grunden är en rättslig förpliktelse, inte samtycke.", ["warning"]),
        ("PN031", "en", "The basis is a legal obligation, not consent.", ["warning"]),
        ("PN031", "fi", "Peruste on sopimus. Tietoja käsitellään vain paperilla.", ["warning"]),
        ("PN031", "sv", "Grunden är avtal. Uppgifterna behandlas endast på papper.", ["warning"]),
        ("PN031", "en", "The basis is a contract. The data are kept only on paper.", ["warning"]),
        ("PN031", "fi", "Hoidamme asiakkuuksia.", ["warning"]),
        ("PN032", "fi", "Käsittely perustuu yleiseen etuun.", ["error"]),
        ("PN032", "sv", "Behandlingen grundar sig på ett berättigat intresse.", ["error"]),
        ("PN032", "en", "The processing is based on the public interest.", ["error"]),
        ("PN032", "fi", "Käsittely perustuu sopimukseen, ei yleiseen etuun.", []),
        ("PN032", "sv", "Behandlingen grundar sig på avtal och inte på allmänt intresse.", []),
        ("PN032", "en", "The basis is a contract, not a legitimate interest.", []),
        ("PN032", "fi", "Hoidamme asiakkuuksia.", ["warning"]),
    ],
)
def test_words_of_a_page_without_structured_bases_decide_as_these_would(
    check: str, language: str, text: str, severities: list[str]
) -> None:
    notice = NoticeView(language=language, sections=(section("purposes", language, text),))
    assert [one.severity for one in found(notice, check)] == severities


def test_consent_as_a_structured_basis_needs_a_word_on_withdrawal() -> None:
    told = without(based_on("consent"), "right_to_withdraw_consent", "direct_marketing", "cookies", "retention")
    assert found(told, "PN015")
    assert not found(based_on("consent"), "PN015")
    assert found(
        change(told, bases=frozenset(["contract"]), special_bases=frozenset(["art9_explicit_consent"])), "PN015"
    )


def test_structured_marketing_needs_a_word_on_objection() -> None:
    bare = change(FI, sections=(section("purposes", text="Palvelu."),))
    assert found(change(bare, marketing=True), "PN033")
    assert not found(change(bare, marketing=False), "PN033")


def test_structured_profiling_needs_a_section() -> None:
    bare = change(FI, sections=(section("purposes", text="Palvelu."),))
    assert found(change(bare, profiling=True), "PN034")
    assert not found(change(FI, profiling=True), "PN034")


@pytest.mark.parametrize(
    ("key", "text", "bases", "wrong"),
    [
        ("right_to_portability", "Sinulla on oikeus siirtää tietosi.", {"legal_obligation"}, True),
        ("right_to_portability", "Sinulla on oikeus siirtää tietosi.", {"legal_obligation", "contract"}, False),
        ("right_to_portability", "Oikeus on, kun käsittely perustuu sopimukseen.", {"legal_obligation"}, False),
        ("right_to_portability", "Tietoja ei voi siirtää.", {"legal_obligation"}, False),
        ("right_to_portability", "Sinulla on oikeus siirtää tietosi.", set(), False),
        ("right_to_object", "Voit vastustaa käsittelyä.", {"contract"}, True),
        ("right_to_object", "Voit vastustaa käsittelyä.", {"public_task"}, False),
        ("right_to_withdraw_consent", "Voit peruuttaa suostumuksesi.", {"contract"}, True),
        ("right_to_withdraw_consent", "Voit peruuttaa suostumuksesi.", {"consent"}, False),
    ],
)
def test_right_against_the_bases_is_found_unless_its_limit_is_told(
    key: str, text: str, bases: set[str], wrong: bool
) -> None:
    notice = NoticeView(language="fi", sections=(section(key, text=text),), bases=frozenset(bases))
    assert bool(found(notice, "PN071")) is wrong


def test_right_that_the_system_filled_in_is_never_against_the_bases() -> None:
    filled = section("right_to_portability", filled_text="Siirto-oikeus ei yleensä koske tätä rekisteriä.")
    assert not found(NoticeView(language="fi", sections=(filled,), bases=frozenset(["public_task"])), "PN071")


def test_automatic_decisions_need_the_right_to_a_human() -> None:
    assert found(change(FI, decisions=True), "PN072")
    told = with_section(FI, "right_automated_decisions", "Voit pyytää, että ihminen käsittelee päätöksen.")
    assert not found(change(told, decisions=True), "PN072")


def test_purpose_on_legitimate_interests_names_the_interest() -> None:
    bare = with_rows(FI, "purposes", purpose("legitimate_interests", interest=" "))
    assert found(bare, "PN073")[0].section == "purposes"
    assert not found(bare, "PN013"), "told once"
    assert not found(with_section(bare, "legitimate_interests", "Haluamme pitää tilat turvallisina."), "PN073")
    assert not found(FI, "PN073")


def test_register_with_data_from_elsewhere_names_other_sources() -> None:
    person = {"source": "Sinä", "kind": "data_subject"}
    notice = with_register(with_rows(FI, "sources", person), data_from_elsewhere=True)
    assert found(notice, "PN074")
    assert not found(with_rows(notice, "sources", person, {"source": "Rekisteri", "kind": "public_source"}), "PN074")
    assert not found(with_rows(FI, "sources", person), "PN074")


def transfer(country: str, safeguard: str) -> NoticeView:
    return with_rows(FI, "transfers", {"recipient": "Palvelu", "country": country, "safeguard": safeguard})


@pytest.mark.parametrize(("country", "safeguard"), [("US", ""), ("CH", "dpf"), ("IN", "adequacy")])
def test_transfer_without_a_safeguard_that_applies_is_found(country: str, safeguard: str) -> None:
    assert found(transfer(country, safeguard), "PN075")


@pytest.mark.parametrize(
    ("country", "safeguard"), [("US", "dpf"), ("CH", "adequacy"), ("IN", "scc"), ("US", "adequacy")]
)
def test_transfer_with_a_safeguard_is_left_alone(country: str, safeguard: str) -> None:
    assert not found(transfer(country, safeguard), "PN075")


def test_country_of_the_eea_is_no_transfer() -> None:
    assert found(transfer("NO", "scc"), "PN076")
    assert not found(transfer("GB", "adequacy"), "PN076")


def retention(**fields: object) -> NoticeView:
    return with_rows(FI, "retention", {"data": "Tiedot", **fields})


def test_retention_of_nothing_is_found() -> None:
    assert found(retention(kind="period", length=0, unit="years"), "PN077")
    assert found(retention(kind="period", length=None), "PN077")
    assert found(retention(kind="criterion", criterion=" "), "PN077")


def test_period_criterion_and_permanent_keeping_are_left_alone() -> None:
    assert not found(retention(kind="period", length=1, unit="days"), "PN077")
    assert not found(retention(kind="criterion", criterion="Kunnes perut tilauksen."), "PN077")
    assert not found(retention(kind="permanent"), "PN077")


def test_recipient_abroad_needs_a_transfer() -> None:
    abroad = with_rows(FI, "recipients", {"recipient": "Palvelu", "kind": "processor", "country": "US"})
    assert found(abroad, "PN078")
    row = {"recipient": "Palvelu", "country": "US", "safeguard": "dpf"}
    assert not found(with_rows(abroad, "transfers", row), "PN078")
    assert not found(with_rows(FI, "recipients", {"recipient": "Palvelu", "country": "SE"}), "PN078")
    assert not found(with_rows(FI, "recipients", {"recipient": "Palvelu", "country": ""}), "PN078")


def test_register_without_a_route_is_found() -> None:
    assert found(with_register(FI, has_route=False), "PN079")[0].subject.kind == "register"
    assert not found(with_register(FI, has_route=None), "PN079")
    assert not found(with_register(FI, has_route=False, retired=True), "PN079")


def test_link_to_a_page_that_is_gone_is_found() -> None:
    linked = with_section(FI, "other", "Lue lisää.", links=(LinkView(7, "Lue lisää"),))
    assert found(linked, "PN080")[0].excerpt == "Lue lisää"
    assert not found(change(linked, living_pages=frozenset([7])), "PN080")
    assert not found(change(linked, living_pages=None), "PN080")


def test_joint_controllers_need_words_and_not_only_names() -> None:
    joint = with_register(FI, joint_controllers=(ControllerView(name="Toinen Oy", country="FI"),))
    assert found(joint, "PN081")
    assert found(with_section(joint, "joint_controllers", filled_text="Toinen Oy"), "PN081")
    assert not found(with_section(joint, "joint_controllers", "Toinen Oy vastaa pyyntöihin."), "PN081")
    assert not found(FI, "PN081")


def test_public_body_names_its_data_protection_officer() -> None:
    public = with_controller(FI, kind="public_body")
    assert found(public, "PN082")
    assert not found(with_section(public, "dpo", filled_text="Tietosuojavastaava"), "PN082")
    assert not found(FI, "PN082")


def test_public_body_does_not_rest_on_legitimate_interests() -> None:
    public = with_controller(based_on("legitimate_interests"), kind="public_body")
    assert found(public, "PN083")
    assert not found(with_controller(based_on("public_task"), kind="public_body"), "PN083")
    assert not found(FI, "PN083")
    company = dataclasses.replace(FI.registers[0])
    shared = change(public, registers=(*public.registers, company))
    assert not found(shared, "PN083"), "the purpose may be the company's"


def test_language_limit_of_a_public_body_is_a_warning() -> None:
    limited = with_section(FI, "exercising_rights", "Pyyntö tehdään suomeksi.")
    assert [one.severity for one in found(limited, "PN040")] == ["info"]
    assert [one.severity for one in found(with_controller(limited, kind="public_body"), "PN040")] == ["warning"]
    assert not found(with_controller(limited, country="EE"), "PN040")


def test_special_categories_need_an_exception() -> None:
    special = with_rows(FI, "data_categories", {"category": "Terveys", "special": True})
    assert found(special, "PN084")
    assert not found(change(special, special_bases=frozenset(["art9_health_care"])), "PN084")
    assert not found(with_section(special, "special_categories", "Peruste: 9 artiklan 2 kohdan h alakohta."), "PN084")
    assert not found(with_rows(FI, "data_categories", {"category": "Nimi", "special": False}), "PN084")


def test_each_purpose_has_a_basis() -> None:
    assert found(with_rows(FI, "purposes", purpose("contract"), purpose("")), "PN085")
    assert not found(with_rows(change(FI, bases=frozenset()), "purposes", purpose("")), "PN085"), "PN012 tells"
    assert not found(FI, "PN085")


def test_controller_outside_the_eea_names_a_representative() -> None:
    abroad = with_controller(FI, country="US")
    assert found(abroad, "PN086")
    named = with_register(abroad, contacts=(ContactView(role="representative", name="Edustaja Oy"),))
    assert not found(named, "PN086")
    assert not found(with_controller(FI, country="NO"), "PN086")


def test_repealed_act_of_another_country_is_left_alone() -> None:
    cited = with_section(FI, "legal_basis", "Käsittely perustuu henkilötietolakiin.")
    assert found(cited, "PN043")
    assert not found(with_controller(cited, country="NO"), "PN043")


def test_date_of_birth_needed_by_a_named_act_is_left_alone() -> None:
    listed = with_section(FI, "data_categories", "nimi ja syntymäaika")
    by_law = with_rows(listed, "purposes", purpose("legal_obligation", law="työsopimuslaki (55/2001)"))
    hint = found(with_rows(listed, "purposes", purpose("contract")), "PN026")[0]
    assert (hint.subject.kind, hint.section) == ("register", "data_categories"), "settled once for the register"
    assert not found(by_law, "PN026")
