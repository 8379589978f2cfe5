"""Looks at a page as people see it: wide and narrow, light and dark."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")
# The size of what is pressed is a rule of WCAG 2.2 that axe leaves out unless asked.
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def faults_of(page: Page) -> list[str]:
    """Give what axe finds, and where a narrow page has to be scrolled sideways; the page is left as it was."""
    size = page.viewport_size
    faults = [fault for width in WIDTHS for fault in _faults_at(page, width)]
    page.emulate_media(color_scheme=None)
    if size:
        page.set_viewport_size(size)
    return faults


def _faults_at(page: Page, width: int) -> list[str]:
    page.wait_for_load_state()
    page.set_viewport_size({"width": width, "height": 900})
    faults = []
    if (needed := page.evaluate("document.scrollingElement.scrollWidth")) > width:
        faults.append(f"{page.url} is {needed} px wide at {width} px")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES)
        if found.violations_count:
            faults.append(f"{page.url} at {width} px, {scheme}: {found.generate_report()}")
    return faults
