"""What PDF/UA-1 (ISO 14289-1) asks of the tags of a PDF and WeasyPrint leaves out, put right before it is written.

Works on the objects of pydyf, WeasyPrint's writer: dictionaries that refer to each other by `reference`.
"""

from collections.abc import Iterable, Iterator
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
