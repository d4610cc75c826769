"""Forms that graphbuild generates, against what a French grammar says."""

import tomllib
from pathlib import Path

import pytest

import graphbuild
from graphbuild.language import conjugation
from graphbuild.morphology import Tense, conjugate, feminine, fold, inflect, plural
from graphbuild.table import Table

VERBS = Path(graphbuild.__file__).parent / "lang" / "fr" / "verbs.toml"
CLASSES = [
    conjugation(row) for row in Table("", "", tomllib.loads(VERBS.read_text(encoding="utf-8"))).rows("class", "class")
]

FORMS = """
livrer present: livre livrons livrent; imperfect: livrait livraient; future: livrera livreront; past: livra livrèrent; participle: livré livrée livrés livrées; gerund: livrant; conditional: livrerait livreraient
menacer present: menace menacent; imperfect: menaçait; gerund: menaçant; participle: menacé menacées; past: menaça
exiger present: exige exigent; imperfect: exigeait exigeaient; gerund: exigeant; past: exigea
déployer present: déploie déploient; imperfect: déployait; future: déploiera; participle: déployé
appeler present: appelle appellent; imperfect: appelait; future: appellera; participle: appelé
rejeter present: rejette rejettent; future: rejettera
acheter present: achète achètent; future: achètera; participle: acheté
libérer present: libère libèrent; imperfect: libérait; future: libérera
envoyer present: envoie envoient; imperfect: envoyait; future: enverra; conditional: enverrait
envahir present: envahit envahissent; imperfect: envahissait; past: envahit envahirent; participle: envahi envahie; future: envahira
fournir present: fournit fournissent; participle: fourni fournies
soutenir present: soutient soutiennent; imperfect: soutenait; future: soutiendra; past: soutint soutinrent; participle: soutenu soutenue
venir present: vient viennent; future: viendra; participle: venu
prendre present: prend prennent; imperfect: prenait; past: prit prirent; participle: pris prise prises
mettre present: met mettent; past: mit mirent; participle: mis mise
défendre present: défend défendent; past: défendit; participle: défendu
vendre present: vend vendent; participle: vendu vendus
combattre present: combat combattent; participle: combattu
détruire present: détruit détruisent; participle: détruit détruite; past: détruisit
conclure present: conclut concluent; participle: conclu conclue
rejoindre present: rejoint rejoignent; imperfect: rejoignait; participle: rejoint rejointe; past: rejoignit
contraindre present: contraint contraignent; participle: contraint contrainte
convaincre present: convainc convainquent; participle: convaincu
recevoir present: reçoit reçoivent; imperfect: recevait; past: reçut; participle: reçu reçue; future: recevra
reconnaître present: reconnaît reconnaissent; past: reconnut; participle: reconnu reconnue
conquérir present: conquiert conquièrent; participle: conquis conquise; future: conquerra
promettre participle: promis promise; present: promet
interdire present: interdit interdisent; participle: interdit interdite
partir present: part partent; imperfect: partait; participle: parti
sortir present: sort sortent
offrir present: offre offrent; participle: offert offerte
ouvrir present: ouvre ouvrent; participle: ouvert ouverte
accueillir present: accueille accueillent; future: accueillera; participle: accueilli
pouvoir present: peut peuvent; conditional: pourrait; future: pourra; participle: pu
vouloir present: veut veulent; conditional: voudrait; participle: voulu
devoir present: doit doivent; imperfect: devait; conditional: devrait
aller present: va vont; future: ira; imperfect: allait
faire present: fait font; future: fera; past: fit firent; participle: fait faite
être present: est sont soit; imperfect: était étaient; future: sera seront; conditional: serait; past: fut furent; participle: été
avoir present: a ont ait; imperfect: avait; future: aura auront; conditional: aurait auraient; past: eut; gerund: ayant; participle: eu eus eue eues
dire present: dit disent; past: dit; participle: dit dite
écrire present: écrit écrivent; participle: écrit écrite
élire present: élit élisent; participle: élu élue
craindre present: craint craignent
poursuivre present: poursuit poursuivent; participle: poursuivi
vaincre present: vainc vainquent; participle: vaincu
voir present: voit voient; future: verra; past: vit; participle: vu vue
résoudre present: résout résolvent; participle: résolu
"""
CASES = [
    pytest.param(verb, tense, forms.split(), id=f"{verb}-{tense}")
    for verb, rest in (line.split(" ", 1) for line in FORMS.strip().splitlines())
    for tense, forms in (part.strip().split(": ") for part in rest.split(";"))
]


@pytest.mark.parametrize(("verb", "tense", "forms"), CASES)
def test_conjugation(verb, tense, forms):
    made = conjugate(verb, CLASSES)
    missing = [form for form in forms if Tense(tense) not in made.get(form, ())]
    assert not missing, f"{verb} {tense} lacks {missing}; has {sorted(f for f in made if tense in made[f])}"


@pytest.mark.parametrize(
    ("verb", "wrong"),
    [
        ("menacer", "menaçions"),
        ("exiger", "exigeions"),
        ("envoyer", "envoyera"),
        ("vendre", "vendis vends-tu vendrer"),
        ("livrer", "livrit livrû"),
        ("conquérir", "conquéris conquérit"),
        ("prendre", "prendent prendu"),
    ],
)
def test_forms_that_do_not_exist(verb, wrong):
    assert not set(wrong.split()) & set(conjugate(verb, CLASSES))


def test_the_infinitive_is_a_form_of_itself():
    assert conjugate("livrer", CLASSES)["livrer"] == {Tense.INFINITIVE}


def test_forms_that_look_alike_keep_all_their_tenses():
    assert {Tense.PRESENT, Tense.PAST} <= conjugate("envahir", CLASSES)["envahit"]
    assert {Tense.PRESENT, Tense.PARTICIPLE} <= conjugate("rejoindre", CLASSES)["rejoint"]


def test_future_and_conditional_are_told_apart():
    forms = conjugate("livrer", CLASSES)
    assert forms["livrera"] == {Tense.FUTURE}
    assert forms["livrerait"] == {Tense.CONDITIONAL}
    assert forms["livrerai"] == {Tense.FUTURE}


def test_every_verb_of_the_data_has_a_class(french):
    infinitives = {form.lemma for forms in french.forms.values() for form in forms}
    assert len(infinitives) > 300
    for verb in infinitives:
        assert Tense.PARTICIPLE in {f.tense for forms in french.forms.values() for f in forms if f.lemma == verb}, verb


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("russe", "russe"),
        ("chinois", "chinoise"),
        ("ukrainien", "ukrainienne"),
        ("européen", "européenne"),
        ("saxon", "saxonne"),
        ("allié", "alliée"),
        ("offensif", "offensive"),
        ("premier", "première"),
        ("américain", "américaine"),
        ("allemand", "allemande"),
        ("saoudien", "saoudienne"),
        ("mitoyen", "mitoyenne"),
    ],
)
def test_feminine(word, expected):
    assert feminine(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("arme", "armes"),
        ("obus", "obus"),
        ("voix", "voix"),
        ("général", "généraux"),
        ("vaisseau", "vaisseaux"),
        ("feu", "feux"),
        ("prise de contrôle", "prises de contrôle"),
        ("chef d'état-major", "chefs d'état-major"),
    ],
)
def test_plural(word, expected):
    assert plural(word) == expected


def test_irregular_feminines_are_given_with_a_stroke():
    assert inflect("turc/turque") == ("turc", "turque", "turcs", "turques")


@pytest.mark.parametrize(
    ("one", "other"),
    [("États-Unis", "ETATS-UNIS"), ("Côte d’Ivoire", "cote d'ivoire"), ("Erdoğan", "Erdogan"), ("Şam", "Sam")],
)
def test_names_are_compared_without_accents_and_case(one, other):
    assert fold(one) == fold(other)


def test_fold_keeps_different_names_apart():
    assert fold("Niger") != fold("Nigeria")
