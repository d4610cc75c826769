"""How a sentence presents what its trigger says."""

import pytest
from conftest import occurrence, speaking, tree, trigger

from graphbuild.extract import modality

SEND = trigger("sends_weapons_to", verbs=("livrer",))
SUPPLY = trigger("sends_weapons_to", nouns=("livraison",))
MEMBER = trigger("member_of", nouns=("membre",))
ALLY = trigger("allied_with", adjectives=("allié",))


def judged(spec, one=SEND):
    sentence = tree(spec)
    found, polarity = modality.judge(sentence.tokens, occurrence(sentence, one), speaking(one))
    return str(found) if polarity == "positive" else f"not {found}"


VERBS = [
    ("La/DET/det/2 Russie/PROPN/nsubj/3 livre/VERB/root/0 des/DET/det/5 chars/NOUN/obj/3", "asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 livrait/VERB/root/0 des/DET/det/5 chars/NOUN/obj/3", "asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 livra/VERB/root/0 des/DET/det/5 chars/NOUN/obj/3", "asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 a/AUX/aux:tense/4 livré/VERB/root/0 des/DET/det/6 chars/NOUN/obj/4", "asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 avait/AUX/aux:tense/4 livré/VERB/root/0 des/DET/det/6 chars/NOUN/obj/4", "asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 livrera/VERB/root/0 des/DET/det/5 chars/NOUN/obj/3", "planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 aura/AUX/aux:tense/4 livré/VERB/root/0 des/DET/det/6 chars/NOUN/obj/4", "planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 va/VERB/root/0 livrer/VERB/xcomp/3 des/DET/det/6 chars/NOUN/obj/4", "planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 doit/VERB/root/0 livrer/VERB/xcomp/3 des/DET/det/6 chars/NOUN/obj/4", "planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 veut/VERB/root/0 livrer/VERB/xcomp/3 des/DET/det/6 chars/NOUN/obj/4", "planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 a/AUX/aux:tense/4 promis/VERB/root/0 de/ADP/mark/6 livrer/VERB/xcomp/4", "planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 est/AUX/cop/4 prête/ADJ/root/0 à/ADP/mark/6 livrer/VERB/xcomp/4", "planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 n'/ADV/x/4 a/VERB/root/0 pas/ADV/x/4 l'/DET/det/7 intention/NOUN/obj/4 de/ADP/mark/9 livrer/VERB/acl/7", "not planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 n'/ADV/x/4 a/VERB/root/0 aucun/DET/det/6 intérêt/NOUN/obj/4 à/ADP/mark/8 livrer/VERB/acl/6", "not possible"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 a/VERB/root/0 intérêt/NOUN/obj/3 à/ADP/mark/6 livrer/VERB/acl/4", "possible"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 pourrait/VERB/root/0 livrer/VERB/xcomp/3", "possible"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 peut/VERB/root/0 livrer/VERB/xcomp/3", "possible"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 risque/VERB/root/0 de/ADP/mark/5 livrer/VERB/xcomp/3", "possible"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 livrerait/VERB/root/0 des/DET/det/5 chars/NOUN/obj/3", "possible"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 aurait/AUX/aux:tense/4 livré/VERB/root/0 des/DET/det/6 chars/NOUN/obj/4", "possible"),
    ("La/DET/det/2 Russie/PROPN/nsubj/6 n'/ADV/advmod/6 a/AUX/aux:tense/6 pas/ADV/advmod/6 encore/ADV/advmod/6 livré/VERB/root/0", "not asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 ne/ADV/advmod/4 livre/VERB/root/0 pas/ADV/advmod/4 de/DET/det/7 chars/NOUN/obj/4", "not asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 ne/ADV/advmod/4 livre/VERB/root/0 aucun/DET/det/6 char/NOUN/obj/4", "not asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 ne/ADV/advmod/4 livrera/VERB/root/0 jamais/ADV/advmod/4", "not planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 ne/ADV/advmod/4 va/VERB/root/0 pas/ADV/advmod/4 livrer/VERB/xcomp/4", "not planned"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 refuse/VERB/root/0 de/ADP/mark/5 livrer/VERB/xcomp/3", "not asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 a/AUX/aux:tense/4 cessé/VERB/root/0 de/ADP/mark/6 livrer/VERB/xcomp/4", "not asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 dément/VERB/root/0 avoir/AUX/aux/5 livré/VERB/xcomp/3", "not asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/3 agit/VERB/root/0 sans/ADP/mark/5 livrer/VERB/advcl/3", "not asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 n'/ADV/advmod/4 exclut/VERB/root/0 pas/ADV/advmod/4 de/ADP/mark/7 livrer/VERB/xcomp/4", "possible"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 ne/ADV/advmod/4 livre/VERB/root/0 que/ADV/advmod/4 des/DET/det/7 chars/NOUN/obj/4", "asserted"),
    ("Paris/PROPN/nsubj/2 exige/VERB/root/0 que/SCONJ/mark/5 Moscou/PROPN/nsubj/5 livre/VERB/ccomp/2", "requested"),
    ("Paris/PROPN/nsubj/2 exhorte/VERB/root/0 Moscou/PROPN/obj/2 à/ADP/mark/5 livrer/VERB/xcomp/2", "requested"),
    ("Paris/PROPN/nsubj/2 craint/VERB/root/0 que/SCONJ/mark/5 Moscou/PROPN/nsubj/5 livre/VERB/ccomp/2", "possible"),
    ("Paris/PROPN/nsubj/2 dément/VERB/root/0 que/SCONJ/mark/5 Moscou/PROPN/nsubj/5 livre/VERB/ccomp/2", "not asserted"),
    ("Paris/PROPN/nsubj/2 exclut/VERB/root/0 que/SCONJ/mark/5 Moscou/PROPN/nsubj/5 livre/VERB/ccomp/2", "not asserted"),
    ("Paris/PROPN/nsubj/2 affirme/VERB/root/0 que/SCONJ/mark/5 Moscou/PROPN/nsubj/5 livre/VERB/ccomp/2", "asserted"),
    ("Moscou/PROPN/nsubj/3 a/AUX/x/3 annoncé/VERB/root/0 qu'/SCONJ/mark/6 elle/PRON/nsubj/6 livrerait/VERB/ccomp/3", "planned"),
    ("Si/SCONJ/mark/3 Moscou/PROPN/nsubj/3 livrait/VERB/advcl/8 des/DET/det/5 chars/NOUN/obj/3 ,/PUNCT/x/3 Paris/PROPN/nsubj/8 réagirait/VERB/root/0", "hypothetical"),
    ("Paris/PROPN/nsubj/2 réagira/VERB/root/0 si/SCONJ/mark/5 Moscou/PROPN/nsubj/5 livre/VERB/advcl/2 des/DET/det/7 chars/NOUN/obj/5", "hypothetical"),
    ("Paris/PROPN/nsubj/2 agit/VERB/root/0 même/ADV/x/4 si/SCONJ/mark/6 Moscou/PROPN/nsubj/6 livre/VERB/advcl/2", "asserted"),
    ("Si/SCONJ/mark/3 Moscou/PROPN/nsubj/3 attaquait/VERB/advcl/6 ,/PUNCT/x/3 Paris/PROPN/nsubj/6 livrerait/VERB/root/0", "hypothetical"),
    ("Paris/PROPN/nsubj/2 livrera/VERB/root/0 des/DET/det/4 chars/NOUN/obj/2 si/SCONJ/mark/7 Moscou/PROPN/nsubj/7 attaque/VERB/advcl/2", "hypothetical"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 a/AUX/aux:tense/4 pu/VERB/root/0 livrer/VERB/xcomp/4", "asserted"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 aurait/AUX/aux:tense/4 pu/VERB/root/0 livrer/VERB/xcomp/4", "possible"),
    ("La/DET/det/2 Russie/PROPN/nsubj/4 a/AUX/x/4 tenté/VERB/root/0 en/ADP/x/6 vain/ADJ/x/4 de/ADP/mark/8 livrer/VERB/xcomp/4", "not asserted"),
    ("Moscou/PROPN/root/0 compte/NOUN/appos/1 livrer/VERB/acl/2 des/DET/det/5 chars/NOUN/obj/3", "planned"),
    ("Moscou/PROPN/nsubj/3 les/DET/det/3 forces/NOUN/root/0 pour/ADP/mark/5 livrer/VERB/acl/3", "asserted"),
    ("Moscou/PROPN/nsubj/2 cesse/VERB/root/0 de/ADP/mark/4 parler/VERB/xcomp/2 pour/ADP/mark/6 livrer/VERB/advcl/2", "asserted"),
    ("Moscou/PROPN/nsubj/3 est/AUX/x/3 arrêté/VERB/root/0 parce/ADV/x/7 qu'/SCONJ/mark/7 il/PRON/nsubj/7 livre/VERB/advcl/3", "asserted"),
    ("Si/SCONJ/mark/3 Moscou/PROPN/nsubj/3 agit/VERB/advcl/6 ,/PUNCT/x/3 Paris/PROPN/nsubj/6 livre/VERB/root/0", "asserted"),
    ("Si/SCONJ/mark/3 Moscou/PROPN/nsubj/3 livre/VERB/advcl/6 ,/PUNCT/x/3 Paris/PROPN/nsubj/6 proteste/VERB/root/0", "asserted"),
    ("Moscou/PROPN/nsubj/2 menace/VERB/root/0 de/ADP/mark/4 partir/VERB/xcomp/2 et/CCONJ/cc/7 de/ADP/mark/7 livrer/VERB/conj/4", "possible"),
    ("Moscou/PROPN/nsubj/2 exhorte/VERB/root/0 Kiev/PROPN/obj/2 à/ADP/mark/6 se/PRON/x/6 retirer/VERB/xcomp/2 d'/ADP/case/8 ici/ADV/x/6 et/CCONJ/cc/11 à/ADP/mark/11 livrer/VERB/conj/6", "requested"),
    ("Moscou/PROPN/nsubj/2 continuera/VERB/root/0 à/ADP/mark/4 livrer/VERB/xcomp/2", "planned"),
    ("Moscou/PROPN/nsubj/2 menace/VERB/root/0 de/ADP/mark/4 faire/VERB/xcomp/2 livrer/VERB/xcomp/4", "possible"),
    ("Moscou/PROPN/nsubj/4 n'/ADV/x/4 a/AUX/x/4 hésité/VERB/root/0 pas/ADV/x/4 à/ADP/mark/7 livrer/VERB/xcomp/4", "asserted"),
    ("Moscou/PROPN/nsubj/2 hésite/VERB/root/0 à/ADP/mark/4 livrer/VERB/xcomp/2", "possible"),
    ("Moscou/PROPN/nsubj/3 a/AUX/x/3 poussé/VERB/root/0 Kiev/PROPN/obj/3 à/ADP/mark/6 livrer/VERB/xcomp/3", "asserted"),
    ("Moscou/PROPN/nsubj/2 pousse/VERB/root/0 Kiev/PROPN/obj/2 à/ADP/mark/5 livrer/VERB/xcomp/2", "requested"),
    ("Moscou/PROPN/nsubj/3 est/AUX/cop/3 loin/ADV/root/0 de/ADP/mark/5 livrer/VERB/advcl/3", "not asserted"),
    ("Ni/CCONJ/cc/2 Moscou/PROPN/nsubj/6 ni/CCONJ/cc/4 Kiev/PROPN/conj/2 ne/ADV/x/6 livrent/VERB/root/0", "not asserted"),
    ("Aucun/DET/det/2 pays/NOUN/nsubj/5 n'/ADV/x/5 a/AUX/x/5 livré/VERB/root/0", "not asserted"),
    ('"/PUNCT/x/4 Moscou/PROPN/nsubj/3 doit/VERB/root/0 livrer/VERB/xcomp/3 "/PUNCT/x/4', "requested"),
    ("Si/SCONJ/mark/3 Kiev/PROPN/nsubj/3 partait/VERB/advcl/6 ,/PUNCT/x/3 Moscou/PROPN/nsubj/6 pourrait/VERB/root/0 livrer/VERB/xcomp/6", "hypothetical"),
    ("Moscou/PROPN/nsubj/4 a/AUX/x/4 -t-il/PRON/x/4 livré/VERB/root/0 des/DET/det/6 chars/NOUN/obj/4 ?/PUNCT/x/4", "possible"),
    ("Moscou/PROPN/nsubj/2 livrera/VERB/root/0 -t-il/PRON/x/2 des/DET/det/5 chars/NOUN/obj/2 ?/PUNCT/x/2", "possible"),
    ("Pourquoi/ADV/x/3 Moscou/PROPN/nsubj/3 livre/VERB/root/0 -t-il/PRON/x/3 des/DET/det/6 chars/NOUN/obj/3 ?/PUNCT/x/3", "asserted"),
    ("Des/DET/det/2 chars/NOUN/nsubj:pass/5 ont/AUX/x/5 été/AUX/x/5 livrés/VERB/root/0", "asserted"),
    ("Des/DET/det/2 chars/NOUN/nsubj:pass/4 seront/AUX/x/4 livrés/VERB/root/0", "planned"),
    ("Des/DET/det/2 chars/NOUN/nsubj:pass/5 auraient/AUX/x/5 été/AUX/x/5 livrés/VERB/root/0", "possible"),
    ("Des/DET/det/2 chars/NOUN/nsubj:pass/6 n'/ADV/x/6 ont/AUX/x/6 pas/ADV/x/6 livrés/VERB/root/0", "not asserted"),
]  # fmt: skip


def words(value):
    return " ".join(w.split("/")[0] for w in value.split()) if "/" in value else value


@pytest.mark.parametrize(("spec", "expected"), VERBS, ids=words)
def test_verbs(spec, expected):
    assert judged(spec) == expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("La/DET/det/2 livraison/NOUN/nsubj/3 continue/VERB/root/0", "asserted"),
        ("Le/DET/det/2 projet/NOUN/root/0 de/ADP/case/4 livraison/NOUN/nmod/2", "planned"),
        ("Le/DET/det/2 risque/NOUN/root/0 de/ADP/case/4 livraison/NOUN/nmod/2", "possible"),
        ("L'/DET/det/2 arrêt/NOUN/root/0 de/ADP/case/5 la/DET/det/5 livraison/NOUN/nmod/2", "not asserted"),
        ("Un/DET/det/2 appel/NOUN/root/0 à/ADP/case/5 la/DET/det/5 livraison/NOUN/nmod/2", "requested"),
        ("une/DET/det/2 livraison/NOUN/root/0 prochaine/ADJ/amod/2", "planned"),
        ("une/DET/det/2 éventuelle/ADJ/amod/3 livraison/NOUN/root/0", "possible"),
        ("Paris/PROPN/nsubj/2 suspend/VERB/root/0 sa/DET/det/4 livraison/NOUN/obj/2", "not asserted"),
        ("Paris/PROPN/nsubj/2 exige/VERB/root/0 une/DET/det/4 livraison/NOUN/obj/2", "requested"),
        ("Paris/PROPN/nsubj/2 craint/VERB/root/0 une/DET/det/4 livraison/NOUN/obj/2", "possible"),
        ("Paris/PROPN/nsubj/2 propose/VERB/root/0 une/DET/det/4 livraison/NOUN/obj/2", "planned"),
        ("Paris/PROPN/nsubj/2 effectuera/VERB/root/0 une/DET/det/4 livraison/NOUN/obj/2", "planned"),
        ("Paris/PROPN/nsubj/4 n'/ADV/x/4 a/AUX/x/4 effectué/VERB/root/0 aucune/DET/det/6 livraison/NOUN/obj/4", "not asserted"),
        ("Paris/PROPN/nsubj/2 envisage/VERB/root/0 de/ADP/mark/4 suspendre/VERB/xcomp/2 sa/DET/det/6 livraison/NOUN/obj/4", "not planned"),
        ("Paris/PROPN/nsubj/3 aurait/AUX/x/3 suspendu/VERB/root/0 sa/DET/det/5 livraison/NOUN/obj/3", "not possible"),
        ("Paris/PROPN/nsubj/3 a/AUX/x/3 accepté/VERB/root/0 de/ADP/mark/5 mettre/VERB/xcomp/3 fin/NOUN/obj/5 à/ADP/case/9 la/DET/det/9 livraison/NOUN/obl/5", "not planned"),
        ("Paris/PROPN/nsubj/2 effectue/VERB/root/0 fin/NOUN/obl/2 mai/NOUN/nmod/3 une/DET/det/6 livraison/NOUN/obj/2", "asserted"),
        ("La/DET/det/2 livraison/NOUN/nsubj/4 a/AUX/x/4 cessé/VERB/root/0", "not asserted"),
        ("La/DET/det/2 livraison/NOUN/nsubj/4 est/AUX/cop/4 rompue/ADJ/root/0", "not asserted"),
        ("La/DET/det/2 livraison/NOUN/nsubj/6 n'/ADV/x/6 est/AUX/x/6 pas/ADV/x/6 prévue/VERB/root/0", "not planned"),
        ("Si/SCONJ/mark/2 Kiev/PROPN/nsubj/3 part/VERB/advcl/7 ,/PUNCT/x/3 la/DET/det/6 livraison/NOUN/nsubj/7 reprendrait/VERB/root/0", "hypothetical"),
        ("La/DET/det/2 livraison/NOUN/nsubj/3 cessera/VERB/root/0 -t-elle/PRON/x/3 ?/PUNCT/x/3", "planned"),
        ("La/DET/det/2 livraison/NOUN/nsubj/3 doit/VERB/root/0 avoir/VERB/xcomp/3 lieu/NOUN/obj/4", "planned"),
        ("La/DET/det/2 livraison/NOUN/nsubj/3 doit/VERB/root/0 durer/VERB/xcomp/3", "asserted"),
        ("En/ADP/case/3 cas/NOUN/fixed/1 de/ADP/x/4 livraison/NOUN/root/0", "hypothetical"),
    ],
    ids=words,
)  # fmt: skip
def test_nouns(spec, expected):
    assert judged(spec, SUPPLY) == expected


@pytest.mark.parametrize(
    ("spec", "one", "expected"),
    [
        ("La/DET/det/2 Finlande/PROPN/nsubj/4 est/AUX/cop/4 membre/NOUN/root/0", MEMBER, "asserted"),
        ("La/DET/det/2 Finlande/PROPN/nsubj/6 n'/ADV/x/6 est/AUX/cop/6 pas/ADV/x/6 membre/NOUN/root/0", MEMBER, "not asserted"),
        ("La/DET/det/2 Finlande/PROPN/nsubj/4 serait/AUX/cop/4 membre/NOUN/root/0", MEMBER, "possible"),
        ("La/DET/det/2 Finlande/PROPN/nsubj/4 deviendra/VERB/cop/4 membre/NOUN/root/0", MEMBER, "planned"),
        ("La/DET/det/2 Finlande/PROPN/nsubj/4 est/AUX/cop/4 alliée/ADJ/root/0", ALLY, "asserted"),
        ("La/DET/det/2 Finlande/PROPN/nsubj/6 n'/ADV/x/6 est/AUX/cop/6 plus/ADV/x/6 alliée/ADJ/root/0", ALLY, "not asserted"),
        ("La/DET/det/2 Finlande/PROPN/nsubj/4 serait/AUX/cop/4 alliée/ADJ/root/0", ALLY, "possible"),
    ],
)  # fmt: skip
def test_attributes(spec, one, expected):
    assert judged(spec, one) == expected


ENDED = trigger("visits", nouns=("voyage",))
CAUGHT = trigger("detains", nouns=("capture",))


@pytest.mark.parametrize(
    ("spec", "one", "expected"),
    [
        ("À/ADP/case/3 la/DET/det/3 fin/NOUN/root/0 d'/ADP/case/6 un/DET/det/6 voyage/NOUN/nmod/3", ENDED, "asserted"),
        ("L'/DET/det/2 annonce/NOUN/root/0 de/ADP/case/5 la/DET/det/5 capture/NOUN/nmod/2", CAUGHT, "asserted"),
        ("L'/DET/det/2 annonce/NOUN/root/0 de/ADP/case/5 la/DET/det/5 livraison/NOUN/nmod/2", SUPPLY, "planned"),
    ],
)
def test_what_ends_by_itself_was_and_what_is_announced_when_done_is(spec, one, expected):
    assert judged(spec, one) == expected


FREE = trigger("detains", verbs=("libérer",), denies=True)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Kiev/PROPN/nsubj/3 a/AUX/x/3 libéré/VERB/root/0 X/PROPN/obj/3", "not asserted"),
        ("Kiev/PROPN/nsubj/5 n'/ADV/x/5 a/AUX/x/5 pas/ADV/x/5 libéré/VERB/root/0 X/PROPN/obj/5", "asserted"),
        ("Kiev/PROPN/nsubj/2 libérera/VERB/root/0 X/PROPN/obj/2", "not planned"),
    ],
)
def test_a_trigger_that_denies(spec, expected):
    assert judged(spec, FREE) == expected


def test_a_trigger_may_set_the_modality():
    one = trigger("sends_weapons_to", verbs=("livrer",), modality="planned")
    assert judged("Kiev/PROPN/nsubj/2 livre/VERB/root/0", one) == "planned"
    assert judged("Kiev/PROPN/nsubj/2 livrerait/VERB/root/0", one) == "possible"


def test_two_denials_cancel_out():
    spec = "Kiev/PROPN/nsubj/5 n'/ADV/x/5 a/AUX/x/5 pas/ADV/x/5 refusé/VERB/root/0 de/ADP/mark/7 livrer/VERB/xcomp/5"
    assert not judged(spec).startswith("not")


def test_the_negation_of_another_clause_does_not_count():
    spec = (
        "Kiev/PROPN/nsubj/3 ne/ADV/x/3 cède/VERB/root/0 pas/ADV/x/3 ,/PUNCT/x/3 et/CCONJ/cc/8 Paris/PROPN/nsubj/8 "
        "livre/VERB/conj/3 des/DET/det/10 chars/NOUN/obj/8"
    )
    assert judged(spec) == "asserted"
