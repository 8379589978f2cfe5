"""Which text serves a language tag, and which languages a record can be in."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import global_settings
from django.core.management import call_command
from django.utils import translation

import privacy
from privacy.languages import nearest, primary, text_in
from privacy.models import Contact, Controller, SupervisoryAuthority
from privacy.registers.countries import country_name
from privacy.rights.models.standard_texts import StandardText, standard_text
from privacy.site_languages import (
    default_language,
    language_choices,
    language_name,
    language_now,
    languages_of_app,
    own_language_choices,
    speaks,
    usable_language,
)
from tests.factories import ControllerFactory, RegisterFactory

APP = Path(privacy.__file__).parent
TEXTS = {"fi": "suomeksi", "en": "in English", "pt-br": "em português"}


@pytest.mark.parametrize(
    ("language", "otherwise", "text"),
    [
        ("fi", "", "suomeksi"),
        ("FI", "", "suomeksi"),
        ("fi-fi", "", "suomeksi"),
        ("en_GB", "", "in English"),
        ("pt-br", "", "em português"),
        ("de", "", "in English"),
        ("de", "fi", "suomeksi"),
        ("de", "fi_FI", "suomeksi"),
        ("de", "sv", "in English"),
        ("", "", "in English"),
        (None, "", "in English"),
    ],
)
def test_text_falls_back_to_its_language_the_records_and_english(
    language: str | None, otherwise: str, text: str
) -> None:
    assert text_in(TEXTS, language, otherwise=otherwise) == text


def test_empty_text_counts_only_where_nothing_else_is_written() -> None:
    assert text_in({"fi": "", "en": "in English"}, "fi") == "in English"
    assert text_in({"fi": "", "sv": ""}, "fi") == ""
    assert text_in({"sv": "på svenska"}, "de") == "på svenska"
    with pytest.raises(ValueError, match="no text"):
        text_in({}, "fi")


def test_nearest_tag_is_the_same_its_language_or_another_region() -> None:
    assert nearest(["fi", "en", "en-gb"], "en-gb") == "en-gb"
    assert nearest(["fi", "en"], "en-gb") == "en"
    assert nearest(["fi", "en-gb"], "en") == "en-gb"
    assert nearest(["fi", "en"], "de") is None
    assert [primary(tag) for tag in ("zh-hans", "pt_BR", "fi", "", None)] == ["zh", "pt", "fi", "", ""]


def test_app_speaks_the_languages_of_its_catalogues_and_english() -> None:
    assert languages_of_app() == ("fi", "sv", "en")
    assert [speaks(tag) for tag in ("sv", "en-gb", "de")] == [True, True, False]


def test_records_can_be_in_the_languages_of_the_site(settings: Any) -> None:
    assert [tag for tag, _name in language_choices()] == ["fi", "sv", "en"]
    assert own_language_choices() == [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("de", "Deutsch"), ("en-gb", "British English")]
    settings.LANGUAGE_CODE = "de"
    assert [str(name) for _tag, name in language_choices()] == ["Deutsch", "British English"]
    assert (default_language(), Controller().main_language, Contact().language) == ("de", "de", "de")
    assert [usable_language(tag) for tag in ("en", "en-gb", "fi")] == ["en-gb", "en-gb", "de"]
    assert dict(Contact._meta.get_field("language").flatchoices) == dict(language_choices())


@pytest.mark.django_db
def test_further_language_and_country_need_no_migration(settings: Any) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("de", "Deutsch"), ("et", "eesti")]
    settings.LANGUAGE_CODE, settings.PRIVACY_COUNTRY = "de", "EE"
    out = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=out)
    assert "No changes detected" in out.getvalue()


def test_site_without_languages_of_its_own_has_those_of_the_app(settings: Any) -> None:
    settings.LANGUAGES, settings.WAGTAIL_CONTENT_LANGUAGES = global_settings.LANGUAGES, None
    settings.LANGUAGE_CODE = "en-us"
    assert [tag for tag, _name in language_choices()] == ["fi", "sv", "en"]
    assert default_language() == "en"


def test_name_of_a_language_that_nobody_knows_is_its_tag() -> None:
    assert language_name("tlh") == "tlh"
    with translation.override(None):
        assert language_now() == "en"


def test_country_is_named_by_script_region_and_language() -> None:
    assert country_name("FI", "zh-hans") == "芬兰"
    assert country_name("FI", "pt-br") == "Finlândia"
    assert country_name("FI", "de_AT") == "Finnland"
    assert country_name("FI", "xx-yy") == "Finland"


@pytest.mark.django_db
def test_record_answers_a_region_by_the_text_of_its_language() -> None:
    controller = ControllerFactory(name="Malli Oy", texts={"en": {"name": "Model Ltd"}})
    register = RegisterFactory(name="Asiakkaat", controller=controller, texts={"en": "Customers", "de": "Kunden"})
    assert [controller.details(tag)["name"] for tag in ("en-gb", "de", "fi")] == ["Model Ltd", "Malli Oy", "Malli Oy"]
    assert [register.name_in(tag) for tag in ("en-gb", "de-at", "sv")] == ["Customers", "Kunden", "Asiakkaat"]
    authority = SupervisoryAuthority(code="EE", name="Andmekaitse Inspektsioon", name_en="Data Protection Inspectorate")
    assert authority.details("en-gb")["name"] == "Data Protection Inspectorate"


@pytest.mark.django_db
def test_editors_text_serves_the_regions_of_its_language() -> None:
    StandardText.objects.create(code="reminder", language="en", subject="Ours {number}", text="Our words")
    assert standard_text("reminder", "en-gb").text == "Our words"
    assert standard_text("reminder", "de").subject == standard_text("reminder", "xx").subject != "Ours {number}"


def texts_of(value: Any) -> Iterator[dict[str, Any]]:
    """Give the tables by language that stand in a data file."""
    if isinstance(value, dict):
        if set(value) & set(languages_of_app()):
            yield value
        for content in value.values():
            yield from texts_of(content)
    elif isinstance(value, list):
        for content in value:
            yield from texts_of(content)


@pytest.mark.parametrize("path", sorted(APP.glob("**/data/*.json")), ids=lambda path: str(path.relative_to(APP)))
def test_each_text_of_a_data_file_is_in_all_languages_of_the_app(path: Path) -> None:
    tables = list(texts_of(json.loads(path.read_text(encoding="utf-8"))))
    assert [table for table in tables if not set(languages_of_app()) <= set(table)] == []
