"""Items move between registers of one controller; the action owns the transaction."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from privacy.registers.models.registers import Register
from privacy.rights.case.links import revoke_links
from privacy.rights.records import RequestItem, RightsRequest


def move_item(item: RequestItem, registers: Sequence[Register]) -> list[RequestItem]:
    """Put an item under its registers: itself under the first, a copy under each further one."""
    first, *others = registers
    item.register, item.all_registers = first, False
    item.save(update_fields=["register", "all_registers"])
    copies = [
        RequestItem(request_id=item.request_id, right=item.right, register=register, answers=item.answers)
        for register in others
    ]
    return [item, *RequestItem.objects.bulk_create(copies)]


def close_links_without_items(request: RightsRequest) -> None:
    """Close the links of contacts whose register has no item left: the request is none of their business now."""
    items = RequestItem.objects.filter(request=request)
    links = request.case_links.valid()
    with_register = links.filter(register__isnull=False)
    revoke_links(with_register.exclude(Exists(items.filter(register=OuterRef("register")))))
    if not items.filter(register__isnull=True).exists():
        revoke_links(links.filter(register__isnull=True))
