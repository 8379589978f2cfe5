"""Tells the furniture of a web page (menus, banners, footers) from what the page says."""

import re

from selectolax.lexbor import LexborNode

from privacy.importer.reader.heading_match import match

_TAGS = {"nav": "navigation", "footer": "footer", "aside": "sidebar", "button": "button", "select": "form"}
_ROLES = {
    "navigation": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "search": "form",
    "complementary": "sidebar",
    "dialog": "cookie_banner",
    "alertdialog": "cookie_banner",
    "menu": "navigation",
    "menubar": "navigation",
}
_COOKIES = re.compile(
    r"(cookie|consent|gdpr|eväste|evaste|cmp)s?[-_ ]?(banner|bar|notice|consent|pop-?up|modal|overlay|dialog|message"
    r"|window|law|wall|box|container|prompt|info|manager)|cybot|onetrust|cookieconsent|cc-window|cc_banner|usercentrics"
    r"|didomi|cky-|cmplz|cookie-?law|klaro",
    re.IGNORECASE,
)
_WORDS = [
    ("contents", r"toc|table-?of-?contents|sisallys(luettelo)?|contents-list|innehallsforteckning"),
    ("breadcrumb", r"breadcrumbs?|crumbs?|murupolku|bread-?crumb-?(list|nav|trail)|brodsmulor"),
    ("navigation", r"nav|navbar|navigation|menu|mega-?menu|main-?(menu|nav)|sub-?menu|topbar|skip-?(link|to|nav)\w*"
     r"|pagination|pager|side-?nav|sitemap|language-?(switcher|menu|selector)|lang-?(switcher|menu)|back-?to-?top"),
    ("footer", r"(site|page|main|global)?-?footer|copyright|colophon"),
    ("header", r"(site|page|global)-?header|masthead|logo"),
    ("sidebar", r"side-?bar|related(-(posts|articles|content))?|widget(-area)?"),
    ("sharing", r"social(-?(media|links|icons|share))?|share(-?(buttons|links))?|sharing"),
    ("shop", r"(mini-?|shopping-?)?cart|basket|ostoskori|minicart|wishlist"),
    ("form", r"search(-?(form|box|bar))?|newsletter-?(signup|form)?|subscribe(-?form)?|login(-?form)?"),
]  # fmt: skip
_CLASSES = [(reason, re.compile(rf"(?:^|\s)(?:{words})(?:\s|$)", re.IGNORECASE)) for reason, words in _WORDS]
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SR_ONLY = re.compile(r"(?:^|\s)(sr-only|visually-?hidden|screen-reader-text|visuallyhidden)(?:\s|$)", re.IGNORECASE)
_HIDDEN_WORDS = 12


def aside_reason(node: LexborNode, page_words: int) -> str | None:
    """Give why an element is not part of the notice, None when it may be."""
    attributes = node.attributes
    tag = node.tag or ""
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    reason = _ROLES.get((attributes.get("role") or "").lower()) or _TAGS.get(tag) or _by_names(tag, names)
    if tag == "header" and not _within(node, ("main", "article")) and not node.css_first("h1"):
        reason = reason or "header"
    if tag == "form" and node.css_first("input, textarea") and _count(node) < 60:
        reason = reason or "form"
    if reason is None and _is_hidden(node, names):
        inline = tag in ("span", "a", "i", "em", "b", "strong", "label", "small")
        return "hidden" if _count(node) < (_HIDDEN_WORDS if inline else 3) else None
    if reason in (None, "button"):
        return reason if not _within(node, ("h1", "h2", "h3", "h4", "h5", "h6")) else None
    if tag in ("body", "html", "main") or _count(node) * 2 > page_words or (tag != "nav" and _has_sections(node)):
        return None
    return reason


def _by_names(tag: str, names: str) -> str | None:
    if not names.strip() or tag in ("body", "html", "main", "article", "h1", "h2", "h3"):
        return None
    if _COOKIES.search(names):
        return "cookie_banner"
    return next((reason for reason, words in _CLASSES if words.search(names)), None)


def _is_hidden(node: LexborNode, names: str) -> bool:
    attributes = node.attributes
    return (
        "hidden" in attributes
        or (attributes.get("aria-hidden") or "").lower() == "true"
        or bool(_HIDDEN.search(attributes.get("style") or ""))
        or bool(_SR_ONLY.search(names))
    )


def _count(node: LexborNode) -> int:
    return len(node.text(separator=" ").split())


def _within(node: LexborNode, tags: tuple[str, ...]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def _has_sections(node: LexborNode) -> bool:
    """Say whether headings of a notice stand in the element."""
    known = [match(heading.text(separator=" ").strip()) for heading in node.css("h1, h2, h3, h4")[:60]]
    keys = {found.key for found in known if found and found.confidence > 0.85}
    return len(keys - {"contact_person", "introduction", "other", "cookies", "exercising_rights"}) > 1
