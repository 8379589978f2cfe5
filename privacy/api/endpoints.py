"""Endpoints of the API: published notices, and the public details of registers, controllers and contacts."""

import re
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field, QuerySet
from django.http import Http404
from rest_framework.request import Request
from wagtail.api.v2.filters import FieldsFilter, OrderingFilter, SearchFilter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.models import Page, Site

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


LARGEST_NUMBER = 2**31 - 1  # what a key of a page can be on every database
NUMBERS = ("limit", "offset", "id", "child_of", "ancestor_of", "descendant_of", "translation_of")
_NUMBER = re.compile(r"-?\d+")
_SITE = re.compile(r"[\w.-]+(:\d{1,5})?", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class CheckedMixin:
    """Answers 400 to values that no database could look for, instead of an error of the server."""

    request: Any

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Check the parameters; raises BadRequestError, or Http404 for a key that none can have."""
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        if int(kwargs.get("pk", 0)) > LARGEST_NUMBER:
            raise Http404
        for name, value in request.GET.items():
            if _CONTROL.search(value):
                raise BadRequestError(f"control characters are not allowed in {name}")
            if self._is_number(name) and _NUMBER.fullmatch(value) and abs(int(value[:12])) > LARGEST_NUMBER:
                raise BadRequestError(f"{name} is too large")
            if name == "site" and not _SITE.fullmatch(value):
                raise BadRequestError("site is a host name, and a port where it needs one")
            self._check_field(name, value)

    def _is_number(self, name: str) -> bool:
        return name in NUMBERS or getattr(self._field(name), "many_to_one", False)

    def _check_field(self, name: str, value: str) -> None:
        field = self._field(name)
        if isinstance(field, Field) and not field.is_relation:
            try:
                field.to_python(value)
            except ValidationError as error:
                raise BadRequestError(f"{name}: {' '.join(error.messages)}") from error

    def _field(self, name: str) -> Any:
        view: Any = self
        try:
            return view.model._meta.get_field(name)
        except FieldDoesNotExist:
            return None  # Wagtail knows the parameter, or says that nobody does


class WordsFilter(SearchFilter):
    """Wagtail's search, by words alone: what is an operator to SQLite's full-text search ends in an error there."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Search for the words; without any nothing is found."""
        if "search" not in request.GET:
            return queryset
        words = re.findall(r"\w+", request.GET["search"])
        if not words:
            return queryset.none()
        request._request.GET = request.GET.copy() | {"search": " ".join(words)}
        return super().filter_queryset(request, queryset, view)


class PublicPagesAPIViewSet(CheckedMixin, PagesAPIViewSet):
    """All public pages; an alias is as private as its source."""

    filter_backends = [WordsFilter if it is SearchFilter else it for it in PagesAPIViewSet.filter_backends]

    def get_base_queryset(self) -> QuerySet[Page]:
        """Give the pages that anybody may read; by their keys, as Wagtail's search knows no other conditions."""
        try:
            readable = super().get_base_queryset().exclude(is_restricted())
        except Site.DoesNotExist as error:  # before Wagtail 8
            raise Http404("there is no such site") from error
        return Page.objects.filter(pk__in=readable.values("pk")).order_by("id")


class NoticesAPIViewSet(PublicPagesAPIViewSet):
    """Published notices, as data section by section; those under a view restriction are left out."""

    name = "notices"
    model = NoticePage

    def get_queryset(self) -> QuerySet[NoticePage]:
        """Give the public notices with their languages."""
        notices = super().get_queryset().select_related("locale")
        return notices.annotate(title_in_force=title_in_force())


class RecordsAPIViewSet(CheckedMixin, BaseAPIViewSet):
    """Records by the public fields that `api_fields` of their model names; they are filtered and ordered by these."""

    filter_backends = [FieldsFilter, OrderingFilter]
    known_query_parameters = frozenset({"limit", "offset", "fields", "order", "_", "format"})

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
