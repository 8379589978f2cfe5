"""Notices as if read from documents; organisations, people and numbers are invented."""

from typing import Any

from privacy.importer.plan import ImportPlan
from privacy.importer.planning import plan_of
from privacy.importer.reader.document import (
    ImportedContact,
    ImportedController,
    ImportedNotice,
    ImportedSection,
    ImportFinding,
    SetAside,
)

CONTROLLER = ImportedController(
    name="Kuvitelmapaja Oy",
    business_id="1234567-1",
    street_address="Kuvitelmakatu 3",
    postal_code="00100",
    city="Helsinki",
    postal_address="PL 7, 00101 Helsinki",
)
CONTACT = ImportedContact(name="Aino Kuvitelma", role="contact_person", email="aino@example.fi", phone="040 123 4567")


def section(key: str, html: str, heading: str = "", **changes: Any) -> ImportedSection:
    """Give a section as it is read."""
    values = {"covers": (), "number": None, "text": "", **changes}
    return ImportedSection(key=key, heading=heading, html=html, **values)


SECTIONS = (
    section(
        "controller",
        "<p>Kuvitelmapaja Oy (Y-tunnus 1234567-1)<br>Kuvitelmakatu 3, 00100 Helsinki, PL 7, 00101 Helsinki</p>",
    ),
    section("contact_person", "<p>Aino Kuvitelma, puh. 040-1234567 tai aino@example.fi.</p>"),
    section("register_name", "<p>Kuvitelmapajan asiakasrekisteri</p>"),
    section(
        "purposes",
        "<p>Hoidamme asiakassuhteita.</p><p>Lähetämme tilaukset.</p><ul><li>laskutus</li><li>neuvonta</li></ul>",
        "Miksi tietoja käsitellään",
        covers=("legal_basis",),
        source="4. Miksi tietoja käsitellään\nHoidamme asiakassuhteita.\nLähetämme tilaukset.\n• laskutus\n• neuvonta",
    ),
    section("rights_overview", "<p>Voit tarkastaa tietosi.</p>", "Oikeutesi"),
)


def read(**changes: Any) -> ImportedNotice:
    """Give a notice as it is read."""
    values: dict[str, Any] = {
        "language": "fi",
        "title": "Kuvitelmapajan tietosuojaseloste",
        "date": "2025-03-14",
        "controllers": (CONTROLLER,),
        "contacts": (CONTACT,),
        "register_name": "Kuvitelmapajan asiakasrekisteri",
        "sections": SECTIONS,
        "set_aside": (SetAside("Etusivu / Ohjeet", "breadcrumb"),),
        "findings": (ImportFinding("missing_number", "", {"number": "3", "before": "2", "after": "4"}),),
    }
    return ImportedNotice(**(values | changes))


def planned(**changes: Any) -> ImportPlan:
    """Give the plan for a notice as it is read."""
    return plan_of(read(**changes))
