"""Exports: exactly what the list shows, as far as one may, logged, and harmless in a spreadsheet."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from privacy.inbox import exports
from privacy.inbox import exports as export_files
from privacy.models import Register, RequestExport
from privacy.notices.pdf import pdf_problem
from privacy.registers.choices import Permission
from tests.factories import RegisterFactory, RightsRequestFactory
from tests.privacy.inbox.desks import INDEX, client_of, user_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def register() -> Register:
    return RegisterFactory(name="Asiakkaat")


@pytest.fixture
def user(register: Register) -> Any:
    return user_with(Permission.SEE, Permission.EXPORT, on=[register])


@pytest.fixture
def client(user: Any) -> Client:
    return client_of(user)


def rows_of(client: Client, kind: str = "csv", **parameters: Any) -> list[list[Any]]:
    response = client.get(reverse(INDEX), {**parameters, "export": kind})
    assert response["Cache-Control"].startswith("no-store, private")
    content = b"".join(response.streaming_content)
    if kind == "csv":
        return list(csv.reader(StringIO(content.decode("utf-8-sig"))))[1:]
    return [list(row) for row in load_workbook(BytesIO(content)).active.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_file_holds_what_the_list_shows_in_its_order(client: Client, register: Register, kind: str) -> None:
    late = RightsRequestFactory(register=register, overdue=True, person={"name": "Ville"})
    later = RightsRequestFactory(register=register, overdue=True, person={"name": "Aino"})
    RightsRequestFactory(register=register)
    rows = rows_of(client, kind, due="overdue", ordering="person")
    assert [row[0] for row in rows] == [later.number, late.number]
    assert rows[0][1:4] == ["Aino", "Pääsy tietoihin", "Asiakkaat"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_take_for_a_formula_becomes_text(start: str) -> None:
    assert export_files.neutral(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


def test_typed_formula_is_text_in_both_files(client: Client, register: Register) -> None:
    RightsRequestFactory(register=register, person={"name": "=HYPERLINK(1)"})
    assert rows_of(client)[0][1] == "'=HYPERLINK(1)"
    response = client.get(reverse(INDEX), {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=HYPERLINK(1)", "s")


def test_plain_text_is_left_as_it_is() -> None:
    assert [export_files.neutral(value) for value in ("Aino", "a=b", "", None, 5)] == ["Aino", "a=b", "", "", "5"]


def test_who_may_only_see_gets_no_file(register: Register) -> None:
    RightsRequestFactory(register=register)
    client = client_of(user_with(Permission.SEE, on=[register]))
    response = client.get(reverse(INDEX), {"export": "csv"})
    assert response.status_code == 302
    assert "export=csv" not in client.get(reverse(INDEX)).content.decode()
    assert not RequestExport.objects.exists()


def test_request_and_item_that_may_only_be_seen_stay(client: Client, user: Any, register: Register) -> None:
    other = RegisterFactory(name="Henkilöstö", controller=register.controller)
    user.groups.add(*user_with(Permission.SEE, on=[other]).groups.all())
    both = RightsRequestFactory(register=register, rights=("access",))
    both.items.create(right="erasure", register=other)
    RightsRequestFactory(register=other)
    rows = rows_of(client)
    assert [row[0] for row in rows] == [both.number]
    assert rows[0][2:4] == ["Pääsy tietoihin", "Asiakkaat"]


def test_export_is_logged_with_its_filter_and_without_what_was_searched_for(
    client: Client, user: Any, register: Register
) -> None:
    RightsRequestFactory(register=register, person={"name": "Aino"})
    rows_of(client, q="Aino", state="open", right=["access", "erasure"])
    logged = RequestExport.objects.get()
    assert (logged.user, logged.user_name, logged.kind, logged.rows) == (user, user.get_full_name(), "csv", 1)
    assert logged.filters == {"q": ["…"], "state": ["open"], "right": ["access", "erasure"]}
    assert list(logged.registers.all()) == [register]


def test_too_long_a_list_for_xlsx_is_refused_in_words(client: Client, register: Register, monkeypatch: Any) -> None:
    monkeypatch.setattr(exports, "MOST_XLSX_ROWS", 1)
    for _number in range(2):
        RightsRequestFactory(register=register)
    page = client.get(reverse(INDEX), {"export": "xlsx"}, follow=True).content.decode()
    assert "CSV" in page
    assert not RequestExport.objects.exists()
    assert len(rows_of(client)) == 2


def test_rows_are_fetched_in_chunks(
    client: Client, register: Register, monkeypatch: Any, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr(export_files, "CHUNK", 2)
    for _number in range(6):
        RightsRequestFactory(register=register)
    response = client.get(reverse(INDEX), {"export": "csv"})
    # Persons and items of three chunks, and the rows themselves.
    with django_assert_max_num_queries(7):
        assert len(b"".join(response.streaming_content).splitlines()) == 7


def test_case_file_holds_the_whole_case_and_is_logged(client: Client, user: Any, register: Register) -> None:
    request = RightsRequestFactory(register=register, message="Viestini", person={"name": "Aino"})
    response = client.get(reverse("privacy_requests:print", args=[request.number]))
    page = response.content.decode()
    for shown in (request.number, "Viestini", "Aino", "Asiakkaat", str(register.controller)):
        assert shown in page
    assert response["Cache-Control"].startswith("no-store, private")
    assert [(row.user, row.kind) for row in request.readings.all()] == [(user, "print")]


@pytest.mark.skipif(bool(pdf_problem()), reason="WeasyPrint or its libraries are not there")
def test_case_file_is_a_pdf_too_and_that_is_logged(client: Client, user: Any, register: Register) -> None:
    request = RightsRequestFactory(register=register)
    response = client.get(reverse("privacy_requests:print_pdf", args=[request.number]))
    assert response.content.startswith(b"%PDF-")
    assert response["Content-Disposition"] == f'attachment; filename="{request.number}.pdf"'
    assert response["Cache-Control"].startswith("no-store, private")
    assert [(row.user, row.kind) for row in request.readings.all()] == [(user, "print")]
