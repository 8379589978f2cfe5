"""The forms of the demo that are sent: by a person, by the contact, by who imports or gets started.

Each is one story, all of which is taken back.
"""

import re
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from bench.steps import take_step, walk_record, walk_steps
from bench.visits import CONTACT, Recorder, form_values, undone
from bench.walks import REQUESTS
from privacy.models import Controller, Message, Register, RightsRequest, RightsRequestPage

SAMPLES = Path(__file__).resolve().parent.parent / "home" / "demo" / "samples"
CASE_LINK = re.compile(r"/privacy/case/[\w-]{43}/")
CODE = re.compile(r"\b\d{6}\b")
PERSON = {
    "relation": "self",
    "name": "Aino Esimerkki",
    "finding_details": "asiakasnumero 1234",
    "email": "aino@example.fi",
    "reply_channel": "email",
    "reply_language": "fi",
    "message": "Hei! Pyyntöni koskee vuotta 2025.",
}
STARTED = {
    "name": "Näyte Oy",
    "kind": "company",
    "business_id": "",
    "contact_title": "Asiakaspalvelu",
    "email": "palvelu@example.fi",
    "languages": ["fi", "en"],
}


def walk_request(site: Recorder) -> None:
    """Send a request from the form, and do with it what the contact can and what a handler can."""
    with undone():
        request = send_request(site, "form", Register.objects.get(slug="villapaja-asiakkaat"))
        walk_contact(site)
        walk_steps(site, request)


def send_request(site: Recorder, name: str, register: Register | None, value: str = "") -> RightsRequest:
    """Go through the three steps of the form to the landing page; give the request."""
    address = RightsRequestPage.objects.live().order_by("pk")[:1].get().get_url()
    shown = form_values(site.get(f"{name}-empty", address), "form_token")
    chosen = shown | {"rights": ["access", "erasure"], "register": value or str(register.uuid if register else "")}
    details = form_values(site.post(f"{name}-details", address, chosen | {"go": "details"}), "form_token")
    review = form_values(site.post(f"{name}-review", address, details | PERSON | {"go": "review"}), "form_token")
    sent = site.post(f"{name}-sent", address, review | {"go": "send"})
    site.get(f"{name}-received", sent.headers["Location"])
    return RightsRequest.objects.order_by("-pk")[:1].get()


def walk_form_errors(site: Recorder) -> None:
    """Send the form without what it needs, with a personal identity code, and filled in by a robot."""
    address = RightsRequestPage.objects.live().order_by("pk")[:1].get().get_url()
    register = str(Register.objects.get(slug="villapaja-asiakkaat").uuid)
    data = form_values(site.get("form-of-register", f"{address}?register={register}&right=erasure"), "form_token")
    data |= {"go": "review", "rights": ["erasure"], "register": register}
    coded = data | PERSON | {"message": "Tunnukseni on 131052-308T."}
    mistakes = {
        "nothing-chosen": data | {"rights": []},
        "no-name": data | {"relation": "guardian", "reply_channel": "post"},
        "identity-code": coded,
        "identity-code-undecided": coded | {"go": "send"},
        "robot": data | PERSON | {"go": "send", "company_fax": "1"},
    }
    for name, typed in mistakes.items():
        with undone():
            site.post(f"form-{name}", address, typed)


def walk_contact(site: Recorder) -> None:
    """Open the case by the link of the letter, and do what a contact without a login can."""
    letters = Message.objects.filter(kind="notification").order_by("-pk")
    address = CASE_LINK.findall(letters[0].text)[0]
    site.get("contact-door", address, CONTACT)
    with undone():
        site.post("contact-code", address, {"go": "code"}, CONTACT)
        code = CODE.findall(Message.objects.order_by("-pk")[0].text)[0]
        site.post("contact-wrong-code", address, {"go": "open", "code": "000000"}, CONTACT)
        site.post("contact-opens", address, {"go": "open", "code": code}, CONTACT)
        page = site.get("contact-opened", address, CONTACT)
        site.get("contact-sheet", f"{address}sheet/", CONTACT)
        seen = form_values(page, "seen")["seen"]
        asked = {"go": "ask", "about": "clarification", "question": "Mitä vuosia?"}
        answered = form_values(page, "answered_on") | {"go": "answer", "channel": "email", "identity": "known"}
        answered |= {"recipients_told": "none"}
        answered |= {field: "fulfilled" for field in answered if field.startswith("outcome_")}
        for name, data in (("takes-on", {"go": "take-on"}), ("asks", asked), ("answers", answered)):
            with undone():
                site.post(f"contact-{name}", address, data | {"seen": seen}, CONTACT)
                site.get(f"contact-{name}-page", address, CONTACT)
        site.post("contact-declines", address, {"go": "decline", "reason": "Ei kuulu minulle.", "seen": seen}, CONTACT)
        site.get("contact-declines-page", address, CONTACT)


def walk_all_registers(site: Recorder) -> None:
    """Send a request that concerns all registers of a controller, and move it to each of them."""
    with undone():
        controller = Controller.objects.get(registers__slug="kaarnavene-asiakkaat")
        request = send_request(site, "form-all-registers", None, f"all-{controller.pk}")
        site.get("all-registers-case", f"{REQUESTS}{request.number}/", "admin")
        take_step(site, "several-registers", request, "move", {})
        site.get("several-registers-print", f"{REQUESTS}{request.number}/print/", "admin")
        site.get("several-registers-as-handler", f"{REQUESTS}{request.number}/", "handler")


def walk_import(site: Recorder) -> None:
    """Import the demo's samples: read them, and make a draft of the first."""
    address = "/admin/privacy/import/"
    for sample in sorted(SAMPLES.iterdir()):
        kind = sample.suffix.strip(".")
        with undone():
            file = {"file": SimpleUploadedFile(sample.name, sample.read_bytes()), "language": ""}
            plan = site.post(f"import-{kind}", address, file, "editor").headers["Location"]
            data = form_values(site.get(f"import-{kind}-plan", plan, "editor"), "page-parent")
            made = site.post(f"import-{kind}-made", plan, data | {"do": "create"}, "editor")
            if made.status_code == 302:
                site.get(f"import-{kind}-editor", made.headers["Location"], "editor")


def walk_starter(site: Recorder) -> None:
    """Get started on a site without a register."""
    with undone():
        # Past the protection of what refers to them: nothing of it is ever committed.
        Register._base_manager.all()._raw_delete("default")
        site.get("start-home", "/admin/", "admin")
        data = form_values(site.get("start-form", "/admin/privacy/start/", "admin"), "name")
        site.post("start-nothing-typed", "/admin/privacy/start/", data, "admin")
        made = site.post("start-made", "/admin/privacy/start/", data | STARTED, "admin")
        site.get("start-made-left", made.headers["Location"], "admin")


STORIES = (walk_form_errors, walk_request, walk_all_registers, walk_record, walk_import, walk_starter)
