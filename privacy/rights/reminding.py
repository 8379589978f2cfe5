"""Tells contacts, once, what the passing of time has brought about in the notices of their registers."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction

from privacy.notices.compliance.evaluate import CheckedNotice, Decided
from privacy.notices.compliance.fingerprints import fingerprint
from privacy.notices.compliance.models import ToldFinding
from privacy.rights.notice_letters import write_reminders


def remind_contacts(notices: Sequence[CheckedNotice]) -> int:
    """Write to the contacts of registers what was not told yet; give the number of letters.

    What is found no longer is forgotten, so that it is told again when it comes back.
    """
    _forget_gone(notices)
    return sum(_remind(checked) for checked in notices if checked.page.live)


def _remind(checked: CheckedNotice) -> int:
    page = checked.page
    with transaction.atomic():
        new = []
        for one in _by_time(checked):
            key = {"notice": page.translation_key, "check_id": one.finding.id, "thing": _thing(one)}
            _row, is_new = ToldFinding.objects.get_or_create(**key)
            if is_new:
                new.append(one)
        if not new or page.main_register is None:
            return 0
        return len(write_reminders(page, page.main_register, new))


def _forget_gone(notices: Iterable[CheckedNotice]) -> None:
    standing: dict[UUID, set[tuple[str, str]]] = {}
    for checked in notices:
        found = {(one.finding.id, _thing(one)) for one in _by_time(checked)}
        standing.setdefault(checked.page.translation_key, set()).update(found)
    for told in ToldFinding.objects.filter(notice__in=list(standing)):
        if (told.check_id, told.thing) not in standing[told.notice]:
            told.delete()


def _by_time(checked: CheckedNotice) -> list[Decided]:
    return [one for one in checked.open if one.finding.time_dependent]


def _thing(one: Decided) -> str:
    return fingerprint(one.finding.excerpt)
