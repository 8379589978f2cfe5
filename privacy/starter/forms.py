"""The one form of getting started."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from privacy.registers.choices import ControllerKind
from privacy.registers.identifiers import validate_business_id, validate_phone
from privacy.site_languages import language_name
from privacy.starter.answers import StarterAnswers
from privacy.starter.texts import usual_register_name

Offers = dict[Site, list[str]]


class StarterForm(forms.Form):
    """Asks about the organisation, its contact and its register; what has one choice is filled and hidden."""

    name = forms.CharField(label=gettext_lazy("Name of the organisation"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of organisation"), choices=ControllerKind)
    business_id = forms.CharField(
        label=gettext_lazy("Business ID"), required=False, max_length=20, validators=[validate_business_id]
    )
    contact_name = forms.CharField(
        label=gettext_lazy("Contact person's name"),
        help_text=gettext_lazy("Leave empty if a function answers, such as customer service."),
        required=False,
        max_length=200,
    )
    contact_title = forms.CharField(
        label=gettext_lazy("Contact's function or title"),
        help_text=gettext_lazy("For example Customer service. A named person can do without."),
        required=False,
        max_length=200,
    )
    email = forms.EmailField(
        label=gettext_lazy("Email"),
        help_text=gettext_lazy("Requests are sent here. Shown on the notice."),
        required=False,
    )
    phone = forms.CharField(
        label=gettext_lazy("Telephone"),
        help_text=gettext_lazy("Shown on the notice. Email or telephone, or both."),
        required=False,
        max_length=40,
        validators=[validate_phone],
    )

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = offers
        self.offered = list(dict.fromkeys(code for codes in offers.values() for code in codes))
        self._offer_languages()
        self._offer_sites()

    def _offer_languages(self) -> None:
        several = len(self.offered) > 1
        self.fields["languages"] = forms.MultipleChoiceField(
            label=_("Languages of the notice"),
            choices=[(code, language_name(code)) for code in self.offered],
            initial=self.offered[:1],
            widget=forms.CheckboxSelectMultiple if several else forms.MultipleHiddenInput,
        )
        for code in self.offered:
            label = _("%(language)s: name of the register") % {"language": language_name(code)}
            self.fields[_name_field(code)] = forms.CharField(
                label=label if several else _("Register name"),
                help_text=_("The matter that you keep the data for."),
                initial=usual_register_name(code),
                required=False,
                max_length=200,
            )

    def _offer_sites(self) -> None:
        self.fields["site"] = forms.ModelChoiceField(
            label=_("Site"),
            queryset=Site.objects.filter(pk__in=[site.pk for site in self.offers]),
            initial=next(iter(self.offers)),
            widget=forms.Select if len(self.offers) > 1 else forms.HiddenInput,
        )

    def clean(self) -> dict[str, Any]:
        """Require a contact, a way to reach it, and a register name in every chosen language."""
        super().clean()
        cleaned = self.cleaned_data
        if not cleaned.get("contact_name") and not cleaned.get("contact_title"):
            self.add_error("contact_title", _("Give a person's name or a function, for example Customer service."))
        if not {"email", "phone"} & (set(self.errors) | {name for name, value in cleaned.items() if value}):
            self.add_error("email", _("Give an email address or a telephone number."))
        for code in cleaned.get("languages", ()):
            if not cleaned.get(_name_field(code)) and _name_field(code) not in self.errors:
                self.add_error(_name_field(code), _("Write the register's name."))
        self._check_languages_of_site(cleaned)
        return cleaned

    def _check_languages_of_site(self, cleaned: dict[str, Any]) -> None:
        site = cleaned.get("site")
        if site is not None and set(cleaned.get("languages", ())) - set(self.offers[site]):
            self.add_error("languages", _("You cannot make pages in this language on the chosen site."))

    def answers(self) -> StarterAnswers:
        """Give what a valid form tells; the site's own language comes first if it was chosen."""
        chosen = self.cleaned_data["languages"]
        ordered = [code for code in self.offers[self.cleaned_data["site"]] if code in chosen]
        told = ("name", "kind", "business_id", "contact_name", "contact_title", "email", "phone")
        return StarterAnswers(
            register_names={code: self.cleaned_data[_name_field(code)] for code in ordered},
            **{field: self.cleaned_data[field] for field in told},
        )


def _name_field(code: str) -> str:
    return f"register_name_{code}"
