"""Filters of the admin's pages."""

import re
from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from privacy import site_languages
from privacy.rights.national_words import document_request_rule

register = template.Library()

_CASE_LINK = re.compile(r"(/(?:case|files)/)[\w-]{20,}")


@register.filter
def redact_case_links(text: str) -> str:
    """Hide the token of a contact's or person's link: the letter is shown, the door it opens is not."""
    return _CASE_LINK.sub(r"\1…", text)


@register.filter
def language_name(code: str) -> str:
    """Give the name of a language in the language of the moment."""
    return site_languages.language_name(code)


@register.filter
def document_request_note(case: Any) -> str:
    """Say until when a request for documents is to be answered, and by which act."""
    rule = document_request_rule(case.controller)
    day = date_format(case.document_due_on, "SHORT_DATE_FORMAT")
    if rule is None:  # it was taken as one while the controller was in another country, or of another kind
        return gettext("Also a request for documents: to be answered by %(day)s.") % {"day": day}
    return rule.text("note", site_languages.language_now()).replace("{day}", day)


@register.filter
def step_address(case: Any, step: str) -> str:
    """Give the address of the page of a step of a request."""
    return reverse(f"privacy_requests:step_{step}", args=[case.number])


@register.filter
def version_address(number: str) -> str:
    """Give the part of an address that names a version of a notice: 2.1 is "2-1"."""
    return number.replace(".", "-")
