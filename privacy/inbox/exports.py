"""Takes requests out of the system as a file: by permission, register by register, always logged, row by row."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db import transaction
from django.http import FileResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language, gettext, override, pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from privacy.inbox.audit import RequestExport
from privacy.inbox.choices import ExportKind
from privacy.inbox.queries import (
    Requests,
    SeenRequest,
    in_order,
    person_of,
    registers_of,
    rights_of,
    seen,
    with_persons,
)
from privacy.registers.choices import Permission
from privacy.rights.permissions import Reach
from privacy.user_names import display_name

MOST_XLSX_ROWS = 50_000
CHUNK = 500
# What a spreadsheet would read as a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TooManyRows(ValueError):
    """The form of the file cannot take so many rows; `most` is how many it can."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, value: str) -> str:
        """Give the text back."""
        return value


def headings() -> list[str]:
    """Give the headings of the columns."""
    return [
        pgettext("of a request", "Number"),
        gettext("Person"),
        gettext("Rights"),
        gettext("Register"),
        gettext("State"),
        gettext("Received"),
        gettext("Due"),
        gettext("Handler"),
        gettext("Outcome"),
        gettext("Answered on"),
        gettext("Came in by"),
        gettext("Language"),
    ]


def row_of(row: SeenRequest) -> list[Any]:
    """Give the values of a request in the order of the headings."""
    request, items = row.request, row.items
    outcomes = dict.fromkeys(str(item.get_outcome_display()) for item in items if item.outcome)
    answered = max((item.answered_on for item in items if item.answered_on), default=None)
    return [
        request.number,
        person_of(request),
        rights_of(row),
        registers_of(row),
        str(request.get_state_display()),
        request.received_on,
        request.due_on,
        request.owner_name,
        ", ".join(outcomes),
        answered,
        str(request.get_channel_display()),
        request.language,
    ]


def neutral(value: Any) -> str:
    """Give a value as text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def csv_lines(rows: Iterable[SeenRequest], language: str | None) -> Iterator[str]:
    """Give the lines of a CSV file; the first character tells Excel that it is UTF-8."""
    writer = csv.writer(_Echo())
    # The rows are made after the view has returned, when the language of the page is no longer set.
    with override(language):
        yield "\ufeff" + writer.writerow(headings())
    for row in rows:
        with override(language):
            line = writer.writerow([neutral(value) for value in row_of(row)])
        yield line


def xlsx_file(rows: Iterable[SeenRequest]) -> Any:
    """Give an XLSX file as an open temporary file."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.append(headings())
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row_of(row)])
    file = tempfile.TemporaryFile()  # noqa: SIM115 — the response closes it
    workbook.save(file)
    file.seek(0)
    return file


def _cell(sheet: Any, value: Any) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    if cell.data_type == "f":
        cell.data_type = "s"
    return cell


def export_response(rows: Iterable[SeenRequest], kind: str) -> HttpResponseBase:
    """Send the requests as a file of the kind."""
    name = f"{gettext('requests')}-{timezone.localdate().isoformat()}.{kind}"
    if kind == ExportKind.CSV:
        lines = csv_lines(rows, get_language())
        response: HttpResponseBase = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    else:
        response = FileResponse(xlsx_file(rows), as_attachment=True, filename=name, content_type=_XLSX)
    response.headers["Cache-Control"] = "no-store, private"
    return response


_NOT_FILTERS = frozenset({"export", "p", "per_page", "id", "next", "ordering"})


@dataclass(frozen=True, slots=True)
class Export:
    """The requests that may leave, whose reach says which of their items may, and the row of the log."""

    requests: Requests
    reach: Reach
    row: RequestExport

    def rows(self, ordering: str) -> Iterator[SeenRequest]:
        """Give the requests in an order, each with the items that may leave, read so many at a time."""
        requests = in_order(self.requests, ordering).iterator(chunk_size=CHUNK)
        while chunk := list(islice(requests, CHUNK)):
            yield from seen(chunk, self.reach, Permission.EXPORT)


@transaction.atomic
def export_requests(*, reach: Reach, requests: Requests, parameters: QueryDict, kind: str) -> Export:
    """Give those of the requests that the user may export, and log the export before the first row leaves.

    Raises TooManyRows when the form of the file cannot take them.
    """
    leaving = requests.filter(pk__in=reach.requests(Permission.EXPORT).values("pk"))
    rows = leaving.count()
    if kind == ExportKind.XLSX and rows > MOST_XLSX_ROWS:
        raise TooManyRows(MOST_XLSX_ROWS)
    row = RequestExport.objects.create(
        user=reach.user, user_name=display_name(reach.user), kind=kind, rows=rows, filters=filters_to_log(parameters)
    )
    row.registers.set(reach.keys(Permission.EXPORT))
    return Export(with_persons(leaving), reach, row)


def filters_to_log(parameters: QueryDict) -> Mapping[str, list[str]]:
    """Give the parameters of the list as the log keeps them; what was searched for may be a name and is left out."""
    kept = {name: parameters.getlist(name) for name in parameters if name not in _NOT_FILTERS}
    if "q" in kept:
        kept["q"] = ["…"] if any(kept["q"]) else []
    if "id" in parameters:
        kept["selected"] = [str(len(parameters.getlist("id")))]
    return {name: values for name, values in kept.items() if any(values)}
