"""Where in the editor a finding is set right: a section that is there, or one that is to be added, and after which."""

from dataclasses import dataclass

from privacy.notices.checks.findings import Finding
from privacy.notices.checks.view import NoticeView
from privacy.notices.section_types import section_types


@dataclass(frozen=True, slots=True)
class EditorStep:
    """A step to a section of a type: `anchor` is the id that Wagtail's editor gives to it, empty for one to be added.

    `after` is the anchor of the section that the new one follows, empty at the beginning. `in_heading` means that the
    words stand in the section's own heading, which lies in its settings.
    """

    key: str
    anchor: str = ""
    after: str = ""
    in_heading: bool = False

    def heading_in(self, language: str) -> str:
        """Give the name of the section's type."""
        kind = section_types().get(self.key)
        return kind.heading_in(language) if kind else ""


def steps_of(finding: Finding, view: NoticeView) -> list[EditorStep]:
    """Give the steps for a finding: to the words that were found, and to the section that sets it right."""
    steps = []
    if finding.place and finding.place.block_id:
        steps.append(EditorStep(finding.place.key, _anchor(finding.place.block_id), in_heading=_heads(finding, view)))
    wanted = finding.rule.section
    if wanted and not (steps and has_block(view, wanted)):
        steps.append(step_to(wanted, view))
    return steps


def step_to(key: str, view: NoticeView) -> EditorStep:
    """Give the step to the first section of a type, which is added where its type usually stands."""
    found = next((block_id for kind, block_id in view.blocks if kind == key and block_id), "")
    if found:
        return EditorStep(key, _anchor(found))
    order = section_types()[key].order
    before = [block_id for kind, block_id in view.blocks if kind in section_types() and _order(kind) < order]
    return EditorStep(key, after=_anchor(before[-1]) if before else "")


def has_block(view: NoticeView, key: str) -> bool:
    """Tell whether the editor has a section of a type, be it empty."""
    return any(kind == key for kind, _block_id in view.blocks)


def _order(key: str) -> int:
    return section_types()[key].order


def _anchor(block_id: str) -> str:
    return f"block-{block_id}-section" if block_id else ""


def _heads(finding: Finding, view: NoticeView) -> bool:
    words = finding.excerpt.strip(" …")
    for section in view.sections:
        if words and finding.place and section.block_id == finding.place.block_id:
            return section.own_heading and words in section.heading and words not in section.text
    return False
