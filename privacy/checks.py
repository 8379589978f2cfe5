"""Start-up checks: whatever is missing is named, with an id and a hint."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings as django_settings
from django.core.checks import CheckMessage, Error, Info, Tags, Warning, register
from django.db import DatabaseError
from django.utils.module_loading import import_string

from privacy.conf import settings as conf
from privacy.notices.compliance.engine.catalogue import SEVERITIES, rules
from privacy.notices.pdf import is_installed, missing_part
from privacy.site_languages import language_choices, speaks

# What the app stands on besides Wagtail's core; see "Add it to your site" in the README.
NEEDED_APPS = (
    "wagtail.contrib.forms",
    "wagtail.contrib.settings",
    "wagtail.snippets",
    "wagtail.users",
    "wagtail.admin",
    "wagtail.api.v2",
    "rest_framework",
)

FORMER_PATHS = "privacy.middleware.FormerPathMiddleware"


@register(Tags.compatibility)
def check_apps(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Name the apps that are not installed."""
    missing = [name for name in NEEDED_APPS if not apps.is_installed(name)]
    hint = "Add it to INSTALLED_APPS."
    return [Error(f"privacy needs the app {name}.", hint=hint, id="privacy.E001") for name in missing]


@register(Tags.security)
def check_accounts(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Name the screens of users and groups that a host has replaced without our guard."""
    if not apps.is_installed("wagtail.users"):
        return []
    from privacy.inbox.access.account_screens import VIEWSETS

    config = apps.get_app_config("wagtailusers")
    return [
        Error(
            f"Whoever manages users could give himself access to requests: {getattr(config, name)} is not guarded.",
            hint=f"Put {mixin.__module__}.{mixin.__name__} before Wagtail's class, and do not switch copying on.",
            id="privacy.E004",
        )
        for name, (_theirs, _ours, mixin) in VIEWSETS.items()
        if not issubclass(viewset := import_string(getattr(config, name)), mixin) or viewset.copy_view_enabled
    ]


@register(Tags.compatibility)
def check_addresses(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Name the base addresses that links in letters need."""
    values = {"PRIVACY_PUBLIC_BASE_URL": conf.public_base_url, "WAGTAILADMIN_BASE_URL": conf.admin_base_url}
    hint = "Set it to scheme and host, for example https://www.example.fi."
    return [
        Error(f"{name} is not an address: links in letters would lead nowhere.", hint=hint, id="privacy.E002")
        for name, value in values.items()
        if not (urlsplit(value).scheme in {"http", "https"} and urlsplit(value).netloc)
    ]


@register(Tags.compatibility)
def check_mailbox(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Warn when nobody chose the mailbox that gets what can be routed nowhere else."""
    if getattr(django_settings, "PRIVACY_DEFAULT_EMAIL", ""):
        return []
    hint = "Set it to a mailbox that somebody reads every working day; DEFAULT_FROM_EMAIL is used meanwhile."
    return [Warning("PRIVACY_DEFAULT_EMAIL is not set.", hint=hint, id="privacy.W002")]


@register(Tags.compatibility)
def check_middleware(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Warn when former addresses of notices lead nowhere."""
    if FORMER_PATHS in django_settings.MIDDLEWARE:
        return []
    hint = f"Add {FORMER_PATHS} at the end of MIDDLEWARE."
    return [Warning("Former addresses of notices are not answered.", hint=hint, id="privacy.W004")]


@register(Tags.compatibility)
def check_pdf(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say why versions are not offered as PDF; a warning where somebody installed WeasyPrint for it."""
    problem = missing_part()
    if not problem:
        return []
    said = f"Versions of notices are not offered as PDF. {problem}"
    if not is_installed():
        return [Info(said, hint="If you want them: pip install wagtail-privacy[pdf]", id="privacy.I001")]
    hint = "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"
    return [Warning(said, hint=hint, id="privacy.W003")]


@register(Tags.translation)
def check_languages(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Name the languages of content that the app has no texts in."""
    unspoken = [tag for tag, _name in language_choices() if not speaks(tag)]
    hint = "Add a catalogue and texts in the data files: see 'A language' in docs/extending.md."
    said = f"The app has no texts in {', '.join(unspoken)}: pages show English ones, and those of LANGUAGE_CODE."
    return [Info(said, hint=hint, id="privacy.I002")] if unspoken else []


@register(Tags.security)
def check_private_root(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Require that the private folder for attachments is under no folder that is served."""
    private = Path(conf.private_root).absolute()
    served = {name: str(getattr(django_settings, name) or "") for name in ("MEDIA_ROOT", "STATIC_ROOT")}
    hint = "Set it to a folder that no web server serves."
    return [
        Error(f"PRIVACY_PRIVATE_ROOT lies under {name}.", hint=hint, id="privacy.E003")
        for name, folder in served.items()
        if folder and private.is_relative_to(Path(folder).absolute())
    ]


@register(Tags.compatibility)
def check_notice_checks(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Warn when a setting names a check of notices or a severity that does not exist."""
    named = set(conf.checks_disabled) | set(conf.check_severities)
    wrong = sorted(named - set(rules()))
    wrong += sorted(severity for severity in set(conf.check_severities.values()) if severity not in SEVERITIES)
    hint = f"The severities are {', '.join(SEVERITIES)}; the ids stand in the data files of the checks."
    return [Warning(f"There is no check or severity {name!r}.", hint=hint, id="privacy.W005") for name in wrong]


@register(Tags.database)
def check_request_notice(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Warn when a request form is published but the notice of the register of requests is not."""
    if not databases or not _form_without_request_notice():
        return []
    hint = "Publish the notice of the register that holds the requests; 'Get started' makes one."
    return [Warning("A request form is published without that notice.", hint=hint, id="privacy.W001")]


def _form_without_request_notice() -> bool:
    from privacy.models import NoticePage, RightsRequestPage

    try:
        forms = RightsRequestPage.objects.live().exists()
        return forms and not NoticePage.objects.live().filter(registers__register__for_requests=True).exists()
    except DatabaseError:
        return False  # before migrating
