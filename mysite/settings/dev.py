"""Settings for a developer's machine and for `make demo`: letters are printed to the console."""

from mysite.settings.base import *  # noqa: F403

DEBUG = True
SECRET_KEY = "only-for-development-and-the-demo-never-in-production"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
