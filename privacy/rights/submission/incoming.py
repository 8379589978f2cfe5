"""What comes in by any road, as plain values, before it is a record."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register
from privacy.rights.choices import Channel, Relation, ReplyChannel, Right


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person wrote to one question, with the question as it stood on the form."""

    question: str
    answer: str

    def as_data(self) -> dict[str, str]:
        """Give the pair as JSON values."""
        return {"question": self.question, "answer": self.answer}


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One right asked of one register; no register: not known, or all of them."""

    right: Right
    register: Register | None
    all_registers: bool = False
    answers: Sequence[Answer] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a request, as typed."""

    name: str = ""
    finding_details: str = ""
    email: str = ""
    phone: str = ""
    postal_address: str = ""


@dataclass(frozen=True, slots=True)
class IncomingRequest:
    """A request as the form, the programming interface or a handler gives it."""

    controller: Controller
    items: Sequence[AskedItem]
    requester: Person
    language: str
    reply_channel: ReplyChannel = ReplyChannel.EMAIL
    channel: Channel = Channel.WEB
    relation: Relation = Relation.SELF
    data_subject: Person | None = None
    message: str = ""
    extra_answers: Sequence[Answer] = field(default_factory=tuple)
