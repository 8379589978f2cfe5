"""The HTML of sections: a pure function of what they say, their language and the templates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from privacy.notices.sections.data import Section
from privacy.site_languages import spoken


@dataclass(frozen=True, slots=True)
class RenderedSection:
    """A section as HTML, without its heading; links are in Wagtail's database form until they are expanded."""

    key: str
    block_id: str
    anchor: str
    heading: str
    html: str


def render_sections(sections: Sequence[Section], language: str) -> list[RenderedSection]:
    """Give sections as HTML in a language."""
    return [
        RenderedSection(section.key, section.block_id, section.anchor, section.heading, section_html(section, language))
        for section in sections
    ]


def section_html(section: Section, language: str) -> str:
    """Give the HTML of a section without its heading; page links and the form's address stay placeholders."""
    # Editors' rich text passes Wagtail's whitelist of tags and attributes when it is saved.
    shown = replace(section, text=mark_safe(section.text))  # noqa: S308
    with translation.override(spoken(language)):
        return render_to_string("privacy/sections/body.html", {"section": shown, "language": language}).strip()
