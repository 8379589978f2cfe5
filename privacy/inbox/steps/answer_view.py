"""The page "Answer": an outcome per right, the letter ready to edit, and "send from here" or "already answered"."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from privacy.inbox.steps.answer_form import OTHERWISE, SEND, AnswerForm
from privacy.inbox.steps.letter_editing import mark_of_outcomes, mark_of_text
from privacy.inbox.steps.views import StepScreenView
from privacy.rights.actions import answer_request, record_answer
from privacy.rights.choices import Outcome
from privacy.rights.errors import RightsError
from privacy.rights.letters.answer_letter import compose_answer
from privacy.rights.letters.compose import compose_letter
from privacy.rights.models.attachments import attach_file
from privacy.rights.models.requests import RequestItem, requester_of
from privacy.rights.models.standard_texts import TextCode
from privacy.rights.steps import Step
from privacy.rights.workflow.outcomes import ItemAnswer


class AnswerView(StepScreenView):
    """Answers a request; the letter is made of the outcomes and checked against them before it leaves."""

    template_name = "privacy/admin/answer.html"
    form_class = AnswerForm
    step = Step.ANSWER
    note = ""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Ask about what has no outcome yet."""
        return {**super().get_form_kwargs(), "items": self.open_items}

    @property
    def open_items(self) -> list[RequestItem]:
        """The items that wait for an answer."""
        return [item for item in self.handled if not item.outcome]

    def get_initial(self) -> dict[str, Any]:
        """Begin with the letter as it is before any outcome is chosen."""
        return {} if self.request.method == "POST" else self._composed({})

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make the letter anew, or answer."""
        if self.request.POST.get("go") == "draft":
            return self._composed_anew()
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        if form.cleaned_data["how"] == SEND and not self._fits():
            return self._to_check()
        return self.form_valid(form)

    def form_valid(self, form: AnswerForm) -> HttpResponse:
        """Send the letter, or record what was answered otherwise with its copy."""
        data = form.cleaned_data
        common = {"identity": data["identity"], "recipients_told": data.get("recipients_told", "")}
        try:
            if data["how"] == OTHERWISE:
                self._record(form, common)
            else:
                answer_request(
                    **self.who(), answers=form.answers(), letter=form.letter(), files=data["enclosures"], **common
                )
        except RightsError as error:
            return self.refused(form, error)
        return self.done()

    def done_words(self) -> str:
        """Tell what became of the answer."""
        if self.request.POST.get("how") == OTHERWISE:
            return _("The answer is recorded.")
        by_email = self.object.reply_channel == "email"
        return _("The answer was sent.") if by_email else _("The answer is written. Print it and deliver it.")

    def _record(self, form: AnswerForm, common: dict[str, Any]) -> None:
        data = form.cleaned_data
        registers = {item.register for item in self.open_items}
        with transaction.atomic():
            day = {"answered_on": data["answered_on"], "channel": data["channel"]}
            record_answer(**self.who(), answers=form.answers(), **day, **common)
            if data["copy"]:
                register = registers.pop() if len(registers) == 1 else None
                attach_file(self.object, data["copy"], register=register)

    def _fits(self) -> bool:
        return self.request.POST.get("made_of") == mark_of_outcomes(self.request.POST, self.open_items)

    def _is_edited(self) -> bool:
        text = self.request.POST.get("text", "")
        return bool(text.strip()) and self.request.POST.get("made") != mark_of_text(text)

    def _to_check(self) -> HttpResponse:
        """Show the letter once more: it was made of other outcomes than those that are chosen now."""
        posted = self.request.POST.dict()
        if self._is_edited():
            self.note = _("You chose other outcomes after the letter was written. Check the letter, then send it.")
            made = {"made_of": mark_of_outcomes(posted, self.open_items), "made": posted.get("made", "")}
            return self._again({**posted, **made})
        self.note = _("The letter now says what you chose. Check it, then send it.")
        return self._again({**posted, **self._composed(posted)})

    def _composed_anew(self) -> HttpResponse:
        posted = self.request.POST.dict()
        composed = self._composed(posted)
        if self.request.headers.get("accept") == "application/json":
            return JsonResponse(composed)
        self.note = _("The letter now says what you chose. Check it, then send it.")
        return self._again({**posted, **composed})

    def _again(self, values: dict[str, Any]) -> HttpResponse:
        """Show the page with what was typed, and no complaints."""
        kwargs = {**self.get_form_kwargs(), "initial": values}
        for bound in ("data", "files"):
            kwargs.pop(bound, None)
        if self.request.FILES:
            # No browser fills in a file by itself.
            self.note = " ".join([self.note, _("Choose the files once more.")])
        return self.render_to_response(self.get_context_data(form=AnswerForm(**kwargs)))

    def _composed(self, values: dict[str, Any]) -> dict[str, str]:
        """Give the letter for the outcomes, with the marks by which a later change is noticed."""
        answers = [
            ItemAnswer(
                item,
                values[f"outcome_{item.pk}"],
                values.get(f"reason_{item.pk}", ""),
                facts=values.get(f"facts_{item.pk}", ""),
            )
            for item in self.open_items
            if values.get(f"outcome_{item.pk}") in Outcome.values
        ]
        if answers:
            letter = compose_answer(self.object, answers)
        else:
            letter = compose_letter(TextCode.ANSWER, self.object, self.handled)
        marks = {"made_of": mark_of_outcomes(values, self.open_items), "made": mark_of_text(letter.text)}
        return {"subject": letter.subject, "text": letter.text, **marks}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the marks of the letter, and by what road it goes."""
        context = super().get_context_data(**kwargs)
        form = context["form"]
        values = form.data if form.is_bound else form.initial
        person = requester_of(self.object)
        by_email = self.object.reply_channel == "email" and person is not None and person.email
        return {
            **context,
            "made": values.get("made", ""),
            "made_of": values.get("made_of", ""),
            "note": self.note,
            "to": person.email if person is not None and by_email else "",
            "persons": self.object.persons.all(),
            "submit_button_label": _("Answer"),
        }
