"""Which facts of a plan the records would refuse: where nobody can mend them they are left to the text."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from privacy.intake.plan import NEW, ImportPlan
from privacy.registers.identifiers import validate_business_id
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register

_MODELS: dict[str, type[Model]] = {"controllers": Controller, "contacts": Contact, "registers": Register}


def drop_refused(plan: ImportPlan) -> list[str]:
    """Empty the facts that records refuse, and leave out controllers without a name; give what was emptied.

    The words stay in the sections: a section whose details the records do not hold keeps its text.
    """
    dropped = []
    for kind, model in _MODELS.items():
        for row in getattr(plan, kind):
            for name in row.__dataclass_fields__:
                value = getattr(row, name)
                if name != "use" and value and isinstance(value, str) and not _is_accepted(model, name, value):
                    setattr(row, name, "")
                    dropped.append(f"{kind}.{name}")
    plan.controllers = [row for row in plan.controllers if row.name or row.use != NEW]
    plan.contacts = [row for row in plan.contacts if row.name or row.title or row.use != NEW]
    return dropped


def _is_accepted(model: type[Model], name: str, value: str) -> bool:
    if name == "concerns":
        return len(value) <= 200
    field: Any = model._meta.get_field(name)
    try:
        field.clean(value, None)
        if name == "business_id":
            validate_business_id(value)
    except ValidationError:
        return False
    return True
