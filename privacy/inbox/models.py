"""Gathers the records of the room: who has read and taken out what."""

from privacy.inbox.records import CaseReading, RequestExport

__all__ = ["CaseReading", "RequestExport"]
