"""Finds the texts to translate, in Python files and Django templates, as Django looks them up at run time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

# Where the texts stand in a call: "1c" is the context, plain numbers are singular and plural.
_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    name: positions
    for names, positions in (
        (("_", "gettext", "gettext_lazy", "gettext_noop"), None),
        (("ngettext", "ngettext_lazy"), (1, 2)),
        (("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
        (("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
    )
    for name in names
}
_COMMENT_MARK = "Translators:"
_TEMPLATE_SUFFIXES = {".html", ".txt"}


@dataclass(slots=True)
class Message:
    """One text to translate: where it is used, and what translators are told."""

    text: str
    plural: str = ""
    context: str | None = None
    files: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str | None, str]:
        """Give what identifies a text in a catalogue."""
        return self.context, self.text


def find_messages(root: Path, folders: Iterable[str]) -> list[Message]:
    """Give the texts in the folders under root: by file name, then in the order of the file; each text once.

    Raises ValueError when one text is used with two different plurals, which no catalogue can hold.
    """
    found: dict[tuple[str | None, str], Message] = {}
    paths = (path for folder in folders for path in (root / folder).rglob("*") if _holds_texts(path.relative_to(root)))
    for path in sorted(paths):
        for message in messages_in(path):
            _merge(found.setdefault(message.key, message), message, path.relative_to(root).as_posix())
    return list(found.values())


def messages_in(path: Path) -> Iterator[Message]:
    """Give the texts of one Python file or template."""
    source = path.read_bytes()
    if path.suffix in _TEMPLATE_SUFFIXES:
        # templatize keeps the places of the tags; the brackets make Python's indentation rules stand aside.
        source = b"(" + templatize(source.decode(), origin=str(path)).encode() + b"\n)"
    for _line, words, comments, context in extract(
        "python", BytesIO(source), keywords=_KEYWORDS, comment_tags=[_COMMENT_MARK], options={"encoding": "utf-8"}
    ):
        text, plural = (words, "") if isinstance(words, str) else (words[0], words[1])
        yield Message(text, plural, context, comments=list(comments))


def _holds_texts(path: Path) -> bool:
    if path.suffix in _TEMPLATE_SUFFIXES:
        return "templates" in path.parts
    return path.suffix == ".py" and "migrations" not in path.parts


def _merge(first: Message, message: Message, file_name: str) -> None:
    if first.plural and message.plural and first.plural != message.plural:
        raise ValueError(f"{file_name}: {message.text!r} has another plural in {first.files[0]}.")
    first.plural = first.plural or message.plural
    if file_name not in first.files:
        first.files.append(file_name)
    first.comments += [comment for comment in message.comments if comment not in first.comments]
