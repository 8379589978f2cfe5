"""Gives a notice in the short form in which the fixtures' answers are written."""

from dataclasses import asdict
from typing import Any

from privacy.importer.reader.document import ImportedNotice


def compact(notice: ImportedNotice) -> dict[str, Any]:
    """Give the facts without empty ones, and of every section its key, number, heading, ends and items."""
    return {
        "language": notice.language,
        "title": notice.title,
        "date": notice.date,
        "controllers": [_filled(asdict(controller)) for controller in notice.controllers],
        "contacts": [_filled(asdict(contact)) for contact in notice.contacts],
        "register_names": list(notice.register_names),
        "sections": [
            {
                "key": section.key,
                "covers": " ".join(section.covers),
                "number": section.number,
                "heading": section.heading,
                "starts": " ".join(section.text.split()[:4]),
                "ends": " ".join(section.text.split()[-4:]),
                "items": section.html.count("<li>"),
            }
            for section in notice.sections
        ],
        "set_aside": [f"{aside.reason}: {aside.text}" for aside in notice.set_aside],
        "findings": [finding.code for finding in notice.findings],
    }


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
