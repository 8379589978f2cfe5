"""The HTML of sections: a pure function of what they say, their language and the templates."""

from django.template.loader import render_to_string
from django.utils import translation

from privacy.notices.sections import Section


def section_html(section: Section, language: str) -> str:
    """Give the HTML of a section without its heading; its rich text must have been expanded."""
    with translation.override(language):
        return render_to_string("privacy/sections/body.html", {"section": section, "language": language}).strip()
