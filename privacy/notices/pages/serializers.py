"""How a notice looks as data: always the version in force."""

from typing import Any

from rest_framework.fields import CharField, Field

from privacy.notices.sections.links import expand_sections
from privacy.notices.versions.canonical import Content
from privacy.notices.versions.public.page_context import form_address_of, permanent_address


def _content_of(page: Any) -> Content:
    version = page.in_force or page.pending_version
    return version.content if version else page.draft_wording().content


class WholePageField(Field):
    """A field that is made from the page as a whole."""

    def get_attribute(self, instance: Any) -> Any:
        """Give the page."""
        return instance


class RegistersSerializer(WholePageField):
    """The registers that a notice describes, by their public names."""

    def to_representation(self, page: Any) -> list[dict[str, str]]:
        """Give the registers as JSON values."""
        return [
            {"uuid": facts["uuid"], "name": facts["name"] if facts["name_shown"] else "", "concerns": facts["concerns"]}
            for facts in _content_of(page)["registers"]
        ]


class SectionsSerializer(WholePageField):
    """The sections of a notice: key, heading, anchor, HTML of the whole section, and its structured rows."""

    def to_representation(self, page: Any) -> list[dict[str, Any]]:
        """Give the sections as JSON values."""
        related = page.related_pages
        address = form_address_of(related.forms, None)
        expanded = expand_sections(page.shown.sections, pages=related.pages, form_address=address)
        return [
            {
                "key": section.key,
                "heading": section.heading,
                "anchor": section.anchor,
                "html": section.html,
                "rows_kind": data["rows_kind"],
                "rows": data["rows"],
            }
            for section, data in zip(expanded, _content_of(page)["sections"], strict=True)
        ]


class VersionSerializer(WholePageField):
    """The version that is shown: its number, days, digest, and its permanent address."""

    def to_representation(self, page: Any) -> dict[str, Any] | None:
        """Give the version as JSON values; null where none was recorded."""
        version = page.in_force or page.pending_version
        if version is None:
            return None
        return {
            "number": version.number,
            "kind": version.kind,
            "summary": version.summary,
            "effective_from": version.effective_from.isoformat(),
            "published_at": version.published_at.isoformat(),
            "stated": version.stated,
            "digest": version.digest,
            "url": permanent_address(page, f"versions/{version.address}/"),
        }


API_FIELDS: dict[str, Field | None] = {
    "title": CharField(source="title_now"),
    "uuid": None,
    "language": None,
    "version": VersionSerializer(),
    "registers": RegistersSerializer(),
    "sections": SectionsSerializer(),
}
