"""Records what was published, in the transaction that publishes it; the caller holds the locks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from privacy.notices.sections.resolve import resolve_sections
from privacy.notices.versions.authorship import acting_user
from privacy.notices.versions.canonical import Content, content_of, digest_of
from privacy.notices.versions.changes import changes_between, editor_summary, first_summary
from privacy.notices.versions.choices import NoticeEventKind, VersionKind
from privacy.notices.versions.days import first_moment, local_day, next_number
from privacy.notices.versions.diff import suggest_kind
from privacy.notices.versions.models import NoticeEvent, NoticeVersion
from privacy.notices.versions.stored_html import stored_html
from privacy.registers.details import RegisterFacts
from privacy.user_names import display_name


@dataclass(frozen=True, slots=True)
class Entered:
    """What the editor said of a version; roads without a form say nothing."""

    kind: str = ""
    summary: str = ""
    effective_from: date | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """What a notice says, and what a later renewal starts from."""

    content: Content
    source: dict[str, Any]
    time_zone: str

    @property
    def digest(self) -> str:
        return digest_of(self.content)


def wording_now(
    *,
    title: str,
    language: str,
    blocks: Sequence[dict[str, Any]],
    registers: Sequence[RegisterFacts],
    time_zone: str,
) -> Wording:
    """Resolve what a notice says with the details of its registers as they are now."""
    sections = resolve_sections(blocks, registers, language)
    return Wording(
        content=content_of(title=title, language=language, registers=registers, sections=sections),
        source={
            "blocks": list(blocks),
            "registers": [{"uuid": facts.uuid, "concerns": facts.concerns} for facts in registers],
        },
        time_zone=time_zone,
    )


def record_version(
    page: Any,
    wording: Wording,
    entered: Entered = Entered(),
    *,
    moment: datetime | None = None,
    find: Callable[[], list[dict[str, Any]]] = list,
) -> NoticeVersion | None:
    """Record what an editor published; None when it says what the newest version says already.

    Only the first version may be in force since a day in the past; it is then marked as stated. A version that was
    to take effect later is replaced. `moment` is when it was published: now, unless a history is being written. `find`
    gives what the version keeps of its checks; it is asked only when there is a version to record, and may refuse it.
    """
    newest = page.versions.standing().order_by("-pk").first()
    now = moment_after(newest, moment or timezone.now())
    if newest is not None and newest.digest == wording.digest:
        return None
    findings = find()
    base = page.versions.effective(now).first() or newest
    version = new_row(page, wording, base=base, kind=entered.kind or _suggested(base, wording), after=newest)
    version.findings = findings
    _date(version, entered.effective_from, now, wording.time_zone)
    version.summary = entered.summary.strip() or (
        first_summary(version.language) if version.is_first else editor_summary(version.changes, version.language)
    )
    for pending in page.versions.pending(now):
        note(page, NoticeEventKind.REPLACED, version=pending, at=now)
    version.save()
    return version


def moment_after(newest: NoticeVersion | None, now: datetime) -> datetime:
    """Give a moment that is later than the publication of the newest version, whatever the clock of this server says.

    Of two versions of one day the one that was published later is in force.
    """
    return now if newest is None else max(now, newest.published_at + timedelta(microseconds=1))


def new_row(
    page: Any, wording: Wording, *, base: NoticeVersion | None, kind: str, after: NoticeVersion | None
) -> NoticeVersion:
    """Make a version that is not saved and has no days yet, numbered after another; its changes are against `base`."""
    taken = list(page.versions.values_list("major", "minor"))
    number = next_number(taken, after=(after.major, after.minor) if after else None, major=kind == VersionKind.MAJOR)
    user = acting_user(page.live_revision_id)
    content = wording.content
    return NoticeVersion(
        page_id=page.pk,
        revision_id=page.live_revision_id,
        major=number[0],
        minor=number[1],
        kind=kind,
        language=content["language"],
        title=content["title"],
        published_by=user,
        published_by_name=display_name(user),
        schema=content["schema"],
        content=content,
        html=stored_html(content, like=base),
        source=wording.source,
        changes=changes_between(base.content, content) if base else [],
        digest=wording.digest,
    )


def _suggested(base: NoticeVersion | None, wording: Wording) -> str:
    if base is None:
        return VersionKind.MAJOR
    return suggest_kind(base.content["sections"], wording.content["sections"]).kind


def _date(version: NoticeVersion, wanted: date | None, now: datetime, time_zone: str) -> None:
    today = local_day(now, time_zone)
    day = wanted or today
    version.stated = version.is_first and day < today
    version.effective_from = day if version.is_first else max(day, today)
    version.effective_at = first_moment(version.effective_from, time_zone)
    version.published_at = version.effective_at if version.stated else now


def note(
    page: Any,
    kind: NoticeEventKind,
    *,
    version: NoticeVersion | None = None,
    user: Any = None,
    reason: str = "",
    at: datetime | None = None,
) -> NoticeEvent:
    """Note what happened to a notice, and who did it."""
    user = user or acting_user()
    return NoticeEvent.objects.create(
        page_id=page.pk,
        version=version,
        kind=kind,
        at=at or timezone.now(),
        user=user,
        user_name=display_name(user),
        reason=reason,
    )
