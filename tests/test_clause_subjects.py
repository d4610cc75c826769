"""Who acts, where the parse is lost: by what touches the verb, over what stands aside. All labels here are blank."""

import pytest
from conftest import occurrence, scene, tree, trigger

from graphbuild.clause.slots import fill

FRA, DEU, POL, RUS = "France=FRA", "Allemagne=DEU", "Pologne=POL", "Russie=RUS"


def flat(spec):
    entries = [e if "/" in e else f"{e}/{'PROPN' if e[0].isalpha() else 'PUNCT'}" for e in spec.split()]
    return tree(" ".join(f"{e}/x/1" for e in entries))


def fits(spec, marks, slot, verb="accuser"):
    sentence = flat(spec)
    one = trigger("accuses", verbs=(verb,))
    return [f.argument.mention.entity for f in fill(scene(sentence, *marks), occurrence(sentence, one), [slot])]


@pytest.mark.parametrize(
    ("spec", "marks", "source", "target"),
    [
        ("France , qui/PRON reçoit/VERB Allemagne , accuse/VERB Russie", [FRA, DEU, RUS], "FRA", "RUS"),
        (
            "France , dont/PRON le/DET chef/NOUN reçoit/VERB Allemagne , accuse/VERB Russie",
            [FRA, DEU, RUS],
            "FRA",
            "RUS",
        ),
        ("France , selon/ADP Allemagne , accuse/VERB Russie", [FRA, DEU, RUS], "FRA", "RUS"),
        ("France , eux/PRON , accusent/ADV la/DET Russie", [FRA, RUS], "FRA", "RUS"),
        ("France ( amie/ADJ de/ADP Allemagne ) accuse/VERB Russie", [FRA, DEU, RUS], "FRA", "RUS"),
        ("France , amie/ADJ de/ADP Allemagne , accuse/NOUN la/DET Russie", [FRA, DEU, RUS], "FRA", "RUS"),
        ("France , que/PRON accuse/NOUN la/DET Russie , tient/VERB", [FRA, RUS], "RUS", "FRA"),
        ("France , que/PRON la/DET Russie accuse/VERB , tient/VERB", [FRA, RUS], "RUS", "FRA"),
        ("France menace/VERB Pologne et/CCONJ accuse/VERB Russie", [FRA, POL, RUS], "FRA", "RUS"),
        ("France a/AUX , elle/PRON aussi/ADV , accusé/VERB Russie", [FRA, RUS], "FRA", "RUS"),
        ("France a/AUX menacé/VERB Pologne et/CCONJ accusé/VERB Russie", [FRA, POL, RUS], "FRA", "RUS"),
        ("France veut/VERB accuser/VERB Russie", [FRA, RUS], "FRA", "RUS"),
        ("Après/ADP avoir/AUX accusé/VERB Russie , France attend/VERB", [RUS, FRA], "FRA", "RUS"),
        ("En/ADP accusant/VERB Russie , France attend/VERB", [RUS, FRA], "FRA", "RUS"),
        ("France attend/VERB sans/ADP accuser/VERB Russie", [FRA, RUS], "FRA", "RUS"),
        ("Accusée/VERB par/ADP Russie de/ADP tarder/VERB , France attend/VERB", [RUS, FRA], "RUS", "FRA"),
        ("France s'/PRON est/AUX fait/VERB accuser/VERB par/ADP Russie", [FRA, RUS], "RUS", "FRA"),
        ("France risque/VERB de/ADP se/PRON voir/VERB accuser/VERB par/ADP Russie", [FRA, RUS], "RUS", "FRA"),
        ("France refuse/VERB -t-il/PRON d'/ADP accuser/VERB Russie", [FRA, RUS], "FRA", "RUS"),
        ("France accuse/VERB depuis/ADP 2019/NUM la/DET Russie", [FRA, RUS], "FRA", "RUS"),
        ("France accuse/VERB , dans/ADP un/DET texte/NOUN , la/DET Russie", [FRA, RUS], "FRA", "RUS"),
        ("France accuse/VERB au/ADP contraire/NOUN la/DET Russie", [FRA, RUS], "FRA", "RUS"),
    ],
)
def test_who_accuses_whom(spec, marks, source, target):
    assert fits(spec, marks, "subject")[:1] == [source]
    assert fits(spec, marks, "object")[:1] == [target]


@pytest.mark.parametrize(
    ("spec", "marks"),
    [
        ("Si/SCONJ Pologne bouge/VERB , nous/PRON accuserons/VERB Russie", [POL, RUS]),
        ("Pologne bouge/VERB , on/PRON accuse/VERB Russie", [POL, RUS]),
        ("un/DET ami/NOUN de/ADP Pologne ayant/AUX accusé/VERB Russie", [POL, RUS]),
    ],
    ids=["nous", "on", "gerund of another noun"],
)
def test_nobody_where_the_verb_shows_another_subject(spec, marks):
    assert fits(spec, marks, "subject") == []


@pytest.mark.parametrize(
    "spec",
    [
        "France accuse/VERB le/DET voisin/NOUN de/ADP la/DET Russie",
        "France accuse/VERB devant/ADP la/DET Russie",
        "France accuse/VERB , la/DET Russie attend/VERB",
        "France accuse/VERB de/ADP vouloir/VERB attaquer/VERB la/DET Russie",
    ],
)
def test_no_object_behind_another_noun_or_clause(spec):
    assert "RUS" not in fits(spec, [FRA, RUS], "object")


def test_who_receives_what_he_has_sent_to_him():
    spec = "France s'/PRON est/AUX fait/VERB livrer/VERB des/DET chars/NOUN par/ADP Russie"
    assert fits(spec, [FRA, RUS], "à", "livrer") == ["FRA"]
    assert fits(spec, [FRA, RUS], "subject", "livrer") == ["RUS"]
