"""What the public forms need: controls tied to their hints and errors, and choices in groups."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.safestring import SafeString

from privacy.notices.sections.rights_texts import right_texts
from privacy.site_languages import language_now

register = template.Library()

_EXTRA = "extra_"

OptionGroup = tuple[str, list[BoundWidget]]


@register.filter
def described_by(field: BoundField, show_errors: bool) -> str:
    """Give the ids of a field's hint and, where errors are shown, of its error."""
    hint = f"{field.auto_id}_helptext" if field.help_text else ""
    error = f"{field.auto_id}_error" if show_errors and field.errors else ""
    return f"{hint} {error}".strip()


@register.simple_tag
def control(field: BoundField, show_errors: bool = False) -> SafeString:
    """Give the control of a field; a field whose errors are not shown yet is not called invalid either."""
    widget = field.field.widget
    attrs: dict[str, Any] = {"id": field.auto_id, "aria-describedby": described_by(field, show_errors) or False}
    if show_errors and field.errors:
        attrs["aria-invalid"] = "true"
    if isinstance(widget, forms.Textarea):
        attrs["maxlength"] = False  # browsers cut pasted text without a word; the server says what is too long
    return widget.render(field.html_name, field.value(), attrs, renderer=field.form.renderer)


def _options(field: BoundField) -> list[BoundWidget]:
    widget = field.field.widget
    options = widget.subwidgets(field.html_name, field.value(), attrs={"id": field.auto_id})
    return [BoundWidget(widget, option, field.form.renderer) for option in options]


@register.filter
def option_groups(field: BoundField) -> list[OptionGroup]:
    """Give the options of radio buttons or checkboxes, in groups with names; one without a name for the rest."""
    options = iter(_options(field))
    groups: list[OptionGroup] = []
    chosen_from: Any = field.field
    for value, label in chosen_from.choices:
        if isinstance(label, list | tuple):
            groups.append((str(value), list(islice(options, len(label)))))
        elif groups and not groups[-1][0]:
            groups[-1][1].append(next(options))
        else:
            groups.append(("", [next(options)]))
    return groups


@register.filter
def first_input_id(field: BoundField) -> str:
    """Give the id to which an error message leads: of the control, or of the first option of a group."""
    options = _options(field) if field.use_fieldset else []
    return options[0].id_for_label if options else field.id_for_label


@dataclass(frozen=True, slots=True)
class DetailsLayout:
    """The fields of the second step: questions by right, those that editors added, and those carried along unseen."""

    questions: list[tuple[str, list[BoundField]]]
    extra: list[BoundField]
    carried: list[BoundField]


@register.filter
def details_layout(form: Any) -> DetailsLayout:
    """Sort the fields of the second step of the request form; its own fixed fields are placed by the template."""
    asked = [right for right in right_texts().values() if right.key in form.rights]
    unasked = [right for right in right_texts().values() if right.key not in form.rights]
    extra = [field for field in form if field.name.startswith(_EXTRA)]
    return DetailsLayout(
        questions=[(right.plain_in(language_now()), list(_of_right(form, right.key))) for right in asked],
        extra=[field for field in extra if not field.is_hidden],
        carried=[field for right in unasked for field in _of_right(form, right.key)]
        + [field for field in extra if field.is_hidden],
    )


def _of_right(form: Any, right: str) -> Iterator[BoundField]:
    return (field for field in form if field.name.startswith(f"{right}_") and not field.name.startswith(_EXTRA))
