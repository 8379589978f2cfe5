"""The addresses of the demo that are read: by everybody, by programs, in the admin."""

from typing import Any

from django.db.models import Count
from wagtail.models import PageViewRestriction

from bench.visits import Recorder, undone
from privacy.models import (
    Contact,
    Controller,
    Message,
    NoticeIndexPage,
    NoticePage,
    NoticeVersion,
    PrivacyChecks,
    Register,
    RightsRequest,
    RightsRequestPage,
)

REQUESTS = "/admin/privacy/requests/"
# Below /admin/.
ADMIN = {
    "home": "",
    "requests": "privacy/requests/",
    "requests-results": "privacy/requests/results/?ordering=-received_on",
    "requests-search": "privacy/requests/?q=example.com&state=closed",
    "requests-filter": "privacy/requests/?state=open&handler=none&due=week&right=access&right=erasure",
    "requests-csv": "privacy/requests/?export=csv",
    "record": "privacy/requests/record/",
    "letter-print": "privacy/requests/{paper}/letters/{letter}/",
    "acknowledgement-print": "privacy/requests/{paper}/acknowledgement/",
    "case-file-print": "privacy/requests/{several}/print/",
    "case-file-pdf": "privacy/requests/{several}/print/pdf/",
    "readings": "privacy/requests/{several}/readings/",
    "access": "privacy/access/",
    "access-register": "privacy/access/{register}/",
    "reports": "privacy/reports/",
    "reports-csv": "privacy/reports/?export=csv",
    "reports-register": "privacy/reports/?register={register}&first=2026-01-01",
    "notices-report": "privacy/versions/report/",
    "notices-list": "pages/{index}/",
    "notices-list-checks": "pages/{index}/?checks=warning",
    "notice-editor": "pages/{notice}/edit/",
    "notice-new": "pages/add/privacy/noticepage/{index}/",
    "checks": "privacy/checks/{notice}/",
    "checks-other": "privacy/checks/{other}/",
    "versions": "privacy/versions/{notice}/",
    "versions-reviewed": "privacy/versions/{notice}/reviewed/",
    "form-editor": "pages/{form}/edit/",
    "registers": "snippets/privacy/register/",
    "register-editor": "snippets/privacy/register/edit/{register}/",
    "register-usage": "snippets/privacy/register/usage/{register}/",
    "register-delete": "snippets/privacy/register/delete/{register}/",
    "controller-editor": "snippets/privacy/controller/edit/{controller}/",
    "contact-editor": "snippets/privacy/contact/edit/{contact}/",
    "authorities": "snippets/privacy/supervisoryauthority/",
    "standard-texts": "snippets/privacy/standardtext/",
    "standard-text-new": "snippets/privacy/standardtext/add/",
    "import": "privacy/import/",
    "start-refused": "privacy/start/",
    "start-left": "privacy/start/{register}/",
}
CASES = ("open", "several", "late", "closed", "waiting", "unknown", "paper")
STEP_PAGES = (
    *("answer", "assign", "ask-clarification", "ask-identity", "confirm-identity", "correct-receipt"),
    *("declare-conflict", "extend", "move", "not-ours", "note", "pass-on", "renew-link", "set-hold", "tell-recipients"),
)


def walk_public(site: Recorder) -> None:
    """Read what everybody may read."""
    notices = NoticePage.objects.live().order_by("pk")
    notice, other = notices.filter(locale__language_code="fi")[:2]
    site.get("front", "/fi/")
    site.get("front-sv", "/sv/")
    site.get("root", "/")
    site.get("not-found", "/fi/ei-ole/")
    site.get("list", NoticeIndexPage.objects.get(locale__language_code="fi").get_url())
    for page in notices.filter(translation_key=notice.translation_key).select_related("locale"):
        site.get(f"notice-{page.locale.language_code}", page.get_url())
    site.get("notice-other", other.get_url())
    _walk_archive(site, notice)
    for form in RightsRequestPage.objects.live().order_by("pk").select_related("locale"):
        site.get(f"form-{form.locale.language_code}", form.get_url())
    with undone():
        PageViewRestriction.objects.create(page=other.page_ptr, restriction_type="password", password="salasana")  # noqa: S106
        site.get("notice-restricted", other.get_url())
        site.get("list-without-restricted", NoticeIndexPage.objects.get(locale__language_code="fi").get_url())


def _walk_archive(site: Recorder, notice: NoticePage) -> None:
    address, permanent = notice.get_url(), f"/privacy/n/{notice.uuid}/"
    rows = NoticeVersion.objects.filter(page=notice.pk).order_by("major", "minor").values_list("major", "minor")
    first, second, *_others, last = (f"{major}-{minor}" for major, minor in rows)
    site.get("versions", f"{address}versions/")
    site.get("version", f"{address}versions/{first}/")
    site.get("version-last", f"{address}versions/{last}/")
    site.get("version-pdf", f"{address}versions/{first}/pdf/")
    site.get("version-missing", f"{address}versions/77-0/")
    site.get("difference", f"{address}versions/{first}/compare/{second}/")
    site.get("difference-last", f"{address}versions/{second}/compare/{last}/")
    site.get("day", f"{address}on/2025-06-01/")
    site.get("day-before-all", f"{address}on/2001-01-01/")
    site.get("permanent", permanent)
    site.get("permanent-version", f"{permanent}versions/{first}/")


def walk_api(site: Recorder) -> None:
    """Read what programs read."""
    models: dict[str, Any] = {"notices": NoticePage, "registers": Register, "controllers": Controller}
    for kind, model in models.items():
        site.get(f"api-{kind}", f"/api/v2/{kind}/")
        site.get(f"api-{kind}-one", f"/api/v2/{kind}/{model.objects.order_by('pk')[:1].get().pk}/")
    site.get("api-contacts", "/api/v2/contacts/")
    site.get("api-pages", "/api/v2/pages/")
    site.get("api-pages-notices", "/api/v2/pages/?type=privacy.NoticePage&fields=*&locale=fi")
    site.get("api-notice-as-page", f"/api/v2/pages/{NoticePage.objects.order_by('pk')[:1].get().pk}/")


def walk_admin(site: Recorder) -> None:
    """Open the screens of the admin, some of them also as those who may see less."""
    numbers = _numbers()
    keys = numbers | _keys(numbers["paper"])
    for name, rest in ADMIN.items():
        site.get(f"admin-{name}", f"/admin/{rest.format(**keys)}", "admin")
    for name in CASES:
        site.get(f"case-{name}", f"{REQUESTS}{numbers[name]}/", "admin")
    for step in STEP_PAGES:
        site.get(f"step-{step}", f"{REQUESTS}{numbers['open']}/{step}/", "admin")
    site.get("step-extend-twice", f"{REQUESTS}{numbers['several']}/extend/", "admin")
    site.get("step-reopen", f"{REQUESTS}{numbers['closed']}/reopen/", "admin")
    for who in ("handler", "editor"):
        site.get(f"{who}-home", "/admin/", who)
        site.get(f"{who}-requests", REQUESTS, who)
        site.get(f"{who}-case", f"{REQUESTS}{numbers['open']}/", who)
        site.get(f"{who}-access", "/admin/privacy/access/", who)
    site.get("admin-without-login", REQUESTS)
    with undone():
        settings = PrivacyChecks.objects.get_or_create()[0]
        site.get("admin-checks-settings", f"/admin/settings/privacy/privacychecks/{settings.pk}/", "admin")


def _numbers() -> dict[str, str]:
    """Give the numbers of requests that differ in what their pages show."""
    found = RightsRequest.objects.annotate(parts=Count("items")).order_by("-pk")
    at_work = found.filter(state="in_progress", items__register__confidential=False)
    chosen = {
        "open": at_work.filter(parts=1),
        "several": at_work.filter(parts__gt=1),
        "late": at_work.reverse(),
        "closed": found.filter(state="closed", parts__gt=1),
        "waiting": found.filter(state="waiting_identity"),
        "unknown": found.filter(items__register__isnull=True),
        "paper": found.filter(reply_channel="post", messages__state="to_print"),
    }
    return {name: requests[0].number for name, requests in chosen.items()}


def _keys(paper: str) -> dict[str, Any]:
    notice, other = NoticePage.objects.filter(locale__language_code="fi").order_by("pk")[:2]
    register = Register.objects.order_by("pk")[:1].get()
    return {
        "letter": Message.objects.filter(request__number=paper, state="to_print")[:1].get().uuid,
        "notice": notice.pk,
        "other": other.pk,
        "index": NoticeIndexPage.objects.get(locale__language_code="fi").pk,
        "form": RightsRequestPage.objects.order_by("pk")[:1].get().pk,
        "register": register.pk,
        "controller": register.controller_id,
        "contact": Contact.objects.order_by("pk")[:1].get().pk,
    }
