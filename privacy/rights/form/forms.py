"""The parts of the request form; together they hold everything a visitor can tell."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from privacy.notices.sections.rights_texts import right_texts
from privacy.rights.choices import Relation, ReplyChannel, Right
from privacy.rights.form.register_choices import RegisterChoices
from privacy.rights.right_specs import right_specs
from privacy.rights.submission.validation import MAX_LINE, MAX_TEXT, name_is_optional
from privacy.site_languages import own_language_choices


class SingleLineField(forms.CharField):
    """A text of one line; line breaks and other control characters become spaces."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return " ".join("".join(char if char.isprintable() else " " for char in text).split())


class ChoiceForm(forms.Form):
    """First step: what is asked, and of which register."""

    rights = forms.MultipleChoiceField(
        label=gettext_lazy("What do you want?"),
        help_text=gettext_lazy("You can choose several."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one thing that you want.")},
    )
    register = forms.ChoiceField(
        label=gettext_lazy("Which register does it concern?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a register, or that you do not know.")},
    )

    def __init__(self, *args: Any, choices: RegisterChoices, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain = [(key, right.plain_in(language)) for key, right in right_texts().items()]
        cast(forms.ChoiceField, self.fields["rights"]).choices = plain
        cast(forms.ChoiceField, self.fields["register"]).choices = choices.options
        if choices.single:
            self.fields["register"].widget = forms.HiddenInput()


class DetailsForm(forms.Form):
    """Second step: what fits the chosen rights, whose data, who asks, and how to reply."""

    relation = forms.ChoiceField(
        label=gettext_lazy("Whose data does the request concern?"),
        help_text=gettext_lazy(
            "The GDPR does not cover the data of people who have died, but you may ask: we answer and give advice."
        ),
        choices=Relation,
        widget=forms.RadioSelect,
    )
    subject_name = SingleLineField(label=gettext_lazy("That person's name"), required=False, max_length=MAX_LINE)
    name = SingleLineField(label=gettext_lazy("Your name"), required=False, max_length=MAX_LINE)
    finding_details = SingleLineField(
        label=gettext_lazy("What can we find your data by?"),
        help_text=gettext_lazy(
            "For example a customer number, a former name or an old address. Do not give a personal identity code."
        ),
        required=False,
        max_length=500,
    )
    reply_channel = forms.ChoiceField(
        label=gettext_lazy("How do you want the answer?"), choices=ReplyChannel, widget=forms.RadioSelect
    )
    email = forms.EmailField(label=gettext_lazy("Email"), required=False, max_length=254)
    phone = SingleLineField(label=gettext_lazy("Telephone"), required=False, max_length=60)
    postal_address = SingleLineField(label=gettext_lazy("Postal address"), required=False, max_length=300)
    reply_language = forms.ChoiceField(
        label=gettext_lazy("Language of the answer"), choices=own_language_choices, widget=forms.RadioSelect
    )
    message = forms.CharField(
        label=gettext_lazy("Anything else?"),
        help_text=gettext_lazy("Leave out what is not needed, such as health data or personal identity codes."),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self, *args: Any, rights: Iterable[str], extra_fields: Mapping[str, forms.Field], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rights = set(rights)
        for right in Right.values:
            self.fields |= question_fields(right, asked=right in self.rights)
        self.fields.update(extra_fields)
        for field in self.fields.values():
            if field.required:
                field.error_messages["required"] = _("Answer this: %(question)s") % {"question": field.label}
        autocomplete = {"name": "name", "email": "email", "phone": "tel", "postal_address": "street-address"}
        for name, value in autocomplete.items():
            self.fields[name].widget.attrs["autocomplete"] = value
        self.fields["finding_details"].widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        """Require what the chosen rights, relation and way of replying need, and nothing more."""
        super().clean()
        data = self.cleaned_data
        if not (name_is_optional(self.rights) or data.get("name") or data.get("finding_details")):
            self._require("name", _("Give your name, or below other details by which we can find your data."))
        if data.get("relation") not in (None, Relation.SELF) and not data.get("subject_name"):
            self._require("subject_name", _("Give the name of the person whose data the request concerns."))
        needed = {
            ReplyChannel.EMAIL: ("email", _("Give your email address, so that we can reply by email.")),
            ReplyChannel.PHONE: ("phone", _("Give your telephone number, so that we can reply by telephone.")),
            ReplyChannel.POST: ("postal_address", _("Give your postal address, so that we can reply by post.")),
        }
        if channel := needed.get(data.get("reply_channel", "")):
            self._require(*channel)
        return data

    def _require(self, field: str, message: str) -> None:
        if field not in self.errors and not self.cleaned_data.get(field):
            self.add_error(field, message)


def question_fields(right: str, *, asked: bool) -> dict[str, forms.Field]:
    """Give the questions of a right as fields; one that is not asked now is carried along and never required."""
    fields: dict[str, forms.Field] = {}
    for question in right_specs()[right].questions:
        options: dict[str, Any] = {
            "label": question.label,
            "help_text": question.hint,
            "required": question.required and asked,
        }
        if question.long:
            widget = forms.Textarea(attrs={"rows": 3})
            fields[f"{right}_{question.key}"] = forms.CharField(max_length=MAX_TEXT, widget=widget, **options)
        else:
            fields[f"{right}_{question.key}"] = SingleLineField(max_length=500, **options)
    return fields


class SendingForm(forms.Form):
    """Last step: what the visitor decides when checking the request."""

    identity_code = forms.ChoiceField(
        label=gettext_lazy("The text seems to hold a personal identity code. Remove it?"),
        choices=[("remove", gettext_lazy("Remove it")), ("keep", gettext_lazy("Send it all the same"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose whether the personal identity code is removed.")},
    )
