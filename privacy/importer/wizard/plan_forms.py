"""All forms of a plan together: what was typed goes into the plan, right or wrong; only the right can be made."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from privacy.importer.plan import NEW, ImportPlan, PlannedContact, PlannedController, PlannedRegister
from privacy.importer.record_match import matches_of
from privacy.importer.wizard.forms import PlanForm, PlannedSectionForm, section_choices
from privacy.importer.wizard.record_forms import PlannedContactForm, PlannedControllerForm, PlannedRegisterForm
from privacy.notices.sections.types import section_types


class RegisterFormSet(forms.BaseFormSet):
    """The registers of a plan: at least one."""

    def clean(self) -> None:
        """Refuse a plan without a register: its requests would go nowhere."""
        if not any(self.errors) and all(form.is_blank for form in self.forms):
            raise ValidationError(_("Write the name of the register."))


# What a plan holds several of: its prefix, the rows, their form.
_KINDS: dict[str, tuple[type, Any]] = {
    "controllers": (PlannedController, forms.formset_factory(PlannedControllerForm, extra=0)),
    "contacts": (PlannedContact, forms.formset_factory(PlannedContactForm, extra=0)),
    "registers": (PlannedRegister, forms.formset_factory(PlannedRegisterForm, formset=RegisterFormSet, extra=0)),
}
_Sections = forms.formset_factory(PlannedSectionForm, extra=0, max_num=5000, absolute_max=5000)


class PlanForms:
    """The forms of one plan, bound to what was sent if anything was."""

    def __init__(self, plan: ImportPlan, *, parents: list[Page], user: Any, data: Any = None) -> None:
        self.plan = plan
        initial = {"title": plan.title, "parent": plan.parent, "date": plan.date}
        self.page = PlanForm(data, initial=initial, parents=parents, prefix="page")
        self.records = {
            name: formset(data, initial=[_as_dict(row) for row in getattr(plan, name)], prefix=name)
            for name, (_row, formset) in _KINDS.items()
        }
        self.sections = _Sections(
            data,
            initial=[_as_dict(row) for row in plan.sections],
            prefix="sections",
            form_kwargs={"types": section_choices()},
        )
        if data is not None:
            self._keep_typed()
        self._offer(user)

    @property
    def all(self) -> list[Any]:
        """Every form and set of forms."""
        return [self.page, *self.records.values(), self.sections]

    @property
    def media(self) -> forms.Media:
        """What the widgets need."""
        return self.page.media

    def is_valid(self) -> bool:
        """Tell whether everything can be made; all forms are checked, so that all errors are shown."""
        return False not in [form.is_valid() for form in self.all]

    def take_cleaned(self) -> Page:
        """Put the checked values into the plan, leave out what is blank, and give the place of the draft."""
        page = self.page.cleaned_data
        self.plan.title, self.plan.date = page["title"], page["date"].isoformat() if page["date"] else ""
        for name, (row, _formset) in _KINDS.items():
            kept = [form.cleaned_data for form in self.records[name].forms if not form.is_blank]
            setattr(self.plan, name, [row(**values) for values in kept])
        return page["parent"]

    def _keep_typed(self) -> None:
        """Put what was typed into the plan; a part that was not sent stays as it was."""
        plan, page = self.plan, self.page
        if page.add_prefix("title") in page.data:
            plan.title, plan.date = page["title"].value() or "", page["date"].value() or ""
            parent = str(page["parent"].value() or "")
            plan.parent = int(parent) if parent.isdecimal() else plan.parent
        for name, (row, _formset) in _KINDS.items():
            if self.records[name].management_form.is_valid():
                setattr(plan, name, [row(**form.typed()) for form in self.records[name].forms])
        if self.sections.management_form.is_valid():
            typed = {form["id"].value(): form for form in self.sections.forms}
            for section in plan.sections:
                if section.id in typed:
                    form = typed[section.id]
                    section.heading = " ".join((form["heading"].value() or "").split())
                    if form["key"].value() in section_types() and form["key"].value() != section.key:
                        section.key, section.confidence = form["key"].value(), 1.0

    def _offer(self, user: Any) -> None:
        """Offer what was found; a record that is not there any more is not used."""
        matches = matches_of(self.plan, user=user)
        for name, formset in self.records.items():
            for form, row, found in zip(formset.forms, getattr(self.plan, name), getattr(matches, name), strict=False):
                form.offer(found)
                if row.use not in [str(match.record.pk) for match in found]:
                    row.use = NEW


def _as_dict(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}
