"""How letters leave in production: SMTP, or any provider that django-anymail knows."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured

_SMTP = "django.core.mail.backends.smtp.EmailBackend"


def email_settings(environ: Mapping[str, str]) -> dict[str, Any]:
    """Give Django's and anymail's settings from EMAIL_PROVIDER ("smtp" or a provider of anymail) and ANYMAIL_*.

    Every variable ANYMAIL_X becomes ANYMAIL["X"], e.g. ANYMAIL_POSTMARK_SERVER_TOKEN.
    """
    provider = environ.get("EMAIL_PROVIDER", "smtp").strip().lower()
    if provider == "smtp":
        return _smtp_settings(environ)
    anymail = {name.removeprefix("ANYMAIL_"): value for name, value in environ.items() if name.startswith("ANYMAIL_")}
    if not anymail:
        raise ImproperlyConfigured("EMAIL_PROVIDER needs the provider's ANYMAIL_… variables.")
    return {"EMAIL_BACKEND": f"anymail.backends.{provider}.EmailBackend", "ANYMAIL": anymail}


def _smtp_settings(environ: Mapping[str, str]) -> dict[str, Any]:
    return {
        "EMAIL_BACKEND": _SMTP,
        "EMAIL_HOST": environ.get("EMAIL_HOST", "localhost"),
        "EMAIL_PORT": int(environ.get("EMAIL_PORT", "587")),
        "EMAIL_HOST_USER": environ.get("EMAIL_HOST_USER", ""),
        "EMAIL_HOST_PASSWORD": environ.get("EMAIL_HOST_PASSWORD", ""),
        "EMAIL_USE_TLS": environ.get("EMAIL_USE_TLS", "1") not in {"0", "false", "no"},
    }
