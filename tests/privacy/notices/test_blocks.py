"""The blocks that editors compose a notice from."""

import pytest
from django.core.management import call_command
from wagtail.blocks import StructBlockValidationError

from privacy.notices.pages.notice import NoticePage
from privacy.notices.sections.blocks import SectionsBlock, starting_sections
from privacy.notices.sections.row_blocks import RowBlock
from privacy.notices.sections.types import section_types


def test_there_is_one_block_for_every_section_type() -> None:
    assert list(SectionsBlock().child_blocks) == list(section_types())


def test_every_block_has_a_preview() -> None:
    for block in SectionsBlock().child_blocks.values():
        assert block.is_previewable
        assert block.get_preview_value()["text"].source.startswith("<p>")


@pytest.mark.django_db
def test_new_notice_starts_with_its_sections_in_order() -> None:
    types = [block.block_type for block in NoticePage().body]
    assert types == [entry["type"] for entry in starting_sections()]
    assert types[0] == "controller"


def test_period_of_retention_needs_its_length() -> None:
    row = {"data": "Tilaukset", "kind": "period", "length": None, "unit": "years", "start": "", "criterion": ""}
    with pytest.raises(StructBlockValidationError) as caught:
        RowBlock("retention").clean(row)
    assert "length" in caught.value.block_errors


def test_criterion_of_retention_needs_its_words() -> None:
    row = {"data": "Tilaukset", "kind": "criterion", "length": None, "unit": "", "start": "", "criterion": ""}
    with pytest.raises(StructBlockValidationError) as caught:
        RowBlock("retention").clean(row)
    assert "criterion" in caught.value.block_errors


@pytest.mark.django_db
def test_migrations_do_not_know_the_section_types() -> None:
    field = NoticePage._meta.get_field("body")
    _name, path, args, kwargs = field.deconstruct()
    assert (path, args, kwargs["block_lookup"]) == ("wagtail.fields.StreamField", [[]], {})
    call_command("makemigrations", "privacy", check=True, dry_run=True, verbosity=0)


def test_text_typed_into_a_section_that_fills_itself_is_shown_after_what_is_filled_in() -> None:
    block = SectionsBlock().child_blocks["controller"]
    cleaned = block.clean(block.to_python({"fill": "auto", "text": "<p>Oma</p>", "heading": ""}))
    assert cleaned["fill"] == "auto_and_text"
