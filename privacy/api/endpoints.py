"""Endpoints of the API: published notices, and the public details of registers, controllers and contacts."""

from django.db.models import QuerySet
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet

from privacy.notices.pages import NoticePage
from privacy.registers.contacts import Contact
from privacy.registers.controllers import Controller
from privacy.registers.filing import Register


class NoticesAPIViewSet(PagesAPIViewSet):
    """Published notices, as data section by section; those under a view restriction are left out."""

    name = "notices"
    model = NoticePage

    def get_queryset(self) -> QuerySet[NoticePage]:
        """Give the public notices with their languages."""
        return super().get_queryset().select_related("locale")


class RecordsAPIViewSet(BaseAPIViewSet):
    """Records by the public fields that `api_fields` of their model names."""

    body_fields = ["id"]
    meta_fields = ["detail_url"]
    listing_default_fields = ["id", "detail_url"]
    nested_default_fields = ["id", "detail_url"]


class RegistersAPIViewSet(RecordsAPIViewSet):
    """Registers in use that are not confidential."""

    name = "registers"
    model = Register

    def get_queryset(self) -> QuerySet[Register]:
        """Give the registers that may be named to anybody."""
        return Register.objects.public().select_related("controller").prefetch_related("texts").order_by("pk")


class ControllersAPIViewSet(RecordsAPIViewSet):
    """Controllers of registers that may be named to anybody."""

    name = "controllers"
    model = Controller

    def get_queryset(self) -> QuerySet[Controller]:
        """Give the controllers of public registers."""
        public = Register.objects.public().values("controller")
        return Controller.objects.filter(live=True, pk__in=public).prefetch_related("texts").order_by("pk")


class ContactsAPIViewSet(RecordsAPIViewSet):
    """Contacts that the notices of public registers show."""

    name = "contacts"
    model = Contact

    def get_queryset(self) -> QuerySet[Contact]:
        """Give the contacts shown for public registers."""
        public = Register.objects.public().values("pk")
        shown = Contact.objects.filter(live=True, registers__register__in=public).distinct()
        return shown.prefetch_related("texts").order_by("pk")
