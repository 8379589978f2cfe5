"""A visitor without JavaScript: reads the forms of a page and posts them as a browser does."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client


class Visitor:
    """Walks through a form, carrying along whatever the page carries."""

    def __init__(self, client: Client, address: str) -> None:
        self.client, self.address = client, address
        self.response: Any = None

    def open(self, **query: str) -> "Visitor":
        """Read the page."""
        self.response = self.client.get(self.address, query)
        return self

    @property
    def soup(self) -> BeautifulSoup:
        """The page as it was last answered."""
        return BeautifulSoup(self.response.content, "html.parser")

    @property
    def text(self) -> str:
        """The words of the page."""
        return " ".join(self.soup.get_text(" ").split())

    def fields(self) -> dict[str, list[str]]:
        """Give what the form would send now."""
        form = self.soup.select_one("main form[method=post]")
        assert form is not None, self.text
        values: dict[str, list[str]] = {}
        for control in form.select("input, textarea, select"):
            for value in _values(control):
                values.setdefault(str(control["name"]), []).append(value)
        return values

    def press(self, button: str, **answers: Any) -> "Visitor":
        """Fill in answers and press a button; None leaves a field out."""
        data: dict[str, Any] = {**self.fields(), **answers, "go": button}
        self.response = self.client.post(self.address, {name: data[name] for name in data if data[name] is not None})
        return self


def _values(control: Tag) -> list[str]:
    if control.get("type") in ("checkbox", "radio") and not control.has_attr("checked"):
        return []
    if control.name == "textarea":
        return [control.get_text().removeprefix("\n")]
    if control.name == "select":
        return [str(option.get("value", "")) for option in control.select("option[selected]")]
    return [str(control.get("value", ""))] if control.get("name") else []
