"""What the editor's browser posts for each record, and where to."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data


def address(model: type[Model] | Model, view: str, *args: Any) -> str:
    """Give the admin address of a view of a record."""
    if isinstance(model, Model):
        args = (model.pk, *args)
    return reverse(f"wagtailsnippets_privacy_{model._meta.model_name}:{view}", args=args)


def texts(*rows: dict[str, Any]) -> dict[str, Any]:
    """Give new rows of texts per language."""
    return inline_formset(list(rows))


def controller_post(**changes: Any) -> dict[str, Any]:
    """Give a complete controller."""
    fields = {
        "kind": "company",
        "name": "Esimerkkipaja Oy",
        "business_id": "1234567-1",
        "main_language": "fi",
        "country": "FI",
        "time_zone": "Europe/Helsinki",
        "texts": texts(),
    }
    return nested_form_data({**fields, **changes})


def contact_post(**changes: Any) -> dict[str, Any]:
    """Give a complete contact."""
    fields = {"role": "contact_person", "kind": "function", "title": "Asiakaspalvelu", "language": "fi"}
    return nested_form_data({**fields, "texts": texts(), **changes})


def register_post(**changes: Any) -> dict[str, Any]:
    """Give a register without a controller; rows of contacts and so on are formsets."""
    fields = {
        "name": "Asiakasrekisteri",
        "notification_content": "link_only",
        "retention_months": "36",
        "texts": texts(),
        "contacts": inline_formset([]),
        "routes": inline_formset([]),
        "joint_controllers": inline_formset([]),
    }
    return nested_form_data({**fields, **changes})


def authority_post(**changes: Any) -> dict[str, Any]:
    """Give a complete supervisory authority."""
    return nested_form_data({"code": "XX", "name": "Valvontaviranomainen", "texts": texts(), **changes})
