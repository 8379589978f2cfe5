"""Plain placeholders such as {number} in texts that editors may change; there is no template engine in them."""

import re
from collections.abc import Iterable, Mapping

_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")
_BRACES = re.compile(r"[{}]")


def unknown_placeholders(text: str, known: Iterable[str]) -> list[str]:
    """Give the placeholders of a text that nothing fills in, and stray braces, each once and in order."""
    known = set(known)
    names = [f"{{{name}}}" for name in _PLACEHOLDER.findall(text) if name not in known]
    stray = _BRACES.findall(_PLACEHOLDER.sub("", text))
    return list(dict.fromkeys([*names, *stray]))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Give the text with its placeholders filled in, once: what is filled in is never looked through again.

    A paragraph that holds nothing but placeholders with empty values goes.
    """
    paragraphs = [_PLACEHOLDER.sub(lambda match: str(values.get(match[1], "")), part) for part in text.split("\n\n")]
    return "\n\n".join(part.strip() for part in paragraphs if part.strip())
