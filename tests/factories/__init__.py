"""Records in named states, such as RightsRequestFactory(overdue=True); all persons and numbers are invented."""

from tests.factories.pages import HomePageFactory, NoticeIndexPageFactory, NoticePageFactory, RightsRequestPageFactory
from tests.factories.people import GroupFactory, UserFactory
from tests.factories.records import ContactFactory, ControllerFactory, RegisterFactory, SupervisoryAuthorityFactory
from tests.factories.requests import RightsRequestFactory

__all__ = [
    "ContactFactory",
    "ControllerFactory",
    "GroupFactory",
    "HomePageFactory",
    "NoticeIndexPageFactory",
    "NoticePageFactory",
    "RegisterFactory",
    "RightsRequestFactory",
    "RightsRequestPageFactory",
    "SupervisoryAuthorityFactory",
    "UserFactory",
]
