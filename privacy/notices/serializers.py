"""How a notice looks as data."""

from typing import Any

from rest_framework.fields import Field

from privacy.notices.render import section_html
from privacy.notices.sections import Section


class SectionsSerializer(Field):
    """The sections of a notice: key, heading, anchor, HTML of the whole section, and its structured rows."""

    def to_representation(self, value: list[Section]) -> list[dict[str, Any]]:
        """Give the sections as JSON values."""
        language = self.parent.instance.language if hasattr(self.parent.instance, "language") else "en"
        return [
            {
                "key": section.key,
                "heading": section.heading,
                "anchor": section.anchor,
                "html": section_html(section, language),
                "rows_kind": section.rows_kind,
                "rows": section.rows,
            }
            for section in value
        ]
