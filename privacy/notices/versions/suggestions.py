"""Whether what an editor is about to publish is a material change, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from privacy.notices.comparing import suggest_kind
from privacy.notices.resolve import resolve_sections
from privacy.notices.section_types import section_types
from privacy.notices.versions.canonical import wording_of
from privacy.notices.versions.choices import VersionKind


@dataclass(frozen=True, slots=True)
class Suggested:
    """The kind that a draft suggests for the next version: `reasons` are keys of sections that changed in substance."""

    is_first: bool
    changes_anything: bool
    kind: str
    reasons: tuple[str, ...] = ()

    @property
    def reasons_in_words(self) -> str:
        """Name the changed sections in the language of the editor."""
        language = (get_language() or "en").split("-")[0]
        types = section_types()
        names = [types[key].heading_in(language) if key in types else key for key in self.reasons]
        return gettext("Changed: %(headings)s.") % {"headings": ", ".join(names)} if names else ""

    @property
    def kind_in_words(self) -> str:
        """Name the kind."""
        return str(capfirst(VersionKind(self.kind).label))


def suggested_for(page: Any, blocks: Sequence[dict[str, Any]], title: str) -> Suggested:
    """Compare a draft (raw blocks and title) with the version in force, else with the one that is to come."""
    version = (page.in_force or page.pending_version) if page.pk else None
    if version is None:
        return Suggested(is_first=True, changes_anything=True, kind=VersionKind.MAJOR)
    newest = page.versions.standing().order_by("-pk").first() or version
    drafted = [section.as_data() for section in resolve_sections(blocks, page.register_facts, page.language)]
    suggestion = suggest_kind(version.content["sections"], drafted)
    return Suggested(
        is_first=False,
        changes_anything=title != newest.title or _wording(drafted) != _wording(newest.content["sections"]),
        kind=suggestion.kind,
        reasons=tuple(dict.fromkeys(reason.key for reason in suggestion.reasons)),
    )


def _wording(sections: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [wording_of(section) for section in sections]
