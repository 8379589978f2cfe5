"""Bytes become text: any encoding, mojibake repaired, signs that nobody sees taken away."""

import codecs
import re
import unicodedata

import ftfy
from charset_normalizer import from_bytes

from privacy.importer.reader.document import NotANotice

_BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_LEGACY = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LINES = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_ENDLESS = re.compile(r"(\S{200})\S+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# UTF-8 read as a one-byte encoding: Ã¤, Ã¶, â€“; ftfy is asked only when this is seen.
_MOJIBAKE = re.compile(r"[ÃÂâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|√[§∂•Ñ]|├[ñÂ]")


def decoded(data: bytes) -> str:
    """Decode a text file; raise NotANotice (binary) for what is no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if data[:400].count(0) > len(data[:400]) // 4:
        return _strictly(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    if b"\0" in data:
        raise NotANotice("binary")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotANotice("binary") from error


def _legacy(data: bytes) -> str:
    declared = _DECLARED.search(data[:2000])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    if sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data[:4000]) > len(data[:4000]) // 50:
        raise NotANotice("binary")
    best = from_bytes(data, cp_isolation=_LEGACY).best()
    return str(best) if best else data.decode("cp1252", errors="replace")


def has_mojibake(text: str) -> bool:
    """Say whether letters of a text were broken by a wrong encoding."""
    return bool(_MOJIBAKE.search(text)) and ftfy.fix_encoding(text) != text


def repaired(text: str) -> str:
    """Repair mojibake, compose letters, and turn hard spaces, soft hyphens and the like into what a reader sees."""
    if _MOJIBAKE.search(text):
        text = ftfy.fix_encoding(text)
    return visible(_LINES.sub("\n", text))


def visible(text: str) -> str:
    """Turn hard spaces into spaces and take away signs that nobody sees."""
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def shortened(text: str) -> str:
    """Cut endless words, which no search for facts should run over again and again."""
    return _ENDLESS.sub(r"\1", text)
