"""Findings as an editor reads them: in the language of the moment, each check once in a place, with where to go."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from privacy.notices.checking.choices import SubjectKind
from privacy.notices.checking.deciding import CheckedNotice, Decided
from privacy.notices.checking.steps import EditorStep, step_to, steps_of
from privacy.notices.checks import ArticleItem


def editor_language() -> str:
    """Give the language of the moment, without its region."""
    return (get_language() or "en").split("-")[0]


@dataclass(frozen=True)
class Line:
    """What a check found in one place, with the words it found there."""

    decided: Decided
    checked: CheckedNotice
    excerpts: tuple[str, ...]

    @property
    def page(self) -> Any:
        """The notice."""
        return self.checked.page

    @property
    def id(self) -> str:
        """The id of the check."""
        return self.decided.finding.id

    @property
    def severity(self) -> str:
        """How serious it is: error, warning or info."""
        return self.decided.finding.severity

    @property
    def message(self) -> str:
        """What is wrong."""
        return self.decided.finding.rule.message_in(editor_language())

    @property
    def advice(self) -> str:
        """What to do about it."""
        return self.decided.finding.rule.advice_in(editor_language())

    @property
    def source(self) -> str:
        """The article or act that it rests on."""
        return self.decided.finding.rule.source_in(editor_language())

    @property
    def steps(self) -> list[tuple[EditorStep, str]]:
        """The sections of the editor where it is set right, with their names."""
        steps = steps_of(self.decided.finding, self.checked.view)
        return [(step, step.heading_in(editor_language())) for step in steps]

    @property
    def record_url(self) -> str:
        """Where the record that it belongs to is edited; empty where it belongs to the text."""
        kind, identity = self.decided.finding.subject.kind, self.decided.finding.subject.identity
        if kind == SubjectKind.REGISTER:
            registers = {str(register.uuid): str(register.pk) for register in self.page.check_batch.registers}
            identity = registers.get(identity, "")
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
    def groups(self) -> list[tuple[str, list[Line]]]:
        """The open findings by severity, errors first."""
        lines = lines_of(self.checked.open, self.checked)
        found = [(severity, [line for line in lines if line.severity == severity]) for severity in _SEVERITIES]
        return [(severity, group) for severity, group in found if group]

    @property
    def dismissed(self) -> list[Line]:
        """What was set aside."""
        return lines_of(self.checked.dismissed, self.checked)

    @property
    def items(self) -> list[tuple[ArticleItem, str]]:
        """The items of the law with their sentences, the missing ones first."""
        items = sorted(self.checked.items, key=lambda item: item.present)
        return [(item, item.sentence_in(editor_language())) for item in items]

    @property
    def missing(self) -> list[tuple[str, EditorStep, str]]:
        """The items that are missing, and the section that tells each, with its name."""
        view = self.checked.view
        missing = [(sentence, step_to(item.section, view)) for item, sentence in self.items if not item.present]
        return [(sentence, step, step.heading_in(editor_language())) for sentence, step in missing]

    @property
    def told(self) -> int:
        """How many items are told."""
        return sum(item.present for item in self.checked.items)

    @property
    def errors(self) -> int:
        """How many errors are open, each check once in a place."""
        return next((len(lines) for severity, lines in self.groups if severity == "error"), 0)


_SEVERITIES = ("error", "warning", "info")


def lines_of(found: Iterable[Decided], checked: CheckedNotice) -> list[Line]:
    """Give findings as lines, each check once in a place."""
    grouped: dict[Any, list[Decided]] = {}
    for one in found:
        grouped.setdefault((one.finding.id, one.finding.severity, one.subject), []).append(one)
    return [
        Line(group[0], checked, tuple(dict.fromkeys(one.finding.excerpt for one in group if one.finding.excerpt)))
        for group in grouped.values()
    ]
