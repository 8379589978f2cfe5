"""The settings of the app: one class, one typed property each, read live from Django's settings."""

from pathlib import Path

from django.conf import settings as django_settings


class PrivacySettings:
    """Settings with the prefix PRIVACY_; docs/settings.md lists them for the people who run a site."""

    @property
    def default_email(self) -> str:
        """Mailbox that gets a request when nobody nearer can be reached (the site's default)."""
        return getattr(django_settings, "PRIVACY_DEFAULT_EMAIL", "") or django_settings.DEFAULT_FROM_EMAIL

    @property
    def public_base_url(self) -> str:
        """Scheme and host of the public site, without a slash at the end; the admin's where not set."""
        return getattr(django_settings, "PRIVACY_PUBLIC_BASE_URL", "").rstrip("/") or self.admin_base_url

    @property
    def admin_base_url(self) -> str:
        """Scheme and host of the Wagtail admin; links in letters to handlers start with it."""
        return getattr(django_settings, "WAGTAILADMIN_BASE_URL", "").rstrip("/")

    @property
    def country(self) -> str:
        """Two-letter code of the country of the site: that of new records, telephone numbers and addresses."""
        return getattr(django_settings, "PRIVACY_COUNTRY", "FI").upper()

    @property
    def eves_count_as_holidays(self) -> bool:
        """Whether Christmas Eve and Midsummer Eve move a due date (Regulation 1182/71 Art. 3(4)); no by default."""
        return bool(getattr(django_settings, "PRIVACY_EVES_COUNT_AS_HOLIDAYS", False))

    @property
    def send_inline(self) -> bool:
        """Whether letters leave right after the commit; set to False where a worker runs `send_letters`."""
        return bool(getattr(django_settings, "PRIVACY_SEND_INLINE", True))

    @property
    def email_timeout(self) -> int:
        """Seconds after which the dialogue with the mail provider is given up."""
        return int(getattr(django_settings, "EMAIL_TIMEOUT", None) or 10)

    @property
    def private_root(self) -> str:
        """Folder of the attachments of requests, never under MEDIA_ROOT; "private" beside it where not set."""
        media = Path(django_settings.MEDIA_ROOT or Path.cwd() / "media")
        return str(getattr(django_settings, "PRIVACY_PRIVATE_ROOT", "") or media.absolute().parent / "private")

    @property
    def form_minimum_seconds(self) -> int:
        """A request form sent faster than this is shown again, filled in."""
        return int(getattr(django_settings, "PRIVACY_FORM_MINIMUM_SECONDS", 3))

    @property
    def form_maximum_hours(self) -> int:
        """A request form older than this is shown again, filled in."""
        return int(getattr(django_settings, "PRIVACY_FORM_MAXIMUM_HOURS", 24))

    @property
    def mask_persons_in_archive(self) -> bool:
        """Whether superseded versions show a contact who is a natural person by function only, in public."""
        return bool(getattr(django_settings, "PRIVACY_MASK_PERSONS_IN_ARCHIVE", True))

    @property
    def attachment_max_bytes(self) -> int:
        """Largest file that can be attached to a request, in bytes."""
        return int(getattr(django_settings, "PRIVACY_ATTACHMENT_MAX_BYTES", 10 * 1024 * 1024))

    @property
    def import_max_bytes(self) -> int:
        """Largest file that can be imported as a notice, in bytes."""
        return int(getattr(django_settings, "PRIVACY_IMPORT_MAX_BYTES", 10_000_000))

    @property
    def checks_disabled(self) -> frozenset[str]:
        """Ids of checks of notices that the site switched off."""
        return frozenset(getattr(django_settings, "PRIVACY_CHECKS_DISABLED", ()))

    @property
    def check_severities(self) -> dict[str, str]:
        """Severities (error, warning, info) that the site gives to checks of notices, by id."""
        return dict(getattr(django_settings, "PRIVACY_CHECK_SEVERITIES", {}))


settings = PrivacySettings()
