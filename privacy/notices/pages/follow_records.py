"""Makes published notices follow the records that they show."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db.models import Q, QuerySet

from privacy.notices.pages.notice import NoticePage, NoticeRegister
from privacy.notices.versions.locks import lock_pages, lock_records
from privacy.notices.versions.renew import renew
from privacy.registers.models.authorities import SupervisoryAuthority
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller


class NoticeWatcher:
    """Published notices; they are locked before a record that they show is saved, and renewed after."""

    @contextmanager
    def changing(self, record: Any) -> Iterator[None]:
        """Lock the notices that show the record and all that these show; then renew them."""
        pages = set(notices_showing(record).values_list("pk", flat=True))
        registers = set(NoticeRegister.objects.filter(page__in=pages).values_list("register", flat=True))
        lock_records(registers, also=record)
        pages |= set(notices_showing(record).values_list("pk", flat=True))
        lock_pages(NoticePage, pages)
        yield
        renew(pages)

    def shown_in(self, record: Any) -> Sequence[NoticePage]:
        """Give the published notices that show the record."""
        return list(notices_showing(record).select_related("locale").order_by("title", "pk"))


def notices_showing(record: Any) -> QuerySet[NoticePage]:
    """Give the published notices that show a record; aliases have no text of their own."""
    rows = NoticeRegister.objects.filter(_shows(record))
    return NoticePage.objects.live().filter(alias_of__isnull=True, pk__in=rows.values("page"))


def _shows(record: Any) -> Q:
    if isinstance(record, SupervisoryAuthority):
        return Q(register__controller__supervisory_authority=record.pk)
    if isinstance(record, Controller):
        return Q(register__controller=record.pk) | Q(register__joint_controllers__controller=record.pk)
    if isinstance(record, Contact):
        return Q(register__contacts__contact=record.pk)
    return Q(register=record.pk)
