"""What the person who gets started tells about the organisation."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StarterAnswers:
    """The organisation, its contact and its register.

    `register_names` has the register's name by language; its first language is the organisation's main one.
    A contact with a name is a person, one with a title alone a function.
    """

    name: str
    kind: str
    register_names: Mapping[str, str]
    business_id: str = ""
    contact_name: str = ""
    contact_title: str = ""
    email: str = ""
    phone: str = ""

    @property
    def languages(self) -> list[str]:
        """The languages that pages are made in, the main one first."""
        return list(self.register_names)

    @property
    def main_language(self) -> str:
        """The organisation's main language."""
        return self.languages[0]
