"""What the codes of reading and matching are called in the admin."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from privacy.importer.reader.words import message_in
from privacy.importer.record_match import BUSINESS_ID, EMAIL, NAME
from privacy.importer.section_edits import BY_EDITOR
from privacy.site_languages import language_now

_FOUND_BY = {BUSINESS_ID: _("same business ID"), NAME: _("same name"), EMAIL: _("same email")}
_REASONS = {
    BY_EDITOR: _("Set aside by you"),
    "long_title": _("The whole title, which was too long"),
    "date": _("The date, which is kept as a fact"),
    "contents": _("List of contents"),
    "navigation": _("Menu of the page"),
    "breadcrumb": _("Path to the page"),
    "header": _("Header of the page"),
    "footer": _("Footer of the page"),
    "sidebar": _("Beside the text"),
    "cookie_banner": _("Cookie banner"),
    "sharing": _("Sharing links"),
    "shop": _("Part of a web shop"),
    "form": _("Form of the page"),
    "button": _("Button"),
    "hidden": _("Not seen by readers of the page"),
    "page_title": _("Title of the browser window"),
    "page_number": _("Page number"),
    "page_header": _("Repeated on every page"),
    "before_title": _("Before the title"),
}
_SURE, _LIKELY = 0.85, 0.6


def found_by(code: str) -> str:
    """Say by what a record was found."""
    return str(_FOUND_BY.get(code, ""))


def reason(code: str) -> str:
    """Say why text was set aside."""
    return str(_REASONS.get(code, _("Not a part of the notice")))


def certainty(confidence: float) -> dict[str, Any]:
    """Say how surely the type of a section was recognised: words, an icon, and whether an editor should look."""
    if confidence >= _SURE:
        return {"text": _("Recognised"), "icon": "check", "doubtful": False}
    if confidence >= _LIKELY:
        return {"text": _("Probably right"), "icon": "info-circle", "doubtful": False}
    return {"text": _("Check the type"), "icon": "warning", "doubtful": True}


def in_words(code: str, values: Mapping[str, str]) -> str:
    """Say what reading noticed, or why it failed, in the language of the admin."""
    return message_in(language_now(), code, values)
