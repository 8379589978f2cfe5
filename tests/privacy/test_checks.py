"""Start-up checks name whatever is missing, with an id."""

from typing import Any

import pytest

from privacy.checks import (
    check_addresses,
    check_apps,
    check_languages,
    check_mailbox,
    check_notice_checks,
    check_pdf,
    check_private_root,
    check_request_notice,
)
from tests.factories import NoticePageFactory, RegisterFactory, RightsRequestPageFactory


def ids(found: list[Any]) -> list[str]:
    return [message.id for message in found]


def test_site_of_the_tests_is_in_order() -> None:
    found = [
        *check_apps(None),
        *check_addresses(None),
        *check_mailbox(None),
        *check_private_root(None),
        *check_notice_checks(None),
        *check_languages(None),
    ]
    assert ids(found) == []


def test_app_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("privacy.checks.apps.is_installed", lambda name: name != "rest_framework")
    (error,) = check_apps(None)
    assert error.id == "privacy.E001"
    assert "rest_framework" in error.msg


@pytest.mark.parametrize("value", ["www.example.fi", "ftp://example.fi", "https://"])
def test_base_address_that_leads_nowhere_is_named(settings: Any, value: str) -> None:
    settings.PRIVACY_PUBLIC_BASE_URL = value
    assert ids(check_addresses(None)) == ["privacy.E002"]


def test_public_address_is_the_admins_where_it_is_not_set(settings: Any) -> None:
    del settings.PRIVACY_PUBLIC_BASE_URL
    assert check_addresses(None) == []
    settings.WAGTAILADMIN_BASE_URL = ""
    assert ids(check_addresses(None)) == ["privacy.E002", "privacy.E002"]


def test_missing_default_mailbox_is_warned_of(settings: Any) -> None:
    settings.PRIVACY_DEFAULT_EMAIL = ""
    assert ids(check_mailbox(None)) == ["privacy.W002"]


@pytest.mark.parametrize("root", ["/srv/media", "/srv/media/private"])
def test_private_files_under_the_public_ones_are_an_error(settings: Any, root: str) -> None:
    settings.MEDIA_ROOT, settings.PRIVACY_PRIVATE_ROOT = "/srv/media", root
    assert ids(check_private_root(None)) == ["privacy.E003"]


def test_private_files_beside_the_public_ones_are_fine(settings: Any) -> None:
    settings.MEDIA_ROOT, settings.PRIVACY_PRIVATE_ROOT = "/srv/media", "/srv/media-private"
    assert check_private_root(None) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("site")
def test_form_without_the_notice_of_the_requests_is_warned_of() -> None:
    assert check_request_notice(None, databases=["default"]) == []
    RightsRequestPageFactory()
    assert ids(check_request_notice(None, databases=["default"])) == ["privacy.W001"]
    NoticePageFactory(registers=[RegisterFactory(for_requests=True)])
    assert check_request_notice(None, databases=["default"]) == []


def test_database_is_asked_only_when_checks_may_ask_it() -> None:
    assert check_request_notice(None, databases=None) == []


@pytest.mark.parametrize(
    ("installed", "problem", "found"),
    [
        (True, "", []),
        (True, "No font is installed on the system.", ["privacy.W003"]),
        (False, "WeasyPrint is not installed.", ["privacy.I001"]),
    ],
)
def test_why_there_are_no_pdfs_is_told(
    monkeypatch: pytest.MonkeyPatch, installed: bool, problem: str, found: list[str]
) -> None:
    monkeypatch.setattr("privacy.checks.is_installed", lambda: installed)
    monkeypatch.setattr("privacy.checks.missing_part", lambda: problem)
    messages = check_pdf(None)
    assert ids(messages) == found
    assert all(problem in message.msg for message in messages)


def test_unknown_check_or_severity_in_the_settings_is_named(settings: Any) -> None:
    settings.PRIVACY_CHECKS_DISABLED = ["PN001", "PN999"]
    settings.PRIVACY_CHECK_SEVERITIES = {"PN002": "fatal"}
    messages = [message.msg for message in check_notice_checks(None)]
    assert [message for message in messages if "PN999" in message or "fatal" in message] == messages
    assert len(messages) == 2


def test_language_of_content_without_texts_is_named(settings: Any) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("fi", "suomi"), ("de", "Deutsch"), ("en-gb", "English")]
    (info,) = check_languages(None)
    assert (info.id, "in de:" in info.msg) == ("privacy.I002", True)
