"""`manage.py check_notices --file`: for pipelines, without the database."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

DOCUMENT = """Rekisteriseloste

Laatimispäivä 3.4.2017

Rekisterinpitäjä

Männynkävyn Leipomo Oy, Y-tunnus: 1234567-1
Leipurinkuja 7, 33100 Tampere
leipomo@mannynkapy.example.fi

Henkilötietojen käsittelyn tarkoitus

Tietoja käsitellään henkilötietolain mukaisesti tilausten toimittamista varten.

Rekisterin tietosisältö

Nimi, osoite ja puhelinnumero.

Tarkastusoikeus

Asiakkaalla on oikeus tarkastaa tietonsa. Tarkastuspyyntö on allekirjoitettava.
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "leipomo.txt"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


def run(*arguments: Any, **options: Any) -> str:
    out = StringIO()
    call_command("check_notices", *arguments, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_json_lists_the_findings_of_each_document(document: Path) -> None:
    answer = json.loads(run("--file", str(document), str(document), "--format", "json", "--language", "fi"))
    assert [entry["notice"] for entry in answer] == [str(document)] * 2
    findings = {finding["id"]: finding for finding in answer[0]["findings"]}
    assert {"PN012", "PN023", "PN035", "PN037", "PN043", "PN045", "PN064"} <= set(findings)
    assert findings["PN037"] == {
        "id": "PN037",
        "severity": "error",
        "section": "right_of_access",
        "message": "Allekirjoitusta ei saa asettaa pyynnön ehdoksi: salli sähköinen pyyntö.",
        "excerpt": "Tarkastuspyyntö on allekirjoitettava.",
    }
    assert len(findings) == len(answer[0]["findings"]), "each check once"


def test_text_names_document_check_section_and_words(document: Path) -> None:
    text = run("--file", str(document), "--language", "en")
    assert text.startswith(f"{document}: error ")
    assert "PN037 [right_of_access] A signature must not be a condition" in text
    assert '"Tarkastuspyyntö on allekirjoitettava."' in text


def test_status_is_one_when_something_serious_enough_is_found(document: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--file", str(document), "--fail-on", "error")
    assert ended.value.code == 1


def test_status_is_zero_when_only_less_serious_things_are_found(document: Path, settings: Any) -> None:
    answer = json.loads(run("--file", str(document), "--format", "json"))
    settings.PRIVACY_CHECK_SEVERITIES = {finding["id"]: "info" for finding in answer[0]["findings"]}
    run("--file", str(document), "--fail-on", "warning")


def test_settings_switch_checks_off(document: Path, settings: Any) -> None:
    settings.PRIVACY_CHECKS_DISABLED = ["PN037"]
    assert "PN037" not in run("--file", str(document))


def test_file_that_is_no_notice_is_named_and_the_others_are_checked(document: Path, tmp_path: Path) -> None:
    empty = tmp_path / "tyhja.txt"
    empty.write_text("")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError):
        call_command(
            "check_notices",
            "--file",
            str(empty),
            str(tmp_path / "none.txt"),
            str(document),
            format="json",
            stdout=out,
            stderr=err,
        )
    assert [entry["notice"] for entry in json.loads(out.getvalue())] == [str(document)]
    assert str(empty) in err.getvalue()
    assert "none.txt" in err.getvalue()
