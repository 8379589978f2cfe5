"""The one form: what it asks, hides and refuses."""

from typing import Any

import pytest
from wagtail.models import Site

from privacy.starter.forms import StarterForm


def posted(on: Site, **changes: Any) -> dict[str, Any]:
    """Give what a browser sends."""
    return {
        "name": "Esimerkkipuoti Oy",
        "kind": "company",
        "business_id": "",
        "contact_name": "",
        "contact_title": "Asiakaspalvelu",
        "email": "palvelu@puoti.example.fi",
        "phone": "",
        "languages": ["fi"],
        "register_name_fi": "Asiakasrekisteri",
        "register_name_sv": "",
        "site": on.pk,
        **changes,
    }


def form_of(on: Site, offered: tuple[str, ...] = ("fi", "sv"), **changes: Any) -> StarterForm:
    """Give the form as sent."""
    return StarterForm(posted(on, **changes), offers={on: list(offered)})


def test_single_site_and_single_language_are_filled_and_hidden(site: Site) -> None:
    form = StarterForm(offers={site: ["fi"]})

    hidden = {field.name for field in form.hidden_fields()}
    assert hidden == {"site", "languages"}
    assert form["site"].value() == site.pk
    assert form["languages"].value() == ["fi"]
    assert form["register_name_fi"].value() == "Asiakasrekisteri"


def test_several_languages_are_asked_with_a_register_name_each(site: Site) -> None:
    form = StarterForm(offers={site: ["fi", "sv"]})

    assert "languages" in {field.name for field in form.visible_fields()}
    assert form["register_name_sv"].value() == "Kundregister"


def test_answers_start_with_the_sites_own_language(site: Site) -> None:
    form = form_of(site, offered=("sv", "fi"), languages=["fi", "sv"], register_name_sv="Kundregister")

    assert form.is_valid(), form.errors
    assert form.answers().languages == ["sv", "fi"]
    assert form.answers().main_language == "sv"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"business_id": "1234567-8"}, "business_id"),
        ({"phone": "12"}, "phone"),
        ({"email": "ei osoite"}, "email"),
        ({"contact_title": ""}, "contact_title"),
        ({"email": ""}, "email"),
        ({"languages": ["fi", "sv"]}, "register_name_sv"),
        ({"languages": ["en"]}, "languages"),
        ({"languages": []}, "languages"),
        ({"site": 0}, "site"),
    ],
)
def test_bad_value_is_told_beside_its_field(site: Site, changes: dict[str, Any], field: str) -> None:
    form = form_of(site, **changes)

    assert set(form.errors) == {field}
    assert len(form.errors[field]) == 1


def test_telephone_alone_is_enough(site: Site) -> None:
    assert form_of(site, email="", phone="09 123 4567").is_valid()


def test_language_that_the_chosen_site_does_not_offer_is_refused(site: Site) -> None:
    other = Site.objects.create(hostname="toinen.example.fi", root_page=site.root_page)
    data = posted(other, languages=["fi", "sv"], register_name_sv="Kundregister")

    assert set(StarterForm(data, offers={site: ["fi", "sv"], other: ["fi"]}).errors) == {"languages"}
