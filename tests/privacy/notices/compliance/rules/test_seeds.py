"""Five real notices: exactly the findings that the reference expects, where it is at hand."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from privacy.importer.document_checks import check_file

SHARED = Path(settings.BASE_DIR).parent / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
TODAY = date(2026, 11, 22)  # the day of the reference
# Errors, warnings, hints per seed, as the reference counts them.
COUNTS = {"000": (10, 5, 7), "001": (8, 10, 8), "002": (11, 9, 10), "003": (12, 5, 9), "004": (12, 7, 7)}

pytestmark = pytest.mark.skipif(not SEEDS, reason="the reference documents are not here")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_findings_are_those_of_the_reference(path: Path) -> None:
    expected = {
        rule["id"]
        for rule in json.loads((SHARED / "domain" / "lint_rules.json").read_text(encoding="utf-8"))
        if path.name[:3] in rule["seeds"]
    }
    findings = check_file(path.read_bytes(), name=path.name, today=TODAY)
    assert {finding.id for finding in findings} == expected
    severities = Counter(finding.severity for finding in findings)
    assert (severities["error"], severities["warning"], severities["info"]) == COUNTS[path.name[:3]]
