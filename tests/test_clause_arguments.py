"""Mentions as arguments: the phrase, the noun that carries it, its preposition, its company."""

import pytest
from conftest import mentions, scene, text_of, tree


def argument(spec, *marks, offices=None):
    made = scene(tree(spec), *marks, offices=offices)
    assert len(made.arguments) == 1, made.arguments
    (one,) = made.arguments
    return made, one


def phrase(made, one):
    return " ".join(t.text for t in made.tokens[one.first : one.last + 1])


def test_a_subject_has_its_article_and_no_preposition():
    made, one = argument("La/DET/det/2 Russie/PROPN/nsubj/3 attaque/VERB/root/0", "Russie=RUS")
    assert (phrase(made, one), one.preposition, one.anchor, one.modifies) == ("La Russie", "", 1, None)


@pytest.mark.parametrize(
    ("before", "preposition"),
    [
        ("à/ADP/case/{n} la/DET/det/{n}", "à"),
        ("de/ADP/case/{n} la/DET/det/{n}", "de"),
        ("contre/ADP/case/{n} la/DET/det/{n}", "contre"),
        ("avec/ADP/case/{n} la/DET/det/{n}", "avec"),
        ("face/NOUN/case/{n} à/ADP/case/{n} la/DET/det/{n}", "face à"),
        ("aux/ADP/case/{n} côtés/NOUN/fixed/1 de/ADP/case/{n} la/DET/det/{n}", "aux côtés de"),
        ("à/ADP/case/{n} la/DET/det/{n} frontière/NOUN/x/1 avec/ADP/case/{n} la/DET/det/{n}", "à la frontière avec"),
        ("selon/ADP/case/{n} la/DET/det/{n}", "selon"),
    ],
)
def test_prepositions(before, preposition):
    n = len(before.split()) + 1
    _, one = argument(f"{before.format(n=n)} Russie/PROPN/root/0", "Russie=RUS")
    assert one.preposition == preposition


@pytest.mark.parametrize(
    ("marker", "preposition"), [("du", "de"), ("au", "à"), ("des", "de"), ("aux", "à"), ("d'", "de")]
)
def test_contracted_prepositions(marker, preposition):
    _, one = argument(f"soutien/NOUN/root/0 {marker}/ADP/case/3 Mali/PROPN/nmod/1", "Mali=MLI")
    assert (one.preposition, one.first) == (preposition, 2)


def test_des_is_a_preposition_only_where_the_parse_says_so():
    _, one = argument("Paris/PROPN/nsubj/2 soutient/VERB/root/0 des/DET/det/4 Russes/PROPN/obj/2", "Russes=RUS:people")
    assert (one.preposition, one.first) == ("", 2)
    _, one = argument("soutien/NOUN/root/0 des/ADP/case/3 Russes/PROPN/nmod/1", "Russes=RUS:people")
    assert (one.preposition, one.first) == ("de", 2)


def test_an_acting_noun_carries_its_demonym():
    spec = "L'/DET/det/2 armée/NOUN/nsubj/4 russe/ADJ/amod/2 attaque/VERB/root/0"
    made, one = argument(spec, "russe=RUS:adjective")
    assert (phrase(made, one), one.anchor, one.modifies) == ("L' armée russe", 1, None)


def test_an_acting_noun_carries_its_demonym_whatever_the_parse():
    spec = "L'/DET/det/2 armée/NOUN/nsubj/4 russe/ADJ/amod/4 attaque/VERB/root/0"
    made, one = argument(spec, "russe=RUS:adjective")
    assert (phrase(made, one), one.anchor) == ("L' armée russe", 1)


def test_an_acting_noun_behind_a_preposition():
    spec = "contre/ADP/case/3 l'/DET/det/3 armée/NOUN/root/0 régulière/ADJ/amod/3 russe/ADJ/amod/3"
    made, one = argument(spec, "russe=RUS:adjective")
    assert (phrase(made, one), one.preposition) == ("l' armée régulière russe", "contre")


def test_a_demonym_beside_another_noun_modifies_it():
    spec = "Les/DET/det/2 frappes/NOUN/nsubj/4 israéliennes/ADJ/amod/2 tuent/VERB/root/0"
    _, one = argument(spec, "israéliennes=ISR:adjective")
    assert (one.modifies, one.anchor) == (1, 1)


def test_a_demonym_over_another_adjective():
    spec = "Les/DET/det/2 frappes/NOUN/nsubj/5 aériennes/ADJ/amod/2 israéliennes/ADJ/amod/2 tuent/VERB/root/0"
    _, one = argument(spec, "israéliennes=ISR:adjective")
    assert one.modifies == 1


@pytest.mark.parametrize(
    ("spec", "mark", "expected"),
    [
        (
            "Le/DET/det/2 gouvernement/NOUN/nsubj/6 de/ADP/case/5 la/DET/det/5 Turquie/PROPN/nmod/2 agit/VERB/root/0",
            "Turquie=TUR",
            ("Le gouvernement de la Turquie", "", 1),
        ),
        (
            "contre/ADP/case/3 les/DET/det/3 forces/NOUN/root/0 de/ADP/case/5 Damas/PROPN/nmod/3",
            "Damas=SYR:capital:Damas",
            ("les forces de Damas", "contre", 2),
        ),
        (
            "Le/DET/det/2 gouvernement/NOUN/nsubj/5 du/ADP/case/4 Mali/PROPN/nmod/2 agit/VERB/root/0",
            "Mali=MLI",
            ("Le gouvernement du Mali", "", 1),
        ),
    ],
)
def test_an_acting_noun_carries_its_country(spec, mark, expected):
    made, one = argument(spec, mark)
    assert (phrase(made, one), one.preposition, one.anchor) == expected


def test_acting_nouns_may_be_chained():
    spec = (
        "Le/DET/det/2 gouvernement/NOUN/nsubj/7 de/ADP/case/5 la/DET/det/5 junte/NOUN/nmod/2 malienne/ADJ/amod/5 "
        "agit/VERB/root/0"
    )
    made, one = argument(spec, "malienne=MLI:adjective")
    assert (phrase(made, one), one.preposition) == ("Le gouvernement de la junte malienne", "")


def test_troops_that_are_owned_by_somebody_else_do_not_stand_for_the_country():
    spec = "Paris/PROPN/nsubj/2 retire/VERB/root/0 ses/DET/det/4 troupes/NOUN/obj/2 du/ADP/case/6 Niger/PROPN/obl/2"
    made, one = argument(spec, "Niger=NER")
    assert (phrase(made, one), one.preposition) == ("Niger", "de")


def test_other_nouns_do_not_act_for_a_country():
    spec = "Le/DET/det/2 fleuve/NOUN/nsubj/5 du/ADP/case/4 Mali/PROPN/nmod/2 monte/VERB/root/0"
    made, one = argument(spec, "Mali=MLI")
    assert (phrase(made, one), one.preposition) == ("Mali", "de")


def test_titles_and_offices_belong_to_the_phrase():
    spec = "avec/ADP/case/4 le/DET/det/4 président/NOUN/x/4 Poutine/PROPN/root/0"
    made, one = argument(spec, "Poutine=Vladimir Poutine")
    assert (phrase(made, one), one.preposition) == ("le président Poutine", "avec")
    made, one = argument("M./NOUN/x/2 Poutine/PROPN/root/0", "Poutine=Vladimir Poutine")
    assert phrase(made, one) == "M. Poutine"


def test_an_office_makes_country_and_person_one_argument():
    spec = "Le/DET/det/2 président/NOUN/nsubj/6 russe/ADJ/amod/2 Vladimir/PROPN/appos/2 Poutine/PROPN/flat/4 agit/VERB/root/0"
    sentence = tree(spec)
    text = text_of(sentence)
    made = scene(
        sentence,
        "russe=RUS:adjective",
        "Vladimir Poutine=Vladimir Poutine",
        offices={text.index("Vladimir"): text.index("président")},
    )
    assert [(phrase(made, a), a.mention.entity) for a in made.arguments] == [
        ("Le président russe Vladimir Poutine", "Vladimir Poutine")
    ]
    assert made.tokens[made.arguments[0].anchor].text == "président"


def groups(spec, *marks):
    return [a.group for a in scene(tree(spec), *marks).arguments]


@pytest.mark.parametrize(
    ("spec", "marks", "expected"),
    [
        (
            "Paris/PROPN/nsubj/4 et/CCONJ/cc/3 Berlin/PROPN/conj/1 parlent/VERB/root/0",
            ["Paris=FRA", "Berlin=DEU"],
            [0, 0],
        ),
        (
            "La/DET/det/2 France/PROPN/nsubj/8 ,/PUNCT/x/2 la/DET/det/5 Pologne/PROPN/conj/2 et/CCONJ/cc/7 "
            "Malte/PROPN/conj/2 agissent/VERB/root/0",
            ["France=FRA", "Pologne=POL", "Malte=MLT"],
            [0, 0, 0],
        ),
        (
            "à/ADP/case/2 Paris/PROPN/root/0 et/CCONJ/cc/5 à/ADP/case/5 Berlin/PROPN/conj/2",
            ["Paris=FRA", "Berlin=DEU"],
            [0, 0],
        ),
        (
            "Paris/PROPN/root/0 et/CCONJ/cc/4 à/ADP/case/4 Berlin/PROPN/conj/1",
            ["Paris=FRA", "Berlin=DEU"],
            [0, 1],
        ),
        ("Paris/PROPN/nsubj/2 menace/VERB/root/0 Berlin/PROPN/obj/2", ["Paris=FRA", "Berlin=DEU"], [0, 1]),
        ("Paris/PROPN/root/0 avec/ADP/case/3 Berlin/PROPN/nmod/1", ["Paris=FRA", "Berlin=DEU"], [0, 1]),
        (
            "Paris/PROPN/root/0 ainsi/ADV/cc/4 que/SCONJ/fixed/2 Berlin/PROPN/conj/1",
            ["Paris=FRA", "Berlin=DEU"],
            [0, 0],
        ),
        (
            "Kidal/PROPN/root/0 ,/PUNCT/x/1 Mali/PROPN/appos/1",
            ["Kidal=Kidal", "Mali=MLI"],
            [0, 1],
        ),
    ],
)
def test_coordination(spec, marks, expected):
    assert groups(spec, *marks) == expected


def test_a_coordinated_phrase_shares_the_preposition():
    made = scene(
        tree("entre/ADP/case/2 Paris/PROPN/root/0 et/CCONJ/cc/4 Berlin/PROPN/conj/2"), "Paris=FRA", "Berlin=DEU"
    )
    assert [a.preposition for a in made.arguments] == ["entre", "entre"]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (
            "Paris/PROPN/x/1 ,/PUNCT/x/1 allié/ADJ/x/1 de/ADP/x/1 Minsk/PROPN/x/1 ,/PUNCT/x/1 et/CCONJ/x/1 Berlin/PROPN/x/1",
            [0, 1, 0],
        ),
        ("Minsk/PROPN/x/1 tant/ADV/x/1 Paris/PROPN/x/1 que/SCONJ/x/1 Berlin/PROPN/x/1", [0, 1, 1]),
        ("Minsk/PROPN/x/1 dit/VERB/x/1 à/ADP/x/1 Paris/PROPN/x/1 que/SCONJ/x/1 Berlin/PROPN/x/1", [0, 1, 2]),
        ("Minsk/PROPN/x/1 ,/PUNCT/x/1 que/PRON/x/1 Paris/PROPN/x/1 et/CCONJ/x/1 Berlin/PROPN/x/1", [0, 1, 1]),
        ("Paris/PROPN/x/1 ,/PUNCT/x/1 Berlin/PROPN/x/1 a/AUX/x/1 reçu/VERB/x/1 Minsk/PROPN/x/1", [0, 1, 2]),
    ],
    ids=["over an insertion", "tant … que", "que of a clause", "relative que", "no « et » follows"],
)
def test_far_coordination(spec, expected):
    marks = {"Paris": "Paris=FRA", "Berlin": "Berlin=DEU", "Minsk": "Minsk=BLR"}
    named = [marks[w] for e in spec.split() if (w := e.split("/")[0]) in marks]
    assert groups(spec, *named) == expected


def test_a_persons_name_takes_up_the_phrase_before_it():
    spec = "le/DET/x/2 touriste/NOUN/x/2 français/ADJ/amod/2 Ali/PROPN/x/2"
    made = scene(tree(spec), "français=FRA:adjective", "Ali=Ali")
    assert [(a.mention.entity, a.first) for a in made.arguments] == [("Ali", 0)]


def test_the_halves_of_a_compound_are_coordinated():
    spec = "La/DET/det/2 coopération/NOUN/root/0 russo/ADJ/amod/2 -/PUNCT/x/3 turque/ADJ/amod/2"
    assert groups(spec, "russo=RUS:prefix", "turque=TUR:adjective") == [0, 0]


def test_a_mention_inside_another_is_left_out():
    sentence = tree("le/DET/det/2 sommet/NOUN/root/0 Union/PROPN/x/2 européenne/ADJ/x/3")
    made = scene(sentence, "Union européenne=EU")
    assert len(made.arguments) == 1
    inside = mentions(sentence, "européenne=Europe:adjective")
    assert inside[0].end == mentions(sentence, "Union européenne=EU")[0].end


def test_arguments_run_from_left_to_right():
    made = scene(
        tree("Paris/PROPN/nsubj/2 menace/VERB/root/0 Berlin/PROPN/obj/2"), "Paris=FRA:capital:Paris", "Berlin=DEU"
    )
    assert [a.mention.entity for a in made.arguments] == ["FRA", "DEU"]


def test_mentions_of_other_sentences_are_no_arguments():
    sentence = tree("Paris/PROPN/nsubj/2 menace/VERB/root/0", start=50)
    other = tree("Berlin/PROPN/root/0")
    assert scene(sentence, "Paris=FRA").arguments[0].first == 0
    from graphbuild.clause import arguments
    from graphbuild.language import load

    assert arguments.find(sentence, mentions(other, "Berlin=DEU"), {}, load()) == []


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("en/ADP/x/1 Pologne/PROPN/x/1 ,/PUNCT/x/1 à/ADP/x/1 Vilnius/PROPN/x/1 et/CCONJ/x/1 au/ADP/x/1 Danemark/PROPN/x/1", [0, 0, 0]),
        ("à/ADP/x/1 Vilnius/PROPN/x/1 ,/PUNCT/x/1 en/ADP/x/1 Pologne/PROPN/x/1 ,/PUNCT/x/1 cède/VERB/x/1", [0, 1]),
        ("à/ADP/x/1 Vilnius/PROPN/x/1 ,/PUNCT/x/1 en/ADP/x/1 Lituanie/PROPN/x/1 et/CCONJ/x/1 au/ADP/x/1 Danemark/PROPN/x/1", [0, 1, 1]),
    ],
    ids=["« en X, à Y et au Z »", "no « et » follows", "where the town lies"],
)  # fmt: skip
def test_lists_of_places_change_their_preposition(spec, expected):
    marks = {
        "Pologne": "Pologne=POL",
        "Lituanie": "Lituanie=LTU",
        "Vilnius": "Vilnius=Vilnius",
        "Danemark": "Danemark=DNK",
    }
    named = [marks[w] for e in spec.split() if (w := e.split("/")[0]) in marks]
    assert groups(spec, *named) == expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Paris/PROPN/x/1 ,/PUNCT/x/1 tout/ADV/x/1 comme/SCONJ/x/1 Berlin/PROPN/x/1 ,/PUNCT/x/1 cède/VERB/root/0", [0, 0]),
        ("Comme/SCONJ/x/1 Paris/PROPN/x/1 ,/PUNCT/x/1 Berlin/PROPN/x/1 cède/VERB/root/0", [1, 1]),
        ("Comme/SCONJ/x/1 Paris/PROPN/x/1 le/PRON/x/1 dit/VERB/x/1 ,/PUNCT/x/1 Berlin/PROPN/x/1 cède/VERB/root/0", [0, 1]),
        ("Paris/PROPN/x/1 voit/VERB/root/0 comme/SCONJ/x/1 Berlin/PROPN/x/1", [0, 1]),
    ],
    ids=["inserted", "first", "a clause of its own", "a manner"],
)  # fmt: skip
def test_who_is_likened_does_the_same(spec, expected):
    assert groups(spec, "Paris=FRA", "Berlin=DEU") == expected
