"""Writes letters from sets of templates: NAME_subject.txt, NAME.txt and NAME.html, in the language of the reader."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from privacy.mail.choices import MessageKind
from privacy.mail.models import Message
from privacy.mail.outbox import write_letter
from privacy.registers.models.registers import Register
from privacy.rights.models.requests import RightsRequest
from privacy.site_languages import spoken


def write_from_template(
    name: str,
    kind: MessageKind,
    request: RightsRequest,
    to: str,
    language: str,
    facts: dict[str, Any],
    register: Register | None = None,
) -> Message:
    """Write the letter of the templates `privacy/letters/NAME…` in a language; raises as write_letter does."""
    with translation.override(spoken(language)):
        subject = " ".join(render_to_string(f"privacy/letters/{name}_subject.txt", facts).split())
        text = render_to_string(f"privacy/letters/{name}.txt", facts).strip() + "\n"
        html = render_to_string(f"privacy/letters/{name}.html", {**facts, "subject": subject})
    return write_letter(
        kind=kind,
        to=to,
        language=language,
        subject=subject,
        text=text,
        html=html,
        request=request,
        register=register,
    )
