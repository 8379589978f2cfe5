"""The StreamField of sections; its block definitions are code and never frozen in migrations."""

from typing import Any

from wagtail.fields import StreamField


class SectionsField(StreamField):
    """A StreamField that migrations see as an empty one, so that a new section type needs no migration."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Give the field as a plain StreamField without blocks and default."""
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs
