"""Finds the form that serves a register."""

from privacy.notices.languages import language_first
from privacy.rights.pages import RightsRequestPage


def form_page_for(register_uuid: str, language: str) -> RightsRequestPage | None:
    """Give the published form that serves a register, in the language if there is one, else in another."""
    pages = RightsRequestPage.objects.live().filter(registers__register__uuid=register_uuid)
    return pages.order_by(language_first(language), "pk").first()


def form_address(register_uuid: str, language: str) -> str:
    """Give the address of the form with a register chosen; empty when no form serves it."""
    page = form_page_for(register_uuid, language)
    return f"{page.get_url()}?register={register_uuid}" if page else ""
