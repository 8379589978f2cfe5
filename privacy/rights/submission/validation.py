"""What every road into the inbox must satisfy, whatever a form checked before."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from privacy.registers.models.registers import Register
from privacy.rights.choices import Relation, ReplyChannel, Right
from privacy.rights.errors import (
    EmailNotValid,
    NothingAsked,
    PersonNotGiven,
    RegisterNotAvailable,
    ReplyAddressMissing,
    TextNotPlain,
    TextTooLong,
    UnknownRight,
)
from privacy.rights.right_specs import right_specs
from privacy.rights.submission.incoming import IncomingRequest

MAX_TEXT = 5000  # characters of one answer or message
MAX_LINE = 200  # characters of a name or a single line
# Characters that the record of a person holds.
LONGEST = {"name": MAX_LINE, "finding_details": 500, "email": 254, "phone": 60, "postal_address": 300}


def check_incoming(incoming: IncomingRequest) -> None:
    """Raise a named error for a request that cannot be received."""
    if not incoming.items:
        raise NothingAsked
    for item in incoming.items:
        if item.right not in Right.values:
            raise UnknownRight
        if item.register is not None:
            _check_register(item.register, incoming)
    _check_persons(incoming)
    _check_reply(incoming)
    _check_email(incoming.requester.email)
    _check_lengths(incoming)


def name_is_optional(rights: set[str]) -> bool:
    """Tell whether the rights need only the address, number or service that is meant."""
    specs = right_specs()
    return bool(rights) and all(right in specs and specs[right].nameless for right in rights)


def _check_register(register: Register, incoming: IncomingRequest) -> None:
    usable = register.live and register.retired_on is None
    if not usable or register.controller_id != incoming.controller.pk:
        raise RegisterNotAvailable


def _check_persons(incoming: IncomingRequest) -> None:
    person = incoming.requester
    if not (person.name or person.finding_details or name_is_optional({item.right for item in incoming.items})):
        raise PersonNotGiven
    other = incoming.data_subject
    if incoming.relation != Relation.SELF and not (other and (other.name or other.finding_details)):
        raise PersonNotGiven


def _check_reply(incoming: IncomingRequest) -> None:
    person = incoming.requester
    needed = {
        ReplyChannel.EMAIL: person.email,
        ReplyChannel.POST: person.postal_address,
        ReplyChannel.PHONE: person.phone,
        ReplyChannel.COLLECTION: "collected",
    }
    if not needed[incoming.reply_channel]:
        raise ReplyAddressMissing


def _check_email(address: str) -> None:
    if not address:
        return
    try:
        validate_email(address)
    except ValidationError:
        raise EmailNotValid from None


def _check_lengths(incoming: IncomingRequest) -> None:
    texts = [incoming.message, *(answer.answer for answer in incoming.extra_answers)]
    texts += [answer.answer for item in incoming.items for answer in item.answers]
    if any(len(text) > MAX_TEXT for text in texts):
        raise TextTooLong
    lines = [
        (getattr(person, field), longest)
        for person in (incoming.requester, incoming.data_subject)
        if person
        for field, longest in LONGEST.items()
    ]
    if any(len(line) > longest for line, longest in lines):
        raise TextTooLong
    if any("\x00" in text for text in (*texts, *(line for line, _longest in lines))):
        raise TextNotPlain
