"""Takes the README's pictures from a site of their own, on a database that is thrown away afterwards."""

import io
import os
import re
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from tools.demo_site import PASSWORD, ROOT, DemoSite

PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
SIZE = ViewportSize(width=1280, height=900)
LARGEST = 250_000  # bytes
FORM_SECONDS = 3  # a form that comes back sooner is shown once more
NOTICE = "/fi/tietosuojaselosteet/varhaiskasvatuksen-tietosuojaseloste/"


def main() -> None:
    """Take every picture and say how large it is."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        demo = DemoSite.in_folder(Path(folder))
        demo.manage("migrate", "--verbosity", "0")
        demo.manage("createsuperuser", "--noinput", "--username", "admin", "--email", "admin@example.fi")
        with demo.served():
            _start(demo, browser)
        demo.manage("load_demo", "--port", str(demo.port))
        with demo.served():
            _public(demo, browser)
            _versions(demo, browser)
            _contact(demo, browser)
            _editor(demo, browser)
            _handler(demo, browser)
        browser.close()


def _start(demo: DemoSite, browser: Browser) -> None:
    page = _logged_in(demo, browser, "admin")
    _take(page, "start")


def _public(demo: DemoSite, browser: Browser) -> None:
    page = _opened(demo, browser)
    page.goto(NOTICE)
    _take(page, "notice")
    page.locator(".use-rights .button").click()
    for right in ("access", "rectification"):
        page.locator(f"[name=rights][value={right}]").check()
    _take(page, "request-form")
    page.locator("button[value=details]").click()
    page.locator("[name=access_data]").fill("Kaikki lapseni hoitopäiviä koskevat merkinnät")
    page.locator("[name=rectification_wrong]").fill("Osoite Satamakatu 3")
    page.locator("[name=rectification_right]").fill("Osoite Rantakatu 12")
    page.locator("[name=name]").fill("Oona Esimerkki")
    page.locator("[name=email]").fill("oona@example.com")
    page.locator("button[value=review]").click()
    page.wait_for_timeout(FORM_SECONDS * 1000)
    page.locator("button[value=send]").click()
    expect(page.locator(".number")).to_be_visible()


def _versions(demo: DemoSite, browser: Browser) -> None:
    page = _opened(demo, browser)
    page.goto(f"{NOTICE}versions/")
    _take(page, "versions")
    page.goto(f"{NOTICE}versions/2-1/compare/3-0/")
    page.locator(".changed-sections").evaluate("list => list.scrollIntoView()")
    _take(page, "difference")


def _contact(demo: DemoSite, browser: Browser) -> None:
    page = _opened(demo, browser)
    (link,) = re.findall(r"http\S+/privacy/case/\S+", demo.newest_letter("notification"))
    page.goto(link)
    page.locator("button[value=code]").click()
    (code,) = re.findall(r"\b\d{6}\b", demo.newest_letter("case_code"))
    page.locator("[name=code]").fill(code)
    page.locator("button[value=open]").first.click()
    expect(page.locator("h1")).to_be_visible()
    _take(page, "contact-case")


def _editor(demo: DemoSite, browser: Browser) -> None:
    page = _logged_in(demo, browser, "editor")
    page.goto(f"/admin/pages/{demo.page_number(NOTICE.split('/')[-2])}/edit/")
    page.locator("[data-side-panel-toggle=preview]").click()
    expect(page.frame_locator("#w-preview-iframe").locator("h1")).to_be_visible()
    page.locator("[data-streamfield-child]").first.evaluate("section => section.scrollIntoView()")
    page.mouse.move(SIZE["width"] / 2, SIZE["height"] / 2)
    page.mouse.wheel(0, -SIZE["height"] / 8)
    _take(page, "editor")


def _handler(demo: DemoSite, browser: Browser) -> None:
    page = _logged_in(demo, browser, "handler")
    page.goto("/admin/privacy/requests/")
    page.locator("td.title a").first.click()
    expect(page.locator("#case-clock-section")).to_be_visible()
    _take(page, "case")


def _opened(demo: DemoSite, browser: Browser) -> Page:
    context = browser.new_context(base_url=demo.address, locale="fi-FI", viewport=SIZE)
    return context.new_page()


def _logged_in(demo: DemoSite, browser: Browser, username: str) -> Page:
    page = _opened(demo, browser)
    page.goto("/admin/")
    page.locator("[name=username]").fill(username)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("form [type=submit]").click()
    expect(page.locator("main, #main").first).to_be_visible()
    return page


def _take(page: Page, name: str) -> None:
    """Take what is seen without scrolling, with 256 colours, which is enough for a page of text."""
    page.mouse.move(0, 0)
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    target = PICTURES / f"{name}.png"
    picture.quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: {size:,} bytes")
    if size > LARGEST:
        raise SystemExit(f"{target.name} is larger than {LARGEST:,} bytes.")


if __name__ == "__main__":
    main()
