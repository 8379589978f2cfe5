"""The steps that a handler of the demo takes: each form is sent, each letter seen before it leaves."""

from typing import Any

from bench.visits import Recorder, form_values, undone
from bench.walks import REQUESTS
from privacy.models import Register, RightsRequest

REASON = "Tietoja on kuudessa järjestelmässä."
# What a handler fills in; the rest is sent as the page shows it. A letter is seen first and sent by a second POST.
STEPS: dict[str, dict[str, Any]] = {
    "take-on": {},
    "ask-identity": {"question": "Mikä on asiakasnumerosi?"},
    "ask-clarification": {"question": "Mitä vuosia pyyntösi koskee?", "much_data": "on"},
    "extend": {"reason_code": "complexity", "reason": REASON, "further_months": "1"},
    "not-ours": {"recipient": "Toinen Oy, toinen@example.fi", "explanation": "Tilaus on tehty sieltä."},
    "note": {"text": "Soitettiin asiakaspalveluun."},
    "set-reference": {"reference": "TS/12/2026"},
    "set-hold": {"reason": "Asia on tuomioistuimessa.", "review_on": "2027-06-01"},
    "renew-link": {},
    "move": {},
}
RECORDED = {
    "name": "Aino Esimerkki",
    "finding_details": "asiakasnumero 1234",
    "message": "Soitti ja pyysi tietonsa paperilla.",
    "relation": "self",
    "channel": "phone",
    "rights": ["access", "rectification"],
    "reply_channel": "post",
    "postal_address": "Esimerkkitie 1, 00100 Helsinki",
    "language": "sv",
}


def walk_steps(site: Recorder, request: RightsRequest) -> None:
    """Take each step on a new request, then answer it."""
    for step, typed in STEPS.items():
        with undone():
            take_step(site, f"handler-{step}", request, step, typed)
    with undone():
        _answer(site, request)


def take_step(site: Recorder, name: str, request: RightsRequest, step: str, typed: dict[str, Any]) -> None:
    """Send the form of a step; where that shows its letter, send it once more. Look at the case then."""
    address = f"{REQUESTS}{request.number}/{step}/"
    data = form_values(site.get(name, address, "admin"), "seen") | typed
    if step == "move":
        others = Register.objects.filter(controller=request.controller).exclude(request_items__request=request)
        data["registers"] = [other.pk for other in others]
    answer = site.post(f"{name}-sent", address, data, "admin")
    if letter := form_values(answer, "letter_text"):
        site.post(f"{name}-sent-with-letter", address, letter, "admin")
    site.get(f"{name}-case", f"{REQUESTS}{request.number}/", "admin")


def _answer(site: Recorder, request: RightsRequest) -> None:
    """Refuse one right and leave the other for later; then fulfil it, which closes the case."""
    address = f"{REQUESTS}{request.number}/answer/"
    later, refused = request.items.order_by("pk")
    refusal = {f"outcome_{refused.pk}": "refused", f"reason_{refused.pk}": "excessive", f"facts_{refused.pk}": REASON}
    outcomes = {"refuse": refusal | {f"outcome_{later.pk}": "later"}}
    outcomes["fulfil"] = {f"outcome_{later.pk}": "fulfilled", f"facts_{later.pk}": "Tiedot ovat liitteenä."}
    for name, chosen in outcomes.items():
        page = form_values(site.get(f"answer-{name}", address, "admin"), "seen")
        data = page | chosen | {"how": "send", "identity": "known"}
        site.post(f"answer-{name}-unseen", address, data, "admin")
        drafted = site.post(f"answer-{name}-draft", address, data | {"go": "draft"}, "admin", accept="application/json")
        site.post(f"answer-{name}-sent", address, data | drafted.json(), "admin")
        site.get(f"answer-{name}-case", f"{REQUESTS}{request.number}/", "admin")


def walk_record(site: Recorder) -> None:
    """Record a request that came by telephone."""
    with undone():
        address, register = f"{REQUESTS}record/", Register.objects.get(slug="villapaja-asiakkaat")
        data = form_values(site.get("record-empty", address, "admin"), "form_token")
        site.post("record-nothing-typed", address, data, "admin")
        sent = site.post("record-sent", address, data | RECORDED | {"register": str(register.uuid)}, "admin")
        site.get("record-case", sent.headers["Location"], "admin")
