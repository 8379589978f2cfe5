"""The command line makes the same drafts as the preview, without asking."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from privacy.models import Controller, NoticePage
from tests.factories import ControllerFactory

NOTICE = """TIETOSUOJASELOSTE

1. REKISTERINPITÄJÄ

Kuvitelmapaja Oy, Y-tunnus {business_id}
Kuvitelmakatu 3, 00100 Helsinki

2. REKISTERIN NIMI

Kuvitelmapajan asiakasrekisteri

3. HENKILÖTIETOJEN KÄSITTELYN TARKOITUS

Toimitamme tilaukset.

4. HENKILÖTIETOJEN SÄILYTYSAIKA

Kuusi vuotta.
"""


def run(*words: Any) -> str:
    """Run the command and give what it prints."""
    out = StringIO()
    call_command("import_notice", *map(str, words), stdout=out, stderr=out)
    return out.getvalue()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Give a notice in a file."""
    path = tmp_path / "seloste.txt"
    path.write_text(NOTICE.format(business_id="1234567-1"), encoding="utf-8")
    return path


def test_command_makes_a_draft_below_the_parent(parent: Page, document: Path) -> None:
    told = run(document, "--parent", parent.pk, "--language", "fi")

    page = NoticePage.objects.get()
    assert f"draft {page.pk}" in told
    assert not page.live
    assert page.get_parent().pk == parent.pk
    assert [block["type"] for block in page.body.raw_data] == ["controller", "register_name", "purposes", "retention"]


def test_second_import_uses_the_records_of_the_first(parent: Page, document: Path) -> None:
    for _time in range(2):
        run(document, "--parent", parent.pk)

    assert Controller.objects.count() == 1
    assert len({page.registers.get().register_id for page in NoticePage.objects.all()}) == 1


def test_fact_that_a_record_refuses_stays_in_the_text(parent: Page, document: Path) -> None:
    document.write_text(NOTICE.format(business_id="1234567-8"), encoding="utf-8")

    told = run(document, "--parent", parent.pk)

    page = NoticePage.objects.get()
    assert "controllers.business_id was not accepted" in told
    assert page.registers.get().register.controller.business_id == ""
    assert "1234567-8" in page.body.raw_data[0]["value"]["text"]


def test_what_is_no_notice_makes_nothing_and_fails(parent: Page, document: Path) -> None:
    document.write_text("Keitä puuroa hiljaisella tulella. Lisää suola ja voi.", encoding="utf-8")

    with pytest.raises(CommandError):
        run(document, "--parent", parent.pk)

    assert not NoticePage.objects.exists()


def test_document_without_a_controller_takes_the_one_that_is_given(parent: Page, document: Path) -> None:
    text = NOTICE.replace("1. REKISTERINPITÄJÄ", "").replace("Kuvitelmapaja Oy, Y-tunnus {business_id}", "")
    document.write_text(text.replace("Kuvitelmakatu 3, 00100 Helsinki", ""), encoding="utf-8")
    with pytest.raises(CommandError):
        run(document, "--parent", parent.pk)

    controller = ControllerFactory()
    run(document, "--parent", parent.pk, "--controller", controller.pk)

    assert NoticePage.objects.get().registers.get().register.controller == controller


@pytest.mark.parametrize("words", [("--parent", 999_999), ("--parent", 1), ()])
def test_parent_has_to_be_a_list_of_notices(parent: Page, document: Path, words: tuple[Any, ...]) -> None:
    with pytest.raises(CommandError):
        run(document, *words)
