"""Which other triggers stand around one."""

from conftest import scene, speaking, tree, trigger

from graphbuild.clause import triggers
from graphbuild.extract import context

ACCUSE = trigger("accuses", verbs=("dénoncer",), source=("subject",), target=("object",))
ATTACK = trigger("attacks", nouns=("attaque",), source=("de",), target=("contre",))
DENOUNCED = "Oslo/PROPN/nsubj/2 dénonce/VERB/root/0 une/DET/det/4 attaque/NOUN/obj/2"


def around(spec, *some):
    sentence = tree(spec)
    language = speaking(*some)
    fired = list(triggers.find(sentence, language))
    made = scene(sentence, language=language)
    return {o.trigger.relation: dict(context.of(made, o, fired)) for o in fired}


def test_a_trigger_under_another():
    found = around(DENOUNCED, ACCUSE, ATTACK)
    assert found["attacks"]["attacks under accuses"] == 1.0
    assert found["attacks"]["after verbal conflict"] == 1.0
    assert found["accuses"]["accuses over attacks"] == 1.0
    assert found["accuses"]["before material conflict"] == 1.0


def test_a_trigger_alone():
    assert around(DENOUNCED, ATTACK)["attacks"] == {"alone": 1.0}
