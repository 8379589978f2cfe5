"""Contacts: the persons and functions that a notice names and requests are routed to."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.api import APIField
from wagtail.models import Revision
from wagtail.search import index

from privacy.registers.choices import ContactKind, ContactRole
from privacy.registers.identifiers import normalise_phone, validate_phone
from privacy.registers.models.bases import LanguageRow, Record, text_in
from privacy.registers.watching import CONTACT_FOLLOWERS
from privacy.site_languages import default_language, language_choices


class Contact(Record):
    """A named person or a function, in one role."""

    kind = models.CharField(_("kind"), max_length=20, choices=ContactKind, default=ContactKind.FUNCTION)
    name = models.CharField(_("name of the person"), max_length=200, blank=True)
    title = models.CharField(_("function or title"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=ContactRole, default=ContactRole.CONTACT_PERSON)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True, validators=[validate_phone])
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=language_choices,
        default=default_language,
        help_text=_("Letters are in it."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("admin user"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="privacy_contacts",
        help_text=_("If this contact answers requests in the admin. Others answer on a page of their own."),
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("role"),
        index.FilterField("live"),
    ]

    # What anybody may read over the API: the same as in a notice.
    api_fields = [
        APIField("kind"),
        APIField("role"),
        APIField("name"),
        APIField("title"),
        APIField("phone"),
        APIField("email"),
    ]

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["name", "title"]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.title) if part) or str(_("Contact"))

    def clean(self) -> None:
        """Require a person's name or a function's title, as the kind says."""
        super().clean()
        if self.kind == ContactKind.PERSON and not self.name:
            raise ValidationError({"name": _("Write the person's name.")})
        if self.kind == ContactKind.FUNCTION and not self.title:
            raise ValidationError({"title": _("Write the name of the function, for example Customer service.")})
        if self.kind == ContactKind.FUNCTION:
            self.name = ""
        if self.phone:
            self.phone = normalise_phone(self.phone)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish, and tell whoever follows contacts; every road of Wagtail's leads here."""
        super().publish(revision, *args, **kwargs)
        published = Contact.objects.get(pk=self.pk)
        for follow in CONTACT_FOLLOWERS.values():
            follow(published)

    def details(self, language: str) -> dict[str, Any]:
        """Give what a notice shows of the contact, in a language."""
        return {
            "kind": self.kind,
            "role": self.role,
            "name": self.name,
            "title": text_in(self, "title", language, self.texts.all()),
            "email": self.email,
            "phone": self.phone,
        }


class ContactText(LanguageRow):
    """A contact's function or title in one further language."""

    contact = ParentalKey(Contact, on_delete=models.CASCADE, related_name="texts")
    title = models.CharField(_("function or title"), max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "language"], name="contact_language_once")]

    def __str__(self) -> str:
        return self.title


def contacts_on_route(routes: Iterable[Any], shown: Iterable[Any]) -> list[Contact]:
    """Choose among the rows of a register, each with its `contact`: the routing list, else the persons of the notice.

    `shown` is read only where nobody is on the routing list.
    """
    routed = [row.contact for row in routes if row.contact.live]
    if routed:
        return routed
    live = [row.contact for row in shown if row.contact.live]
    return [contact for contact in live if contact.role == ContactRole.CONTACT_PERSON]
