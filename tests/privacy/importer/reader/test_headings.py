"""Headings are recognised in three languages, with slips, inflection and several things in one."""

import pytest

from privacy.importer.reader.heading_match import match
from privacy.notices.sections.types import section_types

KNOWN = [
    (words, key)
    for key, kind in section_types().items()
    for words in [*kind.heading.values(), *(word for more in kind.synonyms.values() for word in more)]
]


@pytest.mark.parametrize(("heading", "key"), KNOWN)
def test_default_headings_and_synonyms_are_known(heading: str, key: str) -> None:
    found = match(heading)
    assert found
    assert (found.key, found.confidence) == (key, 1.0)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Rekisterinpitjä", "controller"),
        ("Henkilötietojen käsitelyn tarkotus", "purposes"),
        ("Säännömukaiset tietolähteet:", "sources"),
        ("Uppgifternas förvaringstider", "retention"),
        ("Den personuppgiftsanvarige", "controller"),
        ("Legal bases of processing", "legal_basis"),
        ("Kuinka kauan säilytämme henkilötietojasi?", "retention"),
        ("Siirretäänkö tietoja EU:n ulkopuolelle?", "transfers"),
        ("Miten suojaamme tietosi?", "security"),
        ("Vem kan ta del av dina uppgifter?", "recipients"),
        ("How do we keep your data safe?", "security"),
        ("Do you have to give us your data?", "mandatory_data"),
        ("Rekisterinpitäjä / Personuppgiftsansvarig / Controller", "controller"),
        ("TIETOJEN SÄILYTYSAIKA", "retention"),
    ],
)
def test_headings_nobody_wrote_down_are_recognised(heading: str, key: str) -> None:
    found = match(heading)
    assert found
    assert found.key == key


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("Rekisterinpitäjä ja yhteyshenkilö", ("controller", "contact_person")),
        ("Käsittelyn tarkoitus ja oikeusperuste", ("purposes", "legal_basis")),
        ("Ändamål och rättslig grund", ("purposes", "legal_basis")),
        ("Disclosures and transfers", ("recipients", "transfers")),
        ("Tietosisältö ja säilytysajat", ("data_categories", "retention")),
    ],
)
def test_several_things_in_one_heading_are_all_found(heading: str, keys: tuple[str, ...]) -> None:
    found = match(heading)
    assert found
    assert found.keys == keys


@pytest.mark.parametrize(
    "heading", ["Lentopallovuorot", "Drone-kuvaukset", "Vårfest", "Opening hours", "Asiakasrekisteri"]
)
def test_other_headings_are_not_known(heading: str) -> None:
    assert match(heading) is None
