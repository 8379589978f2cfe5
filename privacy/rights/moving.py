"""Items move between registers of one controller; the action owns the transaction."""

from collections.abc import Sequence

from privacy.registers.filing import Register
from privacy.rights.records import RequestItem


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
