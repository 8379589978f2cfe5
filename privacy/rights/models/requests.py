"""What the inbox sorts requests by, kept with the request so that an index serves it.

Right and register come from the items. Where items belong to several registers there is neither: the place in the
list must not tell anything of an item that its reader may not see.
"""

import unicodedata
import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.registers.models.registers import Register
from privacy.rights.choices import (
    OPEN_STATES,
    Channel,
    PersonRole,
    Relation,
    ReplyChannel,
    State,
    outcome_choices,
    reason_choices,
    right_choices,
)
from privacy.rights.models.trigrams import TrigramIndex
from privacy.rights.national_words import reason_label
from privacy.rights.right_specs import right_specs


class RightsRequest(models.Model):
    """What a person asked of a controller, and how far it is."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=20, unique=True)
    controller = models.ForeignKey(
        "privacy.Controller", verbose_name=_("controller"), on_delete=models.PROTECT, related_name="rights_requests"
    )
    form_page = models.ForeignKey(
        "privacy.RightsRequestPage", on_delete=models.SET_NULL, null=True, blank=True, related_name="rights_requests"
    )
    state = models.CharField(_("state"), max_length=25, choices=State, default=State.NEW)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel, default=Channel.WEB)
    language = models.CharField(_("language of the reply"), max_length=10)
    reply_channel = models.CharField(_("reply by"), max_length=12, choices=ReplyChannel, default=ReplyChannel.EMAIL)
    received_at = models.DateTimeField(_("received at"))
    received_on = models.DateField(_("day of receipt"))
    # These are what replaying the events gives; nothing else sets them.
    nominal_on = models.DateField(_("due before weekends and holidays"))
    due_on = models.DateField(_("due"))
    months = models.PositiveSmallIntegerField(_("months from receipt"), default=1)
    # While it is set the clock stands still, and the due date is the one that held before.
    suspended_on = models.DateField(_("time limit suspended since"), null=True, blank=True)
    suspended_days = models.PositiveSmallIntegerField(_("days on which the time limit did not run"), default=0)
    document_due_on = models.DateField(_("documents due"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    acknowledged_at = models.DateTimeField(_("receipt confirmed at"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="owned_rights_requests"
    )
    owner_name = models.CharField(_("handler of the request"), max_length=200, blank=True)
    # The local day of the last digest for handlers that had the request in it.
    reminded_on = models.DateField(null=True, blank=True, editable=False)
    external_reference = models.CharField(_("case number"), max_length=100, blank=True)
    # Counts the steps: whoever acts on an older one is told what has changed.
    version = models.PositiveIntegerField(default=0, editable=False)
    on_hold = models.BooleanField(_("kept because of a dispute"), default=False)
    hold_review_on = models.DateField(_("the need to keep it is looked at again on"), null=True, blank=True)
    forget_warned_on = models.DateField(null=True, blank=True, editable=False)
    anonymised_at = models.DateTimeField(_("anonymised at"), null=True, blank=True)
    message = models.TextField(_("message"), blank=True)
    extra_answers = models.JSONField(_("further answers"), default=list, blank=True)
    # What the list is put in order by; see `order_keys`.
    order_name = models.CharField(max_length=200, blank=True, editable=False)
    order_right = models.PositiveSmallIntegerField(default=0, editable=False)
    order_register = models.CharField(max_length=200, blank=True, editable=False)
    form_token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    landing_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("rights request")
        verbose_name_plural = _("rights requests")
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["state", "due_on"], name="request_state_due"),
            models.Index(fields=["received_on"], name="request_received"),
            # The order of the inbox: what waits, by its due date; then what is done, the newest first.
            models.Index(fields=["-closed_at", "due_on", "id"], name="request_inbox_order"),
            models.Index(fields=["due_on", "id"], name="request_due"),
            models.Index(fields=["owner_name", "id"], name="request_owner_name"),
            models.Index(fields=["order_name", "id"], name="request_order_name"),
            models.Index(fields=["order_right", "id"], name="request_order_right"),
            models.Index(fields=["order_register", "id"], name="request_order_register"),
            TrigramIndex(fields=["number", "message"], name="request_trigrams"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        """Whether the request still waits for an answer."""
        return self.state in OPEN_STATES

    @property
    def is_extended(self) -> bool:
        """Whether the time limit was extended (GDPR Art. 12(3))."""
        return self.months > 1

    def is_overdue(self, today: date) -> bool:
        """Whether it waits for an answer past its due date; never while the clock stands still."""
        return self.is_open and self.suspended_on is None and self.due_on < today


class RequestPerson(models.Model):
    """A person in a request; one row when the requester asks about their own data, otherwise two."""

    request = models.ForeignKey(RightsRequest, on_delete=models.CASCADE, related_name="persons")
    role = models.CharField(_("role"), max_length=12, choices=PersonRole, default=PersonRole.BOTH)
    relation = models.CharField(_("whose data"), max_length=15, choices=Relation, default=Relation.SELF)
    name = models.CharField(_("name"), max_length=200, blank=True)
    finding_details = models.CharField(_("what we can find you by"), max_length=500, blank=True)
    email = models.EmailField(_("email"), blank=True)
    email_key = models.CharField(max_length=254, blank=True, db_index=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    postal_address = models.CharField(_("postal address"), max_length=300, blank=True)
    authority_checked = models.CharField(_("how the authority was checked"), max_length=300, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        constraints = [models.UniqueConstraint(fields=["request", "role"], name="person_role_once")]
        indexes = [
            models.Index(fields=["name"], name="person_name"),
            TrigramIndex(
                fields=["name", "email", "finding_details", "phone", "postal_address"], name="person_trigrams"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.role}"

    @property
    def is_requester(self) -> bool:
        """Whether the person asks, about their own data or another's."""
        return self.role != PersonRole.DATA_SUBJECT


def requester_of(request: RightsRequest) -> RequestPerson | None:
    """Give the person who made the request; None when it was anonymised."""
    return next((person for person in request.persons.all() if person.is_requester), None)


class RequestItem(models.Model):
    """One right used against one register; null register: the person does not know, or means all of them."""

    request = models.ForeignKey(RightsRequest, on_delete=models.CASCADE, related_name="items")
    right = models.CharField(_("right"), max_length=20, choices=right_choices)
    register = models.ForeignKey(
        "privacy.Register",
        verbose_name=_("register"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="request_items",
    )
    all_registers = models.BooleanField(_("all registers"), default=False)
    answers = models.JSONField(_("what was asked"), default=list, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=outcome_choices, blank=True)
    reason_code = models.CharField(_("reason"), max_length=30, choices=reason_choices, blank=True)
    facts = models.TextField(_("facts of the decision"), blank=True)
    reasons_told = models.BooleanField(_("reasons and remedies were told"), default=False)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    # What the notice said when the person asked; number and digest outlive the page.
    notice_version = models.ForeignKey(
        "privacy.NoticeVersion", on_delete=models.SET_NULL, null=True, blank=True, related_name="request_items"
    )
    notice_number = models.CharField(_("version of the notice"), max_length=20, blank=True)
    notice_digest = models.CharField(_("digest of the notice"), max_length=64, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("item of a request")
        verbose_name_plural = _("items of a request")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["right", "register"], name="item_right_register"),
            TrigramIndex(fields=["answers"], name="item_trigrams"),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.right}"

    @property
    def reason_in_words(self) -> str:
        """Why the item was refused, with the act of the controller's country."""
        return reason_label(self.reason_code, self.request.controller.country)


SEVERAL = 32767  # after every right: the greatest number that the field holds on every database


def order_keys(items: Iterable[Any]) -> dict[str, Any]:
    """Give the fields by which a request with these items (each with right and register) is put in order.

    A right stands at its own position, which a new right does not shift.
    """
    asked = list(items)
    registers = {item.register for item in asked}
    if len(registers) != 1:
        return {"order_right": SEVERAL, "order_register": ""}
    (register,) = registers
    position = right_specs()[asked[0].right].position
    return {"order_right": position, "order_register": register.name if register else ""}


def follow_renamed_register(register: Register) -> None:
    """Keep the order of the requests of a register by its name, on every road by which it can be renamed."""
    own = RightsRequest.objects.filter(items__register=register).exclude(order_register="")
    stale = own.exclude(order_register=register.name)
    RightsRequest.objects.filter(pk__in=stale.values("pk")).update(order_register=register.name)


def email_key(address: str) -> str:
    """Give the form of an address by which requests of one person are joined: NFC, case folded, IDNA domain."""
    local, at, domain = unicodedata.normalize("NFC", address.strip()).rpartition("@")
    if not at:
        return ""
    try:
        domain = domain.casefold().encode("idna").decode("ascii")
    except UnicodeError:
        domain = domain.casefold()
    return f"{local.casefold()}@{domain}"[:254]
