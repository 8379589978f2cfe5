"""Gathers the records of all rooms; also the door for host sites (`from privacy.models import …`)."""

import swapper

# Wagtail 8 lets a site replace the Page model; migrations name it by a setting that 7.4 does not have.
swapper.set_app_prefix("wagtailcore", "wagtail")
swapper.swappable_setting("wagtailcore", "Page")

from privacy.importer.sessions import ImportSession  # noqa: E402
from privacy.inbox.audit import CaseReading, RequestExport  # noqa: E402
from privacy.mail.models import Message  # noqa: E402
from privacy.notices.models import (  # noqa: E402
    FindingDismissal,
    FormerPath,
    NoticeEvent,
    NoticeIndexPage,
    NoticePage,
    NoticeRegister,
    NoticeVersion,
    PrivacyChecks,
    PrivacyChecksTask,
    ToldFinding,
)
from privacy.registers.models import (  # noqa: E402
    Contact,
    ContactText,
    Controller,
    ControllerText,
    Register,
    RegisterAccess,
    RegisterContact,
    RegisterJointController,
    RegisterRoute,
    RegisterText,
    SupervisoryAuthority,
    SupervisoryAuthorityText,
)
from privacy.registers.models.access import DefaultAccess  # noqa: E402
from privacy.registers.models.authorities import load_authorities  # noqa: E402
from privacy.rights.form.page import RequestFormField, RequestPageRegister, RightsRequestPage  # noqa: E402
from privacy.rights.models import (  # noqa: E402
    Attachment,
    CaseLink,
    FileLink,
    Installation,
    RequestEvent,
    RequestItem,
    RequestPerson,
    RightsRequest,
    StandardText,
    ToldParty,
)

__all__ = [
    "DefaultAccess",
    "Attachment",
    "CaseLink",
    "CaseReading",
    "Contact",
    "ContactText",
    "Controller",
    "ControllerText",
    "FileLink",
    "FindingDismissal",
    "FormerPath",
    "ImportSession",
    "Installation",
    "Message",
    "NoticeEvent",
    "NoticeIndexPage",
    "NoticePage",
    "NoticeRegister",
    "NoticeVersion",
    "PrivacyChecks",
    "PrivacyChecksTask",
    "Register",
    "RegisterAccess",
    "RegisterContact",
    "RegisterJointController",
    "RegisterRoute",
    "RegisterText",
    "RequestEvent",
    "RequestExport",
    "RequestFormField",
    "RequestItem",
    "RequestPageRegister",
    "RequestPerson",
    "RightsRequest",
    "RightsRequestPage",
    "StandardText",
    "SupervisoryAuthority",
    "SupervisoryAuthorityText",
    "ToldFinding",
    "ToldParty",
    "load_authorities",
]
