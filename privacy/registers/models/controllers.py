"""Controllers: who decides why and how personal data are processed (GDPR Art. 4(7))."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.api import APIField
from wagtail.search import index

from privacy.registers.choices import ControllerKind
from privacy.registers.countries import home_country
from privacy.registers.identifiers import (
    format_business_id,
    normalise_phone,
    validate_business_id,
    validate_phone,
    validate_time_zone,
)
from privacy.registers.models.bases import LanguageRow, Record, text_in
from privacy.site_languages import default_language, language_choices


class Controller(Record):
    """An organisation or person that answers for registers and notices."""

    kind = models.CharField(_("kind"), max_length=20, choices=ControllerKind, default=ControllerKind.COMPANY)
    name = models.CharField(_("name"), max_length=200)
    business_id = models.CharField(_("business ID"), max_length=20, blank=True)
    street_address = models.CharField(_("street address"), max_length=200, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=20, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    postal_address = models.CharField(
        _("postal address"), max_length=200, blank=True, help_text=_("If other than the street address.")
    )
    country = models.CharField(
        _("country"), max_length=2, default=home_country, help_text=_("Two-letter code, for example FI.")
    )
    phone = models.CharField(_("telephone"), max_length=40, blank=True, validators=[validate_phone])
    email = models.EmailField(_("email"), blank=True)
    website = models.URLField(_("website"), blank=True)
    main_language = models.CharField(
        _("main language"), max_length=10, choices=language_choices, default=default_language
    )
    time_zone = models.CharField(
        _("time zone"), max_length=50, default="Europe/Helsinki", validators=[validate_time_zone]
    )
    supervisory_authority = models.ForeignKey(
        "privacy.SupervisoryAuthority",
        verbose_name=_("supervisory authority"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="controllers",
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("business_id"),
        index.FilterField("kind"),
        index.FilterField("live"),
    ]

    # What anybody may read over the API.
    api_fields = [
        APIField("kind"),
        APIField("name"),
        APIField("business_id"),
        APIField("street_address"),
        APIField("postal_code"),
        APIField("city"),
        APIField("postal_address"),
        APIField("country"),
        APIField("phone"),
        APIField("email"),
        APIField("website"),
    ]

    class Meta:
        verbose_name = _("controller")
        verbose_name_plural = _("controllers")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Check the business id by the rules of its country and store it and the phone in one form."""
        super().clean()
        self.country = self.country.upper()
        if self.business_id:
            try:
                validate_business_id(self.business_id, self.country)
            except ValidationError as error:
                raise ValidationError({"business_id": error}) from error
            self.business_id = format_business_id(self.business_id, self.country)
        if self.phone:
            self.phone = normalise_phone(self.phone, self.country)

    def details(self, language: str) -> dict[str, Any]:
        """Give what a notice shows of the controller, in a language."""
        rows = list(self.texts.all())
        translated = ("name", "street_address", "city", "postal_address", "website")
        plain = ("kind", "business_id", "postal_code", "country", "phone", "email")
        return {field: text_in(self, field, language, rows) for field in translated} | {
            field: getattr(self, field) for field in plain
        }


class ControllerText(LanguageRow):
    """A controller's name and addresses in one further language; empty ones fall back to the main language."""

    controller = ParentalKey(Controller, on_delete=models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=200, blank=True)
    street_address = models.CharField(_("street address"), max_length=200, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    postal_address = models.CharField(_("postal address"), max_length=200, blank=True)
    website = models.URLField(_("website"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["controller", "language"], name="controller_language_once")]

    def __str__(self) -> str:
        return f"{self.controller_id} ({self.language})"
