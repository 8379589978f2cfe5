"""The letters that left, as their readers find them in their mailbox."""

import re
from email.message import EmailMessage

from django.core import mail


def letter_to(mailbox: str) -> EmailMessage:
    """Give the newest letter to a mailbox."""
    letters = [letter for letter in mail.outbox if mailbox in letter.to]
    assert letters, f"no letter to {mailbox}, only to {[letter.to for letter in mail.outbox]}"
    return letters[-1]


def link_in(letter: EmailMessage) -> str:
    """Give the only link to a case in a letter."""
    (link,) = re.findall(r"https?://\S+/privacy/case/\S+", letter.body)
    return link


def code_in(letter: EmailMessage) -> str:
    """Give the one-time code in a letter."""
    (code,) = re.findall(r"\b\d{6}\b", letter.body)
    return code
