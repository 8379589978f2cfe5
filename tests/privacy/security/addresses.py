"""Every address of the admin, filled in with the keys of given rows."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

# They end the session, raise on purpose, or know nothing but files and the user's own account.
_LEFT_OUT = re.compile(
    r"/admin/(logout|failwhale|images|documents|collections|account|sprite|styleguide|workflows|redirects"
    r"|users|groups|sites|locales)"
)
_NAMED = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
_REGEX_SIGNS = str.maketrans("", "", "^$\\?")
_MODEL_OF_REQUESTS = {"app_label": "privacy", "model_name": "rightsrequest", "object_id": "1"}


def admin_addresses(keys: dict[str, Any], *, number: str, uuid: str = "") -> list[str]:
    """Give the addresses; `keys` has, by the beginning of an address under /admin/, what stands for its numbers.

    `uuid` is that of a letter.
    """
    names = {"number": number, **({"uuid": uuid} if uuid else {})}
    found = {_filled(pattern, keys, names) for pattern in _patterns(get_resolver(), "/")}
    return sorted(address for address in found if address.startswith("/admin/") and not _LEFT_OUT.match(address))


def _patterns(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield address
        else:
            yield from _patterns(entry, address)


def _filled(pattern: str, keys: dict[str, Any], names: dict[str, str]) -> str:
    own = next((key for start, key in keys.items() if pattern.startswith(f"/admin/{start}")), 1)
    values = {**_MODEL_OF_REQUESTS, **names}
    filled = _NAMED.sub(lambda match: str(values.get(match[1] or match[2], own)), pattern)
    return filled.translate(_REGEX_SIGNS)
