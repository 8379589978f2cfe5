"""Why pages cannot be copied or published together: a register has one published notice in a language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Page

from privacy.notices.checking.choices import Gate
from privacy.notices.checking.deciding import CheckedNotice, Decided, check_drafts
from privacy.notices.checking.gate import asked_in_form
from privacy.notices.checking.reading import draft_of
from privacy.notices.checking.records import chosen_gate
from privacy.notices.pages import NoticePage
from privacy.notices.versions.locks import lock_pages, lock_records


def refusal_of_copy(page: Page, posted: Mapping[str, str]) -> str:
    """Say why a copy must stay a draft; empty if it may go on."""
    if not posted.get("publish_copies"):
        return ""
    notices = _notices([page], with_descendants=bool(posted.get("copy_subpages")))
    if posted.get("alias") or not any(notice.live for notice in notices):
        return ""
    return _("A register has one published notice in a language. Copy the notice as a draft: leave “publish” off.")


def refusal_of_publishing(pages: Iterable[Page], *, with_descendants: bool) -> str:
    """Say why pages cannot be published together; empty if they can."""
    taken: dict[tuple[int, int], int] = {}
    for draft in _drafts(pages, with_descendants=with_descendants):
        register = draft.find_main_register()
        if register is None:
            continue
        if draft.has_rival(register) or taken.setdefault((register, draft.locale_id), draft.pk) != draft.pk:
            message = _("The register of “%(title)s” already has a published notice in this language.")
            return message % {"title": draft.title}
    return ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft with open errors that stand in the way of publishing."""

    draft: NoticePage
    checked: CheckedNotice
    findings: list[Decided]


def refusal_of_open_errors(pages: Iterable[Page], *, with_descendants: bool) -> str:
    """Say which pages the site does not publish for their open errors; empty if it does, or asks for a reason."""
    stopped = _stopped(pages, with_descendants=with_descendants) if chosen_gate() == Gate.BLOCK else []
    if not stopped:
        return ""
    message = _("Errors are open in these notices, so they are published one by one in the editor: %(titles)s.")
    return message % {"titles": ", ".join(one.draft.title for one in stopped)}


def asked_together(pages: Sequence[Page], *, with_descendants: bool) -> list[Asked]:
    """Give the pages for whose open errors a reason is asked; none where the pages cannot be published anyway."""
    if chosen_gate() != Gate.CONFIRM or refusal_of_publishing(pages, with_descendants=with_descendants):
        return []
    return _stopped(pages, with_descendants=with_descendants)


def _stopped(pages: Iterable[Page], *, with_descendants: bool) -> list[Asked]:
    gate = chosen_gate()
    drafts = [one for one in _drafts(pages, with_descendants=with_descendants) if one.says_something_new()]
    checked = check_drafts([draft_of(draft) for draft in drafts])
    found = [Asked(draft, one, asked_in_form(one, gate)) for draft, one in zip(drafts, checked, strict=True)]
    return [asked for asked in found if asked.findings]


def _drafts(pages: Iterable[Page], *, with_descendants: bool) -> list[NoticePage]:
    return [notice.get_latest_revision_as_object() for notice in _notices(pages, with_descendants=with_descendants)]


def lock_for_bulk(pages: Iterable[Page], *, with_descendants: bool) -> None:
    """Lock what several notices show, and the notices, in one order before any of them is touched."""
    notices = _notices(pages, with_descendants=with_descendants)
    drafts = [notice.get_latest_revision_as_object() for notice in notices]
    lock_records({key for draft in drafts for key in draft.shown_registers()})
    lock_pages(NoticePage, [notice.pk for notice in notices])


def _notices(pages: Iterable[Page], *, with_descendants: bool) -> list[NoticePage]:
    found: dict[int, NoticePage] = {}
    for page in pages:
        below = page.get_descendants(inclusive=True) if with_descendants else Page.objects.filter(pk=page.pk)
        found |= NoticePage.objects.filter(pk__in=below.values("pk")).in_bulk()
    return list(found.values())
