"""What comes in is distrusted: nothing of an attack gets into the preview or onto the page."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from privacy.importer.actions import begin_import
from privacy.importer.sessions import ImportSession
from privacy.models import NoticePage
from tests.privacy.importer.builders import read, section
from tests.privacy.importer.posts import address_of, press, sent

XSS = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">linkki</a>',
    '<a href="data:text/html,alert(1)">linkki</a>',
    '<a href="https://example.fi/" onclick="alert(1)" style="color:red">linkki</a>',
    "<svg onload=alert(1)></svg>",
    '<iframe src="https://example.com"></iframe>',
    '<p style="background:url(https://example.com/x.png)">Teksti</p>',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>",
    '<a href="//example.com/x">linkki</a>',
    '<embed embedtype="media" url="https://example.com"/>',
    '<a linktype="page" id="1">linkki</a>',
)
SIGNS = ("<script", "onerror", "onload", "onclick", "javascript:", "data:", "<img", "<svg", "<iframe", "style", "embed")


@pytest.mark.parametrize("attack", XSS)
def test_no_attack_in_a_document_gets_into_the_preview_or_the_page(
    client_of_editor: Client, parent: Page, editor: Any, attack: str
) -> None:
    notice = read(
        title=f"Seloste {attack}"[:200],
        sections=(section("purposes", f"<p>Alku {attack} loppu</p>", f"Otsikko {attack}", source=attack),),
    )
    draft = begin_import(notice=notice, parent=parent, user=editor)
    preview = client_of_editor.get(address_of(draft)).content.decode()
    # What lies in the database between two requests is not trusted either.
    draft.data["sections"][0]["html"] = f"<p>Alku {attack} loppu</p>"
    draft.save()
    again = client_of_editor.get(address_of(draft)).content.decode()
    press(client_of_editor, draft, "create")
    page = NoticePage.objects.get()
    text = page.body.raw_data[0]["value"]["text"]

    for shown in (preview, again):
        assert attack not in shown
    for sign in (
        "<script",
        "onerror",
        "onload",
        "onclick",
        "javascript:",
        "data:",
        "<img",
        "<svg",
        "<iframe",
        "style",
        "embed",
    ):
        assert sign not in text.casefold(), sign
    assert "linktype" not in text
    assert 'href="//' not in text
    assert "Alku" in text
    assert "loppu" in text


def test_nothing_typed_into_the_preview_becomes_markup(client_of_editor: Client, draft: ImportSession) -> None:
    data = sent(client_of_editor, draft) | {"sections-4-heading": "<script>alert(1)</script>", "do": "save"}
    client_of_editor.post(address_of(draft), data)

    assert "<script>alert(1)" not in client_of_editor.get(address_of(draft)).content.decode()
