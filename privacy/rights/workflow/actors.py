"""Who does a step: a handler with an account, or a contact who came by a link."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from privacy.registers.choices import Permission
from privacy.rights.choices import Actor
from privacy.rights.models.access_links import CaseLink
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.permissions import policy
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
        """Give the items of a request that the acting person may handle, read anew."""
        return self.handled(request, request.items.select_related("register__controller"))

    def handled(self, request: RightsRequest, items: Iterable[RequestItem]) -> list[RequestItem]:
        """Give those of all the items of a request that the acting person may handle now."""
        if self.link is not None:
            own = self.link.request_id == request.pk
            return [item for item in items if own and item.register_id == self.link.register_id]
        reach = policy.reach(self.user)
        return [item for item in items if reach.covers(item, request, Permission.HANDLE)]

    def event_fields(self) -> dict[str, Any]:
        """Give what an event keeps of the acting person."""
        contact = self.link.contact if self.link else None
        actor = Actor.CONTACT if self.link else Actor.USER
        return {"actor": actor, "user": self.user, "contact": contact, "actor_name": self.name}
