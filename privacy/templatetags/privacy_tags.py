"""What the public templates need: rich text, words of the law, dates, telephone numbers and addresses of pages."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Site

from privacy.notices.sections import links, rights_texts
from privacy.notices.sections.data import Section
from privacy.notices.sections.rows import WordedRows, rows_in_words
from privacy.registers import countries
from privacy.registers.details import Details, RegisterFacts
from privacy.registers.identifiers import format_phone
from privacy.rights.deadlines import wording as dates
from privacy.rights.form.page import form_address
from privacy.site_languages import language_now
from privacy.templatetags.page_languages import PageLanguage, languages_of

register = template.Library()


@register.filter
def expand_links(text: str) -> SafeString:
    """Give one rich text as HTML, such as the introduction of a page."""
    # Editors' rich text passes Wagtail's whitelist of tags and attributes when it is saved.
    return mark_safe(links.expand_all([text or ""])[0])  # noqa: S308


@register.filter
def in_words(section: Section) -> WordedRows:
    """Give the structured rows of a section in the reader's language."""
    return rows_in_words(section.rows_kind, section.rows, language_now())


@register.filter
def legal_basis(code: str) -> str:
    """Give a legal basis of Article 6 in words."""
    return rights_texts.legal_basis(code, language_now())


@register.filter
def special_basis(code: str) -> str:
    """Give an exception of Article 9(2) in words."""
    return rights_texts.special_basis(code, language_now())


@register.filter
def right_name(key: str) -> str:
    """Give the official name of a right."""
    return rights_texts.right_texts()[key].name_in(language_now())


@register.filter
def phone(number: str) -> str:
    """Give a telephone number as people read it: 029 566 6700, or +46 … for other countries."""
    return format_phone(number)


@register.filter
def breakable(address: str) -> SafeString:
    """Give an email address that may go on to the next line after its @ on a narrow screen."""
    return format_html_join(format_html("@{}", mark_safe("<wbr>")), "{}", ((part,) for part in address.split("@")))


@register.filter
def foreign_country(code: str) -> str:
    """Give the name of a country in an address; nothing for an address at home."""
    return "" if code in ("", countries.home_country()) else countries.country_name(code, language_now())


@register.filter
def in_language(record: Any) -> str:
    """Give the name of a controller or register in the reader's language."""
    return record.details(language_now())["name"]


@register.filter
def controllers_of(registers: Sequence[RegisterFacts]) -> list[Details]:
    """Give the controllers of the registers of a notice, each once."""
    return _each_once(facts.controller for facts in registers)


@register.filter
def contacts_of(registers: Sequence[RegisterFacts]) -> list[Details]:
    """Give the contacts of the registers of a notice, each once."""
    return _each_once(contact for facts in registers for contact in facts.contacts)


def _each_once(details: Iterable[Details]) -> list[Details]:
    unique: list[Details] = []
    for entry in details:
        if entry not in unique:
            unique.append(entry)
    return unique


@register.filter
def phone_to_call(registers: Sequence[RegisterFacts]) -> str:
    """Give the number for people who do not use the web: of the first contact that has one, else the controller's."""
    numbers = [details["phone"] for details in (*contacts_of(registers), *controllers_of(registers))]
    return next((number for number in numbers if number), "")


@register.filter
def short_date(moment: date | datetime | None) -> str:
    """Give the day of a date or moment for lists: "22.12.2026"; nothing for none."""
    return dates.short_date(_day(moment), language_now()) if moment else ""


@register.filter
def long_date(moment: date | datetime | None) -> str:
    """Give the day of a date or moment with its weekday: "tiistaina 22.12.2026"; nothing for none."""
    return dates.long_date(_day(moment), language_now()) if moment else ""


def _day(moment: date | datetime) -> date:
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


@register.simple_tag(takes_context=True)
def request_form_url(context: Context, register_uuid: str) -> str:
    """Give the address of the form with a register chosen; asked of the database once per page view."""
    if "form_url" in context:
        return context["form_url"]
    key = (register_uuid, language_now())
    known = _remembered(context, "form_urls")
    if key not in known:
        known[key] = form_address(*key)
    return known[key]


@register.filter
def on_paper(address: str) -> str:
    """Give an address as it is printed: whole, without what only the browser needs."""
    return links.on_paper(address)


@register.simple_tag(takes_context=True)
def page_languages(context: Context) -> list[PageLanguage]:
    """Give the languages in which the page of the context can be read, the present one included."""
    page = context.get("page")
    if page is None or not hasattr(page, "get_translations"):
        return []
    known = _remembered(context, "languages")
    if page.pk not in known:
        known[page.pk] = languages_of(page, context.get("translations"), context.get("request"))
    return known[page.pk]


def _remembered(context: Context, name: str) -> dict[Any, Any]:
    """Give what was found for this request before; nothing is kept where there is no request."""
    request = context.get("request")
    if request is None:
        return {}
    store = request.__dict__.setdefault("_privacy_remembered", {})
    return store.setdefault(name, {})


@register.simple_tag(takes_context=True)
def site_name(context: Context) -> str:
    """Give the name of the site; asks the database only where there is a request."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    return (site.site_name if site else "") or getattr(settings, "WAGTAIL_SITE_NAME", "")
