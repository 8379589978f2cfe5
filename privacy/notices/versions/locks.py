"""One order of locks for every road that makes versions: authorities, controllers, contacts, registers, pages."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model

from privacy.registers.models.authorities import SupervisoryAuthority
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register

Keys = tuple[frozenset[int], ...]
_TRIES = 5


class RecordsKeptChanging(RuntimeError):
    """The records that a notice shows were changed by others again and again while they were being locked."""


def lock_records(registers: Collection[int], *, also: Model | None = None) -> None:
    """Lock what notices of registers show, in the one order; must be called before anything of it is read.

    `also` is a record that is about to be saved. What a register shows is known for sure only once the register is
    locked: if it had changed meanwhile, the locks are given back and taken anew.
    """
    for _try in range(_TRIES):
        keys = _keys_of(registers, also)
        point = transaction.savepoint()
        _lock(keys)
        if _keys_of(registers, also) == keys:
            transaction.savepoint_commit(point)
            return
        transaction.savepoint_rollback(point)
    raise RecordsKeptChanging


def lock_pages(model: type[Any], pages: Iterable[int]) -> None:
    """Lock pages by their keys, after the records."""
    list(model._base_manager.select_for_update(of=("self",)).filter(pk__in=set(pages)).order_by("pk").values_list("pk"))


def _keys_of(registers: Collection[int], also: Model | None) -> Keys:
    own = Controller.objects.filter(registers__in=registers)
    joint = Controller.objects.filter(joint_registers__register__in=registers)
    controllers = {*own.values_list("pk", flat=True), *joint.values_list("pk", flat=True)}
    contacts = set(Contact.objects.filter(registers__register__in=registers).values_list("pk", flat=True))
    authorities = Controller.objects.filter(pk__in=controllers, supervisory_authority__isnull=False)
    keys: dict[type[Model], set[int]] = {
        SupervisoryAuthority: set(authorities.values_list("supervisory_authority", flat=True)),
        Controller: controllers,
        Contact: contacts,
        Register: set(registers),
    }
    if also is not None:
        for model, named in _named_by(also).items():
            keys[model] |= {key for key in named if key}
    return tuple(frozenset(found) for found in keys.values())


def _named_by(record: Any) -> dict[type[Model], set[int]]:
    """Give the record itself and what it names, which may be other records than those it names in the database."""
    keys: dict[type[Model], set[int]] = {type(record): {record.pk}}
    if isinstance(record, Controller):
        keys[SupervisoryAuthority] = {record.supervisory_authority_id}
    if isinstance(record, Register):
        joint = {row.controller_id for row in record.joint_controllers.all()}
        keys[Controller] = {record.controller_id} | joint
        keys[Contact] = {row.contact_id for row in record.contacts.all()}
        keys[SupervisoryAuthority] = {record.controller.supervisory_authority_id}
    return keys


def _lock(keys: Keys) -> None:
    models: list[type[Model]] = [SupervisoryAuthority, Controller, Contact, Register]
    for model, wanted in zip(models, keys, strict=True):
        if wanted:
            rows = model._base_manager.select_for_update().filter(pk__in=wanted).order_by("pk")
            list(rows.values_list("pk", flat=True))
