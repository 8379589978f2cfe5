"""Tokens and one-time codes."""

import secrets

import pytest
from django.test import override_settings

from privacy.rights.tokens import (
    code_hash,
    codes_match,
    landing_token,
    looks_like_token,
    new_code,
    new_token,
    token_hash,
)


def test_new_tokens_differ_and_have_our_shape() -> None:
    tokens = {new_token() for _ in range(500)}
    assert len(tokens) == 500
    assert all(looks_like_token(token) for token in tokens)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" * 42,
        "A" * 44,
        "A" * 42 + "\n",
        "A" * 43 + "\n",
        "A" * 42 + "B",
        "../" + "A" * 40,
        "ä" * 43,
        "A" * 42 + ".",
    ],
)
def test_other_texts_do_not_look_like_tokens(text: str) -> None:
    assert not looks_like_token(text)


def test_token_hash_hides_the_token() -> None:
    token = new_token()
    assert token_hash(token) == token_hash(token)
    assert len(token_hash(token)) == 64
    assert token not in token_hash(token)


def test_landing_token_is_the_same_for_the_same_form_only() -> None:
    form_token = new_token()
    assert landing_token(form_token) == landing_token(form_token)
    assert landing_token(form_token) != landing_token(new_token())
    assert landing_token(form_token) != form_token
    assert looks_like_token(landing_token(form_token))


def test_landing_token_needs_the_key_of_the_site() -> None:
    with override_settings(SECRET_KEY="one" * 20):
        first = landing_token("form")
    with override_settings(SECRET_KEY="two" * 20):
        assert landing_token("form") != first


def test_a_code_has_six_digits_even_when_it_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "randbelow", lambda limit: 42)
    assert new_code() == "000042"


def test_the_right_code_matches_with_or_without_spaces() -> None:
    hashed = code_hash("012345", "link")
    assert codes_match("012345", salt="link", hashed=hashed)
    assert codes_match(" 012 345", salt="link", hashed=hashed)


@pytest.mark.parametrize(("code", "salt"), [("012346", "link"), ("012345", "other link"), ("", "link"), ("é", "link")])
def test_a_wrong_code_or_link_does_not_match(code: str, salt: str) -> None:
    assert not codes_match(code, salt=salt, hashed=code_hash("012345", "link"))


def test_nothing_matches_where_no_code_was_sent() -> None:
    assert not codes_match("", salt="link", hashed="")
