"""Registers (filing systems, GDPR Art. 4(6)): what a notice describes and a request is made to."""

import uuid
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.api import APIField
from wagtail.coreutils import string_to_ascii
from wagtail.search import index

from privacy.registers.choices import LegalBasis, NotificationContent
from privacy.registers.models.access import grant_default_access, withdraw_default_access
from privacy.registers.models.bases import LanguageRow, Record, ReferenceRow, text_in
from privacy.registers.watching import REGISTER_FOLLOWERS


class RegisterQuerySet(models.QuerySet["Register"]):
    """Registers in the words of the office."""

    def in_use(self) -> "RegisterQuerySet":
        """Published registers that are not retired."""
        return self.filter(live=True, retired_on__isnull=True)

    def public(self) -> "RegisterQuerySet":
        """Registers in use that may be named to anybody."""
        return self.in_use().filter(confidential=False)


RegisterManager = models.Manager.from_queryset(RegisterQuerySet)


class Register(Record):
    """A set of personal data that is kept for one matter, such as customers."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("slug"), max_length=80, unique=True, allow_unicode=False)
    name = models.CharField(
        _("name"),
        max_length=200,
        help_text=_("The matter that the data are collected for, for example Customer register."),
    )
    name_shown = models.BooleanField(
        _("name is shown"), default=True, help_text=_("Switch off for a website policy that speaks of no register.")
    )
    controller = models.ForeignKey(
        "privacy.Controller", verbose_name=_("controller"), on_delete=models.PROTECT, related_name="registers"
    )
    fallback_email = models.EmailField(
        _("fallback mailbox"),
        blank=True,
        help_text=_("Gets requests when no contact on the routing list has an email."),
    )
    notification_content = models.CharField(
        _("letters to contacts contain"),
        max_length=20,
        choices=NotificationContent,
        default=NotificationContent.LINK_ONLY,
    )
    confidential = models.BooleanField(
        _("confidential"),
        default=False,
        help_text=_("For staff and whistleblowing: nobody outside its handlers is told of requests."),
    )
    for_requests = models.BooleanField(
        _("holds the requests themselves"),
        default=False,
        help_text=_("The register of rights requests: its notice is linked from the request form."),
    )
    retention_months = models.PositiveSmallIntegerField(
        _("request files are kept (months)"), default=36, help_text=_("Counted from the closing of the request.")
    )
    retired_on = models.DateField(
        _("retired on"), null=True, blank=True, help_text=_("A retired register takes no new requests.")
    )
    legal_bases = models.JSONField(_("legal bases"), default=list, blank=True)
    direct_marketing = models.BooleanField(_("used for direct marketing"), default=False)
    profiling = models.BooleanField(_("used for profiling"), default=False)
    special_categories = models.BooleanField(_("has special categories of data"), default=False)
    data_from_elsewhere = models.BooleanField(_("data also come from elsewhere"), default=False)

    objects: ClassVar[RegisterManager] = RegisterManager()

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("confidential"),
        index.FilterField("live"),
    ]

    # What anybody may read over the API; routing and access are nobody's business.
    api_fields = [APIField("uuid"), APIField("slug"), APIField("name"), APIField("names"), APIField("controller")]

    class Meta:
        verbose_name = _("register")
        verbose_name_plural = _("registers")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; the default group gets access at the first publication, and never has it to a confidential one."""
        first, is_new = self.live and not self._was_published(), self._state.adding
        super().save(*args, **kwargs)
        if not is_new:
            for follow in REGISTER_FOLLOWERS.values():
                follow(self)
        if self.live and self.confidential:
            withdraw_default_access(self)
        elif first:
            grant_default_access(self)

    def _was_published(self) -> bool:
        before = Register.objects.filter(pk=self.pk).filter(Q(live=True) | Q(first_published_at__isnull=False))
        return self.pk is not None and before.exists()

    def clean(self) -> None:
        """Refuse legal bases that the Regulation does not know."""
        super().clean()
        if set(self.legal_bases) - set(LegalBasis.values):
            raise ValidationError({"legal_bases": _("Choose legal bases of Article 6.")})

    @property
    def is_in_use(self) -> bool:
        """Whether it is published and not retired; `in_use()` finds those in the database."""
        return self.live and self.retired_on is None

    def name_in(self, language: str) -> str:
        """Give the register's name in a language."""
        return text_in(self, "name", language, self.texts.all())

    @property
    def names(self) -> dict[str, str]:
        """The register's names by language."""
        return {self.controller.main_language: self.name} | {row.language: row.name for row in self.texts.all()}

    def details(self, language: str) -> dict[str, Any]:
        """Give what a notice shows of the register, in a language."""
        return {
            "uuid": str(self.uuid),
            "name": self.name_in(language),
            "name_shown": self.name_shown,
            "legal_bases": list(self.legal_bases),
            "direct_marketing": self.direct_marketing,
            "automated_decisions": False,
        }


class RegisterText(LanguageRow):
    """A register's name in one further language."""

    register = ParentalKey(Register, on_delete=models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["register", "language"], name="register_language_once")]

    def __str__(self) -> str:
        return self.name


class RegisterJointController(ReferenceRow):
    """A further controller that decides together with the first (GDPR Art. 26)."""

    register = ParentalKey(Register, on_delete=models.CASCADE, related_name="joint_controllers")
    controller = models.ForeignKey(
        "privacy.Controller",
        verbose_name=_("controller"),
        on_delete=models.PROTECT,
        related_name="joint_registers",
    )


class RegisterContact(ReferenceRow):
    """A contact that the notice shows, in the order of display."""

    register = ParentalKey(Register, on_delete=models.CASCADE, related_name="contacts")
    contact = models.ForeignKey(
        "privacy.Contact", verbose_name=_("contact"), on_delete=models.PROTECT, related_name="registers"
    )


class RegisterRoute(ReferenceRow):
    """A contact that requests are routed to; the first one that has an email gets them."""

    register = ParentalKey(Register, on_delete=models.CASCADE, related_name="routes")
    contact = models.ForeignKey(
        "privacy.Contact", verbose_name=_("contact"), on_delete=models.PROTECT, related_name="routed_registers"
    )


LENGTH = 80


def ascii_slug(text: str) -> str:
    """Give a text as a slug: "Jäsenet & tuki" becomes "jasenet-tuki"; other alphabets are transliterated."""
    return slugify(string_to_ascii(text))[:LENGTH].strip("-")


def free_slug(name: str, *, except_for: int | None = None) -> str:
    """Give a slug made from a name that no other register has, with a number at its end if need be."""
    base = ascii_slug(name)[: LENGTH - 5] or "register"
    others = Register.objects.exclude(pk=except_for).filter(slug__startswith=base)
    taken = set(others.values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)
