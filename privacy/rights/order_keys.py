"""What the inbox sorts requests by, kept with the request so that an index serves it.

Right and register come from the items. Where items belong to several registers there is neither: the place in the
list must not tell anything of an item that its reader may not see.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from privacy.registers.models.registers import Register
from privacy.rights.choices import Right
from privacy.rights.records import RightsRequest

SEVERAL = len(Right)


def order_keys(items: Iterable[Any]) -> dict[str, Any]:
    """Give the fields by which a request with these items (each with right and register) is put in order.

    Rights stand in the order of the articles, as their list has them.
    """
    asked = list(items)
    registers = {item.register for item in asked}
    if len(registers) != 1:
        return {"order_right": SEVERAL, "order_register": ""}
    (register,) = registers
    place = list(Right.values).index(asked[0].right)
    return {"order_right": place, "order_register": register.name if register else ""}


@receiver(post_save, sender=Register, dispatch_uid="privacy_order_of_requests")
def follow_renamed_register(instance: Register, created: bool, using: str, **kwargs: Any) -> None:
    """Keep the order of the requests of a register by its name, on every road by which it can be renamed."""
    if created or kwargs.get("raw"):
        return
    own = RightsRequest.objects.using(using).filter(items__register=instance).exclude(order_register="")
    stale = own.exclude(order_register=instance.name)
    RightsRequest.objects.using(using).filter(pk__in=stale.values("pk")).update(order_register=instance.name)
