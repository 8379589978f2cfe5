"""Checks of business ids, telephone numbers and time zones; libraries do the work, we say what is wrong."""

import re
import zoneinfo

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.fi import ytunnus

from privacy.conf import settings as conf

# Countries whose business ids are checked here; those of others are kept as they are written.
_WITH_YTUNNUS = frozenset({"FI"})


def validate_business_id(value: str, country: str = "") -> None:
    """Refuse a Finnish business id (Y-tunnus) with wrong shape or check digit; no country means the site's own."""
    if (country or conf.country) not in _WITH_YTUNNUS:
        return
    try:
        ytunnus.validate(value)
    except StdnumError as error:
        raise ValidationError(
            _("This is not a valid business ID. It has seven digits, a hyphen and a check digit, like 1234567-1."),
            code="business_id",
        ) from error


def format_business_id(value: str, country: str) -> str:
    """Give a Finnish business id in its usual form: seven digits, a hyphen, the check digit."""
    return ytunnus.format(value) if country in _WITH_YTUNNUS else value


def normalise_phone(value: str, region: str = "") -> str:
    """Give a telephone number in E.164, e.g. +358295666700, read as people of the region (the site's country) write it.

    Raises ValidationError for one that cannot exist.
    """
    try:
        number = phonenumbers.parse(value, region or conf.country)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise ValidationError(
            _("This is not a telephone number. Write it like 09 123 4567 or +358 9 123 4567."), code="phone"
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def validate_phone(value: str) -> None:
    """Refuse a telephone number that cannot exist."""
    normalise_phone(value)


def format_phone(value: str, region: str = "") -> str:
    """Give a telephone number as people of the region read it: 029 566 6700, or +46 … for other countries."""
    if not value:
        return ""
    region = region or conf.country
    try:
        number = phonenumbers.parse(value, region)
    except phonenumbers.NumberParseException:
        return value
    national = phonenumbers.region_code_for_number(number) == region
    style = phonenumbers.PhoneNumberFormat.NATIONAL if national else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    # The library leaves the last seven digits of Finnish numbers unparted; people read them 566 6700.
    return re.sub(r"(?<= \d{3})(?=\d{4}$)", " ", phonenumbers.format_number(number, style))


def validate_time_zone(value: str) -> None:
    """Refuse a name that is not in the IANA time zone database."""
    if value not in zoneinfo.available_timezones():
        raise ValidationError(_("This is not a time zone. Write it like Europe/Helsinki."), code="time_zone")
