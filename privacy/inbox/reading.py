"""Keeps who has read which case."""

from typing import Any

from privacy.inbox.choices import ReadingKind
from privacy.inbox.records import CaseReading
from privacy.rights.models.requests import RightsRequest


def log_reading(request: RightsRequest, user: Any, kind: ReadingKind) -> None:
    """Write down that a user has read a case."""
    CaseReading.objects.create(request=request, user=user, user_name=name_of_user(user), kind=kind)


def name_of_user(user: Any) -> str:
    """Give the name that a log keeps of a user when the account is gone."""
    return user.get_full_name() or user.get_username()
