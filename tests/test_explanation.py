"""Why a text gives what it gives."""

import pytest

import graphbuild as gb
from graphbuild.errors import DataError
from graphbuild.extract import candidates, decide
from graphbuild.extract.decide import Decision

TEXT = "La Russie a livré des missiles à l'Iran. L'armée israélienne n'a pas bombardé Téhéran."


@pytest.fixture(scope="module")
def told():
    return gb.explain(TEXT)


def lines(text, kind):
    return [line.strip() for line in text.splitlines() if line.strip().startswith(kind)]


def test_sentences_are_told_one_after_the_other(told):
    heads = [line for line in told.splitlines() if line and not line.startswith(" ")]
    assert heads == ["La Russie a livré des missiles à l'Iran.", "L'armée israélienne n'a pas bombardé Téhéran."]


def test_mentions_are_told(told):
    assert "mention    'Russie' is RUS (country, name)" in told
    assert "mention    'israélienne' is ISR (country, adjective)" in told
    assert len(lines(told, "mention")) == 4


def test_arguments_are_told(told):
    assert "argument   'Russie' carried by 'Russie', bare" in told
    assert "argument   'Iran' carried by 'Iran', behind 'à'" in told
    assert "argument   'israélienne' carried by 'armée', bare" in told


def test_triggers_are_told_with_what_fits_their_slots(told):
    assert "trigger    'livré' for sends_weapons_to/livrer (verb)" in told
    block = told.split("for sends_weapons_to/livrer (verb)")[1]
    assert "source   'Russie' (subject, by the parse)" in block
    assert "target   'Iran' (à" in block


def test_statements_are_told(told):
    said = lines(told, "statement")
    assert any("RUS sends_weapons_to IRN: asserted [sends_weapons_to/livrer]" in line for line in said)
    assert any("ISR attacks Téhéran: asserted, denied" in line for line in said)


def test_the_statements_told_are_those_that_are_built(told):
    graph = gb.build([TEXT], progress=False)
    assert len(lines(told, "statement")) == len(graph.statements())


def test_what_was_turned_down_is_told_with_the_reason(monkeypatch):
    def refuse(scene, fired, ranking, least):
        return [Decision(c, None, "just so") for one in fired for c in candidates.find(scene, one)]

    monkeypatch.setattr(decide, "decide", refuse)
    told = gb.explain("La Russie a livré des missiles à l'Iran.")
    assert "rejected   RUS sends_weapons_to IRN (sends_weapons_to/livrer): just so" in lines(told, "rejected")
    assert lines(told, "statement") == []


def test_a_trigger_that_finds_nobody_is_told():
    told = gb.explain("La Russie a bombardé hier encore.")
    assert "nothing fits object" in told
    assert "no pair of arguments fits it" in told


def test_attribution_is_told():
    told = gb.explain("Antony Blinken affirme que la Russie a livré des missiles à l'Iran.")
    assert ", says Antony Blinken" in told


def test_a_text_without_anything_is_only_its_sentences():
    assert gb.explain("Il fait beau aujourd'hui dans le jardin.").strip() == "Il fait beau aujourd'hui dans le jardin."


def test_a_text_that_cannot_be_read_says_why():
    assert gb.explain("   ").startswith("nothing was read: ")


def test_a_folder_that_does_not_exist():
    with pytest.raises(DataError, match="nowhere"):
        gb.explain(TEXT, extend="/nowhere")


def test_the_same_text_is_told_the_same_way(told):
    assert gb.explain(TEXT) == told
