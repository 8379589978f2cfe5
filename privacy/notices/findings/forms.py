"""Forms about findings."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DismissForm(forms.Form):
    """Asks why a finding is set aside."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("For whoever reads the history later: why this is in order here."),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )
