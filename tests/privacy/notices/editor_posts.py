"""What a browser sends from the editor of a notice with one section, on how long data are kept."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from privacy.models import NoticePage

BLOCK = "22222222-2222-4222-8222-222222222222"


def retention(text: str) -> list[dict[str, Any]]:
    """Give the body of the notice."""
    return [{"type": "retention", "value": {"text": f"<p>{text}</p>"}, "id": BLOCK}]


def send_editor(client: Client, page: NoticePage, text: str, *, action: str = "publish", **said: Any) -> Any:
    """Send the form with another text, and press a button; without an action it saves the draft."""
    section = {"text": rich_text(f"<p>{text}</p>"), "rows": {"count": "0"}, "heading": ""}
    row = NoticePage.objects.get(pk=page.pk).registers.get()
    data = nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "body": {**streamfield([("retention", section)]), "0-id": BLOCK},
            "registers": inline_formset([{"id": row.pk, "register": row.register_id, "concerns": ""}], initial=1),
            "review_months": "12",
            **said,
        }
    )
    if action:
        data[f"action-{action}"] = "on"
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
