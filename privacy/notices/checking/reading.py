"""Reads notice pages for the checks: any number of them with a number of queries that does not grow with it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from privacy.notices.checking.family import Families, families_of
from privacy.notices.checking.register_views import RegisterReader
from privacy.notices.checking.site_pages import SitePages, pages_around
from privacy.notices.checks.of_sections import view_of_sections
from privacy.notices.checks.registry import attached_facts
from privacy.notices.checks.view import NoticeView
from privacy.notices.links import linked_keys
from privacy.notices.resolve import processing_of, resolve_sections
from privacy.notices.sections import Section
from privacy.registers.details import facts_of
from privacy.registers.models.registers import Register


@dataclass(slots=True)
class Draft:
    """What a page says, possibly not saved: raw blocks, and its registers with what each concerns."""

    page: Any
    title: str
    blocks: list[dict[str, Any]]
    registers: list[tuple[Register, str]]


@dataclass(frozen=True, slots=True)
class ReadNotice:
    """A notice as the checks see it, and the fingerprints of its records by kind and identity."""

    page: Any
    view: NoticeView
    records: dict[tuple[str, str], str]


@dataclass(slots=True)
class Batch:
    """Notices that are read together; facts of other apps are computed once for all of them."""

    drafts: Sequence[Draft]
    _known: dict[str, Any] = field(default_factory=dict)

    @property
    def registers(self) -> list[Register]:
        """The registers of all notices."""
        return [register for draft in self.drafts for register, _concerns in draft.registers]

    def once(self, name: str, compute: Callable[["Batch"], Any]) -> Any:
        """Give what a function computes for the batch; it is called once."""
        if name not in self._known:
            self._known[name] = compute(self)
        return self._known[name]


def draft_of(page: Any) -> Draft:
    """Give what a page object says, which may be a draft."""
    rows = [row for row in page.register_rows() if row.register_id]
    prefetch_related_objects(rows, "register__controller__supervisory_authority")
    return Draft(page, page.title, list(page.body.raw_data), [(row.register, row.concerns) for row in rows])


def saved_drafts(pages: Sequence[Any]) -> list[Draft]:
    """Give what pages say in the database, their registers read with one query."""
    rows = defaultdict(list)
    if pages:
        found = pages[0].registers.model.objects.filter(page__in=[page.pk for page in pages])
        for row in found.select_related("register__controller__supervisory_authority").order_by("sort_order"):
            rows[row.page_id].append((row.register, row.concerns))
    return [Draft(page, page.title, list(page.body.raw_data), rows[page.pk]) for page in pages]


def read_notices(drafts: Sequence[Draft], *, today: date | None = None) -> list[ReadNotice]:
    """Read notices for the checks."""
    batch = Batch(drafts)
    facts = _facts_by_draft(drafts)
    reader = RegisterReader.of(batch.registers)
    resolved = {id(draft): resolve_sections(draft.blocks, facts[id(draft)], draft.page.language) for draft in drafts}
    texts = " ".join(section.text for sections in resolved.values() for section in sections)
    around = pages_around({register.pk for register in batch.registers}, linked_keys(texts))
    families = families_of([draft.page for draft in drafts])
    day = today or timezone.localdate()
    return [
        _read(draft, batch, resolved[id(draft)], facts[id(draft)], reader, around, families, day) for draft in drafts
    ]


def _facts_by_draft(drafts: Sequence[Draft]) -> dict[int, list[Any]]:
    by_language: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_language[draft.page.language].append(draft)
    facts: dict[int, list[Any]] = {}
    for language, group in by_language.items():
        found = iter(facts_of([pair for draft in group for pair in draft.registers], language))
        for draft in group:
            facts[id(draft)] = [next(found) for _pair in draft.registers]
    return facts


def _read(
    draft: Draft,
    batch: Batch,
    sections: list[Section],
    facts: list[Any],
    reader: RegisterReader,
    around: SitePages,
    families: Families,
    today: date,
) -> ReadNotice:
    page = draft.page
    page.check_batch = batch
    registers = [register for register, _concerns in draft.registers]
    main_language = registers[0].controller.main_language if registers else ""
    published = any(register.pk in around.with_form for register in registers)
    view = view_of_sections(
        language=page.language,
        title=draft.title,
        identity=str(page.translation_key),
        sections=sections,
        registers=[reader.view(register, one) for register, one in zip(registers, facts, strict=True)],
        processing=processing_of(draft.blocks, facts),
        today=today,
        blocks=draft.blocks,
        dates=families.dates_of(page),
        siblings=families.siblings(page, main_language),
        own_lag=families.own_lag(page, main_language),
        form_published=published,
        form_linked=published and _links_to_form(sections, around.forms),
        living_pages=around.living,
        extras=attached_facts(page),
    )
    return ReadNotice(page, view, reader.prints(registers))


def _links_to_form(sections: Iterable[Section], forms: frozenset[int]) -> bool:
    return any(
        any(part["type"] == "request_link" for part in section.filled) or bool(linked_keys(section.text) & forms)
        for section in sections
    )
