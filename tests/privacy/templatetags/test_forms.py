"""Controls of the public forms are tied to their hints and errors."""

from django import forms

from privacy.templatetags.privacy_forms import control, described_by, first_input_id, option_groups


class SampleForm(forms.Form):
    name = forms.CharField(help_text="As in the register.", max_length=5)
    text = forms.CharField(widget=forms.Textarea, max_length=5, required=False)
    choice = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[("Oy", [("1", "One"), ("2", "Two")]), ("3", "Three"), ("4", "Four"), ("Ky", [("5", "Five")])],
    )


def test_error_is_named_only_where_errors_are_shown() -> None:
    field = SampleForm({})["name"]
    assert described_by(field, True) == "id_name_helptext id_name_error"
    assert described_by(field, False) == "id_name_helptext"


def test_control_is_invalid_only_where_errors_are_shown() -> None:
    field = SampleForm({})["name"]
    assert 'aria-invalid="true"' in control(field, True)
    assert "aria-invalid" not in control(field, False)


def test_control_keeps_what_was_typed_and_escapes_it() -> None:
    html = control(SampleForm({"name": '"><b>'})["name"], True)
    assert 'value="&quot;&gt;&lt;b&gt;"' in html


def test_long_text_is_not_cut_by_the_browser() -> None:
    assert "maxlength" not in control(SampleForm()["text"])
    assert 'maxlength="5"' in control(SampleForm()["name"])


def test_error_leads_to_the_first_option_of_a_group() -> None:
    form = SampleForm({})
    assert first_input_id(form["choice"]) == "id_choice_0_0"
    assert first_input_id(form["name"]) == "id_name"


def test_options_are_grouped_by_name() -> None:
    groups = option_groups(SampleForm({"choice": "2"})["choice"])
    named = [(name, [str(option.choice_label) for option in options]) for name, options in groups]
    assert named == [("Oy", ["One", "Two"]), ("", ["Three", "Four"]), ("Ky", ["Five"])]
    assert "checked" in groups[0][1][1].tag()
