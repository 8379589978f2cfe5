"""What the pages of the steps share: the form and the case it is about, where an error is told, and the page's row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from privacy.notices.sections.rights_texts import right_texts
from privacy.rights.deadlines.clock import today_of
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.models.standard_texts import LetterText
from privacy.rights.submission.validation import MAX_TEXT
from privacy.rights.workflow.actors import ActingPerson


class StepForm(forms.Form):
    """The form of a step: `values` gives what the action takes besides the request, the actor and the version."""

    # Errors of the action by the field that they are about; others stand above the form.
    error_fields: ClassVar[dict[str, str]] = {}

    def __init__(
        self,
        *args: Any,
        case: RightsRequest,
        items: list[RequestItem],
        acting: ActingPerson,
        language: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.own_items, self.acting, self.language = case, items, acting, language
        self.today = today_of(case)
        self.prepare()

    def prepare(self) -> None:
        """Fill in what depends on the case."""

    def remark(self) -> str:
        """Give what the handler should know of this case before the step; empty for nothing."""
        return ""

    def values(self) -> dict[str, Any]:
        """Give what the action takes."""
        return dict(self.cleaned_data)

    def add_step_error(self, error: Exception) -> None:
        """Tell an error of the action beside the field it is about."""
        field = self.error_fields.get(type(error).__name__)
        self.add_error(field if field in self.fields else None, str(error))


class ItemsField(forms.ModelMultipleChoiceField):
    """Items of the case, as boxes with the right and the register."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(RequestItem.objects.none(), *args, **kwargs)
        self.language = "en"

    def offer(self, case: RightsRequest, items: list[RequestItem], language: str) -> None:
        """Offer these items, all of them chosen."""
        keys = [item.pk for item in items]
        self.language, self.initial = language, keys
        self.queryset = case.items.filter(pk__in=keys).select_related("register__controller")

    def label_from_instance(self, obj: Any) -> str:
        """Name the right and the register."""
        name = right_texts()[obj.right].name_in(self.language)
        return f"{name} ({obj.register})" if obj.register else name


def date_field(label: Any, **options: Any) -> forms.DateField:
    """Give a field for a day with Wagtail's picker."""
    return forms.DateField(label=label, widget=AdminDateInput(), **options)


def text_field(label: Any, *, rows: int = 4, **options: Any) -> forms.CharField:
    """Give a field for words of a person."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, **{"max_length": MAX_TEXT, **options})


@dataclass(frozen=True, slots=True)
class StepScreen:
    """The page of one step: its action and form, a sentence before the form, and the words of its button.

    `compose` gives the letter that the handler may edit before the action sends it; it takes what the action takes.
    """

    action: Callable[..., Any]
    form: type[StepForm] = StepForm
    words: Any = ""
    button: Any = _("Save")
    compose: Callable[..., LetterText | None] | None = None
