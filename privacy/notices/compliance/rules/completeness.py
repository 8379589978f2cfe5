"""How complete a notice is, item by item of Articles 13 and 14 of the GDPR."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from privacy.languages import text_in
from privacy.notices.compliance.engine.topics import covers, speaks_of
from privacy.notices.compliance.engine.view import NoticeView
from privacy.notices.compliance.rules.basis import (
    CONSENT_BASES,
    bases_in_words,
    interests_described,
    rests_on_interests,
)
from privacy.notices.compliance.rules.data_kept import from_elsewhere, only_from_the_person, source_kinds
from privacy.notices.compliance.rules.rights_told import complaint_told_for_all

_DATA = Path(__file__).parent.parent / "data" / "articles.json"

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """One item that the law asks for; `section` is the key of the section type that tells it."""

    article: str
    label: str
    present: bool
    section: str

    def label_in(self, language: str) -> str:
        """Give the item in words, such as "storage period"."""
        return text_in(_data()["items"][self.label]["text"], language)

    def sentence_in(self, language: str) -> str:
        """Give the item with its state: "13(2)(a) storage period: missing"."""
        states = _data()["states"]["present" if self.present else "missing"]
        return f"{self.article} {self.label_in(language)}: {text_in(states, language)}"


@cache
def _data() -> dict[str, dict[str, dict]]:
    return json.loads(_DATA.read_text(encoding="utf-8"))


def completeness(notice: NoticeView) -> list[ArticleItem]:
    """Give the items that the law asks of this notice, in the order of the articles; others are left out."""
    items = []
    for key, item in _data()["items"].items():
        if _ASKED.get(key, _always)(notice):
            present = _TOLD[key](notice) if key in _TOLD else speaks_of(notice, *item["sections"])
            items.append(ArticleItem(item["article"], key, present, item["sections"][0]))
    return items


def _always(_notice: NoticeView) -> bool:
    return True


def _contact_told(notice: NoticeView) -> bool:
    ways = [way for one in notice.controllers for way in (one.street_address, one.postal_address, one.phone, one.email)]
    ways += [way for contact in notice.contacts for way in (contact.phone, contact.email)]
    return any(ways)


def _uses_consent(notice: NoticeView) -> bool:
    return bool((notice.bases | notice.special_bases) & CONSENT_BASES)


def _rests_on_interests(notice: NoticeView) -> bool:
    return "legitimate_interests" in notice.bases or (not notice.bases and rests_on_interests(notice))


def _may_object(notice: NoticeView) -> bool:
    return not notice.bases or bool(notice.bases & {"public_task", "legitimate_interests"})


def _markets(notice: NoticeView) -> bool:
    return notice.marketing or covers(notice, "direct_marketing")


_ASKED: dict[str, Callable[[NoticeView], bool]] = {
    "joint_controllers": lambda notice: any(register.joint_controllers for register in notice.registers),
    "dpo": lambda notice: notice.is_public_body or any(contact.role == "dpo" for contact in notice.contacts),
    "legitimate_interests": _rests_on_interests,
    "data_categories": lambda notice: not only_from_the_person(notice),
    "sources": lambda notice: not only_from_the_person(notice),
    "mandatory_data": lambda notice: (
        not source_kinds(notice)
        or not from_elsewhere(notice)
        or bool(source_kinds(notice) & {"data_subject", "observed"})
    ),
    "right_to_object": _may_object,
    "right_to_object_marketing": _markets,
    "right_to_withdraw_consent": _uses_consent,
    "automated_decisions": lambda notice: notice.decisions or notice.profiling,
}
_TOLD: dict[str, Callable[[NoticeView], bool]] = {
    "controller": lambda notice: any(one.name for one in notice.controllers) and covers(notice, "controller"),
    "contact_details": _contact_told,
    "legal_basis": lambda notice: bool(notice.bases) or bases_in_words(notice),
    "legitimate_interests": interests_described,
    "joint_controllers": lambda notice: any(section.text for section in notice.of_key("joint_controllers")),
    "complaint": complaint_told_for_all,
}
