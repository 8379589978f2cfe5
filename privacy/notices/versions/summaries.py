"""What a version says of itself where no editor wrote it, in the language of the notice."""

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext

from privacy.notices.versions.changes import Change


def first_summary(language: str) -> str:
    """Give the summary of the first version."""
    with translation.override(language):
        return gettext("First version")


def editor_summary(changes: Sequence[Change], language: str) -> str:
    """Give the summary of a version whose editor wrote none: the headings of what was changed."""
    with translation.override(language):
        said = [
            gettext("Changed: %(headings)s.") % {"headings": _headings(changes, "changed")},
            gettext("Added: %(headings)s.") % {"headings": _headings(changes, "added")},
            gettext("Removed: %(headings)s.") % {"headings": _headings(changes, "removed")},
        ]
        found = [text for text, kind in zip(said, ("changed", "added", "removed"), strict=True) if _of(changes, kind)]
        return " ".join(found) or gettext("Title, order or headings changed.")


def details_summary(changes: Sequence[Change], language: str) -> str:
    """Give the summary of a version that was made because a record changed."""
    with translation.override(language):
        headings = ", ".join(dict.fromkeys(change["heading"] for change in changes))
        if not headings:
            return gettext("Contact details updated.")
        return gettext("Contact details updated: %(headings)s.") % {"headings": headings}


def _of(changes: Sequence[Change], kind: str) -> list[Change]:
    return [change for change in changes if change["change"] == kind]


def _headings(changes: Sequence[Change], kind: str) -> str:
    return ", ".join(dict.fromkeys(change["heading"] for change in _of(changes, kind)))
