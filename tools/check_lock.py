"""Say whether requirements.txt and requirements-dev.txt still lock what their .in files ask for; asks no index."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
Pins = dict[str, list[str]]


def main() -> int:
    """Print what is out of step; give 1 when anything is."""
    runtime, development = _pins("requirements.txt"), _pins("requirements-dev.txt")
    problems = [
        *_problems("requirements", runtime),
        *_problems("requirements-dev", development),
        *(
            f"requirements-dev.txt: {name} differs from requirements.txt"
            for name, versions in runtime.items()
            if development.get(name) != versions
        ),
    ]
    for problem in problems:
        print(problem)
    if problems:
        print("The locked requirements are out of step: run `make lock`.")
    return 1 if problems else 0


def _pins(file_name: str) -> Pins:
    """Give the locked versions by package; one package has several when they depend on the machine."""
    pins: Pins = {}
    for line in (ROOT / file_name).read_text().splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line):
            pins.setdefault(canonicalize_name(match[1]), []).append(match[2])
    return pins


def _problems(name: str, pins: Pins) -> Iterator[str]:
    asked = {canonicalize_name(wanted.name): wanted for wanted in _wanted(f"{name}.in")}
    for package, wanted in asked.items():
        versions = pins.get(package, [])
        if not versions or not all(wanted.specifier.contains(version) for version in versions):
            yield f"{name}.txt: {wanted} is asked for, locked is {', '.join(versions) or 'nothing'}"
    for stray in sorted(_locked_for(f"{name}.in") - set(asked)):
        yield f"{name}.txt: {stray} is locked for {name}.in, which does not ask for it"


def _wanted(file_name: str) -> Iterator[Requirement]:
    for line in (ROOT / file_name).read_text().splitlines():
        text = line.partition("#")[0].strip()
        if text and not text.startswith("-"):
            yield Requirement(text)


def _locked_for(file_name: str) -> set[NormalizedName]:
    """Give the packages whose lock says "via -r FILE"."""
    blocks = re.findall(r"^([A-Za-z0-9._-]+)==.*\n((?:    #.*\n?)*)", _lock_of(file_name), re.MULTILINE)
    return {canonicalize_name(name) for name, reasons in blocks if re.search(rf"-r {file_name}$", reasons, re.M)}


def _lock_of(file_name: str) -> str:
    return (ROOT / file_name).with_suffix(".txt").read_text()


if __name__ == "__main__":
    sys.exit(main())
