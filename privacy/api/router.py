"""The read-only programming interface under Wagtail's API v2."""

from wagtail.api.v2.router import WagtailAPIRouter

from privacy.api.endpoints import (
    ContactsAPIViewSet,
    ControllersAPIViewSet,
    NoticesAPIViewSet,
    PublicPagesAPIViewSet,
    RegistersAPIViewSet,
)

api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", PublicPagesAPIViewSet)
api_router.register_endpoint("notices", NoticesAPIViewSet)
api_router.register_endpoint("registers", RegistersAPIViewSet)
api_router.register_endpoint("controllers", ControllersAPIViewSet)
api_router.register_endpoint("contacts", ContactsAPIViewSet)
