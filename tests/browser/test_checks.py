"""An editor sees what is missing beside the text, jumps to it, sets a finding aside, and is asked when publishing."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from privacy.models import FindingDismissal, NoticePage, NoticeVersion
from tests.browser.editing import log_in, press_publish, publish, write_into
from tests.browser.words import finnish

pytestmark = pytest.mark.browser


def test_editor_sees_jumps_sets_aside_and_gives_a_reason(open_browser: Callable[..., Page]) -> None:
    notice = NoticePage.objects.get(slug="asiakasrekisterin-tietosuojaseloste")
    introduction = next(block.id for block in notice.body if block.block_type == "introduction")
    admin = log_in(open_browser, "editor")
    admin.goto(f"/admin/pages/{notice.pk}/edit/")
    before = NoticeVersion.objects.filter(page=notice).count()
    write_into(admin.locator(f"[data-contentpath='{introduction}']"), " Henkilötietolain (523/1999) mukaan.")
    press_publish(admin)

    box = admin.locator("[name=publication_reason]")
    expect(box).to_be_visible()
    findings = admin.locator("[data-privacy-asked]")
    expect(findings).to_contain_text("PN043")
    findings.locator("a[data-privacy-jump]").first.click()
    expect(admin).to_have_url(re.compile(f"#block-{introduction}-section$"))
    box.fill("Siteerataan vanhaa lakia.")
    publish(admin)
    assert FindingDismissal.objects.get(check_id="PN043").reason == "Siteerataan vanhaa lakia."
    assert NoticeVersion.objects.filter(page=notice).count() == before + 1

    admin.goto(f"/admin/pages/{notice.pk}/edit/")
    toggle = admin.locator("[data-side-panel-toggle='privacy-checks']")
    toggle.click()
    panel = admin.locator("[data-side-panel='privacy-checks']")
    expect(panel.locator("meter")).to_be_visible()
    finding = panel.locator(".privacy-finding", has_text="PN043")
    finding.get_by_role("link", name=finnish("No fault here")).click()
    admin.locator("[name=reason]").fill("Lakia vain siteerataan.")
    admin.get_by_role("button", name=finnish("Set aside")).click()
    expect(admin).to_have_url(re.compile(f"/admin/pages/{notice.pk}/edit/"))
    panel = admin.locator("[data-side-panel='privacy-checks']")
    expect(panel.locator(".privacy-finding--error", has_text="PN043")).to_have_count(0)
