"""Wagtail's copying, bulk deletion and bulk publishing of pages, which here know of versions and of open errors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction, PublishBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.models import Page

from privacy.notices.compliance.choices import Gate
from privacy.notices.compliance.dismissals import confirm_findings
from privacy.notices.compliance.evaluate import CheckedNotice, EvaluatedFinding, check_drafts
from privacy.notices.compliance.gate import asked_in_form
from privacy.notices.compliance.models import chosen_gate
from privacy.notices.compliance.page_facts import draft_of
from privacy.notices.compliance.presentation import FindingGroup, lines_of
from privacy.notices.editor.forms import ReasonField
from privacy.notices.pages.notice import NoticePage
from privacy.notices.versions.locks import lock_pages, lock_records
from privacy.notices.versions.models import NoticeVersion


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
class BlockedDraft:
    """A draft with open errors that stand in the way of publishing."""

    draft: NoticePage
    checked: CheckedNotice
    findings: list[EvaluatedFinding]


def refusal_of_open_errors(pages: Iterable[Page], *, with_descendants: bool) -> str:
    """Say which pages the site does not publish for their open errors; empty if it does, or asks for a reason."""
    stopped = _stopped(pages, with_descendants=with_descendants) if chosen_gate() == Gate.BLOCK else []
    if not stopped:
        return ""
    message = _("Errors are open in these notices, so they are published one by one in the editor: %(titles)s.")
    return message % {"titles": ", ".join(one.draft.title for one in stopped)}


def asked_together(pages: Sequence[Page], *, with_descendants: bool) -> list[BlockedDraft]:
    """Give the pages for whose open errors a reason is asked; none where the pages cannot be published anyway."""
    if chosen_gate() != Gate.CONFIRM or refusal_of_publishing(pages, with_descendants=with_descendants):
        return []
    return _stopped(pages, with_descendants=with_descendants)


def _stopped(pages: Iterable[Page], *, with_descendants: bool) -> list[BlockedDraft]:
    gate = chosen_gate()
    drafts = [one for one in _drafts(pages, with_descendants=with_descendants) if one.says_something_new()]
    checked = check_drafts([draft_of(draft) for draft in drafts])
    found = [BlockedDraft(draft, one, asked_in_form(one, gate)) for draft, one in zip(drafts, checked, strict=True)]
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


def versions_below(pages: Iterable[Page]) -> tuple[int, int]:
    """Give how many versions the pages and all below them have, and of how many notices."""
    keys: set[int] = set()
    for page in pages:
        keys |= set(page.get_descendants(inclusive=True).values_list("pk", flat=True))
    found = NoticeVersion.objects.filter(page__in=keys)
    counted = found.aggregate(versions=Count("pk"), notices=Count("page", distinct=True))
    return counted["versions"], counted["notices"]


def warning_of(pages: Iterable[Page]) -> str:
    """Give the warning in words; empty when no version would go."""
    versions, notices = versions_below(pages)
    if not versions:
        return ""
    return " ".join(
        [
            ngettext(
                "%(count)d version of a notice would be deleted for good.",
                "%(count)d versions of notices would be deleted for good.",
                versions,
            )
            % {"count": versions},
            gettext("They are the proof of what was said and when. Unpublishing keeps them readable."),
        ]
    )


class CountingDeleteBulkAction(DeleteBulkAction):
    """Wagtail's own, with a warning on its confirmation."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for confirmation, with the number of versions."""
        pages, _without_access = self.get_actionable_objects()
        warning = warning_of(pages)
        if warning:
            messages.warning(request, warning)
        return super().get(request, *args, **kwargs)


class PublishForm(DefaultPageForm):
    """Asks once why all the notices are published with the errors that are open in them."""

    publication_reason = ReasonField(required=True)

    def __init__(self, *args: Any, asked: bool, **kwargs: Any) -> None:
        """Ask only where something is to be asked."""
        super().__init__(*args, **kwargs)
        if not asked:
            del self.fields["publication_reason"]
        self.fields["include_descendants"].label = gettext_lazy("Publish their unpublished subpages too")

    def clean(self) -> dict[str, Any]:
        """Explain what is to be done."""
        reason = self.errors.get("publication_reason")
        if reason:
            reason.clear()
            self.add_error(
                "publication_reason", gettext_lazy("Correct the errors above, or say why the notices are published.")
            )
        return super().clean() or {}


class AskingPublishBulkAction(PublishBulkAction):
    """Wagtail's own, with one box for the reason where the site asks for one."""

    template_name = "privacy/admin/checks/confirm_bulk_publish.html"
    form_class: type[forms.Form] = PublishForm

    @cached_property
    def asked(self) -> list[BlockedDraft]:
        """The notices with open errors for which no reason was given yet."""
        pages, _without_access = self.get_actionable_objects()
        return asked_together(pages, with_descendants=bool(self.request.POST.get("include_descendants")))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "asked": bool(self.asked)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the notices and what is open in each."""
        found: list[tuple[Any, Sequence[FindingGroup]]] = [
            (asked.draft, lines_of(asked.findings, asked.checked)) for asked in self.asked
        ]
        return {**super().get_context_data(**kwargs), "asked": found}

    def get_execution_context(self) -> dict[str, Any]:
        """Hand on the reason and what it is for."""
        reason = self.cleaned_form.cleaned_data.get("publication_reason", "")
        return {**super().get_execution_context(), "asked": self.asked, "reason": reason}

    @classmethod
    def execute_action(
        cls, objects: Any, *args: Any, asked: Sequence[BlockedDraft] = (), reason: str = "", **kwargs: Any
    ) -> tuple[int, int]:
        """Keep the reason, then publish, in Wagtail's transaction."""
        for one in asked:
            confirm_findings(page=one.draft, findings=one.findings, user=kwargs.get("user"), reason=reason)
        return super().execute_action(objects, *args, **kwargs)
