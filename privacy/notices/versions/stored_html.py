"""What of a version is kept as HTML, and what a reader is shown of it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from privacy.conf import settings as conf
from privacy.notices.sections.data import Section
from privacy.notices.sections.render import RenderedSection, render_sections
from privacy.notices.versions.canonical import Content
from privacy.notices.versions.masking import mask_registers, mask_section, personal_words
from privacy.registers.details import RegisterFacts

StoredSection = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ShownNotice:
    """What a reader sees of a notice: of a version, or of a draft in the preview."""

    title: str
    language: str
    registers: list[RegisterFacts]
    sections: list[RenderedSection]


def stored_html(content: Content, *, like: Any = None) -> list[StoredSection]:
    """Give the sections as they are stored; `masked` is their HTML without names of persons, where that differs.

    Sections that a version `like` this one has to the letter are taken over from it.
    """
    known = _by_wording(like, content["language"])
    words = personal_words(content["registers"], content["language"])
    found: list[StoredSection] = []
    for section in content["sections"]:
        masked = mask_section(section, content["language"], words)
        taken_over = [stored for old, old_masked, stored in known if (old, old_masked) == (section, masked)]
        found.append(taken_over[0] if taken_over else _stored_section(section, masked, content["language"]))
    return found


def _by_wording(version: Any, language: str) -> list[tuple[dict[str, Any], dict[str, Any], StoredSection]]:
    if version is None or version.language != language:
        return []
    words = personal_words(version.content["registers"], language)
    pairs = zip(version.content["sections"], version.html, strict=True)
    return [(section, mask_section(section, language, words), stored) for section, stored in pairs]


def _stored_section(section: dict[str, Any], masked: dict[str, Any], language: str) -> StoredSection:
    stored = _rendered(section, language)
    return stored | {"masked": _rendered(masked, language)["html"] if masked != section else None}


def shown_draft(content: Content) -> ShownNotice:
    """Give what a reader would see of canonical data that was not stored."""
    sections = [Section(**section) for section in content["sections"]]
    return ShownNotice(
        title=content["title"],
        language=content["language"],
        registers=_registers(content["registers"]),
        sections=render_sections(sections, content["language"]),
    )


def shown_version(version: Any, *, superseded: bool) -> ShownNotice:
    """Give what a reader sees of a version; one that is superseded names persons by their function only."""
    masked = superseded and conf.mask_persons_in_archive
    registers = version.content["registers"]
    return ShownNotice(
        title=version.title,
        language=version.language,
        registers=_registers(mask_registers(registers, version.language) if masked else registers),
        sections=_sections(version.html, masked=masked),
    )


def _sections(stored: Sequence[StoredSection], *, masked: bool) -> list[RenderedSection]:
    found = []
    for entry in stored:
        section = {field.name: entry[field.name] for field in fields(RenderedSection)}
        without_names = entry["masked"] if masked else None
        found.append(RenderedSection(**section | ({"html": without_names} if without_names is not None else {})))
    return found


def _rendered(section: dict[str, Any], language: str) -> StoredSection:
    (rendered,) = render_sections([Section(**section)], language)
    return {field.name: str(getattr(rendered, field.name)) for field in fields(rendered)}


def _registers(entries: Sequence[dict[str, Any]]) -> list[RegisterFacts]:
    return [RegisterFacts(**entry) for entry in entries]
