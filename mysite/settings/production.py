"""Settings of a real site; refuses to start without what keeps it safe."""

import os

from django.core.exceptions import ImproperlyConfigured

from mysite.settings.base import *  # noqa: F403
from mysite.settings.env import csv_setting, flag
from mysite.settings.mail import email_settings

if flag("DEBUG", default=False):
    raise ImproperlyConfigured("DEBUG must not be set in production.")
DEBUG = False
SECRET_KEY = os.environ.get("SECRET_KEY", "")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("Set SECRET_KEY to a random text of at least 50 characters.")
ALLOWED_HOSTS = csv_setting("ALLOWED_HOSTS")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS to the host names of the site, separated by commas.")
for _name in ("PUBLIC_BASE_URL", "ADMIN_BASE_URL", "DEFAULT_FROM_EMAIL"):
    if not os.environ.get(_name):
        raise ImproperlyConfigured(f"Set {_name}: letters are sent from it or lead to it.")
CSRF_TRUSTED_ORIGINS = csv_setting("CSRF_TRUSTED_ORIGINS")

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = flag("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY", default=True) else None
SECURE_HSTS_SECONDS = int(os.environ.get("SECURE_HSTS_SECONDS", 31_536_000))
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

globals().update(email_settings(os.environ))

if cache_url := os.environ.get("REDIS_URL"):
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": cache_url}}
