"""Checks documents that no page holds: a file is read by the importer, without touching the database."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from privacy.notices.checks import Finding, run_checks
from privacy.notices.checks.of_import import view_of_import
from privacy.notices.checks.running import once_each
from privacy.notices.importing.decoding import decoded, repaired
from privacy.notices.importing.reading import read_file
from privacy.notices.importing.values import ImportedNotice

_MARKS_BELONG = (".htm", ".html", ".xhtml", ".md", ".markdown", ".docx", ".pdf")
_BINARY = (b"PK\x03\x04", b"%PDF")


def check_file(
    data: bytes,
    *,
    name: str,
    today: date,
    disabled: Collection[str] = (),
    severities: Mapping[str, str] | None = None,
) -> list[Finding]:
    """Give what the checks find in a document, each check once, errors first. Raises NotANotice."""
    notice = read_file(data, name=name)
    view = view_of_import(notice, _as_read(data, name, notice), today)
    return once_each(run_checks(view, disabled=disabled, severities=severities))


def _as_read(data: bytes, name: str, notice: ImportedNotice) -> str:
    """Give the text as a person sees it: in a text file every mark is visible, in the other forms the marks are not."""
    if name.lower().endswith(_MARKS_BELONG) or data.startswith(_BINARY):
        return "\n\n".join(f"{section.heading}\n\n{section.text}" for section in notice.sections)
    return repaired(decoded(data))


def as_data(name: str, findings: Collection[Finding], language: str) -> dict[str, Any]:
    """Give the findings of a notice as JSON values, with the messages in a language."""
    return {
        "notice": name,
        "findings": [
            {
                "id": finding.id,
                "severity": finding.severity,
                "section": finding.section,
                "message": finding.rule.message_in(language),
                "excerpt": finding.excerpt,
            }
            for finding in findings
        ],
    }
