"""What a browser sends from the preview."""

from typing import Any

from django.test import Client
from django.urls import reverse

from privacy.importer.plan import ImportPlan
from privacy.importer.sessions import ImportSession


def address_of(draft: ImportSession) -> str:
    """Give the address of the preview."""
    return reverse("privacy_importer:plan", args=[draft.uuid])


def plan_in(draft: ImportSession) -> ImportPlan:
    """Give the plan as it is kept now."""
    draft.refresh_from_db()
    return ImportPlan.from_data(draft.data)


def sent(client: Client, draft: ImportSession) -> dict[str, Any]:
    """Give everything that the forms of the preview hold."""
    forms = client.get(address_of(draft)).context["forms"]
    values: dict[str, Any] = {}
    for form in [forms.page, *(form for group in (*forms.records.values(), forms.sections) for form in group)]:
        values |= {form.add_prefix(name): form[name].value() for name in form.fields}
    for group in (*forms.records.values(), forms.sections):
        values |= {f"{group.prefix}-{name}": value for name, value in group.management_form.initial.items()}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def press(client: Client, draft: ImportSession, button: str, **changes: Any) -> Any:
    """Press a button of the preview after having typed something; "__" stands for the hyphens of names."""
    typed = {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post(address_of(draft), {**sent(client, draft), **typed, "do": button})
