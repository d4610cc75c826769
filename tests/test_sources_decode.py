"""Bytes to text: the rule of byte order mark, UTF-8, cp1252."""

import pytest

from graphbuild.sources.decode import decode, is_binary, lines

TEXT = "L’Élysée a reçu « l’émissaire » de Côte d’Ivoire, à l’œuvre."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_every_usual_encoding_is_read(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_marks_are_not_part_of_the_text(encoding):
    assert decode(("\ufeff" + TEXT).encode(encoding)) == TEXT


def test_latin_1_is_read():
    assert decode("à Nîmes, déjà".encode("latin-1")) == "à Nîmes, déjà"


def test_bytes_that_no_encoding_knows_are_marked():
    assert decode(b"\x81\xe9t\xe9") == "\ufffdété"


def test_one_bad_line_does_not_spoil_the_others():
    assert lines("déjà\n".encode() + "été\n".encode("cp1252") + "à".encode()) == ["déjà", "été", "à"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_lines_of_marked_encodings(encoding):
    assert lines("déjà\nété".encode(encoding)) == ["déjà", "été"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", False),
        (TEXT.encode(), False),
        (TEXT.encode("utf-16"), False),
        (b"un\tdeux\r\n\ftrois", False),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", True),
        (b"PK\x03\x04\x14\x00\x06\x00", True),
        (bytes(range(1, 32)) * 20, True),
    ],
)
def test_is_binary(data, expected):
    assert is_binary(data) is expected
