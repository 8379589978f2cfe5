"""Gathers the records of the room: what people ask."""

from privacy.rights.attachments import Attachment
from privacy.rights.cases import CaseLink, FileLink
from privacy.rights.events import RequestEvent
from privacy.rights.parties import ToldParty
from privacy.rights.records import RequestItem, RequestPerson, RightsRequest
from privacy.rights.standard_texts import StandardText

__all__ = [
    "Attachment",
    "CaseLink",
    "FileLink",
    "RequestEvent",
    "RequestItem",
    "RequestPerson",
    "RightsRequest",
    "StandardText",
    "ToldParty",
]
