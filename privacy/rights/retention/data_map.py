"""The one map of where the data of requests live: every field of every model, kept or wiped.

A test fails when a field of request data is not on it. Files of attachments go with their rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from privacy.rights.choices import State


@dataclass(frozen=True, slots=True)
class Fields:
    """What stays of a model's rows, and what the rest is replaced with.

    `deleted`: the rows go as a whole. `by_method`: the queryset's `forget` wipes these.
    """

    kept: frozenset[str] = frozenset()
    wiped: Mapping[str, Any] = field(default_factory=dict)
    by_method: frozenset[str] = frozenset()
    deleted: bool = False

    @property
    def known(self) -> frozenset[str]:
        return self.kept | frozenset(self.wiped) | self.by_method


DELETED = Fields(deleted=True)

# Number, right, register, dates, outcome and reason code stay; what could lead to a person goes.
DATA_MAP: dict[str, Fields] = {
    "RightsRequest": Fields(
        kept=frozenset(
            {
                *("id", "uuid", "number", "controller", "form_page", "channel", "language", "reply_channel"),
                *("received_at", "received_on", "nominal_on", "due_on", "months", "suspended_on", "suspended_days"),
                *("document_due_on", "closed_at", "acknowledged_at", "version", "on_hold", "forget_warned_on"),
                "reminded_on",
                *("anonymised_at", "order_right"),
            }
        ),
        wiped={
            "state": State.ANONYMISED,
            "owner": None,
            "owner_name": "",
            "external_reference": "",
            "order_name": "",
            "order_register": "",
            "message": "",
            "extra_answers": [],
            "form_token_hash": None,
            "landing_hash": None,
            "hold_review_on": None,
        },
    ),
    "RequestItem": Fields(
        kept=frozenset(
            {
                *("id", "request", "right", "register", "all_registers", "outcome", "reason_code", "reasons_told"),
                *("answered_on", "notice_version", "notice_number", "notice_digest"),
            }
        ),
        wiped={"answers": [], "facts": ""},
    ),
    "RequestEvent": Fields(
        kept=frozenset({"id", "request", "kind", "actor", "stated_on", "recorded_at", "version"}),
        by_method=frozenset({"text", "data", "actor_name", "user", "contact"}),
    ),
    "Message": Fields(
        kept=frozenset(
            {
                *("id", "uuid", "request", "register", "direction", "kind", "language", "state", "tries"),
                *("next_try_at", "lease_until", "created_at", "sent_at", "error"),
            }
        ),
        wiped={"to": "", "subject": "", "text": "", "html": "", "provider_id": ""},
    ),
    # The rows stay until the files are gone, so that an interrupted run knows what is left; see anonymising.
    "Attachment": DELETED,
    "RequestPerson": DELETED,
    "CaseLink": DELETED,
    "FileLink": DELETED,
    "ToldParty": DELETED,
    "CaseReading": DELETED,
}
