"""Findings as an editor reads them: in the language of the moment, each check once in a place, with where to go."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from privacy.notices.compliance.choices import SubjectKind
from privacy.notices.compliance.engine.finding import Finding
from privacy.notices.compliance.engine.view import NoticeView
from privacy.notices.compliance.evaluate import CheckedNotice, EvaluatedFinding
from privacy.notices.compliance.rules import ArticleItem
from privacy.notices.sections.types import section_types
from privacy.site_languages import language_now


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


@dataclass(frozen=True)
class FindingGroup:
    """What a check found in one place, with the words it found there."""

    decided: EvaluatedFinding
    checked: CheckedNotice
    excerpts: tuple[str, ...]

    @property
    def page(self) -> Any:
        return self.checked.page

    @property
    def id(self) -> str:
        return self.decided.finding.id

    @property
    def severity(self) -> str:
        """How serious it is: error, warning or info."""
        return self.decided.finding.severity

    @property
    def message(self) -> str:
        return self.decided.finding.rule.message_in(language_now())

    @property
    def advice(self) -> str:
        """What to do about it."""
        return self.decided.finding.rule.advice_in(language_now())

    @property
    def source(self) -> str:
        """The article or act that it rests on."""
        return self.decided.finding.rule.source_in(language_now())

    @property
    def steps(self) -> list[tuple[EditorStep, str]]:
        """The sections of the editor where it is set right, with their names."""
        steps = steps_of(self.decided.finding, self.checked.view)
        return [(step, step.heading_in(language_now())) for step in steps]

    @property
    def record_url(self) -> str:
        """Where the record that it belongs to is edited; empty where it belongs to the text."""
        kind, identity = self.decided.finding.subject.kind, self.decided.finding.subject.identity
        if kind == SubjectKind.REGISTER:
            identity = str(self.checked.register_keys.get(identity, ""))
        elif kind not in (SubjectKind.CONTACT, SubjectKind.CONTROLLER):
            return ""
        return reverse(f"wagtailsnippets_privacy_{kind}:edit", args=[identity]) if identity.isdigit() else ""

    @property
    def dismiss_url(self) -> str:
        """Where it can be set aside; empty while the page was never saved."""
        if not self.page.pk:
            return ""
        address = reverse("privacy_checks:dismiss", args=[self.page.pk, self.id])
        subject = self.decided.subject
        return f"{address}?kind={subject.kind}&subject={subject.value}"


@dataclass(frozen=True)
class Presented:
    """All that the editor of a notice is shown of its checks."""

    checked: CheckedNotice

    @property
    def groups(self) -> list[tuple[str, list[FindingGroup]]]:
        """The open findings by severity, errors first."""
        lines = lines_of(self.checked.open, self.checked)
        found = [(severity, [line for line in lines if line.severity == severity]) for severity in _SEVERITIES]
        return [(severity, group) for severity, group in found if group]

    @property
    def dismissed(self) -> list[FindingGroup]:
        """What was set aside."""
        return lines_of(self.checked.dismissed, self.checked)

    @property
    def items(self) -> list[tuple[ArticleItem, str]]:
        """The items of the law with their sentences, the missing ones first."""
        items = sorted(self.checked.items, key=lambda item: item.present)
        return [(item, item.sentence_in(language_now())) for item in items]

    @property
    def missing(self) -> list[tuple[str, EditorStep, str]]:
        """The items that are missing, and the section that tells each, with its name."""
        view = self.checked.view
        missing = [(sentence, step_to(item.section, view)) for item, sentence in self.items if not item.present]
        return [(sentence, step, step.heading_in(language_now())) for sentence, step in missing]

    @property
    def told(self) -> int:
        """How many items are told."""
        return sum(item.present for item in self.checked.items)

    @property
    def errors(self) -> int:
        """How many errors are open, each check once in a place."""
        return next((len(lines) for severity, lines in self.groups if severity == "error"), 0)


_SEVERITIES = ("error", "warning", "info")


def lines_of(found: Iterable[EvaluatedFinding], checked: CheckedNotice) -> list[FindingGroup]:
    """Give findings as lines, each check once in a place."""
    grouped: dict[Any, list[EvaluatedFinding]] = {}
    for one in found:
        grouped.setdefault((one.finding.id, one.finding.severity, one.subject), []).append(one)
    return [
        FindingGroup(
            group[0], checked, tuple(dict.fromkeys(one.finding.excerpt for one in group if one.finding.excerpt))
        )
        for group in grouped.values()
    ]
