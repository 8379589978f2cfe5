"""HTML documents as tagged PDF (PDF/UA-1); the one module that knows WeasyPrint, which is an optional extra."""

import ctypes
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Objects = dict[bytes, Any]

_FOR_PRINT = 4  # flag of an annotation that is the same on paper (ISO 32000-1, 12.5.3)


def mend_tags(_document: Any, pdf: Any) -> None:
    """Mend lists, header cells, links and footers; called by WeasyPrint as the finisher of a document."""
    entries: list[Any] = [entry for entry in pdf.objects if isinstance(entry, dict)]
    objects: Objects = {entry.reference: entry for entry in entries}
    elements = [entry for entry in entries if entry.get("Type") == "/StructElem"]
    for element in elements:
        if element["S"] == "/L":
            element["K"][:] = _items(element, objects)
        elif element["S"] == "/TH":
            element["A"]["Scope"] = "/Column" if _above(element, objects)[1] == "/THead" else "/Row"
    _keep_one_annotation_per_link(elements, objects)
    _tag_footers_as_artifacts(elements, objects, pdf)


def _above(element: Any, objects: Objects) -> list[str]:
    """Give the tags around an element, the nearest first."""
    tags: list[str] = []
    while (element := objects.get(element["P"])) is not None and "S" in element:
        tags.append(element["S"])
    return tags


def _items(listing: Any, objects: Objects) -> list[Any]:
    """Give the children of a list with those of its groups: a list has no children but items (Matterhorn 16)."""
    items: list[Any] = []
    for kid in listing["K"]:
        child = objects.get(kid, {})
        inside = child["K"] if child.get("S") == "/Div" else [kid]
        for reference in inside:
            if reference in objects:
                objects[reference]["P"] = listing.reference
        items += inside
    return items


def _keep_one_annotation_per_link(elements: Iterable[Any], objects: Objects) -> None:
    """Drop the annotations of what stands inside a link; only the link itself has one (Matterhorn 28)."""
    dropped = set()
    for element in elements:
        if "/Link" in _above(element, objects):
            for kid in list(element["K"]):
                if objects.get(kid, {}).get("Type") == "/OBJR":
                    element["K"].remove(kid)
                    dropped.add(objects[kid]["Obj"])
            element["S"] = "/Span"
    for entry in objects.values():
        if entry.get("Subtype") == "/Link":
            entry["F"] = _FOR_PRINT
        if entry.get("Type") == "/Page" and "Annots" in entry:
            entry["Annots"][:] = [reference for reference in entry["Annots"] if reference not in dropped]


def _tag_footers_as_artifacts(elements: Iterable[Any], objects: Objects, pdf: Any) -> None:
    """Make what stands in the margins an artifact of pagination, not content (ISO 14289-1, 7.8)."""
    root = objects[pdf.catalog["StructTreeRoot"]]
    content = set(_reachable(root, objects))
    streams = {entry.reference: entry.stream for entry in pdf.objects if hasattr(entry, "stream")}
    for element in elements:
        marks = {kid for kid in element["K"] if isinstance(kid, int)}
        if marks and element.reference not in content:
            page = objects[element["Pg"]]
            _unmark(streams[page["Contents"]], marks)
            numbers = objects[root["ParentTree"]]["Nums"]
            parents = numbers[numbers.index(page["StructParents"]) + 1]
            parents[:] = [b"null" if mark in marks else parent for mark, parent in enumerate(parents)]
            element["K"].clear()


def _reachable(element: Any, objects: Objects) -> Iterator[bytes]:
    for kid in element["K"]:
        if kid in objects and "K" in objects[kid]:
            yield kid
            yield from _reachable(objects[kid], objects)


def _unmark(stream: list[Any], marks: set[int]) -> None:
    """Begin the marked content of a page with the tag of an artifact: the tag stands before its properties."""
    for at, properties in enumerate(stream):
        if isinstance(properties, dict) and properties.get("MCID") in marks:
            stream[at - 1] = "/Artifact"
            properties.clear()
            properties["Type"] = "/Pagination"


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
