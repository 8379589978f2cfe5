"""The forms of forwarding, and of telling others besides the person."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from privacy.inbox.steps.step_form import ItemsField, StepForm, StepScreen, date_field, text_field
from privacy.registers.choices import Permission
from privacy.registers.models.registers import Register
from privacy.rights import actions
from privacy.rights.actions.notify import PartyEntry
from privacy.rights.choices import PartyRole, PartyStatus
from privacy.rights.national_words import offered_grounds
from privacy.rights.notice_snapshot import sections_in_force
from privacy.rights.permissions import policy
from privacy.rights.steps import Step

_CHOOSE = {"required": _("Choose at least one right.")}
BLANK_LINES = 2
MOST_RECIPIENTS = 30


class ItemsForm(StepForm):
    """Which of the open items the step is about."""

    items = ItemsField(label=_("Which rights"), error_messages=_CHOOSE)

    def prepare(self) -> None:
        """Offer what has no outcome."""
        field: Any = self.fields["items"]
        field.offer(self.case, [item for item in self.own_items if not item.outcome], self.language)

    def values(self) -> dict[str, Any]:
        """Give the rows as lists."""
        data = self.cleaned_data
        return {key: list(value) if isinstance(value, QuerySet) else value for key, value in data.items()}


class MoveForm(ItemsForm):
    """To which register or, where it was not known, registers."""

    error_fields = {"RegisterNotPossible": "registers"}
    registers = forms.ModelMultipleChoiceField(
        Register.objects.none(),
        label=_("To the register"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Several only where the register was not known."),
        error_messages={"required": _("Choose a register.")},
    )
    reason = text_field(_("Reason"), required=False, rows=2)

    def prepare(self) -> None:
        """Offer the registers in use of the same controller."""
        super().prepare()
        field: Any = self.fields["registers"]
        seen = Q(confidential=False) | Q(pk__in=policy.registers(self.acting.user, Permission.SEE).values("pk"))
        in_use = Register.objects.filter(controller=self.case.controller, live=True, retired_on__isnull=True)
        usable = in_use.filter(seen)
        present = {item.register_id for item in self.own_items}
        field.queryset = usable.exclude(pk__in=present - {None}) if len(present) == 1 else usable


class PassOnForm(ItemsForm):
    """To which controller, whose processor we are."""

    error_fields = {"TextMissing": "recipient"}
    recipient = forms.CharField(label=_("Controller"), max_length=200)
    explanation = text_field(_("What the person is told besides"), required=False)


class NotOursForm(ItemsForm):
    """Who the controller is, if known, and on what ground the request was passed on."""

    error_fields = {"TextMissing": "recipient", "GroundMissing": "passed_on_ground"}
    recipient = forms.CharField(
        label=_("The right controller and its address"), max_length=200, required=False, help_text=_("If known.")
    )
    passed_on_ground = forms.ChoiceField(
        label=_("Is the request passed on?"), choices=[], required=False, widget=forms.RadioSelect
    )
    explanation = text_field(_("What the person is told besides"), required=False)

    def prepare(self) -> None:
        """Offer the duty of authorities only to those whose law has it."""
        super().prepare()
        field: Any = self.fields["passed_on_ground"]
        field.choices = [("", gettext("No: the person is told to turn there")), *offered_grounds(self.case.controller)]


class RecipientsForm(StepForm):
    """The checklist of Art. 19: the recipients that the notice names, and lines for others."""

    def prepare(self) -> None:
        """Make the fields of each line; what was recorded before stands there."""
        told = {party.name: party for party in self.case.told_parties.filter(role=PartyRole.RECIPIENT)}
        names = list(dict.fromkeys([*told, *_named_in_notices(self.own_items, self.case.language)]))[:MOST_RECIPIENTS]
        self.lines = list(range(len(names) + BLANK_LINES))
        for line in self.lines:
            name = names[line] if line < len(names) else ""
            party = told.get(name)
            initial = (
                {field: getattr(party, field) for field in ("status", "told_on", "method", "reason")} if party else {}
            )
            self._add_line(line, name, initial)

    def _add_line(self, line: int, name: str, initial: dict[str, Any]) -> None:
        statuses = [("", gettext("Not recorded yet")), *PartyStatus.choices]
        fields: dict[str, forms.Field] = {
            "name": forms.CharField(label=_("Recipient"), max_length=200, required=False, initial=name),
            "status": forms.ChoiceField(label=_("Was it told?"), choices=statuses, required=False),
            "told_on": date_field(_("Day"), required=False),
            "method": forms.CharField(label=_("How"), max_length=200, required=False),
            "reason": forms.CharField(label=_("If not: why"), max_length=500, required=False),
        }
        for key, field in fields.items():
            field.initial = initial.get(key, field.initial)
            self.fields[f"{key}_{line}"] = field

    def groups(self) -> list[list[Any]]:
        """Give the fields line by line."""
        keys = ("name", "status", "told_on", "method", "reason")
        return [[self[f"{key}_{line}"] for key in keys] for line in self.lines]

    def clean(self) -> dict[str, Any]:
        """Ask for a name where something is recorded, and for a reason where one was not told."""
        data = super().clean() or {}
        for line in self.lines:
            status = data.get(f"status_{line}", "")
            if status and not data.get(f"name_{line}"):
                self.add_error(f"name_{line}", gettext("Name the recipient."))
            why = status in (PartyStatus.IMPOSSIBLE, PartyStatus.DISPROPORTIONATE)
            if why and not data.get(f"reason_{line}"):
                self.add_error(f"reason_{line}", gettext("Give the reason in words."))
            if (day := data.get(f"told_on_{line}")) and not self.case.received_on <= day <= self.today:
                text = gettext("The day must not be before the day of receipt nor in the future.")
                self.add_error(f"told_on_{line}", text)
        if not any(data.get(f"status_{line}") for line in self.lines):
            self.add_error(None, gettext("Choose for at least one recipient whether it was told."))
        return data

    def values(self) -> dict[str, Any]:
        """Give the lines on which something is recorded."""
        data = self.cleaned_data
        entries = [
            PartyEntry(
                name=data[f"name_{line}"],
                status=data[f"status_{line}"],
                told_on=data[f"told_on_{line}"],
                method=data[f"method_{line}"],
                reason=data[f"reason_{line}"],
            )
            for line in self.lines
            if data[f"status_{line}"]
        ]
        return {"entries": entries}


def _named_in_notices(items: list[Any], language: str) -> list[str]:
    names = []
    for item in items:
        for section in sections_in_force(item, language):
            if section.rows_kind == "recipients":
                names += [str(row.get("recipient") or "").strip()[:200] for row in section.rows]
    return [name for name in names if name]


SCREENS: dict[Step, StepScreen] = {
    Step.MOVE: StepScreen(
        actions.move_items,
        MoveForm,
        _("The time limit does not change. Its contact is told, and the person if a register was named."),
        _("Move"),
        compose=actions.compose_move,
    ),
    Step.PASS_ON: StepScreen(
        actions.pass_on_to_controller,
        PassOnForm,
        _("First pass the request on yourself. The rights end here as passed on, and the person is told by letter."),
        _("Record and send the letter"),
        compose=actions.compose_passing_on,
    ),
    Step.NOT_OURS: StepScreen(
        actions.tell_not_controller,
        NotOursForm,
        _("The person is told by letter. The request is passed on only with consent or where the law says so."),
        _("Send the letter"),
        compose=actions.compose_not_controller,
    ),
    Step.TELL_RECIPIENTS: StepScreen(
        actions.tell_recipients,
        RecipientsForm,
        _("Tell the recipients yourself, and record it here. The list begins with those that the notice names."),
    ),
    Step.TELL_JOINT_CONTROLLERS: StepScreen(
        actions.tell_joint_controllers,
        words=_("A letter goes to the other joint controllers; those without an email stay on the list to be told."),
        button=_("Send"),
    ),
}
