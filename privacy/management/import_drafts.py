"""The half of `import_notice` that makes drafts: what the admin's preview would make without a change."""

from pathlib import Path

from privacy.intake.actions import ImportResult, import_notice, plan_import
from privacy.intake.checking import drop_refused
from privacy.intake.plan import PlannedController
from privacy.management.importing import read_path
from privacy.notices.index_pages import NoticeIndexPage


def make_draft(
    path: Path, *, parent: NoticeIndexPage, controller: int | None, language: str | None
) -> tuple[ImportResult, list[str]]:
    """Import one file under a list of notices; give what was made and the facts that no record would take.

    `controller` is the key of a record to use whatever the document says. Raises as read_path and import_notice.
    """
    plan = plan_import(notice=read_path(path, language=language), user=None)
    if controller is not None:
        plan.controllers = [PlannedController(use=str(controller))]
    dropped = drop_refused(plan)
    return import_notice(plan=plan, parent=parent, user=None), dropped
