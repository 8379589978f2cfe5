"""Slugs of registers: plain letters, digits and hyphens, each once."""

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

from privacy.registers.filing import Register

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
