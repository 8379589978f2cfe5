"""What changed between two versions of a notice, section by section."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from privacy.notices.sections.types import anchor_of
from privacy.notices.versions.diff.effort import Effort
from privacy.notices.versions.diff.marking import Labels
from privacy.notices.versions.diff.merging import mark_fragment, merge_fragments
from privacy.notices.versions.diff.ordering import ComparedSection, moved_sections, pair_sections, reading_order


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """What became of one section.

    `kind` speaks of its body: added, removed, changed or unchanged; a section may be moved or renamed besides.
    `heading_html` and `html` carry ins and del. `anchor` is that of the notice, with "removed-" before it where
    the section is gone. `note` is "by_paragraph" where whole paragraphs were compared, else "".
    """

    kind: str
    moved: bool
    renamed: bool
    key: str
    anchor: str
    old_heading: str
    new_heading: str
    heading_html: str
    html: str
    note: str = ""


def compare(
    old: Sequence[ComparedSection], new: Sequence[ComparedSection], *, labels: Labels
) -> list[SectionDifference]:
    """Compare two versions in the order of the new one; a removed section stands where it stood."""
    effort = Effort()
    pairs = pair_sections(old, new, effort)
    moved = moved_sections(pairs)
    old_anchors, new_anchors = _anchors(old), _anchors(new)
    differences: list[SectionDifference] = []
    for i, j in reading_order(len(old), len(new), pairs, moved):
        if i is not None and j is not None:
            differences.append(_kept(old[i], new[j], new_anchors[j], i in moved, labels, effort))
        elif j is not None:
            differences.append(_whole(new[j], "added", new_anchors[j], labels))
        elif i is not None:
            differences.append(_whole(old[i], "removed", f"removed-{old_anchors[i]}", labels))
    return differences


def compare_texts(old_html: str, new_html: str, *, labels: Labels) -> tuple[str, str]:
    """Give two fragments in one, with ins and del, and a note as in SectionDifference."""
    return merge_fragments(old_html, new_html, labels=labels, effort=Effort())


def _kept(
    old: ComparedSection, new: ComparedSection, anchor: str, moved: bool, labels: Labels, effort: Effort
) -> SectionDifference:
    html, note = new.html, ""
    if old.html != new.html:
        html, note = merge_fragments(old.html, new.html, labels=labels, effort=effort)
    heading, _note = merge_fragments(escape(old.heading), escape(new.heading), labels=labels, effort=effort)
    return SectionDifference(
        kind="unchanged" if html == new.html else "changed",
        moved=moved,
        renamed=heading != escape(new.heading),
        key=new.key,
        anchor=anchor,
        old_heading=old.heading,
        new_heading=new.heading,
        heading_html=heading,
        html=html,
        note=note,
    )


def _whole(section: ComparedSection, kind: str, anchor: str, labels: Labels) -> SectionDifference:
    return SectionDifference(
        kind=kind,
        moved=False,
        renamed=False,
        key=section.key,
        anchor=anchor,
        old_heading=section.heading if kind == "removed" else "",
        new_heading=section.heading if kind == "added" else "",
        heading_html=mark_fragment(escape(section.heading), kind, labels=labels),
        html=mark_fragment(section.html, kind, labels=labels),
    )


def _anchors(sections: Sequence[ComparedSection]) -> list[str]:
    """Give the anchors that the sections have in their notice, as resolve_sections() names them."""
    used: set[str] = set()
    anchors = []
    for section in sections:
        apart = section.block_id and (section.key in used or section.key == "other")
        anchors.append(f"{anchor_of(section.key)}-{section.block_id[:8]}" if apart else anchor_of(section.key))
        used.add(section.key)
    return anchors
