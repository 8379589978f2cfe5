"""Gathers the records of the room: what we tell."""

from privacy.notices.compliance.gate import PrivacyChecksTask
from privacy.notices.compliance.models import FindingDismissal, PrivacyChecks, ToldFinding
from privacy.notices.pages.former_urls import FormerPath
from privacy.notices.pages.index import NoticeIndexPage
from privacy.notices.pages.notice import NoticePage, NoticeRegister
from privacy.notices.versions.models import NoticeEvent, NoticeVersion

__all__ = [
    "FindingDismissal",
    "FormerPath",
    "NoticeEvent",
    "NoticeIndexPage",
    "NoticePage",
    "NoticeRegister",
    "NoticeVersion",
    "PrivacyChecks",
    "PrivacyChecksTask",
    "ToldFinding",
]
