"""Phrases and pronouns that point back."""

import pytest
from conftest import analysis, mentions, text_of, trees

from graphbuild.link.offices import Office, Offices
from graphbuild.refer import anaphora


def found(language, *parts, paragraphs=(), offices=None, bare=()):
    """(text, entity, how) of what points back, in sentences given with their mentions."""
    sentences = trees(*(spec for spec, _ in parts), paragraphs=paragraphs)
    named = [m for s, (_, marks) in zip(sentences, parts, strict=True) for m in mentions_at(s, marks)]
    offices = offices or Offices()
    text = text_of(*sentences)
    places = [Office(text.index(w), text.index(w) + len(w), role, target) for w, role, target in bare]
    made = anaphora.find(analysis(*sentences), named, places, {}, offices, language)
    return [(m.text, m.entity, m.how) for m in made]


def mentions_at(sentence, marks):
    return mentions(sentence, *marks)


ACTS = "{}/PROPN/nsubj/2 agit/VERB/root/0 ./PUNCT/x/2"
HE = "Il/PRON/nsubj/2 attend/VERB/root/0 ./PUNCT/x/2"
SHE = "Elle/PRON/nsubj/2 attend/VERB/root/0 ./PUNCT/x/2"
DUPONT = (ACTS.format("Dupont"), ["Dupont=Jean Dupont"])
RUSSIA = ("La/DET/det/2 Russie/PROPN/nsubj/3 agit/VERB/root/0 ./PUNCT/x/3", ["Russie=RUS"])
MALI = ("Le/DET/det/2 Mali/PROPN/nsubj/3 agit/VERB/root/0 ./PUNCT/x/3", ["Mali=MLI"])


@pytest.mark.parametrize(
    ("before", "pronoun", "expected"),
    [
        (DUPONT, HE, [("Il", "Jean Dupont", "pronoun")]),
        (RUSSIA, SHE, [("Elle", "RUS", "pronoun")]),
        (RUSSIA, HE, []),
        (MALI, HE, [("Il", "MLI", "pronoun")]),
        (MALI, SHE, []),
        ((ACTS.format("Alep"), ["Alep=Alep"]), HE, []),
        (("On/PRON/nsubj/2 agit/VERB/root/0 avec/ADP/case/4 Dupont/PROPN/obl/2", ["Dupont=Jean Dupont"]), HE, []),
    ],
    ids=[
        "person",
        "feminine country",
        "wrong gender",
        "masculine country",
        "wrong gender too",
        "place",
        "not a subject",
    ],
)
def test_pronouns(before, pronoun, expected, french):
    assert found(french, before, (pronoun, [])) == expected


def test_the_subject_of_the_same_sentence_comes_first(french):
    spec = "Durand/PROPN/nsubj/2 sait/VERB/root/0 qu'/SCONJ/mark/5 il/PRON/nsubj/5 perd/VERB/ccomp/2 ./PUNCT/x/2"
    made = found(french, DUPONT, (spec, ["Durand=Paul Durand"]))
    assert made == [("il", "Paul Durand", "pronoun")]


@pytest.mark.parametrize(
    "spec",
    [
        "Il/PRON/nsubj/2 faut/VERB/root/0 agir/VERB/xcomp/2",
        "Il/PRON/expl:subj/2 semble/VERB/root/0 que/SCONJ/x/2 oui/ADV/x/2",
        "Il/PRON/nsubj/3 y/PRON/x/3 a/VERB/root/0 urgence/NOUN/obj/3",
        "Il/PRON/nsubj/3 s'/PRON/x/3 agit/VERB/root/0 d'/ADP/x/3 elle/PRON/x/3",
    ],
)
def test_an_il_that_is_nobody(spec, french):
    assert [t for t, *_ in found(french, DUPONT, (spec, [])) if t == "Il"] == []


@pytest.mark.parametrize(("opening", "expected"), [("La/DET présidente/NOUN", []), ("Le/DET président/NOUN", ["RUS"])])
def test_somebody_without_a_name_comes_before_the_sentence_before(opening, expected, french):
    spec = f"{opening} dit/VERB qu'/SCONJ elle/PRON attend/VERB ./PUNCT"
    said = " ".join(f"{word}/x/0" for word in spec.split())
    assert [entity for _, entity, _ in found(french, RUSSIA, (said, []))] == expected


def test_a_pronoun_far_from_its_subject_points_to_nobody(french):
    filler = ("Rien/PRON/nsubj/2 bouge/VERB/root/0 ./PUNCT/x/2", [])
    assert found(french, DUPONT, filler, filler, (HE, [])) == []
    assert found(french, DUPONT, (HE, []), paragraphs=(0, 2)) == []
    assert found(french, DUPONT, (HE, []), paragraphs=(0, 1)) != []


def test_an_inverted_pronoun(french):
    spec = "a/AUX/aux/3 -t-il/PRON/nsubj/3 dit/VERB/root/0 ./PUNCT/x/3"
    assert found(french, DUPONT, (spec, [])) == [("il", "Jean Dupont", "pronoun")]


def test_a_title_shows_the_gender(french):
    spec = "Mme/NOUN/x/2 Dupont/PROPN/nsubj/3 agit/VERB/root/0 ./PUNCT/x/3"
    assert found(french, (spec, ["Dupont=Jean Dupont"]), (HE, [])) == []
    assert found(french, (spec, ["Dupont=Jean Dupont"]), (SHE, [])) == [("Elle", "Jean Dupont", "pronoun")]


# --- phrases --------------------------------------------------------------------------------------------------------------


HIS_COUNTRY = "{}/PROPN/nsubj/2 défend/VERB/root/0 son/DET/det/4 pays/NOUN/obj/2 ./PUNCT/x/2"


def test_his_country_is_that_which_the_person_serves(french):
    offices = Offices()
    offices.add("Jean Dupont", "président", "MLI")
    spec = HIS_COUNTRY.format("Dupont"), ["Dupont=Jean Dupont"]
    assert found(french, spec, offices=offices) == [("son pays", "MLI", "possessive")]
    assert found(french, spec) == []


def test_whose_country_is_that_of_the_one_before(french):
    spec = "Poutine/PROPN/nsubj/6 ,/PUNCT/x/1 dont/PRON/x/5 le/DET/det/5 pays/NOUN/x/1 agit/VERB/root/0"
    assert found(french, MALI, (spec, ["Poutine=Vladimir Poutine"])) == [("le pays", "RUS", "possessive")]


def test_his_country_by_the_gazetteer(french):
    spec = "Vladimir/PROPN/nsubj/3 Poutine/PROPN/flat/1 défend/VERB/root/0 son/DET/det/5 pays/NOUN/obj/3"
    assert found(french, (spec, ["Vladimir Poutine=Vladimir Poutine"])) == [("son pays", "RUS", "possessive")]


def test_its_country_is_no_organization(french):
    offices = Offices()
    offices.add("Jean Dupont", "secrétaire général", "NATO")
    assert found(french, (HIS_COUNTRY.format("Dupont"), ["Dupont=Jean Dupont"]), offices=offices) == []


NATO = ("L'/DET/det/2 Otan/PROPN/nsubj/3 agit/VERB/root/0 ./PUNCT/x/3", ["Otan=NATO"])


def test_a_noun_for_the_organization_named_last(french):
    spec = "L'/DET/det/2 organisation/NOUN/nsubj/3 attend/VERB/root/0 ./PUNCT/x/3"
    assert found(french, NATO, (spec, [])) == [("organisation", "NATO", "phrase")]
    assert found(french, RUSSIA, (spec, [])) == []


def test_an_adjective_beside_the_noun_is_part_of_the_phrase(french):
    spec = "L'/DET/det/2 organisation/NOUN/nsubj/4 occidentale/ADJ/amod/2 attend/VERB/root/0 ./PUNCT/x/4"
    made = found(french, NATO, (spec, ["occidentale=the West:adjective"]))
    assert made == [("organisation occidentale", "NATO", "phrase")]


def test_ce_dernier_is_the_person_named_last(french):
    spec = "Ce/DET/det/2 dernier/ADJ/nsubj/3 attend/VERB/root/0 ./PUNCT/x/3"
    durand = (ACTS.format("Durand"), ["Durand=Paul Durand"])
    assert found(french, DUPONT, durand, (spec, [])) == [("Ce dernier", "Paul Durand", "phrase")]
    assert found(french, RUSSIA, (spec, [])) == []


@pytest.mark.parametrize(
    ("noun", "first", "second", "expected"),
    [
        ("pays", RUSSIA, MALI, ["RUS", "MLI"]),
        ("hommes", DUPONT, (ACTS.format("Durand"), ["Durand=Paul Durand"]), ["Jean Dupont", "Paul Durand"]),
        ("pays", RUSSIA, RUSSIA, []),
        ("hommes", RUSSIA, MALI, []),
        ("pays", DUPONT, MALI, []),
        ("chats", RUSSIA, MALI, []),
    ],
)
def test_two_of_a_kind_are_two_mentions(noun, first, second, expected, french):
    spec = f"Les/DET/det/3 deux/NUM/x/3 {noun}/NOUN/nsubj/4 attendent/VERB/root/0 ./PUNCT/x/4"
    made = found(french, first, second, (spec, []))
    assert [e for _, e, how in made if how == "pair"] == expected
    assert "".join(t for t, *_ in made) in ("", f"Les deux {noun}")


# --- offices --------------------------------------------------------------------------------------------------------------


def test_an_office_refers_to_its_holder(french):
    offices = Offices()
    offices.add("Jean Dupont", "président", "MLI")
    spec = "Le/DET/det/2 président/NOUN/nsubj/3 attend/VERB/root/0 ./PUNCT/x/3"
    made = found(french, DUPONT, (spec, []), offices=offices, bare=[("président", "président", None)])
    assert made == [("président", "Jean Dupont", "office")]


def test_a_pronoun_may_point_to_an_office(french):
    offices = Offices()
    offices.add("Jean Dupont", "président", "MLI")
    spec = "Le/DET/det/2 président/NOUN/nsubj/3 attend/VERB/root/0 ./PUNCT/x/3"
    made = found(french, DUPONT, (spec, []), (HE, []), offices=offices, bare=[("président", "président", None)])
    assert ("Il", "Jean Dupont", "pronoun") in made


def test_a_headline_may_name_the_office_before_its_holder(french):
    offices = Offices()
    offices.add("Jean Dupont", "président", "MLI")
    spec = "Le/DET/det/2 président/NOUN/nsubj/3 attend/VERB/root/0 ./PUNCT/x/3"
    office = [("président", "président", None)]
    assert found(french, (spec, []), DUPONT, offices=offices, bare=office) == [("président", "Jean Dupont", "office")]


def test_an_office_before_an_infinitive_is_complete(french):
    offices = Offices()
    offices.add("Jean Dupont", "président", "MLI")
    spec = "On/PRON/nsubj/2 accuse/VERB/root/0 le/DET/det/4 président/NOUN/obj/2 d'/ADP/mark/6 avoir/AUX/xcomp/2"
    made = found(french, DUPONT, (spec, []), offices=offices, bare=[("président", "président", None)])
    assert made == [("président", "Jean Dupont", "office")]


def test_an_office_held_in_something_unknown_refers_to_nobody(french):
    offices = Offices()
    offices.add("Jean Dupont", "président", "MLI")
    spec = "Le/DET/det/2 président/NOUN/nsubj/5 de/ADP/x/4 club/NOUN/nmod/2 attend/VERB/root/0 ./PUNCT/x/5"
    assert found(french, DUPONT, (spec, []), offices=offices, bare=[("président", "président", None)]) == []


# --- agreement and number -------------------------------------------------------------------------------------------------


THEY = "Ils/PRON/nsubj/2 attendent/VERB/root/0 ./PUNCT/x/2"
ARMY = (
    "L'/DET/det/2 armée/NOUN/nsubj/4 russe/ADJ/amod/2 agit/VERB/root/0 ./PUNCT/x/4",
    ["russe=RUS:adjective"],
)
TALIBAN = ("Les/DET/det/2 talibans/NOUN/nsubj/3 agissent/VERB/root/0 ./PUNCT/x/3", ["talibans=Talibans"])
TWO = (
    "Paris/PROPN/nsubj/4 et/CCONJ/cc/3 Londres/PROPN/conj/1 agissent/VERB/root/0 ./PUNCT/x/4",
    ["Paris=FRA:capital:Paris", "Londres=GBR:capital:Londres"],
)


@pytest.mark.parametrize(
    ("before", "pronoun", "expected"),
    [
        (ARMY, SHE, ["RUS"]),
        (ARMY, HE, []),
        (TALIBAN, THEY, ["Talibans"]),
        (TALIBAN, HE, []),
        (TWO, THEY, ["FRA", "GBR"]),
        (TWO, HE, []),
        (RUSSIA, THEY, []),
    ],
    ids=["l'armée … elle", "l'armée … il", "les talibans … ils", "… il", "Paris et Londres … ils", "… il", "… ils"],
)
def test_pronouns_agree(before, pronoun, expected, french):
    assert [e for _, e, _ in found(french, before, (pronoun, []))] == expected


def test_several_share_the_letters_of_their_pronoun(french):
    assert [(t, how) for t, _, how in found(french, TWO, (THEY, []))] == [("I", "pair"), ("ls", "pair")]


def test_ce_dernier_may_be_a_country_that_it_agrees_with(french):
    spec = "Ce/DET/det/2 dernier/ADJ/nsubj/3 attend/VERB/root/0 ./PUNCT/x/3"
    both = (
        "La/DET/det/2 Russie/PROPN/nsubj/3 aide/VERB/root/0 le/DET/det/5 Mali/PROPN/obj/3 ./PUNCT/x/3",
        ["Russie=RUS", "Mali=MLI"],
    )
    assert found(french, both, (spec, [])) == [("Ce dernier", "MLI", "phrase")]
    last_month = "Le/DET/det/3 dernier/ADJ/amod/3 mois/NOUN/nsubj/4 passe/VERB/root/0"
    assert found(french, both, (last_month, [])) == []


# --- objects --------------------------------------------------------------------------------------------------------------


AIDS = "La/DET/det/2 Russie/PROPN/nsubj/3 aide/VERB/root/0 le/DET/det/5 Mali/PROPN/obj/3 ./PUNCT/x/3"
AIDS_MALI = (AIDS, ["Russie=RUS", "Mali=MLI"])


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (
            "Elle/PRON/nsubj/4 lui/PRON/iobj/4 a/AUX/aux:tense/4 livré/VERB/root/0 des/DET/det/6 chars/NOUN/obj/4",
            [("Elle", "RUS", "pronoun"), ("lui", "MLI", "clitic")],
        ),
        (
            "Elle/PRON/nsubj/4 y/PRON/x/4 a/AUX/aux:tense/4 envoyé/VERB/root/0 des/DET/det/6 chars/NOUN/obj/4",
            [("Elle", "RUS", "pronoun"), ("y", "MLI", "clitic")],
        ),
        (
            "Elle/PRON/nsubj/2 négocie/VERB/root/0 avec/ADP/case/4 lui/PRON/obl/2",
            [("Elle", "RUS", "pronoun"), ("lui", "MLI", "pronoun")],
        ),
        ("On/PRON/nsubj/2 négocie/VERB/root/0 avec/ADP/case/4 elle/PRON/obl/2", [("elle", "RUS", "pronoun")]),
        ("Il/PRON/expl:subj/3 y/PRON/x/3 a/VERB/root/0 urgence/NOUN/obj/3", []),
        ("On/PRON/nsubj/2 attend/VERB/root/0 leur/DET/det/4 soutien/NOUN/obj/2", []),
    ],
    ids=["lui", "y", "avec lui", "avec elle", "il y a", "leur soutien"],
)
def test_who_is_not_the_subject(spec, expected, french):
    assert found(french, AIDS_MALI, (spec, [])) == expected


def test_an_object_that_could_be_two_is_nobody(french):
    two = (
        "On/PRON/nsubj/2 aide/VERB/root/0 Durand/PROPN/obj/2 sans/ADP/case/5 Dupont/PROPN/obl/2 ./PUNCT/x/2",
        ["Durand=Paul Durand", "Dupont=Jean Dupont"],
    )
    spec = "La/DET/det/2 Russie/PROPN/nsubj/4 lui/PRON/iobj/4 parle/VERB/root/0 ./PUNCT/x/4"
    made = found(french, two, (spec, ["Russie=RUS"]))
    assert [e for _, e, _ in made] in ([], ["Paul Durand"])
    before = ("Durand/PROPN/nsubj/4 et/CCONJ/cc/3 Dupont/PROPN/conj/1 agissent/VERB/root/0 ./PUNCT/x/4", two[1])
    assert found(french, before, (spec, ["Russie=RUS"])) == []


# --- countries, groups, places --------------------------------------------------------------------------------------------


COUNTRY = "Les/DET/det/2 troupes/NOUN/nsubj/3 quittent/VERB/root/0 {}/DET/det/5 {}/NOUN/obj/3 ./PUNCT/x/3"
MOROCCO = ("Le/DET/det/2 Maroc/PROPN/nsubj/3 agit/VERB/root/0 ./PUNCT/x/3", ["Maroc=MAR"])
CYPRUS = ("Chypre/PROPN/nsubj/2 agit/VERB/root/0 ./PUNCT/x/2", ["Chypre=CYP"])


@pytest.mark.parametrize(
    ("before", "determiner", "noun", "expected"),
    [
        ([MALI], "ce", "pays", ["MLI"]),
        ([MALI], "le", "pays", ["MLI"]),
        ([MALI], "un", "pays", []),
        ([AIDS_MALI], "le", "pays", ["RUS"]),
        ([MOROCCO, MALI], "le", "royaume", ["MAR"]),
        ([MALI], "le", "royaume", []),
        ([CYPRUS, RUSSIA], "l'", "île", ["CYP"]),
        ([TALIBAN], "le", "mouvement", ["Talibans"]),
        ([NATO], "le", "mouvement", []),
        ([ARMY], "l'", "armée", ["RUS"]),
        ([RUSSIA], "l'", "armée", []),
    ],
)
def test_a_noun_finds_the_one_it_can_only_be(before, determiner, noun, expected, french):
    made = found(french, *before, (COUNTRY.format(determiner, noun), []))
    assert [e for _, e, _ in made] == expected


def test_le_pays_is_not_who_acts(french):
    spec = (
        "Le/DET/det/2 Maroc/PROPN/nsubj/3 quitte/VERB/root/0 le/DET/det/5 pays/NOUN/obj/3 ./PUNCT/x/3",
        ["Maroc=MAR"],
    )
    assert found(french, MALI, spec) == [("pays", "MLI", "phrase")]


def test_what_belongs_to_the_one_who_acts(french):
    spec = "Ses/DET/det/2 troupes/NOUN/nsubj/3 avancent/VERB/root/0 ./PUNCT/x/3"
    assert found(french, RUSSIA, (spec, [])) == [("troupes", "RUS", "possessive")]
    assert found(french, DUPONT, (spec, [])) == []


def test_his_neighbour_is_the_one_other_country(french):
    spec = "Rabat/PROPN/nsubj/2 accuse/VERB/root/0 son/DET/det/4 voisin/NOUN/obj/2 ./PUNCT/x/2"
    rabat = (spec, ["Rabat=MAR:capital:Rabat"])
    assert found(french, MALI, rabat) == [("voisin", "MLI", "phrase")]
    assert found(french, AIDS_MALI, rabat) == []


def test_two_of_more_than_two_are_in_doubt(french):
    spec = "Les/DET/det/3 deux/NUM/x/3 pays/NOUN/nsubj/4 attendent/VERB/root/0 ./PUNCT/x/4"
    three = (AIDS.replace("./PUNCT/x/3", "au/ADP/case/7 Maroc/PROPN/obl/3"), ["Russie=RUS", "Mali=MLI", "Maroc=MAR"])
    assert [e for _, e, _ in found(french, three, (spec, []))] == ["RUS", "MLI"]
    all_bare = (
        "Paris/PROPN/nsubj/6 ,/PUNCT/x/1 Londres/PROPN/conj/1 et/CCONJ/cc/5 Rabat/PROPN/conj/1 agissent/VERB/root/0",
        [*TWO[1], "Rabat=MAR:capital:Rabat"],
    )
    assert found(french, all_bare, (spec, [])) == []


def test_the_two_presidents_are_those_who_hold_the_office(french):
    offices = Offices()
    for person in ("Jean Dupont", "Paul Durand"):
        offices.add(person, "président", "MLI")
    others = (ACTS.format("Martin"), ["Martin=Luc Martin"])
    durand = (ACTS.format("Durand"), ["Durand=Paul Durand"])
    spec = "Les/DET/det/3 deux/NUM/x/3 présidents/NOUN/nsubj/4 attendent/VERB/root/0 ./PUNCT/x/4"
    made = found(french, DUPONT, durand, others, (spec, []), offices=offices)
    assert [e for _, e, _ in made] == ["Jean Dupont", "Paul Durand"]


PUTIN = ("Poutine/PROPN/nsubj/2 agit/VERB/root/0 ./PUNCT/x/2", ["Poutine=Vladimir Poutine"])


@pytest.mark.parametrize(
    ("spec", "marks", "expected"),
    [
        (
            "Les/DET/det/2 présidents/NOUN/nsubj/6 russe/ADJ/amod/2 et/CCONJ/cc/5 turc/ADJ/conj/3 parlent/VERB/root/0",
            ["russe=RUS:adjective", "turc=TUR:adjective"],
            [("présidents russe", "Vladimir Poutine", "pair"), ("et turc", "TUR", "pair")],
        ),
        (
            "entre/ADP/case/2 présidents/NOUN/obl/8 turc/ADJ/amod/2 ,/PUNCT/x/5 russe/ADJ/conj/3 et/CCONJ/cc/7"
            " iranien/ADJ/conj/3 rien/PRON/root/0",
            ["turc=TUR:adjective", "russe=RUS:adjective", "iranien=IRN:adjective"],
            [
                ("présidents turc", "TUR", "pair"),
                (", russe", "Vladimir Poutine", "pair"),
                ("et iranien", "IRN", "pair"),
            ],
        ),
        (
            "Les/DET/det/2 présidents/NOUN/nsubj/3 russe/ADJ/amod/2 et/CCONJ/cc/6 l'/DET/det/6 ONU/PROPN/conj/2",
            ["russe=RUS:adjective", "ONU=UN"],
            [],
        ),
        (
            "Les/DET/det/2 avions/NOUN/nsubj/6 russe/ADJ/amod/2 et/CCONJ/cc/5 turc/ADJ/conj/3 volent/VERB/root/0",
            ["russe=RUS:adjective", "turc=TUR:adjective"],
            [],
        ),
    ],
    ids=["two", "three", "one only", "no office"],
)
def test_the_presidents_of_two_countries(spec, marks, expected, french):
    offices = Offices()
    offices.add("Vladimir Poutine", "président", "RUS")
    assert found(french, PUTIN, (spec, marks), offices=offices) == expected
