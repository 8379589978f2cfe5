"""Supervisory authorities: bundled data, kept as editable records."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from privacy.languages import primary
from privacy.registers.identifiers import validate_phone
from privacy.registers.models.bases import LanguageRow
from privacy.registers.watching import watched

_DATA = Path(__file__).parent.parent / "data" / "authorities.json"


class SupervisoryAuthority(index.Indexed, ClusterableModel):
    """An authority that a person can turn to (GDPR Art. 51, 77)."""

    code = models.CharField(_("code"), max_length=10, unique=True, help_text=_("Country code, or AX, EU and so on."))
    scope = models.CharField(_("scope"), max_length=40, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True, validators=[validate_phone])
    last_checked = models.DateField(_("last checked"), null=True, blank=True)

    # As of other records; an authority has no drafts.
    is_published = True

    search_fields = [index.SearchField("name"), index.SearchField("name_en"), index.FilterField("code")]

    class Meta:
        verbose_name = _("supervisory authority")
        verbose_name_plural = _("supervisory authorities")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; what shows the details is renewed with them."""
        if self._state.adding:
            super().save(*args, **kwargs)
            return
        with watched(self):
            super().save(*args, **kwargs)

    def details(self, language: str) -> dict[str, str]:
        """Give name, addresses, phone, email and website in a language."""
        rows = list(self.texts.all())
        tags = (language, primary(language))
        row = next((row for tag in tags for row in rows if row.language == tag), None)
        other = self.name_en if primary(language) == "en" and self.name_en else self.name
        return {
            "code": self.code,
            "name": row.name if row else other,
            "visiting_address": row.visiting_address if row else "",
            "postal_address": row.postal_address if row else "",
            "website": (row.website if row else "") or self.website,
            "email": self.email,
            "phone": self.phone,
        }


class SupervisoryAuthorityText(LanguageRow):
    """An authority's name and addresses in one language."""

    authority = ParentalKey(SupervisoryAuthority, on_delete=models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=200)
    visiting_address = models.CharField(_("visiting address"), max_length=200, blank=True)
    postal_address = models.CharField(_("postal address"), max_length=200, blank=True)
    website = models.URLField(_("website"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "language"], name="authority_language_once")]

    def __str__(self) -> str:
        return self.name


def authority_of(country: str) -> SupervisoryAuthority | None:
    """Give the supervisory authority of a country; the bundled ones are added first where the site has none."""
    if not SupervisoryAuthority.objects.exists():
        load_authorities()
    return SupervisoryAuthority.objects.filter(code=country).first()


@transaction.atomic
def load_authorities() -> int:
    """Add the bundled authorities that the site does not have yet; give how many. Edited ones stay as they are."""
    present = set(SupervisoryAuthority.objects.values_list("code", flat=True))
    missing = [entry for entry in json.loads(_DATA.read_text(encoding="utf-8")) if entry["code"] not in present]
    for entry in missing:
        _add_authority(dict(entry))
    return len(missing)


def _add_authority(entry: dict[str, Any]) -> None:
    texts = entry.pop("texts")
    entry["last_checked"] = date.fromisoformat(entry["last_checked"]) if entry.get("last_checked") else None
    authority = SupervisoryAuthority(**entry)
    authority.texts = [SupervisoryAuthorityText(language=language, **text) for language, text in texts.items()]
    authority.save()
