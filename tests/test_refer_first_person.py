"""Words of the first person in quotations."""

import pytest
from conftest import analysis, mentions, text_of, trees

from graphbuild.link.offices import Offices
from graphbuild.model import Span
from graphbuild.refer import first_person
from graphbuild.speech.reported import Speech

WE_GIVE = "Nous/PRON/nsubj/2 livrons/VERB/root/0 tout/PRON/obj/2"
THEY_GIVE = "Elles/PRON/nsubj/3 nous/PRON/iobj/3 livrent/VERB/root/0 tout/PRON/obj/3"
WITH_US = "Elles/PRON/nsubj/2 agissent/VERB/root/0 avec/ADP/case/4 nous/PRON/obl/2"
I_GIVE = "Je/PRON/nsubj/2 livre/VERB/root/0 tout/PRON/obj/2"
TO_ME = "Elles/PRON/nsubj/3 m'/PRON/iobj/3 attaquent/VERB/root/0"
OUR_TROOPS = "Nos/DET/det/2 troupes/NOUN/nsubj/3 agissent/VERB/root/0"
OUR_COAST = "Elles/PRON/nsubj/2 occupent/VERB/root/0 notre/DET/det/4 littoral/NOUN/obj/2"
OUR_LIVES = "Nos/DET/det/2 vies/NOUN/nsubj/3 importent/VERB/root/0"


def found(language, spec, speaker="Jean Dupont", quoted=True):
    """(text, entity, how) of the words of the first person in a sentence that somebody says after his name."""
    words = '"/PUNCT/x/1 ' + spec if quoted else spec
    sentences = trees("Dupont/PROPN/nsubj/2 parle/VERB/root/0", words)
    named = mentions(sentences[0], f"Dupont={speaker}")
    offices = Offices()
    offices.add("Jean Dupont", "président", "MLI")
    speeches = [Speech(Span(sentences[1].start, sentences[1].end), speaker)]
    made = first_person.find(analysis(*sentences), named, speeches, offices, language)
    assert all(text_of(*sentences)[m.start : m.end] == m.text for m in made)
    return [(m.text, m.entity, m.how) for m in made]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (WE_GIVE, [("Nous", "MLI", "self")]),
        (THEY_GIVE, [("nous", "MLI", "clitic")]),
        (WITH_US, [("nous", "MLI", "self")]),
        (I_GIVE, [("Je", "Jean Dupont", "self")]),
        (TO_ME, [("m'", "Jean Dupont", "clitic")]),
        (OUR_TROOPS, [("troupes", "MLI", "possessive")]),
        (OUR_COAST, [("littoral", "MLI", "possessive")]),
        (OUR_LIVES, []),
    ],
)
def test_i_am_the_speaker_and_we_are_his_country(spec, expected, french):
    assert found(french, spec) == expected


def test_a_country_that_speaks_is_we_but_not_i(french):
    assert found(french, WE_GIVE, speaker="NER") == [("Nous", "NER", "self")]
    assert found(french, I_GIVE, speaker="NER") == []


def test_nobody_known_speaks_for_no_country(french):
    assert found(french, WE_GIVE, speaker="Paul Durand") == []


def test_outside_quotation_marks_nobody_is_meant(french):
    assert found(french, WE_GIVE, quoted=False) == []
