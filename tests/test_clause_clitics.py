"""Object pronouns and the verb that they lean on."""

import pytest
from conftest import occurrence, scene, tree, trigger

from graphbuild.clause import clitics
from graphbuild.clause.groups import continues
from graphbuild.clause.slots import fill

GAVE = "Elle/PRON/nsubj/4 lui/PRON/iobj/4 a/AUX/aux:tense/4 livré/VERB/root/0 des/DET/det/6 chars/NOUN/obj/4"
CONDEMNED = "Elle/PRON/nsubj/4 l'/PRON/obj/4 a/AUX/aux:tense/4 condamné/VERB/root/0"


@pytest.mark.parametrize(
    ("spec", "pronoun", "verb"),
    [
        (GAVE, "lui", "livré"),
        (CONDEMNED, "l'", "condamné"),
        (
            "Elle/PRON/nsubj/2 refuse/VERB/root/0 de/ADP/mark/5 le/DET/det/5 reconnaître/NOUN/xcomp/2",
            "le",
            "reconnaître",
        ),
        ("Elle/PRON/nsubj/3 y/PRON/x/3 a/VERB/root/0 urgence/NOUN/obj/3", "y", None),
        ("Elle/PRON/nsubj/2 attaque/VERB/root/0 la/DET/det/4 ville/NOUN/obj/2", "la", None),
        ("Elle/PRON/nsubj/2 part/VERB/root/0 en/ADP/mark/4 attaquant/VERB/advcl/2", "en", None),
    ],
)
def test_the_verb_that_a_pronoun_leans_on(spec, pronoun, verb, french):
    tokens = tree(spec).tokens
    k = next(n for n, t in enumerate(tokens) if t.text == pronoun)
    found = clitics.host(tokens, k, french)
    assert (tokens[found].text if found is not None else None) == verb


@pytest.mark.parametrize(
    ("spec", "mark", "verb", "slot", "expected"),
    [
        (GAVE, "lui=MLI:clitic", "livrer", "à", ["MLI"]),
        (GAVE, "lui=MLI:clitic", "livrer", "object", []),
        (CONDEMNED, "l'=MLI:clitic", "condamner", "object", ["MLI"]),
    ],
)
def test_a_pronoun_fills_the_slot_of_its_case(spec, mark, verb, slot, expected):
    sentence = tree(spec)
    made = scene(sentence, mark)
    fits = fill(made, occurrence(sentence, trigger("attacks", verbs=(verb,))), [slot])
    assert [f.argument.mention.entity for f in fits] == expected


def test_an_object_pronoun_is_no_subject():
    sentence = tree(GAVE)
    made = scene(sentence, "lui=MLI:clitic")
    assert fill(made, occurrence(sentence, trigger("attacks", verbs=("livrer",))), ["subject"]) == []


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Puis/ADV/x/2 expulsé/VERB/root/0 un/DET/det/4 diplomate/NOUN/obj/2", True),
        ("A/AUX/x/3 aussi/ADV/x/3 expulsé/VERB/root/0 un/DET/det/5 diplomate/NOUN/obj/3", True),
        ("Expulsé/VERB/root/0 jeudi/NOUN/x/1", False),
        ("Paris/PROPN/nsubj/3 a/AUX/x/3 expulsé/VERB/root/0", False),
    ],
)
def test_a_sentence_without_a_subject_goes_on(spec, expected, french):
    tokens = tree(spec).tokens
    verb = next(n for n, t in enumerate(tokens) if t.lower == "expulsé")
    assert continues(tokens, verb, french) is expected
