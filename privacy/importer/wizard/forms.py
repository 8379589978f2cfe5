"""The forms of an import: what is read, and the plan that an editor looks through."""

from contextlib import suppress
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page

from privacy.conf import settings as conf
from privacy.importer.reader.document import ImportedNotice, NotANotice
from privacy.importer.reader.read import read_file, read_pasted
from privacy.importer.wizard.labels import in_words
from privacy.notices.sections.blocks import GROUPS
from privacy.notices.sections.types import section_types
from privacy.site_languages import language_choices, text_now

FILE_TYPES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
PASTED_LENGTH = 2 * 1024 * 1024  # characters


class ReadForm(forms.Form):
    """Takes a file or pasted text and reads it; a valid form has the `notice` that was read."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("A text, Markdown, HTML or Word (DOCX) file."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(FILE_TYPES)}),
    )
    text = forms.CharField(
        label=gettext_lazy("Or the text"),
        help_text=gettext_lazy("Paste the whole notice: from a web page or a document, or as HTML."),
        required=False,
        max_length=PASTED_LENGTH,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    # What the page or document was like that the text was pasted from; filled by a script.
    html = forms.CharField(required=False, max_length=PASTED_LENGTH, widget=forms.HiddenInput)
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the notice"),
        choices=lambda: [("", gettext_lazy("Recognised from the text")), *language_choices()],
        required=False,
    )

    notice: ImportedNotice

    def clean_file(self) -> Any:
        """Refuse a large file before anything of it is read."""
        file = self.cleaned_data["file"]
        if file and file.size > conf.import_max_bytes:
            raise ValidationError(
                _("The file is too large: at most %(size)s.") % {"size": filesizeformat(conf.import_max_bytes)}
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Read what was given; say beside it why it cannot be imported."""
        cleaned = super().clean() or {}
        file, text = cleaned.get("file"), (cleaned.get("text") or "").strip()
        if self.errors:
            return cleaned
        if bool(file) == bool(text):
            self.add_error(None, _("Choose a file or paste the text, one of the two."))
            return cleaned
        language = cleaned["language"] or None
        try:
            if file:
                self.notice = read_file(file.read(), name=file.name, language=language)
            else:
                self.notice = _read_pasted(text, cleaned.get("html") or "", language)
        except NotANotice as error:
            self.add_error("file" if file else "text", in_words(error.code, error.values))
        return cleaned

    class Media:
        js = ["privacy/admin-import.js"]


def _read_pasted(text: str, html: str, language: str | None) -> ImportedNotice:
    """Read pasted text; with its headings, lists and links where these came along and tell no less."""
    formatted: ImportedNotice | None = None
    if html.strip():
        with suppress(NotANotice):
            formatted = read_pasted(html, language=language)
    try:
        plain = read_pasted(text, language=language)
    except NotANotice:
        if formatted is None:
            raise
        return formatted
    return formatted if formatted and len(formatted.sections) >= len(plain.sections) else plain


class TypeSelect(forms.Select):
    """A select in one template: Django's own needs one for each of forty options, in each of many sections."""

    template_name = "privacy/admin/importer/type_select.html"


class PlannedSectionForm(forms.Form):
    """The type and the heading of a section; its text is edited in the page editor."""

    id = forms.CharField(widget=forms.HiddenInput)
    key = forms.ChoiceField(label=gettext_lazy("Type of section"), widget=TypeSelect)
    heading = forms.CharField(label=gettext_lazy("Heading"), max_length=1000, required=False)

    def __init__(self, *args: Any, types: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = types  # type: ignore[attr-defined]


def section_choices() -> list[tuple[Any, list[tuple[str, str]]]]:
    """Give the types of sections by group, in the language of the admin."""
    return [
        (label, [(key, text_now(kind.heading)) for key, kind in section_types().items() if kind.group == group])
        for group, label in GROUPS.items()
    ]


class PlanForm(forms.Form):
    """Where the draft goes, its title and the day that the document bears."""

    title = forms.CharField(label=gettext_lazy("Title of the notice"), max_length=255)
    parent = forms.ModelChoiceField(label=gettext_lazy("Place"), queryset=Page.objects.none(), empty_label=None)
    date = forms.DateField(
        label=gettext_lazy("Date of the document"),
        help_text=gettext_lazy("Written at the end of the notice. Empty it to leave it out."),
        required=False,
        widget=AdminDateInput,
    )

    def __init__(self, *args: Any, parents: list[Page], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parent"]
        field.queryset = Page.objects.filter(pk__in=[page.pk for page in parents])  # type: ignore[attr-defined]
        field.choices = [  # type: ignore[attr-defined]
            (page.pk, f"{page.title} ({page.locale.get_display_name()})") for page in parents
        ]
