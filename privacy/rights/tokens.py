"""Unguessable addresses and one-time codes; rows keep their hashes only."""

import base64
import hashlib
import re
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

CODE_DIGITS = 6

# 32 bytes in url-safe base 64: 43 characters, the last of which carries four bits.
_TOKEN = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")


def new_token() -> str:
    """Give a new random token of 256 bits, made of letters, digits, "_" and "-"."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Give the hash by which a token is looked up; a plain one is enough for 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def landing_token(form_token: str) -> str:
    """Give the token of the landing page that belongs to a form; the form's token cannot be read from it."""
    digest = salted_hmac("privacy.rights.landing", form_token, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def looks_like_token(text: str) -> bool:
    """Tell whether a text has exactly the shape of our tokens, so that nothing else is looked up."""
    return _TOKEN.fullmatch(text) is not None


def new_code() -> str:
    """Give a new one-time code of six digits."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def code_hash(code: str, salt: str) -> str:
    """Give the keyed hash of a code; salt is what the code belongs to, such as the hash of its link.

    Spaces are not part of a code: people type "123 456".
    """
    return salted_hmac("privacy.rights.code", f"{salt}:{''.join(code.split())}", algorithm="sha256").hexdigest()


def codes_match(code: str, *, salt: str, hashed: str) -> bool:
    """Tell in constant time whether a typed code is the one whose hash was kept; no hash matches nothing."""
    return bool(hashed) and constant_time_compare(code_hash(code, salt), hashed)
