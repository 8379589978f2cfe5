"""The app as Django sees it."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class PrivacyConfig(AppConfig):
    """Privacy notices and rights requests."""

    name = "privacy"
    label = "privacy"
    verbose_name = pgettext_lazy("the app", "Privacy")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the start-up checks."""
        from privacy import checks  # noqa: F401 — Django wants checks imported when apps are ready
