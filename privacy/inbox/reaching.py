"""What the user of a page has in reach, asked of the policy once: by the menu, the list, its filters and panels."""

from django.http import HttpRequest

from privacy.rights.permissions import Reach, policy


def reach_of(request: HttpRequest) -> Reach:
    """Give what the user of a page has in reach."""
    found = getattr(request, "_privacy_reach", None)
    if found is None:
        found = policy.reach(request.user)
        request._privacy_reach = found  # type: ignore[attr-defined]
    return found
