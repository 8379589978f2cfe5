"""Files made to harm are refused or made harmless: scripts, bombs, depths, entities; in little time and memory."""

import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from privacy.importer.reader.document import NotANotice
from privacy.importer.reader.read import read_file, read_pasted
from tests.privacy.importer.reader.word_files import paragraph, word_file

pytestmark = pytest.mark.slow

NOTICE = (
    "<h1>Tietosuojaseloste</h1><h2>Rekisterinpitäjä</h2><p>Malli Oy</p><h2>Käsittelyn tarkoitus</h2><p>{}</p>"
    "<h2>Säilytysaika</h2><p>Kuusi vuotta.</p>"
)
XSS = [
    "<script>alert(1)</script>safe",
    "<img src=x onerror=alert(1)>safe",
    "<a href='javascript:alert(1)'>safe</a>",
    "<a href='JaVa\tScRiPt:alert(1)'>safe</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>safe</a>",
    "<a href='vbscript:x'>safe</a>",
    '<a href="https://example.com/&quot; onmouseover=&quot;alert(1)">safe</a>',
    "<svg onload=alert(1)><text>safe</text></svg>safe",
    "<iframe src='https://example.com'></iframe>safe",
    "<p onclick=alert(1) style='background:url(https://example.com/x)'>safe</p>",
    "<math><mtext><script>alert(1)</script></mtext></math>safe",
    "<object data=x></object><embed src=x>safe",
    "<form action=https://example.com><input name=a>safe</form>",
    "&lt;script&gt;alert(1)&lt;/script&gt; safe",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">safe</noscript>safe',
    "<style>@import 'https://example.com/x.css';</style>safe",
    "<base href='https://example.com/'>safe<meta http-equiv=refresh content='0;url=https://example.com'>",
    "<b><i><a href='//example.com'>safe</a></i></b>",
]
ALLOWED = {"p", "br", "b", "i", "a", "ul", "ol", "li", "h3", "h4"}


@pytest.mark.parametrize("attack", XSS)
def test_nothing_that_runs_or_loads_survives(attack: str) -> None:
    notice = read_pasted(NOTICE.format(attack))
    page = LexborHTMLParser("".join(section.html for section in notice.sections))
    for node in page.css("body *"):
        assert node.tag in ALLOWED
        assert set(node.attributes) <= ({"href"} if node.tag == "a" else set())
        assert (node.attributes.get("href") or "https:").split(":")[0] in {"http", "https", "mailto", "tel"}
    assert any("safe" in section.text for section in notice.sections) or any("safe" in a.text for a in notice.set_aside)


def test_links_stay_links() -> None:
    notice = read_pasted(NOTICE.format("<a href='mailto:a@example.fi' onclick=x>posti</a> <a href='tel:+358'>puh</a>"))
    html = next(section.html for section in notice.sections if section.key == "purposes")
    assert '<a href="mailto:a@example.fi">posti</a> <a href="tel:+358">puh</a>' in html


def _refused(data: bytes, name: str) -> str:
    with pytest.raises(NotANotice) as caught:
        read_file(data, name=name)
    return caught.value.code


XXE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document xmlns:w="http://schemas.'
    'openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
)


def test_external_entities_in_a_word_file_are_refused() -> None:
    assert _refused(word_file(document=XXE), "a.docx") == "unsafe_document"


def test_external_entities_in_another_part_or_encoding_are_refused() -> None:
    extra = {"word/footnotes.xml": XXE.encode("utf-16")}
    assert _refused(word_file(paragraph("Tietosuojaseloste"), extra=extra), "a.docx") == "unsafe_document"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(200)) * 9, "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_word"),
        (b"{\\rtf1\\ansi Tietosuojaseloste}", "rtf"),
        (b"PK\x03\x04" + bytes(100), "broken_document"),
        (b"%PDF-1.7\n" + bytes(100), "broken_pdf"),
        (b"<div>" * 10_000 + b"Rekisterinpit\xc3\xa4j\xc3\xa4" + b"</div>" * 10_000, "too_deep"),
        (b"<table><tr><td>" * 4_000, "too_deep"),
        ("Tietosuojaseloste rekisterinpitäjä ".encode() * 1_400_000, "too_large"),
        (b"Tietosuojaseloste\n" * 20_000, "too_long"),
    ],
)  # fmt: skip
def test_what_is_no_notice_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert _refused(data, "a.txt") == code


MEASURED = r"""
import re, sys, time
from privacy.importer.reader.read import read_file
from privacy.importer.reader.document import NotANotice
data = open(sys.argv[1], "rb").read()
start = time.process_time()
try:
    read_file(data, name=sys.argv[2])
    print("read")
except NotANotice as error:
    print(error.code)
# The peak of this process alone; getrusage would count the parent's too.
print(time.process_time() - start, re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1])
"""


def bomb() -> bytes:
    """Give a small file that unpacks to 300 MB."""
    return word_file(paragraph("x"), extra={"word/media/a.xml": b"0" * 300_000_000})


HOSTILE = {
    "bomb.docx": bomb,
    "large.txt": lambda: "Tietosuojaseloste rekisterinpitäjä ".encode() * 1_400_000,
    "wide.html": lambda: b"<h1>Tietosuojaseloste</h1>" + "<p>Rekisterinpitäjä on Malli Oy</p>".encode() * 100_000,
    "deep.html": lambda: b"<div>" * 10_000 + b"x",
    "word.txt": lambda: b"Tietosuojaseloste\n\nPersonal data\n\n" + b"a" * 390_000,
    "dots.txt": lambda: b"Tietosuojaseloste\n\nPersonal data\n\n" + b"a.b@" * 90_000,
    "digits.txt": lambda: b"Tietosuojaseloste\n\nPersonal data\n\n" + b"0 1-" * 90_000,
    "spaces.txt": lambda: b"Tietosuojaseloste\n\nPersonal data\n\nx" + b" " * 390_000 + b"y",
    "lines.txt": lambda: b"Tietosuojaseloste\n\n" + "rekisterinpitäjän tiedot ja\n".encode() * 14_000,
    "headings.txt": lambda: b"Tietosuojaseloste\n\n" + "Säilytysaika\n\nTeksti.\n\n".encode() * 3_500,
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured on Linux")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_takes_little_time_and_memory(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name]())
    run = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path / name), name], capture_output=True, text=True, check=True
    )
    seconds, kilobytes = run.stdout.split()[-2:]
    assert float(seconds) < 5
    assert int(kilobytes) < 300_000
