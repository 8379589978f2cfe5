"""Letters come from sets of templates, `privacy/letters/NAME_subject.txt`, `NAME.txt` and `NAME.html`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from privacy.site_languages import spoken


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """A letter in words: a subject of one line, plain text that ends with a line break, and HTML."""

    subject: str
    text: str
    html: str


def render_letter(name: str, facts: Mapping[str, Any], language: str, *, subject: str = "") -> RenderedLetter:
    """Render the set of templates in a language; with a `subject`, that one in the place of the template's.

    Raises TemplateDoesNotExist: a letter without plain text is not written.
    """
    facts = dict(facts)
    with translation.override(spoken(language)):
        subject = subject or " ".join(render_to_string(f"privacy/letters/{name}_subject.txt", facts).split())
        text = render_to_string(f"privacy/letters/{name}.txt", facts).strip() + "\n"
        html = render_to_string(f"privacy/letters/{name}.html", {**facts, "subject": subject})
    return RenderedLetter(subject, text, html)
