"""Cleans a text, once: what comes out is never changed again, because all offsets point into it."""

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\v\f\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""U+0080–009F are control characters that nobody means: they are cp1252's ’, œ and … read as Latin-1."""


def clean(text: str) -> str:
    r"""The text in NFC, with ``\n`` as the only line end, without control characters or lone surrogates.

    >>> clean("L\x92E\u0301tat\r\nma\x00jeur")
    'L’État\nmajeur'
    """
    text = _LINE_END.sub("\n", text)
    text = _CONTROL.sub("", text).translate(_C1)
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text))


def one_line(text: str) -> str:
    """A clean text without line breaks, tabs and outer spaces, for titles, names and ids."""
    return " ".join(clean(text).split())
