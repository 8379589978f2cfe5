"""Gathers the records of the room: what we tell."""

from privacy.notices.checking.records import FindingDismissal, PrivacyChecks, ToldFinding
from privacy.notices.checking.tasks import PrivacyChecksTask
from privacy.notices.former_paths import FormerPath
from privacy.notices.index_pages import NoticeIndexPage
from privacy.notices.notice_registers import NoticeRegister
from privacy.notices.pages import NoticePage
from privacy.notices.versions.records import NoticeEvent, NoticeVersion

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
