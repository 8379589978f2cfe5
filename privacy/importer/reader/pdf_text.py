"""Reads the text of a PDF file with pdfplumber, where that extra is installed."""

import importlib
import io

from privacy.importer.reader.decoding import repaired
from privacy.importer.reader.document import NotANotice
from privacy.importer.reader.formats import Document
from privacy.importer.reader.limits import check_length
from privacy.importer.reader.text import read_text

_MAX_PAGES = 60


def read_pdf(data: bytes) -> Document:
    """Read a .pdf file; raise NotANotice for a damaged, protected, long or scanned one."""
    try:
        pdfplumber = importlib.import_module("pdfplumber")
    except ImportError as error:
        raise NotANotice("pdf_not_installed") from error
    pages: list[str] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as opened:
            if len(opened.pages) > _MAX_PAGES:
                raise NotANotice("broken_pdf")
            for page in opened.pages:
                pages.append(page.extract_text() or "")
                check_length("".join(pages))
                page.close()
    except NotANotice:
        raise
    except Exception as error:
        raise NotANotice("broken_pdf") from error
    text = repaired("\f".join(pages))
    if not text.strip():
        raise NotANotice("scanned_pdf")
    return Document(read_text(text))
