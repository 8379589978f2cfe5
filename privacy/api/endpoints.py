"""Endpoints of the API: published notices, and the public details of registers, controllers and contacts."""

from django.db.models import QuerySet
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.models import Page

from privacy.notices.pages.language import is_restricted
from privacy.notices.pages.notice import NoticePage
from privacy.notices.versions.models import title_in_force
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register


def told_registers() -> QuerySet[Register]:
    """Give the public registers that a notice which anybody may read tells of."""
    notices = NoticePage.readable()
    return Register.objects.public().filter(pk__in=notices.values("registers__register"))


class PublicPagesAPIViewSet(PagesAPIViewSet):
    """All public pages; an alias is as private as its source."""

    def get_base_queryset(self) -> QuerySet[Page]:
        """Give the pages that anybody may read."""
        return super().get_base_queryset().exclude(is_restricted())


class NoticesAPIViewSet(PublicPagesAPIViewSet):
    """Published notices, as data section by section; those under a view restriction are left out."""

    name = "notices"
    model = NoticePage

    def get_queryset(self) -> QuerySet[NoticePage]:
        """Give the public notices with their languages."""
        notices = super().get_queryset().select_related("locale")
        return notices.annotate(title_in_force=title_in_force())


class RecordsAPIViewSet(BaseAPIViewSet):
    """Records by the public fields that `api_fields` of their model names."""

    body_fields = ["id"]
    meta_fields = ["detail_url"]
    listing_default_fields = ["id", "detail_url"]
    nested_default_fields = ["id", "detail_url"]


class RegistersAPIViewSet(RecordsAPIViewSet):
    """Registers that a public notice tells of by name."""

    name = "registers"
    model = Register

    def get_queryset(self) -> QuerySet[Register]:
        """Give the registers that are named to anybody."""
        named = told_registers().filter(name_shown=True)
        return named.select_related("controller").prefetch_related("texts").order_by("pk")


class ControllersAPIViewSet(RecordsAPIViewSet):
    """Controllers of registers that may be named to anybody."""

    name = "controllers"
    model = Controller

    def get_queryset(self) -> QuerySet[Controller]:
        """Give the controllers of public registers."""
        told = told_registers().values("controller")
        return Controller.objects.filter(live=True, pk__in=told).prefetch_related("texts").order_by("pk")


class ContactsAPIViewSet(RecordsAPIViewSet):
    """Contacts that the notices of public registers show."""

    name = "contacts"
    model = Contact

    def get_queryset(self) -> QuerySet[Contact]:
        """Give the contacts shown for public registers."""
        told = told_registers().values("pk")
        shown = Contact.objects.filter(live=True, registers__register__in=told).distinct()
        return shown.prefetch_related("texts").order_by("pk")
