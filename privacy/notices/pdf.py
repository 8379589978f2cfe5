"""HTML documents as tagged PDF (PDF/UA-1); the one module that knows WeasyPrint, which is an optional extra."""

import ctypes
import io
import sys
from contextlib import redirect_stdout
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from privacy.notices.pdf_tags import mend_tags

_STYLES = Path(__file__).parent.parent / "static" / "privacy" / "version_pdf.css"
# What WeasyPrint loads from the system, by the names that Linux knows. Elsewhere its import tells what is missing.
_FONTCONFIG = "libfontconfig.so.1"
_LIBRARIES = ("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz.so.0", _FONTCONFIG)


class PdfUnavailable(Exception):
    """No PDF can be made on this system; pdf_problem() says why."""


def is_installed() -> bool:
    """Whether WeasyPrint is there, with or without what it needs."""
    return find_spec("weasyprint") is not None


def missing_part() -> str:
    """Name what WeasyPrint lacks on this system, "" where nothing is found missing; does not import it."""
    if not is_installed():
        return "WeasyPrint is not installed."
    if sys.platform != "linux":
        return ""
    for name in _LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            return f"The system library {name} is not installed."
    # Pango ends the whole process when there is no font at all.
    return "" if _count_fonts() else "No font is installed on the system."


@cache
def pdf_problem() -> str:
    """Say why no PDF can be made, "" where it can; asked once in the life of a process."""
    if problem := missing_part():
        return problem
    try:
        with redirect_stdout(io.StringIO()):  # it prints advice besides raising the error
            import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        return f"WeasyPrint cannot be loaded: {str(error).splitlines()[0]}"
    return ""


def make_pdf(*, html: str, base_url: str = "") -> bytes:
    """Give a whole document as PDF/UA-1: with tags, and bookmarks from its headings.

    Language and title are those of the document; `base_url` completes the addresses of links. Nothing that the
    document names is fetched, neither from the network nor from a file. Raises PdfUnavailable.
    """
    if problem := pdf_problem():
        raise PdfUnavailable(problem)
    from weasyprint import CSS, HTML

    fetcher = _fetch_nothing()
    document = HTML(string=html, base_url=base_url or None, url_fetcher=fetcher)
    styles = CSS(string=_STYLES.read_text(encoding="utf-8"), url_fetcher=fetcher)
    return document.write_pdf(stylesheets=[styles], pdf_variant="pdf/ua-1", finisher=mend_tags)


def _fetch_nothing() -> Any:
    from weasyprint.urls import URLFetcher

    class Refusal(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            raise ValueError("A PDF is made of its document alone.")

    return Refusal()


def _count_fonts() -> int:
    library = ctypes.CDLL(_FONTCONFIG)
    library.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)
    fonts = library.FcConfigGetFonts(None, 0)  # FcFontSet of the system; its first field is the number of fonts
    return fonts[0] if fonts else 0
