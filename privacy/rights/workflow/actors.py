"""Who does a step: a handler with an account, or a contact who came by a link."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from privacy.registers.choices import Permission
from privacy.rights.choices import Actor
from privacy.rights.errors import NotAllowed, StepNotPossible
from privacy.rights.models.access_links import CaseLink
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.permissions import policy
from privacy.rights.workflow.outcomes import ItemAnswer
from privacy.user_names import display_name


@dataclass(frozen=True, slots=True)
class ActingPerson:
    """The handler or contact who acts, with the name that the history keeps."""

    user: Any = None
    link: CaseLink | None = None

    @classmethod
    def handler(cls, user: Any) -> Self:
        """Give a handler with an admin account."""
        return cls(user=user)

    @classmethod
    def by_link(cls, link: CaseLink) -> Self:
        """Give a contact who opened the case by a link and its code."""
        return cls(link=link)

    @property
    def name(self) -> str:
        """The name that is kept when the account or contact is gone."""
        if self.user is not None:
            return display_name(self.user)
        if self.link is not None and self.link.contact is not None:
            return str(self.link.contact)
        return self.link.email if self.link else ""

    def items(self, request: RightsRequest) -> list[RequestItem]:
        """Give the items of a request that the acting person may handle."""
        items = request.items.select_related("register__controller")
        if self.link is not None:
            own = self.link.request_id == request.pk
            return list(items.filter(register=self.link.register_id)) if own else []
        return list(items.filter(pk__in=policy.items(self.user, Permission.HANDLE).values("pk")))

    def check_may_handle(self, request: RightsRequest) -> None:
        """Raise NotAllowed unless the acting person may handle the request."""
        if not self.items(request):
            raise NotAllowed

    def check_items(self, request: RightsRequest, items: Sequence[RequestItem]) -> None:
        """Raise NotAllowed unless every item is one to handle, StepNotPossible if one was answered meanwhile."""
        own = {item.pk: item for item in self.items(request)}
        if any(item.pk not in own for item in items):
            raise NotAllowed
        if any(own[item.pk].outcome for item in items):
            raise StepNotPossible

    def check_may_answer(self, request: RightsRequest, answers: Sequence[ItemAnswer]) -> None:
        """Raise NotAllowed unless every item is one to handle, StepNotPossible if one was answered meanwhile."""
        self.check_items(request, [answer.item for answer in answers])

    def event_fields(self) -> dict[str, Any]:
        """Give what an event keeps of the acting person."""
        contact = self.link.contact if self.link else None
        actor = Actor.CONTACT if self.link else Actor.USER
        return {"actor": actor, "user": self.user, "contact": contact, "actor_name": self.name}
