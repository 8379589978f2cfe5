"""Reads a Word file (.docx), after looking into the archive for what should not be opened."""

import io
import re
import zipfile

import mammoth

from privacy.importer.reader.decoding import repaired
from privacy.importer.reader.document import NotANotice
from privacy.importer.reader.formats import Document
from privacy.importer.reader.html import read_html
from privacy.importer.reader.limits import check_length

_MAX_PART = 8_000_000
_MAX_WHOLE = 40_000_000
_MAX_PARTS = 2_000
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Otsikko'] => h1:fresh
p[style-name='Rubrik'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name^='Otsikko 1'] => h1:fresh
p[style-name^='Otsikko 2'] => h2:fresh
p[style-name^='Otsikko 3'] => h3:fresh
p[style-name^='Rubrik 1'] => h1:fresh
p[style-name^='Rubrik 2'] => h2:fresh
p[style-name^='Rubrik 3'] => h3:fresh
"""


def read_word(data: bytes) -> Document:
    """Read a .docx file; raise NotANotice for a bomb, for external entities and for a damaged file."""
    _check(data)
    pictures: list[bool] = []
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda _image: _seen(pictures)),
        ).value
    except Exception as error:
        raise NotANotice("broken_document") from error
    blocks, title, _images = read_html(repaired(html))
    check_length("".join(block.text for block in blocks))
    return Document(blocks, title, bool(pictures))


def _seen(pictures: list[bool]) -> dict[str, str]:
    pictures.append(True)
    return {"src": ""}


def _check(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if "word/document.xml" not in {part.filename for part in parts}:
                raise NotANotice("broken_document")
            xml = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
            # The sizes in the directory may lie: what is unpacked below is counted too.
            if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_WHOLE:
                raise NotANotice("too_large", values={"limit": str(_MAX_WHOLE // 1_000_000)})
            for part in xml:
                _check_part(archive, part)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        if isinstance(error, NotANotice):
            raise
        raise NotANotice("broken_document") from error


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with archive.open(part) as opened:
        content = opened.read(_MAX_PART + 1)
    if len(content) > _MAX_PART:
        raise NotANotice("too_large", values={"limit": str(_MAX_PART // 1_000_000)})
    plain = content.replace(b"\0", b"") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else content
    if _DECLARED.search(plain):
        raise NotANotice("unsafe_document")
