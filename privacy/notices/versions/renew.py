"""Renews published notices when the details that they show change (GDPR Art. 5(1)(d), 13(1)(a)-(b))."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from privacy.notices.sections.data import Section
from privacy.notices.sections.resolve import resolve_sections
from privacy.notices.sections.types import section_types
from privacy.notices.versions.canonical import content_of
from privacy.notices.versions.changes import details_summary
from privacy.notices.versions.choices import NoticeEventKind, VersionCause, VersionKind
from privacy.notices.versions.days import first_moment, local_day
from privacy.notices.versions.models import NoticeVersion
from privacy.notices.versions.record import Wording, moment_after, new_row, note
from privacy.registers.details import RegisterFacts, facts_of
from privacy.registers.models.registers import Register

Facts = dict[str, RegisterFacts]


def renew(pages: Collection[int]) -> list[NoticeVersion]:
    """Make a minor version of each published notice whose details are others now; the caller holds the locks.

    What was written stays as it is in the version in force, only the details are resolved anew; a version that is
    to take effect later is renewed too and keeps its day.
    """
    now = timezone.now()
    renewed: list[NoticeVersion] = []
    in_force, pending = _current(pages, now)
    facts, zones = _facts_for([*in_force, *pending])
    for version in [*in_force, *pending]:
        row = _renewed(version, facts[version.language], zones)
        if row is None:
            continue
        row.published_at = moment_after(version, now)
        if version in pending:
            note(version.page, NoticeEventKind.REPLACED, version=version, at=now)
            row.effective_from, row.effective_at = version.effective_from, version.effective_at
            row.summary = version.summary
        else:
            zone = _zone(version, zones)
            row.effective_from = max(local_day(now, zone), version.effective_from)
            row.effective_at = first_moment(row.effective_from, zone)
        renewed.append(row)
    return NoticeVersion.objects.bulk_create(renewed)


def _current(pages: Collection[int], now: datetime) -> tuple[list[NoticeVersion], list[NoticeVersion]]:
    versions = NoticeVersion.objects.filter(page__in=pages, page__live=True, page__alias_of__isnull=True)
    newest: dict[int, int] = {}
    for page, key in versions.in_line().filter(effective_at__lte=now).values_list("page", "pk"):
        newest.setdefault(page, key)
    chosen = versions.filter(pk__in=newest.values()).select_related("page").order_by("page", "pk")
    pending = versions.in_line().filter(effective_at__gt=now).select_related("page").order_by("page", "pk")
    return list(chosen), list(pending)


def _facts_for(versions: Sequence[NoticeVersion]) -> tuple[dict[str, Facts], dict[str, str]]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for version in versions:
        wanted[version.language] |= {entry["uuid"] for entry in version.source["registers"]}
    facts: dict[str, Facts] = defaultdict(dict)
    zones: dict[str, str] = {}
    for language, uuids in wanted.items():
        registers = list(Register.objects.filter(uuid__in=uuids).select_related("controller__supervisory_authority"))
        zones |= {str(register.uuid): register.controller.time_zone for register in registers}
        found = facts_of([(register, "") for register in registers], language)
        facts[language] = {entry.uuid: entry for entry in found}
    return facts, zones


def _zone(version: NoticeVersion, zones: dict[str, str]) -> str:
    return next(zones[entry["uuid"]] for entry in version.source["registers"] if entry["uuid"] in zones)


def _renewed(version: NoticeVersion, facts: Facts, zones: dict[str, str]) -> NoticeVersion | None:
    registers = [
        replace(facts[entry["uuid"]], concerns=entry["concerns"])
        for entry in version.source["registers"]
        if entry["uuid"] in facts
    ]
    if not registers:
        return None
    content = content_of(
        title=version.title,
        language=version.language,
        registers=registers,
        sections=_sections(version, registers),
    )
    wording = Wording(content, version.source, _zone(version, zones))
    if wording.digest == version.digest:
        return None
    kind = version.kind if version.effective_at > timezone.now() else VersionKind.MINOR
    row = new_row(version.page, wording, base=version, kind=VersionKind.MINOR, after=version)
    row.kind, row.cause = kind, VersionCause.DETAILS
    row.summary = details_summary(row.changes, row.language)
    return row


def _sections(version: NoticeVersion, registers: Sequence[RegisterFacts]) -> list[Section]:
    """Resolve the sections anew; one whose type is no longer in the code stays as it was said."""
    resolved = resolve_sections(version.source["blocks"], registers, version.language)
    said: dict[str, Any] = {section["block_id"]: section for section in version.content["sections"]}
    known = section_types()
    return [
        Section(**said[section.block_id]) if section.key not in known and section.block_id in said else section
        for section in resolved
    ]
