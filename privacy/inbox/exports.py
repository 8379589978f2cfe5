"""Takes requests out of the system as a file: by permission, register by register, and always logged."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.http import QueryDict

from privacy.inbox.choices import ExportKind
from privacy.inbox.export_files import MOST_XLSX_ROWS, TooManyRows
from privacy.inbox.listing import Requests, with_details
from privacy.inbox.reading import name_of_user
from privacy.inbox.records import RequestExport
from privacy.registers.choices import Permission
from privacy.rights.permissions import Reach

_NOT_FILTERS = frozenset({"export", "p", "per_page", "id", "next", "ordering"})


@dataclass(frozen=True, slots=True)
class Export:
    """The requests that may leave, each with the items that may leave, and the row of the log."""

    requests: Requests
    row: RequestExport


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
        user=reach.user, user_name=name_of_user(reach.user), kind=kind, rows=rows, filters=filters_to_log(parameters)
    )
    row.registers.set(reach.keys(Permission.EXPORT))
    return Export(with_details(leaving, reach, Permission.EXPORT), row)


def filters_to_log(parameters: QueryDict) -> Mapping[str, list[str]]:
    """Give the parameters of the list as the log keeps them; what was searched for may be a name and is left out."""
    kept = {name: parameters.getlist(name) for name in parameters if name not in _NOT_FILTERS}
    if "q" in kept:
        kept["q"] = ["…"] if any(kept["q"]) else []
    if "id" in parameters:
        kept["selected"] = [str(len(parameters.getlist("id")))]
    return {name: values for name, values in kept.items() if any(values)}
