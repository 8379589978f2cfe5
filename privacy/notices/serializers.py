"""How a notice looks as data."""

from typing import Any

from rest_framework.fields import Field

from privacy.notices.links import expand_sections
from privacy.notices.render import section_html
from privacy.notices.sections import Section
from privacy.registers.facts import RegisterFacts


class RegistersSerializer(Field):
    """The registers that a notice describes, by their public names."""

    def to_representation(self, value: list[RegisterFacts]) -> list[dict[str, str]]:
        """Give the registers as JSON values."""
        return [
            {"uuid": facts.uuid, "name": facts.name if facts.name_shown else "", "concerns": facts.concerns}
            for facts in value
        ]


class SectionsSerializer(Field):
    """The sections of a notice: key, heading, anchor, HTML of the whole section, and its structured rows."""

    def get_attribute(self, instance: Any) -> tuple[list[Section], str]:
        """Give the sections with the language that their HTML is made in."""
        return instance.sections, instance.language

    def to_representation(self, value: tuple[list[Section], str]) -> list[dict[str, Any]]:
        """Give the sections as JSON values."""
        sections, language = value
        return [
            {
                "key": section.key,
                "heading": section.heading,
                "anchor": section.anchor,
                "html": section_html(section, language),
                "rows_kind": section.rows_kind,
                "rows": section.rows,
            }
            for section in expand_sections(sections)
        ]
