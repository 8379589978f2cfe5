"""Checks of how the controller's address and name are written through the notice (GDPR Art. 5(1)(d), 12(1))."""

import re
from collections.abc import Iterator

from privacy.notices.checks.findings import Hit, of_section
from privacy.notices.checks.registry import check
from privacy.notices.checks.sentences import excerpt_of
from privacy.notices.checks.view import NoticeView


@check("PN009")
def address_conflict(notice: NoticeView) -> Iterator[Hit]:
    """The controller's street stands with and without a staircase, or with two postal codes."""
    for controller in notice.controllers:
        street = re.match(r"(\D{3,60}?\s\d{1,4})(?:\s?[a-z]\b)?", controller.street_address.lower())
        if not street:
            continue
        pattern = re.compile(
            rf"{re.escape(street[1])}(?!\d)(?:\s?-\s?\d+)?(?:\s([a-zåäö])\b)?(?:[ ,]{{1,3}}(\d{{5}})\b)?"
        )
        own = pattern.match(controller.street_address.lower())
        units = {own[1] if own else None}
        codes = {controller.postal_code} - {""}
        elsewhere = ("recipients", "processors", "sources", "complaint", "dpo", "representative", "joint_controllers")
        for section in notice.without(*elsewhere):
            for match in pattern.finditer(section.low):
                units.add(match[1])
                codes |= {match[2]} - {None}
                if len(units) > 1 or len(codes) > 1:
                    yield of_section(section, excerpt_of(section.text[match.start() :][:60]))
                    return


@check("PN010")
def controller_name_variants(notice: NoticeView) -> Iterator[Hit]:
    """The company form or inner capitals of the name differ in running text; a name in capitals is no variant."""
    for controller in notice.controllers:
        name = controller.name.strip()
        if len(name) < 4:
            continue
        pattern = re.compile(rf"(?<![\w@./-]){re.escape(name.lower())}(?![\w@-]|\.\w)")
        for section in notice.sections:
            for match in pattern.finditer(section.low):
                words = section.text[match.start() : match.end()]
                if words != name and not words.isupper() and not words.islower():
                    yield of_section(section, words)
                    return
