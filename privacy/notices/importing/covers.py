"""Finds what else a section speaks of besides what its heading says, from set words in its sentences."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from privacy.notices.importing.decoding import shortened
from privacy.notices.importing.matching import UMBRELLAS

_DATA = Path(__file__).parent / "data" / "cues.json"
# How to ask and where to read are named after what they are about.
_LAST = {"exercising_rights": 1_000_000, "availability": 2_000_000}
_RIGHTS = frozenset({"rights_overview", "other_rights", "exercising_rights"})


@cache
def _cues() -> list[tuple[dict[str, Any], re.Pattern[str]]]:
    cues = json.loads(_DATA.read_text(encoding="utf-8"))
    return [(cue, re.compile(cue["words"], re.IGNORECASE)) for cue in cues]


def covered(key: str, heading_keys: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Give all section types that a section covers: those of its heading, then those of its text in their order.

    An umbrella (rights, other rights, other) is left out when anything more exact was found.
    """
    text = re.sub(r"\s+", " ", shortened(text))
    places = {found: (-1, order) for order, found in enumerate(heading_keys or (key,))}
    for cue, words in _cues():
        found = cue["key"]
        if (found in places and key not in UMBRELLAS) or not _asked(cue, key):
            continue
        hit = words.search(text)
        if hit and (found not in places or places[found][0] < 0 and key in UMBRELLAS):
            places[found] = (hit.start() + _LAST.get(found, 0), 0)
    ordered = sorted(places, key=lambda found: places[found])
    exact = tuple(found for found in ordered if found not in UMBRELLAS)
    return exact if key in UMBRELLAS and exact else tuple(ordered)


def _asked(cue: dict[str, Any], key: str) -> bool:
    if cue.get("rights"):
        return key in _RIGHTS or key.startswith("right_") or key in cue.get("also_in", ())
    return key in cue["in"] if "in" in cue else key != cue["key"]
