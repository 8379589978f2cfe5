"""Gathers the records of the room: what people ask."""

from privacy.rights.models.access_links import CaseLink, FileLink
from privacy.rights.models.attachments import Attachment, Installation
from privacy.rights.models.events import RequestEvent
from privacy.rights.models.notified_parties import ToldParty
from privacy.rights.models.requests import RequestItem, RequestPerson, RightsRequest
from privacy.rights.models.standard_texts import StandardText

__all__ = [
    "Attachment",
    "CaseLink",
    "FileLink",
    "Installation",
    "RequestEvent",
    "RequestItem",
    "RequestPerson",
    "RightsRequest",
    "StandardText",
    "ToldParty",
]
