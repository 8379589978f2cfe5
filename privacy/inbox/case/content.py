"""What the page of one request shows, gathered in a constant number of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from privacy.inbox.due_days import days_left, is_late
from privacy.inbox.queries import with_persons
from privacy.mail.choices import MessageKind
from privacy.notices.sections.data import Section
from privacy.notices.sections.rights_texts import right_texts
from privacy.registers.choices import Permission
from privacy.registers.models.registers import RegisterJointController
from privacy.rights.deadlines.wording import explain_due_date
from privacy.rights.models.attachments import Attachment
from privacy.rights.models.notified_parties import ToldParty
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.permissions import Reach
from privacy.site_languages import language_now


@dataclass(frozen=True, slots=True)
class NoticeRead:
    """What the person could read when asking: the notice (uuid), and what it said, where that was asked for."""

    uuid: UUID | None
    sections: Sequence[Section] = ()


@dataclass(frozen=True, slots=True)
class SeenCase:
    """One request as one user sees it: the items in reach, and what there is besides, so that nothing is asked twice.

    `notices` are by the keys of the items.
    """

    request: RightsRequest
    reach: Reach
    items: Sequence[RequestItem]
    notices: Mapping[int, NoticeRead]
    sees_all: bool
    has_files: bool
    has_told_parties: bool
    has_joint_controllers: bool

    def items_with(self, permission: Permission) -> list[RequestItem]:
        """Give the items on which the user has a permission, among those that the user sees."""
        return [item for item in self.items if self.reach.covers(item, self.request, permission)]

    def in_sight(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow letters or files to the registers that the user sees, when some items are not for these eyes."""
        if self.sees_all:
            return rows
        return rows.filter(register__in={item.register_id for item in self.items} - {None})

    def letters(self) -> QuerySet[Any]:
        """Give the letters that the user may see.

        One-time codes are left out: they open the case for the contact and are nobody else's business.
        """
        return self.in_sight(self.request.messages.exclude(kind=MessageKind.CASE_CODE))

    def files(self) -> QuerySet[Any]:
        """Give the files that the user may see; asks nothing where there are none."""
        return self.in_sight(self.request.attachments.all()) if self.has_files else self.request.attachments.none()

    def named_items(self) -> list[tuple[RequestItem, str, NoticeRead]]:
        """Give the items with the names of their rights and the notice that the person could read."""
        names = {item.right: right_texts()[item.right].name_in(language_now()) for item in self.items}
        return [(item, names[item.right], self.notices[item.pk]) for item in self.items]


def find_case(number: str, reach: Reach, *, sections: bool = False) -> SeenCase | None:
    """Give the request of a number as a user sees it, None if the user may see none of it; in three queries.

    `sections`: with what the notices said as well; their texts are long.
    """
    joint = RegisterJointController.objects.filter(register__request_items__request=OuterRef("pk"))
    rows = with_persons(reach.requests()).select_related("controller__supervisory_authority", "form_page")
    found = rows.annotate(
        number_of_items=Count("items"),
        joint=Exists(joint),
        told=Exists(ToldParty.objects.filter(request=OuterRef("pk"))),
        files=Exists(Attachment.objects.filter(request=OuterRef("pk"))),
    ).filter(number=number)
    request = found.first()
    if request is None:
        return None
    items = _items_with_notices(request, reach, sections=sections)
    return SeenCase(
        request=request,
        reach=reach,
        items=[item for item, _notice in items],
        notices={item.pk: notice for item, notice in items},
        sees_all=len(items) == request.number_of_items,
        has_files=request.files,
        has_told_parties=request.told,
        has_joint_controllers=request.joint,
    )


def _items_with_notices(
    request: RightsRequest, reach: Reach, *, sections: bool
) -> list[tuple[RequestItem, NoticeRead]]:
    items = reach.items().filter(request=request).select_related("register").order_by("pk")
    found = items.annotate(notice=F("notice_version__page__uuid"))
    if not sections:
        return [(item, NoticeRead(item.notice)) for item in found]
    said = found.annotate(said=F("notice_version__content__sections"))
    return [(item, NoticeRead(item.notice, [Section(**one) for one in item.said or ()])) for item in said]


def case_context(case: SeenCase) -> dict[str, Any]:
    """Give the request with its items, persons, letters, events and files."""
    request = case.request
    return {
        "case": request,
        "items": case.named_items(),
        "persons": request.persons.all(),
        "letters": case.letters(),
        "sees_all": case.sees_all,
        "events": request.events.select_related("contact"),
        "attachments": case.in_sight(request.attachments.all()),
        "explanation": explain_due_date(request, language_now()),
        "days_left": days_left(request),
        "is_late": is_late(request),
    }
