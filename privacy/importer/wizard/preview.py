"""What the preview shows of a plan: sections beside their source, what was set aside, what was noticed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from privacy.importer.plan import NEW, ImportPlan, PlannedContact, PlannedController, PlannedSection
from privacy.importer.rich_text import clean, paragraphs_of
from privacy.importer.wizard.labels import certainty, in_words, reason
from privacy.importer.wizard.plan_forms import PlanForms
from privacy.notices.sections.types import section_types
from privacy.site_languages import text_now


@dataclass(frozen=True, slots=True)
class SectionPreview:
    """One section in the preview: its form, its paragraphs as safe HTML, and how surely its type was recognised."""

    section: PlannedSection
    form: Any
    paragraphs: list[SafeString]
    certainty: dict[str, Any]
    covers: list[str]
    heading: str


def views_of(forms: PlanForms) -> Iterator[SectionPreview]:
    """Give the sections in order; a section whose form was not sent is left to the next time."""
    by_id = {form["id"].value(): form for form in forms.sections.forms}
    for section in forms.plan.sections:
        if section.id in by_id:
            yield _view_of(section, by_id[section.id])


def _view_of(section: PlannedSection, form: Any) -> SectionPreview:
    own = text_now(section_types()[section.key].heading)
    return SectionPreview(
        section=section,
        form=form,
        # Cleaned once more: nothing that lies in the database between two requests is trusted.
        paragraphs=[mark_safe(part) for part in paragraphs_of(clean(section.html))],  # noqa: S308
        certainty=certainty(section.confidence),
        covers=[text_now(section_types()[key].heading) for key in section.covers],
        heading=" ".join(part for part in (section.number, section.heading or own) if part),
    )


def set_aside_of(plan: ImportPlan) -> list[dict[str, str]]:
    """Give the texts that are not imported, each with the reason."""
    return [{"text": aside.text, "reason": reason(aside.reason)} for aside in plan.set_aside]


def findings_of(plan: ImportPlan) -> list[str]:
    """Give what reading noticed, in words."""
    return [in_words(remark.code, remark.values) for remark in plan.remarks]


def has_no_mailbox(plan: ImportPlan) -> bool:
    """Tell whether requests to a new register would have no mailbox to go to but the site's default."""
    if all(register.use != NEW for register in plan.registers):
        return False
    answering: list[PlannedController | PlannedContact] = [*plan.controllers, *plan.contacts]
    if any(row.use != NEW or row.email for row in answering):
        return False
    return not any(register.fallback_email for register in plan.registers)
