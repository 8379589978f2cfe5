"""The table of steps as pages: which form asks what, which action does it, and what is said before."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from privacy.inbox.steps import forward_forms as forwarding_forms
from privacy.inbox.steps import question_forms as asking_forms
from privacy.inbox.steps import small_forms as forms
from privacy.inbox.steps.step_form import StepForm
from privacy.rights import actions
from privacy.rights.workflow.steps import Step


@dataclass(frozen=True, slots=True)
class StepScreen:
    """One step: its form, its action, a sentence before the form, its button, and whether its letter is edited."""

    action: Callable[..., Any]
    form: type[StepForm] = StepForm
    words: Any = ""
    button: Any = _("Save")
    letter: bool = False


SCREENS: dict[Step, StepScreen] = {
    Step.TAKE_ON: StepScreen(
        actions.take_on_request,
        words=_("The request is then in progress, and you are its handler."),
        button=_("Take on"),
    ),
    Step.ASSIGN: StepScreen(actions.assign_request, forms.AssignForm),
    Step.DECLARE_CONFLICT: StepScreen(
        actions.declare_conflict,
        forms.ConflictForm,
        _("For example, the request is from somebody close to you. You can do nothing more in it; others are told."),
        _("Stand aside"),
    ),
    Step.ASK_IDENTITY: StepScreen(
        actions.ask_identity,
        asking_forms.IdentityQuestionForm,
        _("The question is sent to the person at once."),
        _("Send"),
    ),
    Step.CONFIRM_IDENTITY: StepScreen(actions.confirm_identity, asking_forms.IdentityForm),
    Step.ASK_CLARIFICATION: StepScreen(
        actions.ask_clarification,
        asking_forms.ClarificationForm,
        _("The question is sent to the person at once."),
        _("Send"),
    ),
    Step.RECORD_CLARIFICATION: StepScreen(actions.record_clarification, asking_forms.ClarifiedForm),
    Step.REMIND: StepScreen(
        actions.remind_person,
        asking_forms.ReminderForm,
        _("The person is reminded once and has 14 days to answer. After that you can close the request."),
        _("Send"),
    ),
    Step.EXTEND: StepScreen(
        actions.extend_time_limit,
        forms.ExtendForm,
        _("Possible once, until the first due date. The person is told by letter now, with the reason (Art. 12(3))."),
        _("Extend and send the letter"),
        letter=True,
    ),
    Step.MOVE: StepScreen(
        actions.move_items,
        forwarding_forms.MoveForm,
        _("The time limit does not change. Its contact is told, and the person if a register was named."),
        _("Move"),
        letter=True,
    ),
    Step.PASS_ON: StepScreen(
        actions.pass_on_to_controller,
        forwarding_forms.PassOnForm,
        _("First pass the request on yourself. The rights end here as passed on, and the person is told by letter."),
        _("Record and send the letter"),
        letter=True,
    ),
    Step.NOT_OURS: StepScreen(
        actions.tell_not_controller,
        forwarding_forms.NotOursForm,
        _("The person is told by letter. The request is passed on only with consent or where the law says so."),
        _("Send the letter"),
        letter=True,
    ),
    Step.REOPEN: StepScreen(
        actions.reopen_request,
        forms.ReopenForm,
        _("The outcomes you choose are taken back; the history keeps them. The due date stays as it was."),
        _("Reopen"),
    ),
    Step.CORRECT_RECEIPT: StepScreen(actions.correct_receipt, forms.ReceiptForm, letter=True),
    Step.NOTE: StepScreen(actions.add_note, forms.NoteForm),
    Step.SET_REFERENCE: StepScreen(actions.set_case_number, forms.ReferenceForm),
    Step.TELL_RECIPIENTS: StepScreen(
        actions.tell_recipients,
        forwarding_forms.RecipientsForm,
        _("Tell the recipients yourself, and record it here. The list begins with those that the notice names."),
    ),
    Step.TELL_JOINT_CONTROLLERS: StepScreen(
        actions.tell_joint_controllers,
        words=_("A letter goes to the other joint controllers; those without an email stay on the list to be told."),
        button=_("Send"),
    ),
    Step.DOCUMENT_REQUEST: StepScreen(
        actions.take_as_document_request,
        words=_("The person is told by letter. The shorter limit of that Act (two weeks) is shown beside the clock."),
        button=_("Record and send the letter"),
    ),
    Step.RENEW_LINK: StepScreen(
        actions.renew_link,
        words=_("The contact gets a new letter with a new link; former links stop working."),
        button=_("Send"),
    ),
    Step.POST_LETTER: StepScreen(actions.mark_letter_delivered, forms.PostedForm),
    Step.SET_HOLD: StepScreen(
        actions.set_hold,
        forms.HoldForm,
        _("For example a complaint or a court case. The file is not deleted meanwhile."),
    ),
    Step.LIFT_HOLD: StepScreen(actions.lift_hold, forms.ReasonForm),
}
