"""What cleaning changes, and that it changes nothing twice."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.sources.clean import clean, one_line

ANY_TEXT = st.text(st.characters() | st.characters(categories=["Cs", "Cc", "Mn", "Zl", "Zp"]))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("un\r\ndeux\rtrois\nquatre", "un\ndeux\ntrois\nquatre"),
        ("un\u2028deux\u2029trois\fquatre", "un\ndeux\ntrois\nquatre"),
        ("l'E\u0301tat", "l'État"),
        ("e\x01\u0301", "é"),
        ("Mos\x00cou\x07", "Moscou"),
        ("l\x92\x9cuvre\x85", "l’œuvre…"),
        ("une\tcolonne", "une\tcolonne"),
        ("\ud83d Kiev", "\ufffd Kiev"),
        ("« l’OTAN »\u00a0: 10\u202f%", "« l’OTAN »\u00a0: 10\u202f%"),
        ("  deux  espaces  ", "  deux  espaces  "),
    ],
)
def test_clean(given, expected):
    assert clean(given) == expected


@settings(deadline=None)
@given(ANY_TEXT)
def test_clean_text_is_clean_and_stays_so(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not [c for c in once if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]
    once.encode()


def test_one_line():
    assert one_line("  Un titre\r\n\tsur deux  lignes ") == "Un titre sur deux lignes"
