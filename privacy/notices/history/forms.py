"""Forms of what is done with versions."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Asks for a reason, which stands in the history of the notice."""

    reason = forms.CharField(label=_("Reason"), max_length=500, required=False, widget=forms.Textarea({"rows": 3}))


class RedactForm(forms.Form):
    """Asks which details of a person to remove, and why."""

    words = forms.CharField(
        label=_("Details to remove"),
        help_text=_("One on each line, as they stand in the version: name, email, telephone number."),
        widget=forms.Textarea({"rows": 4}),
    )
    every_version = forms.BooleanField(label=_("In all versions of this notice"), required=False, initial=True)
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea({"rows": 3}))
