"""What is done with versions besides publishing: one function per step, each in one transaction."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.log_actions import log

from privacy.notices.versions.choices import NoticeEventKind
from privacy.notices.versions.locks import lock_pages
from privacy.notices.versions.models import NoticeEvent, NoticeVersion
from privacy.notices.versions.record import note
from privacy.notices.versions.stored_html import stored_html
from privacy.site_languages import spoken


def redacted_fields(version: Any, words: Sequence[str]) -> dict[str, Any]:
    """Give the fields of a version with words replaced; empty when none of them is there."""
    with translation.override(spoken(version.language)):
        mark = gettext("[removed]")
    before = {name: getattr(version, name) for name in ("title", "summary", "content", "source", "changes")}
    after = {name: _without(value, words, mark) for name, value in before.items()}
    if after == before:
        return {}
    return after | {"html": stored_html(after["content"], like=version)}


def _without(value: Any, words: Sequence[str], mark: str) -> Any:
    if isinstance(value, str):
        for word in sorted(words, key=len, reverse=True):
            value = value.replace(word, mark)
        return value
    if isinstance(value, list):
        return [_without(entry, words, mark) for entry in value]
    if isinstance(value, dict):
        return {name: _without(entry, words, mark) for name, entry in value.items()}
    return value


class VersionStepNotPossible(Exception):
    """The step cannot be taken with this version; `code` says why: not_pending, nothing_found, no_words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic
def withdraw_version(*, version: NoticeVersion, user: Any, reason: str = "") -> NoticeEvent:
    """Withdraw a version before it takes effect; raise VersionStepNotPossible when it has, or is ended already."""
    lock_pages(type(version.page), [version.page_id])
    if not NoticeVersion.objects.pending(timezone.now()).filter(pk=version.pk).exists():
        raise VersionStepNotPossible("not_pending")
    log(instance=version.page, action="privacy.withdraw_version", user=user, data={"version": version.number})
    return note(version.page, NoticeEventKind.WITHDRAWN, version=version, user=user, reason=reason)


@transaction.atomic
def mark_reviewed(*, page: Any, user: Any) -> NoticeEvent:
    """Record that somebody read the notice and found nothing to change; makes no version (GDPR Art. 5(2))."""
    log(instance=page, action="privacy.review_notice", user=user)
    return note(page, NoticeEventKind.REVIEWED, user=user)


@transaction.atomic
def redact_version(*, version: NoticeVersion, words: Collection[str], user: Any, reason: str) -> NoticeEvent:
    """Replace a person's details in a version by a mark; the digest stays that of the wording as it was.

    `words` are the name, email and telephone number as they stand in the version. One of the two exceptions to
    versions never changing; it is logged, and shown with the version. Raises VersionStepNotPossible.
    """
    wanted = [word.strip() for word in words if len(word.strip()) > 2]
    if not wanted:
        raise VersionStepNotPossible("no_words")
    lock_pages(type(version.page), [version.page_id])
    version = NoticeVersion.objects.get(pk=version.pk)
    fields = redacted_fields(version, wanted)
    if not fields:
        raise VersionStepNotPossible("nothing_found")
    NoticeVersion._base_manager.filter(pk=version.pk).update(**fields)
    log(instance=version.page, action="privacy.redact_version", user=user, data={"version": version.number})
    return note(version.page, NoticeEventKind.REDACTED, version=version, user=user, reason=reason)
