"""Who says so."""

import pytest
from conftest import scene, text_of, tree, trees

from graphbuild.model import Span
from graphbuild.speech import attribution
from graphbuild.speech.attribution import Speech, speaker_at


def speaker(spec, marks, word):
    sentence = tree(spec)
    speeches = attribution.find([sentence], [scene(sentence, *marks)])
    return speaker_at(speeches, text_of(sentence).index(word))


SAYS = (
    "Antony/PROPN/nsubj/3 Blinken/PROPN/flat/1 affirme/VERB/root/0 que/SCONJ/mark/6 Moscou/PROPN/nsubj/6 "
    "livre/VERB/ccomp/3 des/DET/det/8 chars/NOUN/obj/6"
)
BLINKEN, MOSCOW = "Antony Blinken=Antony Blinken", "Moscou=RUS:capital:Moscou"


def test_a_verb_of_speech_with_que():
    assert speaker(SAYS, [BLINKEN, MOSCOW], "livre") == "Antony Blinken"
    assert speaker(SAYS, [BLINKEN, MOSCOW], "affirme") is None


@pytest.mark.parametrize(
    "spec",
    [
        "Selon/ADP/case/2 Washington/PROPN/obl/5 ,/PUNCT/x/2 Moscou/PROPN/nsubj/5 livre/VERB/root/0 des/DET/det/7 chars/NOUN/obj/5",
        "Moscou/PROPN/nsubj/2 livre/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2 ,/PUNCT/x/2 selon/ADP/case/7 Washington/PROPN/obl/2",
        "Selon/ADP/case/3 un/DET/det/3 responsable/NOUN/obl/7 de/ADP/case/5 Washington/PROPN/nmod/3 ,/PUNCT/x/3 livre/VERB/root/0",
        "Moscou/PROPN/nsubj/2 livre/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2 ,/PUNCT/x/2 affirme/VERB/parataxis/2 Washington/PROPN/nsubj/6",
        "Moscou/PROPN/nsubj/2 livre/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2 ,/PUNCT/x/2 a/AUX/aux/7 affirmé/VERB/parataxis/2 hier/ADV/x/7 Washington/PROPN/nsubj/7",
        "Washington/PROPN/nsubj/2 affirme/VERB/root/0 :/PUNCT/x/2 Moscou/PROPN/nsubj/5 livre/VERB/ccomp/2 des/DET/det/7 chars/NOUN/obj/5",
        "Washington/PROPN/nsubj/2 affirme/VERB/root/0 avoir/AUX/aux/4 livré/VERB/xcomp/2 (livre)/X/x/4",
        "Washington/PROPN/nsubj/2 promet/VERB/root/0 de/ADP/mark/4 livrer/VERB/xcomp/2 (livre)/X/x/4",
    ],
)  # fmt: skip
def test_ways_to_say_who_says_so(spec):
    marks = [MOSCOW, "Washington=USA:capital:Washington"]
    marks.sort(key=lambda m: spec.find(m.split("=")[0]))
    marks = [m for m in marks if m.split("=")[0] in spec]
    assert speaker(spec, marks, "livre") == "USA"


@pytest.mark.parametrize(
    ("spec", "marks"),
    [
        ("Washington/PROPN/nsubj/2 livre/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2", ["Washington=USA:capital:Washington"]),
        ("Moscou/PROPN/nsubj/2 livre/VERB/root/0 Kiev/PROPN/obj/2 à/ADP/case/5 Minsk/PROPN/obl/2", [MOSCOW, "Kiev=UKR", "Minsk=BLR"]),
        ("Selon/ADP/case/2 Alep/PROPN/obl/5 ,/PUNCT/x/2 Moscou/PROPN/nsubj/5 livre/VERB/root/0", ["Alep=Alep", MOSCOW]),
        ("Selon/ADP/case/2 l'AFP/PROPN/obl/5 ,/PUNCT/x/2 Moscou/PROPN/nsubj/5 livre/VERB/root/0", ["AFP=AFP", MOSCOW]),
    ],
    ids=["no speech", "no verb of speech", "a place does not speak", "an agency carries words"],
)  # fmt: skip
def test_the_articles_own_voice(spec, marks, french):
    assert "AFP" in french.entities
    assert speaker(spec, marks, "livre") is None


def test_the_innermost_speaker_counts():
    speeches = [Speech(Span(0, 100), "USA"), Speech(Span(20, 60), "RUS"), Speech(Span(200, 300), "FRA")]
    assert [speaker_at(speeches, n) for n in (10, 30, 60, 150, 200, 300)] == ["USA", "RUS", "USA", None, "FRA", None]


def test_who_acts_speaks_only_where_nobody_else_does():
    speeches = [Speech(Span(0, 100), "USA"), Speech(Span(20, 60), "RUS"), Speech(Span(200, 300), "RUS")]
    assert [speaker_at(speeches, n, actor="RUS") for n in (30, 150, 200)] == ["USA", None, "RUS"]


QUOTED = (
    '"/PUNCT/x/3 Moscou/PROPN/nsubj/3 attaque/VERB/root/0 "/PUNCT/x/3 ,/PUNCT/x/3 a/AUX/aux/7 déclaré/VERB/parataxis/3 '
    "Antony/PROPN/nsubj/7 Blinken/PROPN/flat/8"
)


def speakers(specs, marks, words, paragraphs=()):
    sentences = trees(*specs, paragraphs=paragraphs)
    scenes = [scene(s, *m) for s, m in zip(sentences, marks, strict=True)]
    speeches = attribution.find(sentences, scenes)
    text = text_of(*sentences)
    return [speaker_at(speeches, text.index(word)) for word in words]


def test_a_quotation_goes_on_in_the_next_sentence():
    more = '"/PUNCT/x/3 Elle/PRON/nsubj/3 livre/VERB/root/0 des/DET/det/5 chars/NOUN/obj/3 "/PUNCT/x/3'
    found = speakers([QUOTED, more], [["Moscou=RUS", BLINKEN], []], ["attaque", "livre"])
    assert found == ["Antony Blinken", "Antony Blinken"]


def test_a_sentence_without_quotation_marks_is_the_articles_own():
    more = "Paris/PROPN/nsubj/2 livre/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2"
    found = speakers([QUOTED, more], [["Moscou=RUS", BLINKEN], ["Paris=FRA"]], ["attaque", "livre"])
    assert found == ["Antony Blinken", None]


def test_a_quotation_over_two_sentences_belongs_to_the_speaker_at_its_end():
    first = '"/PUNCT/x/3 Moscou/PROPN/nsubj/3 livre/VERB/root/0 des/DET/det/5 chars/NOUN/obj/3'
    second = (
        'Il/PRON/nsubj/2 attaque/VERB/root/0 "/PUNCT/x/2 ,/PUNCT/x/2 a/AUX/aux/6 déclaré/VERB/parataxis/2 '
        "Antony/PROPN/nsubj/6 Blinken/PROPN/flat/7"
    )
    found = speakers([first, second], [["Moscou=RUS"], [BLINKEN]], ["livre", "attaque"])
    assert found == ["Antony Blinken", "Antony Blinken"]


def test_a_mark_left_open_ends_with_its_paragraph():
    first = '"/PUNCT/x/3 Moscou/PROPN/nsubj/3 attaque/VERB/root/0'
    second = "Paris/PROPN/nsubj/2 livre/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2"
    assert speakers([first, second], [["Moscou=RUS"], ["Paris=FRA"]], ["livre"], (0, 1)) == [None]


def test_words_quoted_without_a_verb_of_speech_belong_to_who_spoke_just_before():
    more = (
        'Les/DET/det/2 soldats/NOUN/nsubj/4 "/PUNCT/x/4 livrent/VERB/root/0 nos/DET/det/6 chars/NOUN/obj/4 "/PUNCT/x/4'
    )
    assert speakers([QUOTED, more], [["Moscou=RUS", BLINKEN], []], ["livrent", "soldats"]) == ["Antony Blinken", None]


def test_a_quoted_term_is_no_speech():
    more = 'Une/DET/det/3 "/PUNCT/x/3 livraison/NOUN/root/0 "/PUNCT/x/3 arrive/VERB/x/3'
    assert speakers([QUOTED, more], [["Moscou=RUS", BLINKEN], []], ["livraison"]) == [None]


def test_a_mark_that_the_model_glues_to_a_word_opens_too():
    more = 'Il/PRON/nsubj/2 parle/VERB/root/0 d\'"un/DET/det/4 plan/NOUN/obl/2 de/ADP/x/6 paix/NOUN/nmod/4 "/PUNCT/x/4'
    own = "Paris/PROPN/nsubj/2 livre/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2"
    assert speakers([QUOTED, more, own], [["Moscou=RUS", BLINKEN], [], ["Paris=FRA"]], ["livre"]) == [None]
