"""Scores importing on the notices in ../shared/seeds and measures its speed and memory.

Run `python -m bench.import_seeds`. The answers are in ../shared/domain/seeds_expected.json; where they are not there,
only speed and memory are measured, on the fixtures of the tests.
"""

import json
import re
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Any

from privacy.importer.reader.document import ImportedNotice
from privacy.importer.reader.read import as_data, read_file

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
ANSWERS = SHARED / "domain" / "seeds_expected.json"
FIXTURES = ROOT / "tests" / "privacy" / "importer" / "reader" / "fixtures"
MEASURES = ["keys", "headings", "numbers", "covers", "starts", "ends", "words", "items", "facts"]
ROUNDS = 1_000


def plain(text: str) -> str:
    """Give text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def score(notice: ImportedNotice, wanted: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Give for every measure how many of how many are right."""
    found = as_data(notice)["sections"]
    right = dict.fromkeys(MEASURES, 0)
    for section, part in zip(found, wanted["sections"], strict=False):
        marks = section["html"].count("<li>") if part["list_marker"] == "1." else 0
        right["keys"] += section["key"] == part["key"]
        right["headings"] += section["heading"] == plain(part["heading"])
        right["numbers"] += section["number"] == part["number"]
        right["covers"] += list(section["covers"]) == part["covers"]
        right["starts"] += plain(section["text"]).startswith(plain(part["starts"]))
        right["ends"] += plain(section["text"]).endswith(plain(part["ends"]))
        right["words"] += len(re.findall(r"\w+", section["text"])) + marks == part["word_count"]
        right["items"] += section["html"].count("<li>") == len(part["list_items"])
    facts = list(_facts(notice, wanted))
    right["facts"] = sum(facts)
    total = max(len(found), len(wanted["sections"]))
    return {name: (right[name], len(facts) if name == "facts" else total) for name in MEASURES}


def _facts(notice: ImportedNotice, wanted: dict[str, Any]) -> list[bool]:
    controller, contact = notice.controllers[0], notice.contacts[0]
    party, person = wanted["controller"], wanted["contact"]
    missing = [found.values["number"] for found in notice.findings if found.code == "missing_number"]
    pairs = [
        (notice.language, wanted["language"]),
        (notice.title, wanted["title"]),
        (notice.date, wanted["date"]),
        (notice.register_name, wanted["register_name"]),
        (missing, [str(number) for number in wanted["missing_numbers"]]),
        (len([aside for aside in notice.set_aside if aside.reason != "date"]), len(wanted["chrome_lines"])),
        *((getattr(controller, name), party[name]) for name in ("name", "business_id", "postal_code", "city")),
        *((getattr(controller, name), party[name]) for name in ("phone", "email", "website")),
        (controller.street_address, party["street"]),
        *((getattr(contact, name), person[name]) for name in ("name", "title", "phone", "email")),
    ]
    return [found == answer for found, answer in pairs]


def print_scores() -> bool:
    """Print a table of the scores; give whether all is right."""
    answers = json.loads(ANSWERS.read_text(encoding="utf-8"))
    print(f"{'seed':8}" + "".join(f"{name:>10}" for name in MEASURES))
    good = True
    for name, wanted in answers.items():
        scores = score(read_file((SHARED / "seeds" / name).read_bytes(), name=name), wanted)
        print(f"{name[:3]:8}" + "".join(f"{right:>5} /{total:>3}" for right, total in scores.values()))
        good = good and all(right == total for right, total in scores.values())
    return good


def print_speed() -> None:
    """Print the time for a notice of 2,500 words, and what a thousand notices take in time and memory."""
    texts = [path.read_bytes() for path in sorted(FIXTURES.glob("*.txt"))]
    line = "Käsittelemme asiakkaan tietoja sopimuksen täyttämiseksi ja laskutusta varten. "
    names = ["Rekisterinpitäjä", "Käsittelyn tarkoitus", "Oikeusperuste", "Säilytysaika", "Tietolähteet", "Tietoturva"]
    long = "Tietosuojaseloste\n\n" + "".join(f"{n}. {names[n % 6]}\n\n{line * 21}\n\n" for n in range(1, 16))
    taken = []
    for _turn in range(6):
        start = time.process_time()
        read_file(long.encode(), name="long.txt")
        taken.append(time.process_time() - start)
    print(f"{len(long.split())} words: {min(taken[1:]) * 1000:.0f} ms (the first time {taken[0] * 1000:.0f} ms)")
    tracemalloc.start()
    start, peaks = time.process_time(), []
    for count in range(ROUNDS):
        read_file(texts[count % len(texts)], name="a.txt")
        if count % 250 == 249:
            peaks.append(tracemalloc.get_traced_memory()[0] / 1_000_000)
    seconds = time.process_time() - start
    held = ", ".join(f"{peak:.1f}" for peak in peaks)
    print(f"{ROUNDS} notices: {seconds:.0f} s with memory traced; MB held after each 250: {held}")


if __name__ == "__main__":
    if not ANSWERS.exists():
        print(f"{ANSWERS} is not there: no scores.")
    right = not ANSWERS.exists() or print_scores()
    print_speed()
    sys.exit(not right)
