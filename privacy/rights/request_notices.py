"""Finds the notice of the register that holds the requests themselves (it needs one of its own)."""

from django.apps import apps
from django.db import DatabaseError

from privacy.notices.languages import language_first
from privacy.notices.pages.notice import NoticePage


def request_notice(controller_id: int, language: str) -> NoticePage | None:
    """Give the published notice of a controller's register of requests, in the language or another."""
    notices = NoticePage.readable()
    own = notices.filter(registers__register__for_requests=True, registers__register__controller=controller_id)
    return own.order_by(language_first(language), "pk").first()


def form_without_request_notice() -> bool:
    """Tell whether the site takes requests without telling how their data are handled; False before migrating."""
    try:
        forms = apps.get_model("privacy", "RightsRequestPage")._default_manager.filter(live=True).exists()
        return forms and not NoticePage.objects.live().filter(registers__register__for_requests=True).exists()
    except DatabaseError:
        return False
