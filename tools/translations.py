"""Keeps the catalogues of translations, without GNU gettext: `python -m tools.translations extract compile check`.

extract  brings the .po files in step with the texts in code and templates; translations are kept, none is guessed
compile  writes the .mo files that Django reads
check    fails when a text is missing, untranslated or out of use, has other placeholders, or is not compiled

English has no catalogue: the texts in the code are the English ones, and Django never falls back from English to
another language.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from tools.messages import Message, find_messages

ROOT = Path(__file__).resolve().parent.parent
PLURAL_FORMS = "nplurals=2; plural=(n != 1);"
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of some folders, and the folder of their translations."""

    locale: Path
    folders: tuple[str, ...]
    root: Path = ROOT

    def messages(self) -> list[Message]:
        """Give the texts as they are now in code and templates."""
        return find_messages(self.root, self.folders)

    def languages(self) -> list[str]:
        """Give the languages that have a folder, by its name; a new folder is a new language."""
        return sorted(folder.name for folder in self.locale.iterdir() if folder.is_dir())

    def po_path(self, language: str) -> Path:
        """Give the file that translators edit."""
        return self.locale / language / "LC_MESSAGES" / "django.po"

    def po(self, language: str) -> polib.POFile:
        """Give what has been translated."""
        path = self.po_path(language)
        return polib.pofile(str(path)) if path.exists() else polib.POFile()


CATALOGUES = (
    Catalogue(ROOT / "privacy" / "locale", ("privacy",)),
    Catalogue(ROOT / "locale", ("home", "mysite", "templates")),
)


def extract(catalogue: Catalogue, language: str) -> None:
    """Write the .po file anew: the texts of now, with the translations there are."""
    old = {_key(entry): entry for entry in catalogue.po(language) if not entry.obsolete}
    new = polib.POFile()
    new.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS,
    }
    new.extend(_entry(message, old.get(message.key)) for message in catalogue.messages())
    path = catalogue.po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    new.save(str(path))


def _key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def _entry(message: Message, old: polib.POEntry | None) -> polib.POEntry:
    kept = old if old is not None and old.msgid_plural == message.plural else polib.POEntry()
    entry = polib.POEntry(
        msgid=message.text,
        msgctxt=message.context,
        msgid_plural=message.plural,
        msgstr=kept.msgstr,
        comment="\n".join(message.comments),
        tcomment=kept.tcomment,
        occurrences=[(name, "") for name in message.files],
        flags=["python-format"] if _placeholders(message.text, message.plural) else [],
    )
    if message.plural:
        entry.msgstr_plural = kept.msgstr_plural or {0: "", 1: ""}
    return entry


def compile_catalogue(catalogue: Catalogue, language: str) -> None:
    """Write the .mo file; the same translations give the same bytes."""
    catalogue.po_path(language).with_suffix(".mo").write_bytes(catalogue.po(language).to_binary())


def problems(catalogue: Catalogue, language: str) -> Iterator[str]:
    """Say what keeps a catalogue from being complete."""
    po, wanted = catalogue.po(language), {message.key: message for message in catalogue.messages()}
    entries = {_key(entry): entry for entry in po}
    for key, message in wanted.items():
        if key not in entries or entries[key].msgid_plural != message.plural or entries[key].obsolete:
            yield f"missing: {message.text!r} ({message.files[0]})"
    for key, entry in entries.items():
        if key not in wanted or entry.obsolete:
            yield f"out of use: {entry.msgid!r}"
        else:
            yield from _problems_of(entry)
    compiled = catalogue.po_path(language).with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != po.to_binary():
        yield "not compiled: run `make messages`"


def _problems_of(entry: polib.POEntry) -> Iterator[str]:
    translations = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if not all(text.strip() for text in translations):
        yield f"untranslated: {entry.msgid!r}"
        return
    if entry.fuzzy:
        yield f"fuzzy: {entry.msgid!r}"
    known = _placeholders(entry.msgid, entry.msgid_plural)
    for text in translations:
        # "One day" needs no number, so a plural text may leave placeholders out.
        used = _placeholders(text)
        if not used <= known or (not entry.msgid_plural and used != known):
            yield f"other placeholders: {entry.msgid!r} has {_listed(known)}, {text!r} has {_listed(used)}"
        if _margins(text) != _margins(entry.msgid):
            yield f"other spaces at the ends: {entry.msgid!r} and {text!r}"


def _placeholders(*texts: str) -> set[str]:
    return {placeholder for text in texts for placeholder in _PLACEHOLDER.findall(text)}


def _listed(placeholders: set[str]) -> str:
    return ", ".join(sorted(placeholders)) or "none"


def _margins(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def main(arguments: list[str] | None = None) -> int:
    """Do the named things in order, for every catalogue and language; give 1 when a check found something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commands", nargs="+", choices=["extract", "compile", "check"])
    found = 0
    for command in parser.parse_args(arguments).commands:
        for catalogue, language in ((each, language) for each in CATALOGUES for language in each.languages()):
            if command == "check":
                found += _report(catalogue, language)
            else:
                {"extract": extract, "compile": compile_catalogue}[command](catalogue, language)
    return 1 if found else 0


def _report(catalogue: Catalogue, language: str) -> int:
    found = list(problems(catalogue, language))
    for problem in found:
        print(f"{catalogue.po_path(language).relative_to(catalogue.root)}: {problem}")
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
