"""The records of a plan as forms: each made anew from the facts, or one that is there already."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from privacy.importer.plan import NEW
from privacy.importer.record_match import RecordMatch
from privacy.importer.wizard.labels import found_by
from privacy.notices.pages.notice import NoticeRegister
from privacy.registers.choices import ContactKind, ContactRole, ControllerKind
from privacy.registers.identifiers import format_phone, validate_business_id, validate_phone
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register


class PlannedForm(forms.Form):
    """A record of the plan: made anew from the facts, or one that is there already (`use`)."""

    use = forms.ChoiceField(label=gettext_lazy("Record"), widget=forms.RadioSelect, required=False)
    named_by: str = "name"
    kept_when_used: tuple[str, ...] = ()

    def offer(self, matches: list[RecordMatch]) -> None:
        """Offer the records that were found, besides making a new one."""
        found = [(str(match.record.pk), _use_label(match)) for match in matches]
        self.fields["use"].choices = [(NEW, _("Make a new one from these facts")), *found]  # type: ignore[attr-defined]
        self.has_matches = bool(found)

    def typed(self) -> dict[str, Any]:
        """Give what was typed, right or wrong."""
        return {name: self[name].value() if self[name].value() is not None else "" for name in self.fields}

    @cached_property
    def is_blank(self) -> bool:
        """Whether the row names nothing and uses no record: then nothing is made of it."""
        cleaned = self.cleaned_data
        texts = [cleaned.get(name) for name, field in self.fields.items() if isinstance(field.widget, forms.TextInput)]
        return cleaned.get("use") == NEW and not any(texts)

    def clean(self) -> dict[str, Any]:
        """Check the facts only where a record is made of them."""
        cleaned = super().clean() or {}
        cleaned["use"] = cleaned.get("use") or NEW
        if cleaned["use"] != NEW:
            for name in [name for name in self.errors if name not in ("use", *self.kept_when_used)]:
                del self.errors[name]
                cleaned[name] = ""
        elif not self.errors and not self.is_blank:
            self.check_new(cleaned)
        return cleaned

    def check_new(self, cleaned: dict[str, Any]) -> None:
        """Require a name."""
        if not cleaned.get(self.named_by):
            self.add_error(self.named_by, _("Write the name."))


def _use_label(match: RecordMatch) -> str:
    record, how = match.record, found_by(match.found_by)
    business_id, email, phone = (getattr(record, name, "") for name in ("business_id", "email", "phone"))
    label = _("Use “%(name)s”, which is there already, as it is") % {"name": record}
    details = [detail for detail in (business_id, email, format_phone(phone), how) if detail]
    return f"{label} ({'; '.join(details)})" if details else label


def word_of(model: type[Model], name: str) -> Any:
    """Give what a field of a record is called in its own editor."""
    field: Any = model._meta.get_field(name)
    return capfirst(field.verbose_name)


class PlannedControllerForm(PlannedForm):
    """A controller of the plan."""

    name = forms.CharField(label=word_of(Controller, "name"), max_length=200, required=False)
    kind = forms.ChoiceField(label=word_of(Controller, "kind"), choices=ControllerKind)
    business_id = forms.CharField(
        label=word_of(Controller, "business_id"), max_length=20, required=False, validators=[validate_business_id]
    )
    street_address = forms.CharField(label=word_of(Controller, "street_address"), max_length=200, required=False)
    postal_code = forms.CharField(label=word_of(Controller, "postal_code"), max_length=20, required=False)
    city = forms.CharField(label=word_of(Controller, "city"), max_length=100, required=False)
    postal_address = forms.CharField(
        label=word_of(Controller, "postal_address"),
        help_text=gettext_lazy("If other than the street address."),
        max_length=200,
        required=False,
    )
    email = forms.EmailField(label=word_of(Controller, "email"), required=False)
    phone = forms.CharField(
        label=word_of(Controller, "phone"), max_length=40, required=False, validators=[validate_phone]
    )
    website = forms.URLField(label=word_of(Controller, "website"), required=False, assume_scheme="https")


class PlannedContactForm(PlannedForm):
    """A contact of the plan."""

    kind = forms.ChoiceField(label=word_of(Contact, "kind"), choices=ContactKind)
    name = forms.CharField(label=word_of(Contact, "name"), max_length=200, required=False)
    title = forms.CharField(label=word_of(Contact, "title"), max_length=200, required=False)
    role = forms.ChoiceField(label=word_of(Contact, "role"), choices=ContactRole)
    email = forms.EmailField(label=word_of(Contact, "email"), required=False)
    phone = forms.CharField(label=word_of(Contact, "phone"), max_length=40, required=False, validators=[validate_phone])

    def check_new(self, cleaned: dict[str, Any]) -> None:
        """Require a person's name or a function's title, as the kind says."""
        if cleaned["kind"] == ContactKind.PERSON and not cleaned["name"]:
            self.add_error("name", _("Write the person's name."))
        if cleaned["kind"] == ContactKind.FUNCTION and not (cleaned["title"] or cleaned["name"]):
            self.add_error("title", _("Write the name of the function, for example Customer service."))


class PlannedRegisterForm(PlannedForm):
    """A register of the plan."""

    name = forms.CharField(label=word_of(Register, "name"), max_length=200, required=False)
    name_shown = forms.BooleanField(
        label=word_of(Register, "name_shown"),
        help_text=gettext_lazy("Switch off for a website policy that speaks of no register."),
        required=False,
    )
    concerns = forms.CharField(
        label=word_of(NoticeRegister, "concerns"),
        help_text=gettext_lazy("For a notice of several registers, for example: shop."),
        max_length=200,
        required=False,
    )
    fallback_email = forms.EmailField(
        label=word_of(Register, "fallback_email"),
        help_text=gettext_lazy("Gets requests when no contact on the routing list has an email."),
        required=False,
    )
    kept_when_used = ("concerns",)
