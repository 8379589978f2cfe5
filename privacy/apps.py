"""The app as Django sees it."""

from django.apps import AppConfig, apps
from django.utils.translation import pgettext_lazy


class PrivacyConfig(AppConfig):
    """Privacy notices and rights requests."""

    name = "privacy"
    label = "privacy"
    verbose_name = pgettext_lazy("the app", "Privacy")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the start-up checks; add what rooms do in lower ones, and listen to what only others can tell."""
        from privacy import checks  # noqa: F401 — Django wants checks imported when apps are ready

        _extend_records()
        _extend_notices()
        _listen()
        if apps.is_installed("wagtail.users"):
            from privacy.inbox.access.account_screens import guard_accounts

            guard_accounts()


def _extend_records() -> None:
    from privacy.importer.wizard.menu import import_menu_item
    from privacy.mail.choices import MESSAGE_KINDS
    from privacy.notices.pages.follow_records import NoticeWatcher
    from privacy.registers.admin.extensions import MENU_ITEMS, REGISTER_PANELS
    from privacy.registers.watching import CONTACT_FOLLOWERS, REGISTER_FOLLOWERS, WATCHERS
    from privacy.rights.admin.panels import route_panel
    from privacy.rights.models.requests import follow_renamed_register
    from privacy.rights.models.standard_texts import letter_kinds
    from privacy.rights.taking_part import renew_links

    WATCHERS.register("notices", NoticeWatcher())
    CONTACT_FOLLOWERS.register("links to cases", renew_links)
    REGISTER_FOLLOWERS.register("order of requests", follow_renamed_register)
    REGISTER_PANELS.register("route", route_panel)
    MENU_ITEMS.register("import", import_menu_item)
    MESSAGE_KINDS.register("steps", letter_kinds)


def _extend_notices() -> None:
    from privacy.notices.compliance.gate import REFUSAL_WATCHERS
    from privacy.notices.request_forms import FORM_PAGES
    from privacy.rights import notice_checks  # noqa: F401 — its decorators add the checks
    from privacy.rights.letters.about_notices import write_refusal
    from privacy.rights.taking_part import RequestFormPages

    REFUSAL_WATCHERS.register("letter", write_refusal)
    FORM_PAGES.register("requests", RequestFormPages())


def _listen() -> None:
    """Connect to the signals: rows that go with others, and pages of any type that move."""
    from django.db.models.signals import post_delete
    from wagtail.signals import page_slug_changed, post_page_move

    from privacy.notices.pages.former_urls import remember_moved_page, remember_new_slug
    from privacy.rights.models.attachments import Attachment, remove_file

    post_delete.connect(remove_file, sender=Attachment, dispatch_uid="privacy_attachment_file")
    page_slug_changed.connect(remember_new_slug, dispatch_uid="privacy_former_paths_slug")
    post_page_move.connect(remember_moved_page, dispatch_uid="privacy_former_paths_move")
