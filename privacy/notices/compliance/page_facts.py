"""Reads notice pages for the checks: any number of them with a number of queries that does not grow with it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone
from wagtail.models import Page

from privacy.notices.compliance.engine.page_view import register_view, view_of_sections
from privacy.notices.compliance.engine.record_facts import ControllerView, RegisterView
from privacy.notices.compliance.engine.registry import attached_facts
from privacy.notices.compliance.engine.view import Dates, NoticeView, SiblingView
from privacy.notices.compliance.fingerprints import fingerprint
from privacy.notices.request_forms import published_forms
from privacy.notices.sections.data import Section
from privacy.notices.sections.links import linked_keys
from privacy.notices.sections.resolve import processing_of, resolve_sections
from privacy.notices.versions.families import Families, families_of
from privacy.registers.choices import ContactRole, Permission
from privacy.registers.details import RegisterFacts, facts_of
from privacy.registers.models.access import RegisterAccess
from privacy.registers.models.contacts import contacts_on_route
from privacy.registers.models.registers import Register, RegisterRoute


def dates_of(page: Any, families: Families) -> Dates:
    """Give the dates of a notice; versions date it, so it needs no date of its own."""
    reviewed = _day(families.last_reviewed(page.pk))
    return Dates(reviewed=reviewed, kept_by_system=True, review_interval_months=page.review_months or 12)


def own_lag_of(page: Any, families: Families, main_language: str) -> SiblingView | None:
    """Give how far a notice is behind its main language; None for the main language."""
    main = families.main_page(page, main_language)
    return None if main in (None, page.pk) else _lag(families, main, page.pk, page.language)


def siblings_of(page: Any, families: Families, main_language: str) -> tuple[SiblingView, ...]:
    """Give the other languages; how far each is behind is told at the main language."""
    is_main = families.main_page(page, main_language) == page.pk
    others = sorted(families.pages[page.translation_key].items())
    return tuple(
        _lag(families, page.pk, key, language) if is_main else SiblingView(language, str(key))
        for language, key in others
        if key != page.pk
    )


def _lag(families: Families, main: int | None, own: int, language: str) -> SiblingView:
    return SiblingView(language, str(own), sections_behind=len(families.headings_behind(own, main)))


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None


@dataclass(frozen=True, slots=True)
class SitePages:
    """Published pages among those linked, published forms, and the registers that a published form serves."""

    living: frozenset[int]
    forms: frozenset[int]
    with_form: frozenset[int]


def pages_around(registers: Collection[int], linked: Collection[int]) -> SitePages:
    """Find them with two queries."""
    rows = published_forms(registers)
    living = Page.objects.live().filter(pk__in=linked).values_list("pk", flat=True) if linked else []
    return SitePages(
        living=frozenset(living),
        forms=frozenset(page for page, _register in rows),
        with_form=frozenset(register for _page, register in rows),
    )


_ROUTES = Prefetch("routes", RegisterRoute.objects.select_related("contact"))
_ROLES = (ContactRole.CONTACT_PERSON, ContactRole.DPO, ContactRole.REPRESENTATIVE)


@dataclass(frozen=True, slots=True)
class RegisterReader:
    """Reads registers whose facts were loaded already."""

    with_handler: frozenset[int]

    @classmethod
    def of(cls, registers: Sequence[Register]) -> "RegisterReader":
        """Load what facts do not hold: routes, and which confidential registers have a handler with an email."""
        prefetch_related_objects(list(registers), _ROUTES)
        confidential = {register.pk for register in registers if register.confidential}
        handled = RegisterAccess.objects.filter(
            register__in=confidential, permission=Permission.HANDLE, group__user__is_active=True
        ).exclude(group__user__email="")
        return cls(frozenset(handled.values_list("register", flat=True) if confidential else ()))

    def view(self, register: Register, facts: RegisterFacts) -> RegisterView:
        """Give the view of a register; records are known by their keys."""
        view = register_view(
            facts,
            profiling=register.profiling,
            special_categories=register.special_categories,
            data_from_elsewhere=register.data_from_elsewhere,
            has_route=self._has_route(register),
            retired=register.retired_on is not None,
        )
        contacts = [contact for role in _ROLES for contact in _contacts(register) if contact.role == role]
        return replace(
            view,
            controller=_known(view.controller, register.controller),
            joint_controllers=tuple(
                _known(one, record) for one, record in zip(view.joint_controllers, _joint(register), strict=True)
            ),
            contacts=tuple(
                replace(one, identity=str(record.pk)) for one, record in zip(view.contacts, contacts, strict=True)
            ),
        )

    def prints(self, registers: Iterable[Register]) -> dict[tuple[str, str], str]:
        """Give the fingerprints of registers, controllers and contacts by kind and identity."""
        found: dict[tuple[str, str], str] = {}
        for register in registers:
            found["register", str(register.uuid)] = fingerprint(_register_values(register, self._has_route(register)))
            for controller in (register.controller, *_joint(register)):
                found["controller", str(controller.pk)] = _in_all_languages(controller)
            for contact in _contacts(register):
                found["contact", str(contact.pk)] = _in_all_languages(contact)
        return found

    def _has_route(self, register: Register) -> bool:
        if register.confidential:
            return register.pk in self.with_handler
        mailboxes = [contact.email for contact in contacts_on_route(register.routes.all(), register.contacts.all())]
        return any([*mailboxes, register.fallback_email, register.controller.email])


def _known(view: ControllerView, record: Any) -> ControllerView:
    return replace(view, identity=str(record.pk))


def _contacts(register: Register) -> list[Any]:
    return [row.contact for row in register.contacts.all() if row.contact.live]


def _joint(register: Register) -> list[Any]:
    return [row.controller for row in register.joint_controllers.all()]


def _register_values(register: Register, has_route: bool) -> list[Any]:
    contacts = [contact.pk for contact in _contacts(register)]
    joint = [controller.pk for controller in _joint(register)]
    marks = [register.profiling, register.special_categories, register.data_from_elsewhere, has_route]
    return [*_details_in_all_languages(register), contacts, joint, marks]


def _in_all_languages(record: Any) -> str:
    return fingerprint(_details_in_all_languages(record))


# Fixed, so that what was dismissed stays so when the site adds a language; others count where the record has texts.
_PRINTED_LANGUAGES = ("fi", "sv", "en")


def _details_in_all_languages(record: Any) -> list[Any]:
    others = sorted({row.language for row in record.texts.all()} - set(_PRINTED_LANGUAGES))
    return [record.details(language) for language in (*_PRINTED_LANGUAGES, *others)]


@dataclass(slots=True)
class Draft:
    """What a page says, possibly not saved: raw blocks, and its registers with what each concerns."""

    page: Any
    title: str
    blocks: list[dict[str, Any]]
    registers: list[tuple[Register, str]]


@dataclass(frozen=True, slots=True)
class ReadNotice:
    """A notice as the checks see it, and the fingerprints of its records by kind and identity.

    `register_keys` are the keys of its registers by the identity that the view knows them by.
    """

    page: Any
    view: NoticeView
    records: dict[tuple[str, str], str]
    register_keys: dict[str, int]


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
        dates=dates_of(page, families),
        siblings=siblings_of(page, families, main_language),
        own_lag=own_lag_of(page, families, main_language),
        form_published=published,
        form_linked=published and _links_to_form(sections, around.forms),
        living_pages=around.living,
        extras=attached_facts(page, batch),
    )
    keys = {str(register.uuid): register.pk for register in registers}
    return ReadNotice(page, view, reader.prints(registers), keys)


def _links_to_form(sections: Iterable[Section], forms: frozenset[int]) -> bool:
    return any(
        any(part["type"] == "request_link" for part in section.filled) or bool(linked_keys(section.text) & forms)
        for section in sections
    )
