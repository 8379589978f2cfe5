"""The letter of a step, shown ready to be edited before it is sent, and whether it still fits what was chosen."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from privacy.inbox.steps.step_form import text_field
from privacy.rights.models.standard_texts import LetterText


def mark_of_outcomes(values: Mapping[str, Any], items: Iterable[Any]) -> str:
    """Give the mark of the outcomes, reasons and facts that a letter is made of."""
    parts = [
        f"{item.pk} {str(values.get(f'{field}_{item.pk}') or '').strip()}"
        for item in items
        for field in ("outcome", "reason", "facts")
    ]
    return _mark("\x1f".join(parts))


def mark_of_values(values: Mapping[str, Any]) -> str:
    """Give the mark of what was chosen on the page of a step."""
    return _mark(repr(sorted(values.items())))


def mark_of_text(text: str) -> str:
    """Give the mark of a letter's text, whatever a browser makes of its line ends."""
    return _mark(text.strip())


def _mark(text: str) -> str:
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()[:16]


_OWN = frozenset({"letter_subject", "letter_text", "made", "made_of", "seen", "csrfmiddlewaretoken"})


class LetterForm(forms.Form):
    """The letter ready to edit."""

    letter_subject = forms.CharField(label=_("Subject"), max_length=150, required=False)
    letter_text = text_field(
        _("Letter"),
        rows=12,
        required=False,
        help_text=_("The number, the due date, the way to complain and the controller's details are added below it."),
    )


class EditedLetter:
    """What the page of a step posts of its letter."""

    def __init__(self, request: HttpRequest) -> None:
        self.post = request.POST
        self.made_of = mark_of_values({name: self.post.getlist(name) for name in self.post if name not in _OWN})

    @property
    def text(self) -> LetterText:
        """The letter as it was edited."""
        return LetterText(self.post.get("letter_subject", ""), self.post.get("letter_text", ""))

    @property
    def is_checked(self) -> bool:
        """Whether the handler has seen a letter that was made of what is chosen now."""
        return bool(self.text.text.strip()) and self.post.get("made_of") == self.made_of

    def shown(self, composed: LetterText) -> dict[str, Any]:
        """Give what the page shows: the composed letter, or what was edited by hand, which is never written over."""
        own = self.text.text.strip() and self.post.get("made") != mark_of_text(self.text.text)
        letter = self.text if own else composed
        note = gettext("This letter goes to the person. Check it, then press the button once more.")
        if own:
            note = gettext("You changed the choices after the letter was written. Check the letter, then send it.")
        initial = {"letter_subject": letter.subject, "letter_text": letter.text}
        return {
            "letter_form": LetterForm(initial=initial),
            "note": note,
            "made": self.post.get("made", "") if own else mark_of_text(letter.text),
            "made_of": self.made_of,
        }

    def kept(self) -> dict[str, Any]:
        """Give what was posted, for a page that tells of an error."""
        if not self.text.text.strip():
            return {}
        marks = {name: self.post.get(name, "") for name in ("made", "made_of")}
        return {"letter_form": LetterForm(self.post), **marks}
