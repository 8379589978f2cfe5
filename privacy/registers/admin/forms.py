"""Forms of the records in the editor: what is wrong is told beside the field, in the editor's language."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.utils import get_user_display_name
from wagtail.permission_policies.pages import PagePermissionPolicy

from privacy.registers.choices import LegalBasis
from privacy.registers.countries import country_choices, home_country
from privacy.registers.identifiers import normalise_phone
from privacy.registers.models.access import may_administer
from privacy.registers.models.authorities import SupervisoryAuthority
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import ascii_slug, free_slug
from privacy.registers.watching import pages_that_show


class RenewalForm(WagtailAdminModelForm):
    """A form of a record that published notices may show."""

    # Fields that no notice shows: whoever edits the record may change them.
    not_shown: frozenset[str] = frozenset()

    def clean(self) -> dict[str, Any]:
        """Check the permission only when something that is shown is about to be published."""
        cleaned = super().clean()
        if self.instance.pk and not self.is_deferred_validation and self.instance.is_published:
            self._check_pages()
        return cleaned

    def _check_pages(self) -> None:
        formsets = [formset for name, formset in self.formsets.items() if name not in self.not_shown]
        if not (set(self.changed_data) - self.not_shown or any(formset.has_changed() for formset in formsets)):
            return
        pages = {page.pk for page in pages_that_show(self.instance)}
        if not pages:
            return
        allowed = PagePermissionPolicy().instances_user_has_permission_for(self.for_user, "publish")
        barred = len(pages - set(allowed.filter(pk__in=pages).values_list("pk", flat=True)))
        if barred:
            message = ngettext(
                "Publishing this would renew %(count)d notice that you may not publish. Save a draft, and ask "
                "somebody who may.",
                "Publishing this would renew %(count)d notices that you may not publish. Save a draft, and ask "
                "somebody who may.",
                barred,
            )
            self.add_error(None, message % {"count": barred})


def countries(*, required: bool) -> forms.ChoiceField:
    """Give a select of countries by name, in the language of the moment."""

    def choices() -> list[tuple[str, str]]:
        return country_choices() if required else [("", "—"), *country_choices()]

    initial = home_country() if required else ""
    return forms.ChoiceField(label=_("Country"), choices=choices, required=required, initial=initial)


class LanguageRowsFormSet(BaseChildFormSet):
    """Texts per language: each language once."""

    def get_unique_error_message(self, unique_check: Any) -> str:
        """Say that a language is there twice, whichever record the texts belong to."""
        return str(_("Each language can be given only once."))

    def get_form_error(self) -> str:
        """Say which row is the second of its language."""
        return str(_("This language is already above."))

    def clean(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse to give a row the language that another row has in the database.

        Rows are saved one by one, so two that swap their languages would break the rule half-way.
        """
        cleaned = super().clean(*args, **kwargs)
        kept = [form for form in self.forms if form.is_valid() and form not in self.deleted_forms]
        kept_keys = {form.instance.pk for form in kept}
        saved = self.model._default_manager.filter(**{self.fk.name: self.instance.pk}) if self.instance.pk else []
        owners = {row.language: row.pk for row in saved if row.pk in kept_keys}
        for form in kept:
            if owners.get(form.cleaned_data.get("language"), form.instance.pk) != form.instance.pk:
                form.add_error("language", _("Another row has this language. Change the texts, not the languages."))
        return cleaned


class AuthorityForm(RenewalForm):
    """A supervisory authority; saved as a whole, so that notices are renewed once."""

    country = countries(required=False)
    not_shown = frozenset({"last_checked", "scope", "country"})

    def save(self, commit: bool = True) -> SupervisoryAuthority:
        """Save the authority together with its texts."""
        authority = super().save(commit=False)
        if commit:
            authority.save()
        return authority


class ControllerForm(RenewalForm):
    """A controller; its telephone number is read as one of its country."""

    country = countries(required=True)
    not_shown = frozenset({"time_zone", "main_language"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Preset the authority of the country that a new controller starts with."""
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.initial.get("supervisory_authority"):
            own = SupervisoryAuthority.objects.filter(code=self.instance.country)
            self.initial["supervisory_authority"] = own.values_list("pk", flat=True).first()

    def clean(self) -> dict[str, Any]:
        """Check the telephone number by the rules of the country, and say so beside the number."""
        cleaned = super().clean()
        return _with_phone(self, cleaned, cleaned.get("country") or home_country())


class UserChoiceField(forms.ModelChoiceField):
    """A select of users by the name they show."""

    def label_from_instance(self, obj: Any) -> str:
        """Give the user's name, or the user name where there is none."""
        return get_user_display_name(obj)


class ContactForm(RenewalForm):
    """A contact; its user, if it has one, is one that can log in."""

    user = UserChoiceField(queryset=None, label=_("Admin user"), required=False)
    not_shown = frozenset({"user", "language"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the active users, and the one that the contact already has."""
        super().__init__(*args, **kwargs)
        usable = Q(is_active=True) | Q(pk=self.instance.user_id)
        users = get_user_model()._default_manager.filter(usable)
        self.fields["user"].queryset = users.order_by(get_user_model().USERNAME_FIELD)

    def clean(self) -> dict[str, Any]:
        """Say what is wrong with the telephone number beside it."""
        return _with_phone(self, super().clean(), home_country())


class RegisterForm(RenewalForm):
    """A register; an empty slug is made from the name, and only its administrators lift its confidentiality."""

    not_shown = frozenset(
        ["slug", "fallback_email", "notification_content", "confidential", "for_requests", "retention_months"]
        + ["retired_on", "routes"]
    )
    slug = forms.CharField(label=_("Slug"), max_length=80, required=False)
    legal_bases = forms.MultipleChoiceField(
        label=_("Legal bases"), choices=LegalBasis, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Preset the controller where the site has only one."""
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.initial.get("controller"):
            only = list(Controller.objects.filter(live=True).values_list("pk", flat=True)[:2])
            self.initial["controller"] = only[0] if len(only) == 1 else None
        if self.instance.pk and self.instance.confidential and not may_administer(self.for_user, self.instance):
            self.fields["confidential"].disabled = True

    def clean(self) -> dict[str, Any]:
        """Make the slug, in the letters that addresses can have; a published register keeps its slug."""
        cleaned = super().clean()
        slug = ascii_slug(cleaned.get("slug") or "")
        if not slug and self.instance.live and self.instance.pk:
            slug = self.instance.slug
        cleaned["slug"] = slug or free_slug(cleaned.get("name") or "", except_for=self.instance.pk)
        return cleaned


def _with_phone(form: forms.ModelForm, cleaned: dict[str, Any], region: str) -> dict[str, Any]:
    # The record checks the number too, but as a whole it cannot say beside which field the message belongs.
    if cleaned.get("phone"):
        try:
            cleaned["phone"] = normalise_phone(cleaned["phone"], region)
        except ValidationError as error:
            form.add_error("phone", error)
    return cleaned
