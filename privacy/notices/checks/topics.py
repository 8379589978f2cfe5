"""Whether a notice speaks of a matter: by a section, by what a section is known to cover, or by its words."""

from collections.abc import Iterable

from privacy.notices.checks.topic_words import (
    CATEGORY,
    CONSENT_OR_TIME,
    CONTACT_US,
    CORRECT,
    DECIDED,
    DECISION,
    DISCLOSED,
    DO,
    ERASE,
    GIVEN,
    GIVING,
    KEPT,
    OBJECT,
    OBLIGED,
    OWN_SITUATION,
    PERIOD,
    PORT,
    PURPOSE,
    REFUSE,
    RESTRICT,
    SEE,
    SOURCE,
    WHERE,
    WITHDRAW,
)
from privacy.notices.checks.view import NoticeView, SectionView
from privacy.notices.checks.vocabulary import (
    COOKIES,
    DIRECT_MARKETING,
    MARKETING,
    NOT,
    OUTSIDE_EEA,
    RIGHT,
    RIGHTS_KEYS,
    UNION,
)
from privacy.notices.checks.words import Said

_ABOUT_DATA = (
    "purposes",
    "legal_basis",
    "legitimate_interests",
    "data_categories",
    "sources",
    "mandatory_data",
    "recipients",
    "processors",
    "transfers",
    "retention",
    "security",
    "security_manual",
    "security_electronic",
    "cookies",
    "direct_marketing",
)
_EVERYWHERE: tuple[str, ...] = ()
# What tells the key of a matter from the words of a text: where not to look, and what stands together in a sentence.
_SAID: dict[str, tuple[tuple[str, ...], Said]] = {
    "purposes": (RIGHTS_KEYS, Said(PURPOSE)),
    "data_categories": (RIGHTS_KEYS, Said(CATEGORY)),
    "sources": (RIGHTS_KEYS, Said(SOURCE)),
    "mandatory_data": (RIGHTS_KEYS, Said(GIVING, OBLIGED)),
    "recipients": (RIGHTS_KEYS, Said(DISCLOSED)),
    "transfers": (RIGHTS_KEYS, Said(OUTSIDE_EEA, UNION)),
    "retention": ((*RIGHTS_KEYS, "cookies"), Said(KEPT, PERIOD)),
    "automated_decisions": (RIGHTS_KEYS, Said(DECIDED, DECISION)),
    "right_of_access": (_ABOUT_DATA, Said(SEE, RIGHT)),
    "right_to_rectification": (_EVERYWHERE, Said(CORRECT, RIGHT)),
    "right_to_erasure": (("retention", "cookies"), Said(ERASE, RIGHT)),
    "right_to_restriction": (_EVERYWHERE, Said(RESTRICT, RIGHT)),
    "right_to_portability": (("transfers",), Said(PORT, RIGHT)),
    "right_to_object": (_EVERYWHERE, Said(OBJECT, RIGHT, unless=[MARKETING])),
    "right_to_object_marketing": (_EVERYWHERE, Said(REFUSE, MARKETING)),
    "right_automated_decisions": (_EVERYWHERE, Said(DECIDED, DECISION, RIGHT)),
    "right_to_withdraw_consent": (("cookies",), Said(WITHDRAW, CONSENT_OR_TIME)),
    "exercising_rights": (_ABOUT_DATA, Said(WHERE, DO)),
    "cookies": (_EVERYWHERE, Said(COOKIES)),
    "direct_marketing": (RIGHTS_KEYS, Said(DIRECT_MARKETING, unless=[NOT])),
}
# What tells it in sections of some types only.
_SAID_ELSEWHERE: dict[str, tuple[tuple[str, ...], Said]] = {
    "right_to_object": ((*RIGHTS_KEYS, "other"), Said(OBJECT, OWN_SITUATION, RIGHT)),
    "right_of_access": (RIGHTS_KEYS, Said(SEE)),
    "right_to_rectification": (RIGHTS_KEYS, Said(CORRECT)),
    "right_to_erasure": (RIGHTS_KEYS, Said(ERASE)),
    "right_to_restriction": (RIGHTS_KEYS, Said(RESTRICT)),
    "right_to_portability": (RIGHTS_KEYS, Said(PORT)),
    "exercising_rights": (RIGHTS_KEYS, Said(CONTACT_US)),
    "mandatory_data": (("mandatory_data", "sources", "data_categories"), Said(GIVEN, OBLIGED)),
}


def has_section(notice: NoticeView, *keys: str) -> bool:
    """Tell whether a section of one of the types has words."""
    return bool(notice.of_key(*keys))


def covers(notice: NoticeView, *keys: str) -> bool:
    """Tell whether a section of one of the types has words, or one of another type is known to cover it."""
    wanted = frozenset(keys)
    return any(
        not section.is_empty and (section.key in wanted or wanted & section.covers) for section in notice.sections
    )


def speaks_of(notice: NoticeView, *keys: str) -> bool:
    """Tell whether the notice covers one of the matters, or says it in the words of another section."""
    return covers(notice, *keys) or any(_says(notice, key) for key in keys)


def _says(notice: NoticeView, key: str) -> bool:
    if key not in _SAID:
        return False
    elsewhere, said = _SAID[key]
    where = notice.without(*elsewhere)
    if said.anywhere(where, rows=True) or _heads(where, said):
        return True
    more = _SAID_ELSEWHERE.get(key)
    return more is not None and more[1].anywhere(notice.of_key(*more[0]))


def _heads(sections: Iterable[SectionView], said: Said) -> bool:
    """Tell whether a heading says it, such as "Muut oikeudet: tietojen poistaminen"."""
    return any(
        not section.is_empty and said.holds(section.heading.lower(), section.language) is not None
        for section in sections
    )
