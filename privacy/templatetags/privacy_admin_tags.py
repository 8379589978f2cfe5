"""Filters of the admin's pages."""

import re

from django import template
from django.utils.translation import get_language_info

register = template.Library()

_CASE_LINK = re.compile(r"(/case/)[\w-]{20,}")


@register.filter
def redact_case_links(text: str) -> str:
    """Hide the token of a contact's link: the letter is shown, the door it opens is not."""
    return _CASE_LINK.sub(r"\1…", text)


@register.filter
def language_name(code: str) -> str:
    """Give the name of a language in the language of the moment."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
