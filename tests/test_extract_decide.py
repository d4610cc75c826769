"""Which candidates of a sentence count as said."""

from conftest import mentions, scene, speaking, tree, trigger

from graphbuild.clause import triggers
from graphbuild.extract import candidates
from graphbuild.extract.decide import FAR, by_rules


def decided(spec, marks, *some):
    sentence = tree(spec)
    language = speaking(*some)
    made = scene(sentence, *marks, language=language)
    verdicts = list(by_rules(c for o in triggers.find(sentence, language) for c in candidates.find(made, o)))

    def name(c):
        return c.source.mention.entity, c.occurrence.trigger.relation, c.target.mention.entity

    taken = sorted(name(v.candidate) for v in verdicts if v.reason is None)
    return taken, sorted((*name(v.candidate), v.reason) for v in verdicts if v.reason is not None)


ATTACK = trigger("attacks", verbs=("attaquer",), source=("subject",), target=("object",))
TALK = trigger("talks_with", verbs=("négocier",), together=("subject",), source=("subject",), target=("avec",))
WAR = trigger("in_conflict_with", nouns=("guerre",), together=("entre",))


def test_coordinated_arguments_are_spread_out():
    spec = (
        "Paris/PROPN/nsubj/4 et/CCONJ/cc/3 Berlin/PROPN/conj/1 attaquent/VERB/root/0 Moscou/PROPN/obj/4 et/CCONJ/cc/7 "
        "Minsk/PROPN/conj/5"
    )
    taken, rejected = decided(spec, ["Paris=FRA", "Berlin=DEU", "Moscou=RUS", "Minsk=BLR"], ATTACK)
    assert taken == [(a, "attacks", b) for a in ("DEU", "FRA") for b in ("BLR", "RUS")]
    assert rejected == []


def test_two_that_do_something_together():
    spec = "Paris/PROPN/nsubj/4 et/CCONJ/cc/3 Berlin/PROPN/conj/1 négocient/VERB/root/0"
    assert decided(spec, ["Paris=FRA", "Berlin=DEU"], TALK)[0] == [("FRA", "talks_with", "DEU")]


def test_what_two_do_to_each_other_is_done_both_ways():
    one = trigger("accuses", verbs=("s'accuser",), together=("subject",))
    spec = "Paris/PROPN/nsubj/5 et/CCONJ/cc/3 Berlin/PROPN/conj/1 s'/PRON/x/5 accusent/VERB/root/0"
    taken, _ = decided(spec, ["Paris=FRA", "Berlin=DEU"], one)
    assert taken == [("DEU", "accuses", "FRA"), ("FRA", "accuses", "DEU")]


def test_three_that_do_something_together_are_three_pairs():
    spec = (
        "La/DET/det/2 guerre/NOUN/root/0 entre/ADP/case/4 Paris/PROPN/nmod/2 ,/PUNCT/x/6 Berlin/PROPN/conj/4 et/CCONJ/cc/8 "
        "Rome/PROPN/conj/4"
    )
    assert len(decided(spec, ["Paris=FRA", "Berlin=DEU", "Rome=ITA"], WAR)[0]) == 3


def test_a_compound_demonym_is_two_actors():
    one = trigger("cooperates_with", nouns=("coopération",), together=("adjective",))
    spec = "La/DET/det/2 coopération/NOUN/root/0 russo/ADJ/amod/2 -/PUNCT/x/3 turque/ADJ/amod/2"
    assert decided(spec, ["russo=RUS:prefix", "turque=TUR:adjective"], one)[0] == [("RUS", "cooperates_with", "TUR")]


def test_nobody_does_anything_to_himself():
    spec = "Moscou/PROPN/nsubj/2 attaque/VERB/root/0 la/DET/det/4 Russie/PROPN/obj/2"
    assert decided(spec, ["Moscou=RUS:capital:Moscou", "Russie=RUS"], ATTACK) == ([], [])


def test_types_must_fit_the_relation(french):
    one = trigger("member_of", verbs=("rejoindre",), source=("subject",), target=("object",))
    spec = "Paris/PROPN/nsubj/2 rejoint/VERB/root/0 Berlin/PROPN/obj/2"
    assert decided(spec, ["Paris=FRA", "Berlin=DEU"], one) == ([], [])
    assert decided(spec.replace("Berlin", "l'Otan"), ["Paris=FRA", "Otan=NATO"], one)[0] == [
        ("FRA", "member_of", "NATO")
    ]


def test_a_capital_in_an_actors_slot_is_the_government(french):
    assert french.entities["Paris"].capital_of == "FRA"
    one = trigger("accuses", verbs=("accuser",), source=("subject",), target=("object",))
    spec = "Moscou/PROPN/nsubj/2 accuse/VERB/root/0 Paris/PROPN/obj/2"
    assert decided(spec, ["Moscou=Moscou", "Paris=Paris"], one)[0] == [("RUS", "accuses", "FRA")]


def test_a_capital_that_is_attacked_stays_a_town():
    spec = "Moscou/PROPN/nsubj/2 attaque/VERB/root/0 Kiev/PROPN/obj/2"
    assert decided(spec, ["Moscou=Moscou", "Kiev=Kiev"], ATTACK)[0] == [("RUS", "attacks", "Kiev")]


def test_better_arguments_push_others_out():
    one = trigger("sends_weapons_to", verbs=("livrer",), source=("subject",), target=("à", "pour"))
    spec = (
        "Paris/PROPN/nsubj/2 livre/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2 à/ADP/case/6 Kiev/PROPN/obl:arg/2 "
        "pour/ADP/case/8 Minsk/PROPN/x/6"
    )
    taken, rejected = decided(spec, ["Paris=FRA", "Kiev=UKR", "Minsk=BLR"], one)
    assert taken == [("FRA", "sends_weapons_to", "UKR")]
    assert rejected == [("FRA", "sends_weapons_to", "BLR", "other arguments fit this trigger better")]


def test_arguments_far_apart_need_the_parse():
    one = trigger("attacks", verbs=("attaquer",), source=("topic",), target=("object",))

    def apart(count, label):
        words = " ".join(f"mot{n}/ADV/x/2" for n in range(count))
        spec = f"Paris/PROPN/x/2 attaque/VERB/root/0 {words} Minsk/PROPN/{label}/2"
        return decided(spec, ["Paris=FRA", "Minsk=BLR"], one)

    assert apart(FAR, "x") == ([("FRA", "attacks", "BLR")], [])
    reason = f"only the order of words ties the arguments, and one is {FAR + 1} words away"
    assert apart(FAR + 1, "x") == ([], [("FRA", "attacks", "BLR", reason)])
    assert apart(FAR + 1, "obj") == ([("FRA", "attacks", "BLR")], [])


def test_the_trigger_that_asks_for_more_words_knows_better():
    arms = frozenset({"chars"})
    plain = trigger("trades_with", verbs=("livrer",), source=("subject",), target=("à",))
    exact = trigger("sends_weapons_to", verbs=("livrer",), source=("subject",), target=("à",), needs=arms)
    spec = "Paris/PROPN/nsubj/2 livre/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2 à/ADP/case/6 Kiev/PROPN/obl:arg/2"
    for order in ((plain, exact), (exact, plain)):
        taken, rejected = decided(spec, ["Paris=FRA", "Kiev=UKR"], *order)
        assert taken == [("FRA", "sends_weapons_to", "UKR")]
        assert rejected == [("FRA", "trades_with", "UKR", "the same word says sends_weapons_to more precisely")]


def test_nothing_gives_nothing():
    assert list(by_rules([])) == []
    assert mentions(tree("Paris/PROPN/root/0")) == []
