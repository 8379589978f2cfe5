"""The StreamField of sections; its block definitions are code and never frozen in migrations."""

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks import BlockGroup
from wagtail.fields import StreamField

from privacy.notices.sections.row_blocks import RowBlock
from privacy.notices.sections.row_kinds import ROW_KINDS
from privacy.notices.sections.types import SectionType, section_types, starting_keys
from privacy.site_languages import language_now, lazy_text

RICH_TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link"]

FILL_CHOICES = [
    ("auto", gettext_lazy("Filled in by the system")),
    ("auto_and_text", gettext_lazy("Filled in by the system, and my text after it")),
    ("text", gettext_lazy("Only my text")),
]

GROUPS = {
    "who": gettext_lazy("Who we are"),
    "what": gettext_lazy("What we do with data"),
    "where": gettext_lazy("Where data go"),
    "care": gettext_lazy("How we look after data"),
    "rights": gettext_lazy("Rights"),
    "more": gettext_lazy("More"),
}


class SectionBlock(blocks.StructBlock):
    """One section: an own heading if wanted, text, and structured rows where data matter."""

    def __init__(self, section_type: SectionType, **kwargs: Any) -> None:
        self.section_type = section_type
        super().__init__(_fields(section_type), **kwargs)

    class Meta:
        preview_template = "privacy/blocks/preview.html"

    def clean(self, value: Any) -> Any:
        """Show text that was typed into a section that fills itself: after what is filled in, never not at all."""
        cleaned = super().clean(value)
        if cleaned.get("fill") == "auto" and str(cleaned.get("text") or "").strip():
            cleaned["fill"] = "auto_and_text"
        return cleaned

    def get_preview_value(self) -> Any:
        """Give an example of the section in the language of the admin."""
        return self.normalize({"text": f"<p>{lazy_text(self.section_type.preview)}</p>"})

    def get_preview_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Give the example with its default heading."""
        return {"value": value, "heading": self.section_type.heading_in(language_now())}


def _fields(section_type: SectionType) -> list[tuple[str, blocks.Block]]:
    default = lazy_text(section_type.heading)
    fields: list[tuple[str, blocks.Block]] = []
    if section_type.self_filled:
        label = gettext_lazy("Content")
        fields.append(("fill", blocks.ChoiceBlock(choices=FILL_CHOICES, default="auto", label=label)))
    if section_type.key == "automated_decisions":
        label = gettext_lazy("Decisions with legal or similar effects are made automatically (Art. 22)")
        fields.append(("decisions", blocks.BooleanBlock(required=False, label=label)))
        fields.append(("profiling", blocks.BooleanBlock(required=False, label=gettext_lazy("Profiling is used"))))
    text = blocks.RichTextBlock(features=RICH_TEXT_FEATURES, required=False, label=gettext_lazy("Text"))
    fields.append(("text", text))
    if section_type.rows:
        label = ROW_KINDS[section_type.rows].label
        rows = blocks.ListBlock(RowBlock(section_type.rows), default=[], label=label, collapsed=False)
        fields.append(("rows", rows))
    heading = blocks.CharBlock(required=False, max_length=200, label=gettext_lazy("Own heading"), help_text=default)
    fields.append(("heading", heading))
    return fields


class SectionsBlock(blocks.StreamBlock):
    """The sections of a notice in their order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__([(key, section_block(kind)) for key, kind in section_types().items()], **kwargs)


def section_block(section_type: SectionType) -> SectionBlock:
    """Give the block of a section type, with its label, icon, group and help."""
    names = [name for name, _block in _fields(section_type) if name != "heading"]
    return SectionBlock(
        section_type,
        label=lazy_text(section_type.heading),
        icon=section_type.icon,
        group=GROUPS[section_type.group],
        description=lazy_text(section_type.help),
        help_text=lazy_text(section_type.help),
        form_layout=BlockGroup(children=names, settings=["heading"]),
        collapsed=False,
    )


def starting_sections() -> list[dict[str, Any]]:
    """Give the sections of a new notice, in order, still to be written."""
    return [{"type": key, "value": {}} for key in starting_keys()]


class SectionsField(StreamField):
    """A StreamField that migrations see as an empty one, so that a new section type needs no migration."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Give the field as a plain StreamField without blocks and default."""
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs
