"""Turns the bytes of a file into text."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16's, which it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes) -> str:
    """The text: by its byte order mark, else as UTF-8, else as cp1252. Never by guessing, which reads à as ŕ."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def lines(data: bytes) -> list[str]:
    """The lines, each decoded by itself where the encoding allows it: one bad byte spoils one line, not all."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return decode(data).split("\n")
    return [decode(line) for line in data.split(b"\n")]


def is_binary(data: bytes) -> bool:
    """Whether this was never text: it has NULs, or more than a few control characters."""
    text = decode(data)
    return "\0" in text or len(_CONTROL.findall(text)) > len(text) / 20
