"""Other requests of the same person, found by the email address; requests to confidential registers never are."""

from django.db.models import Exists, OuterRef

from privacy.inbox.listing import Requests
from privacy.rights.choices import PersonRole
from privacy.rights.models.requests import RequestItem, RequestPerson, RightsRequest
from privacy.rights.permissions import Reach

SHOWN = 10


def related_requests(request: RightsRequest, reach: Reach) -> Requests:
    """Give the newest other requests that the user may see and that came from the same address."""
    keys = {
        person.email_key
        for person in request.persons.all()
        if person.email_key and person.role != PersonRole.DATA_SUBJECT
    }
    if not keys:
        return RightsRequest.objects.none()
    confidential = RequestItem.objects.filter(request=OuterRef("pk"), register__confidential=True)
    same = RequestPerson.objects.filter(email_key__in=keys).values("request")
    found = reach.requests().filter(pk__in=same).exclude(pk=request.pk)
    return found.exclude(Exists(confidential)).order_by("-received_at", "-pk")[:SHOWN]
