"""Importing a notice: begin with what was read, change the plan, make the draft."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.models import Page

from privacy.importer.create_draft import make_draft
from privacy.importer.create_records import make_registers
from privacy.importer.permissions import may_publish_records
from privacy.importer.plan import ImportPlan
from privacy.importer.planning import plan_of
from privacy.importer.reader.document import ImportedNotice
from privacy.importer.record_match import choose_matches, matches_of
from privacy.importer.sessions import ImportSession
from privacy.notices.pages.notice import NoticePage
from privacy.registers.models.registers import Register


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The draft that an import made, and the registers that it describes."""

    page: NoticePage
    registers: list[Register]


def plan_import(*, notice: ImportedNotice, user: Any) -> ImportPlan:
    """Give the plan for what was read, with the records that there are already; `user` None is the command line."""
    plan = plan_of(notice)
    choose_matches(plan, matches_of(plan, user=user))
    return plan


@transaction.atomic
def begin_import(*, notice: ImportedNotice, parent: Page | None, user: Any) -> ImportSession:
    """Keep what was read for the user to look at; whatever has lain for more than a day is forgotten.

    Raises TooLarge for more text than an import can hold.
    """
    forget_old_imports()
    plan = plan_import(notice=notice, user=user)
    plan.parent = parent.pk if parent else None
    return ImportSession.objects.create(user=user, data=plan.as_data())


@transaction.atomic
def change_import(*, session: ImportSession, plan: ImportPlan) -> None:
    """Keep a changed plan; raises TooLarge."""
    session.data = plan.as_data()
    session.save(update_fields=["data"])


@transaction.atomic
def import_notice(*, plan: ImportPlan, parent: Page, user: Any) -> ImportResult:
    """Make the records that are not there yet and a draft page under the parent; nothing is published.

    Records are live where the user may publish them, because only then can a page name them; they are seen in public
    when a notice that shows them is published. `user` None is the command line, which may do everything.
    Raises NothingToAnswerFor without a controller, ValidationError for values that records refuse.
    """
    language = parent.locale.language_code
    registers = make_registers(plan, language=language, live=user is None or may_publish_records(user))
    page = make_draft(plan, registers, parent=parent, user=user)
    return ImportResult(page, registers)


@transaction.atomic
def finish_import(*, session: ImportSession, plan: ImportPlan, parent: Page, user: Any) -> ImportResult:
    """Make everything and forget the import under way; a second press of the button finds nothing to do.

    Raises ImportSession.DoesNotExist when it has been finished already, and as import_notice.
    """
    ImportSession.objects.select_for_update().get(pk=session.pk)
    result = import_notice(plan=plan, parent=parent, user=user)
    session.delete()
    return result


def forget_old_imports() -> int:
    """Delete the imports under way whose day is over; give how many there were."""
    forgotten, _by_model = ImportSession.objects.old().delete()
    return forgotten


@transaction.atomic
def cancel_import(*, session: ImportSession) -> None:
    """Forget an import under way; nothing has been made of it."""
    session.delete()
