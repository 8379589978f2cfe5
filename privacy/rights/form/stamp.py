"""The marks of a rendered form: a random token, the signed moment it was made, and a field for robots."""

from dataclasses import dataclass
from typing import Any, Self

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext as _

from privacy.conf import settings as conf
from privacy.rights.tokens import looks_like_token, new_token

_SALT = "privacy.rights.form"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Token and signed moment; a form that fails a test is shown again, filled in, and never refused."""

    token: str
    started: str

    @classmethod
    def from_post(cls, post: Any) -> Self:
        """Give the stamp that a form carried, or a new one."""
        token = post.get("form_token", "")
        if looks_like_token(token):
            return cls(token=token, started=post.get("started", ""))
        return cls.new(new_token())

    @classmethod
    def new(cls, token: str) -> Self:
        return cls(token=token, started=_signer().sign(token))

    def renewed(self) -> Self:
        """Give the stamp for the next showing: the same if it is still good, else one of this moment."""
        return self if self._state() in ("good", "fast") else self.new(self.token)

    def objection(self, *, honeypot: str) -> str:
        """Tell in words why the form is shown once more before it is sent; empty when there is nothing."""
        if honeypot:
            return _("A field that must stay empty was filled in. Check your request and send it again.")
        return {
            "fast": _("The form came back very quickly. Check your request and send it again."),
            "old": _("The form had been open for a long time. Check your request and send it again."),
            "bad": _("The form could not be recognised. Nothing is lost: check your request and send it again."),
        }.get(self._state(), "")

    def _state(self) -> str:
        try:
            signed = _signer().unsign(self.started, max_age=conf.form_maximum_hours * 3600)
        except SignatureExpired:
            return "old"
        except BadSignature:
            return "bad"
        if signed != self.token:
            return "bad"
        return "fast" if self._is_fast() else "good"

    def _is_fast(self) -> bool:
        if not conf.form_minimum_seconds:
            return False
        try:
            _signer().unsign(self.started, max_age=conf.form_minimum_seconds)
        except SignatureExpired:
            return False
        return True


def _signer() -> TimestampSigner:
    return TimestampSigner(salt=_SALT)
