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
        """Register the start-up checks and those of notices; let published notices follow the records they show."""
        from privacy import checks  # noqa: F401 — Django wants checks imported when apps are ready
        from privacy.notices.compliance.gate import REFUSAL_WATCHERS
        from privacy.notices.pages.follow_records import NoticeWatcher
        from privacy.notices.pages.former_urls import remember_former_paths
        from privacy.registers.watching import WATCHERS
        from privacy.rights import notice_checks  # noqa: F401 — importing it registers them
        from privacy.rights.letters.about_notices import write_refusal

        REFUSAL_WATCHERS.append(write_refusal)
        WATCHERS.append(NoticeWatcher())
        remember_former_paths()
