"""The front page's app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The host site's own pages."""

    name = "home"
    default_auto_field = "django.db.models.BigAutoField"
