"""Gathers the records of the room: what people ask."""

from privacy.rights.attachments import Attachment
from privacy.rights.cases import CaseLink
from privacy.rights.events import RequestEvent
from privacy.rights.pages import RequestFormField, RequestPageRegister, RightsRequestPage
from privacy.rights.records import RequestItem, RequestPerson, RightsRequest

__all__ = [
    "Attachment",
    "CaseLink",
    "RequestEvent",
    "RequestItem",
    "RequestPerson",
    "RequestFormField",
    "RequestPageRegister",
    "RightsRequest",
    "RightsRequestPage",
]
