"""Filters of the admin's pages."""

import re
from typing import Any

from django import template
from django.urls import reverse

from privacy import site_languages
from privacy.rights.workflow.steps import Step

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
def step_address(case: Any, step: str) -> str:
    """Give the address of the page of a step of a request."""
    return reverse(f"privacy_requests:step_{Step(step).value}", args=[case.number])


@register.filter
def version_address(number: str) -> str:
    """Give the part of an address that names a version of a notice: 2.1 is "2-1"."""
    return number.replace(".", "-")
