"""What several tests need: a hand-made build of two dozen French sentences, its graph, and a real browser."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit

from graphbuild.clause import arguments, triggers
from graphbuild.clause.scene import Scene
from graphbuild.clause.triggers import Occurrence
from graphbuild.exports import write
from graphbuild.graph import KnowledgeGraph, to_graph
from graphbuild.knowledge import Examples, Language, Pattern, Trigger
from graphbuild.language import load
from graphbuild.link import mentions as names
from graphbuild.model import (
    Analysis,
    Article,
    Build,
    Entity,
    EntityType,
    Guess,
    Mention,
    Modality,
    Polarity,
    Relation,
    Sentence,
    Span,
    Statement,
    Token,
    When,
)  # fmt: skip

C, P, L, ORG = EntityType.COUNTRY, EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION
ANY = frozenset(EntityType)

RELATIONS = [
    Relation("accuses", "accuses", "accuse", "verbal conflict", ANY, ANY, plover="ACCUSE"),
    Relation("allied_with", "allies", "alliés", "structural", ANY, ANY, symmetric=True),
    Relation("attacks", "attacks", "attaque", "material conflict", ANY, ANY, plover="ASSAULT"),
    Relation("capital_of", "capital of", "capitale de", "structural", frozenset({L}), frozenset({C}), wikidata="P1376"),
    Relation("cooperates_with", "cooperates with", "coopère avec", "material cooperation", ANY, ANY, symmetric=True),
    Relation("demands_from", "demands from", "exige de", "verbal conflict", ANY, ANY, plover="REQUEST"),
    Relation("gives_aid_to", "gives aid to", "aide", "material cooperation", ANY, ANY, plover="AID"),
    Relation("holds_office_in", "holds office in", "en fonction dans", "structural", frozenset({P}), ANY),
    Relation("in_conflict_with", "in conflict with", "en conflit avec", "material conflict", ANY, ANY, symmetric=True),
    Relation("invades", "invades", "envahit", "material conflict", ANY, ANY, plover="ASSAULT"),
    Relation("member_of", "member of", "membre de", "structural", ANY, frozenset({ORG}), wikidata="P463"),
    Relation("sanctions", "sanctions", "sanctionne", "material conflict", ANY, ANY, plover="SANCTION"),
    Relation("sends_weapons_to", "sends weapons to", "livre des armes à", "material cooperation", ANY, ANY),
    Relation("supports", "supports", "soutient", "verbal cooperation", ANY, ANY, plover="SUPPORT"),
    Relation("talks_with", "talks with", "dialogue avec", "verbal cooperation", ANY, ANY, symmetric=True),
    Relation("threatens", "threatens", "menace", "verbal conflict", ANY, ANY, plover="THREATEN"),
]

ENTITIES = [
    *(("BLR", C, "Belarus", "Biélorussie"), ("CHN", C, "China", "Chine"), ("CIV", C, "Côte d'Ivoire", "Côte d’Ivoire")),
    *(("DEU", C, "Germany", "Allemagne"), ("FIN", C, "Finland", "Finlande"), ("FRA", C, "France", "France")),
    *(("IRN", C, "Iran", "Iran"), ("MLI", C, "Mali", "Mali"), ("POL", C, "Poland", "Pologne")),
    *(("PRK", C, "North Korea", "Corée du Nord"), ("RUS", C, "Russia", "Russie"), ("SWE", C, "Sweden", "Suède")),
    *(("TUR", C, "Türkiye", "Turquie"), ("UKR", C, "Ukraine", "Ukraine")),
    *(("USA", C, "United States", "États-Unis"), ("GBR", C, "United Kingdom", "Royaume-Uni")),
    *(
        ("EU", ORG, "European Union", "Union européenne"),
        ("NATO", ORG, "NATO", "OTAN"),
        ("UN", ORG, "United Nations", "ONU"),
    ),
    *(("Wagner", ORG, "Wagner Group", "groupe Wagner"), ("Emmanuel Macron", P, "Emmanuel Macron", "Emmanuel Macron")),
    *(("Vladimir Poutine", P, "Vladimir Putin", "Vladimir Poutine"), ("Kharkiv", L, "Kharkiv", "Kharkiv")),
    *(("Volodymyr Zelensky", P, "Volodymyr Zelensky", "Volodymyr Zelensky"), ("Bamako", L, "Bamako", "Bamako")),
    *(("Kiev (place)", L, "Kyiv", "Kiev"), ("Jens Stoltenberg", P, "Jens Stoltenberg", "Jens Stoltenberg")),
]
ALIASES = {
    "RUS": ("Moscou", "la Russie", "le Kremlin"),
    "NATO": ("Alliance atlantique", "l'OTAN"),
    "USA": ("Washington",),
}

SENTENCES = [
    "1 invades RUS UKR : [S La Russie] a [T envahi] [O l'Ukraine] le 24 février.",
    "2 invades RUS UKR : L'[T invasion] de [O l'Ukraine] par [S la Russie] a commencé, dit Kiev.",
    "1 attacks RUS Kharkiv : [S L'armée russe] a [T bombardé] [O Kharkiv].",
    "1 attacks RUS UKR : [S Moscou] a de nouveau [T frappé] [O l'Ukraine].",
    "2 sanctions EU RUS : [S L'Union européenne] a [T sanctionné] [O la Russie].",
    "3 sanctions EU RUS : [S Bruxelles] a adopté de nouvelles [T sanctions] contre [O Moscou].",
    "2 sanctions USA RUS : [S Washington] [T gèle les avoirs] de [O la Russie].",
    "2 sanctions EU BLR planned : [S L'UE] compte [T sanctionner] [O la Biélorussie].",
    "3 sends_weapons_to USA UKR : [S Les États-Unis] ont [T livré des missiles] à [O l'Ukraine].",
    "3 sends_weapons_to DEU UKR planned : [S Berlin] va [T envoyer des chars] à [O l'Ukraine].",
    "3 sends_weapons_to IRN RUS possible : [S L'Iran] aurait [T livré des drones] à [O la Russie].",
    "4 sends_weapons_to CHN RUS denied : [S La Chine] n'a pas [T livré d'armes] à [O la Russie].",
    "4 sends_weapons_to PRK RUS possible : [S Pyongyang] pourrait [T fournir des obus] à [O Moscou].",
    "1 sends_weapons_to FRA UKR : [S Paris] a [T livré des canons] à [O Kiev].",
    "4 sends_weapons_to GBR UKR : [S Londres] a [T fourni des missiles] à [O l'Ukraine].",
    "1 supports FRA UKR : [S La France] [T apporte son soutien] à [O l'Ukraine].",
    "2 supports POL UKR : [S La Pologne] [T soutient] [O l'Ukraine].",
    "4 supports CHN RUS : [S Pékin] a [T salué] [O la Russie].",
    "2 gives_aid_to EU UKR : [S L'Union européenne] a [T prêté] trois milliards d'euros à [O l'Ukraine].",
    "4 allied_with RUS BLR : [S La Russie] et la [O Biélorussie] sont [T alliées].",
    "1 allied_with USA FRA : [O La France] est [T l'alliée] des [S États-Unis].",
    "1 member_of FRA NATO : [S La France] est [T membre] de [O l'OTAN].",
    "2 member_of DEU NATO : [S L'Allemagne], [T membre] de [O l'OTAN], hésite.",
    "2 member_of POL NATO : [S La Pologne] [T appartient] à [O l'Alliance atlantique].",
    "2 member_of TUR NATO : [S La Turquie] est [T membre] de [O l'OTAN].",
    "3 member_of FIN NATO : [S La Finlande] a [T rejoint] [O l'OTAN].",
    "3 member_of SWE NATO planned : [S La Suède] souhaite [T rejoindre] [O l'OTAN].",
    "3 member_of UKR NATO hypothetical : Si [S l'Ukraine] devenait [T membre] de [O l'OTAN], Moscou réagirait.",
    "4 member_of UKR NATO denied : [S L'Ukraine] n'est pas [T membre] de [O l'OTAN].",
    "1 member_of FRA EU : [S La France], [T membre] de [O l'Union européenne], y veille.",
    "1 member_of DEU EU : [S L'Allemagne] est [T membre] de [O l'UE].",
    "2 threatens RUS FIN @RUS : [S La Russie] [T menace] [O la Finlande] de représailles.",
    "2 accuses UKR RUS : [S Kiev] [T accuse] [O Moscou] de crimes de guerre.",
    "3 accuses RUS NATO @Vladimir_Poutine : [S La Russie] [T accuse] [O l'OTAN] de l'encercler.",
    "3 demands_from UN RUS : [S L'ONU] [T exige] de [O la Russie] un retrait immédiat.",
    "1 talks_with Emmanuel_Macron Vladimir_Poutine : [S M. Macron] [T s'est entretenu] avec [O M. Poutine].",
    "2 talks_with TUR RUS : [S Ankara] et [O Moscou] [T négocient].",
    "2 talks_with RUS UKR requested : La Chine appelle [S la Russie] à [T dialoguer] avec [O l'Ukraine].",
    "1 in_conflict_with RUS UKR : La [T guerre] entre [S la Russie] et [O l'Ukraine] continue.",
    "1 holds_office_in Vladimir_Poutine RUS : Le [T président] [O russe] [S Vladimir Poutine] a parlé.",
    "1 holds_office_in Emmanuel_Macron FRA : Le [T président] [O français] [S Emmanuel Macron] a répondu.",
    "2 holds_office_in Volodymyr_Zelensky UKR : Le [T président] [O ukrainien] [S Volodymyr Zelensky] remercie.",
    "3 holds_office_in Jens_Stoltenberg NATO : [S Jens Stoltenberg], [T secrétaire général] de [O l'OTAN], l'a dit.",
    "4 capital_of Bamako MLI : [S Bamako], la [T capitale] du [O Mali], reste calme.",
    "4 cooperates_with MLI Wagner : [S Le Mali] [T coopère] avec [O le groupe Wagner].",
    "4 supports RUS MLI : [S La Russie] [T soutient] [O le Mali].",
    "4 accuses FRA Wagner : [S Paris] [T dénonce] les crimes du [O groupe Wagner].",
]
MARK = re.compile(r"\[([STO]) ([^\]]+)\]")


def parse(line: str) -> tuple[str, dict[str, str], str, dict[str, tuple[int, int]]]:
    """Article number, fields, sentence and spans of a line such as ``1 invades RUS UKR planned @FRA : [S La] …``."""
    head, marked = line.split(" : ", 1)
    number, relation, source, target, *rest = head.split()
    fields = {"relation": relation, "source": source, "target": target, "modality": "asserted", "attribution": ""}
    for word in rest:
        fields["attribution" if word.startswith("@") else "modality"] = word.lstrip("@")
    sentence, spans, end = "", {}, 0
    for found in MARK.finditer(marked):
        sentence += marked[end : found.start()]
        spans[found[1]] = len(sentence), len(sentence) + len(found[2])
        sentence += found[2]
        end = found.end()
    return (
        number,
        {k: v.replace("_", " ") if k != "relation" else v for k, v in fields.items()},
        sentence + marked[end:],
        spans,
    )


def make_build(lines: list[str] = SENTENCES) -> Build:
    """A build from marked sentences, whose article texts are these sentences, one a line."""
    texts: dict[str, str] = dict.fromkeys("12345", "")
    statements = []
    for line in lines:
        number, fields, sentence, spans = parse(line)
        start = len(texts[number])
        texts[number] += sentence + "\n"
        trigger, source, target = (Span(start + spans[k][0], start + spans[k][1]) for k in "TSO")
        denied = fields["modality"] == "denied"
        date = When(dt.date(2022, 2, 24), dt.date(2022, 2, 24), "explicit") if "24 février" in sentence else None
        statements.append(
            Statement(
                article=f"article-{number}",
                source=fields["source"],
                relation=fields["relation"],
                target=fields["target"],
                modality=Modality.ASSERTED if denied else Modality(fields["modality"]),
                polarity=Polarity.NEGATIVE if denied else Polarity.POSITIVE,
                attribution=fields["attribution"] or None,
                sentence=Span(start, start + len(sentence)),
                trigger=trigger,
                source_mention=source,
                target_mention=target,
                quote=sentence,
                pattern=f"{fields['relation']}/1",
                score=0.87654 if number == "1" else None,
                role="président" if "président" in sentence else None,
                date=date,
            )
        )
    statements.sort(key=lambda s: (s.article, s.sentence.start, s.trigger.start, s.source, s.relation, s.target))
    return Build(
        articles=articles(texts),
        entities=tuple(sorted(entities(statements), key=lambda entity: entity.id)),
        statements=tuple(statements),
        relations={relation.id: relation for relation in RELATIONS},
        manifest={"graphbuild": "0.1.0", "model": "fr_core_news_sm 3.8.0", "articles": 5, "failures": 0},
    )


def articles(texts: dict[str, str]) -> tuple[Article, ...]:
    """Five articles; the last two have no date, and one repeats another."""
    more: dict[str, dict[str, Any]] = {
        "1": {"title": "L'été de la guerre", "date": dt.date(2022, 2, 26), "url": "https://example.org/a?x=1&y=2"},
        "2": {"title": "Bruxelles sanctionne « en bloc »", "date": dt.date(2022, 3, 2), "publisher": "Le Journal"},
        "3": {"title": "Les drones de Téhéran", "date": dt.date(2022, 11, 5), "author": "Zoé Lefèvre"},
        "4": {},
        "5": {"title": "L'été de la guerre (bis)", "duplicate_of": "article-1"},
    }
    return tuple(Article(texts[n], id=f"article-{n}", lang="fr", **more[n]) for n in sorted(texts))


def entities(statements: list[Statement]) -> Iterator[Entity]:
    """All entities, with the articles that a statement mentions them in."""
    for name, kind, label, label_fr in ENTITIES:
        found = [s.article for s in statements if name in (s.source, s.target)]
        aliases = tuple(sorted(ALIASES.get(name, ())))
        wikidata = {"RUS": "Q159", "FRA": "Q142"}.get(name)
        yield Entity(name, kind, label, label_fr, wikidata, aliases, tuple(sorted(set(found))), len(found))


@pytest.fixture(scope="session")
def press_build() -> Build:
    return make_build()


@pytest.fixture
def press_graph(press_build: Build) -> KnowledgeGraph:
    return to_graph(press_build)


HOSTILE = (
    '</script><script>window.pwned="script"</script>',
    "<img src=x onerror=\"window.pwned='img'\">",
    '"><svg onload="window.pwned=\'svg\'"><a href="javascript:window.pwned=1">href</a>',
    "' onmouseover='window.pwned=2' \u2028\u2029 window.pwned=3",
    "\u202egnp.live \u2066 ${window.pwned=4} {{7*7}} $title <!-- <script> -->",
    "&lt;b&gt; &amp; <b>x</b> ]]> \\u003c/script\\u003e",
    "x" * 10_000,
)
URLS = ("javascript:window.pwned=5", "data:text/html,<script>1</script>", "https://example.org/ok?a=1&b=2", "//x", "")


@pytest.fixture(scope="session")
def hostile_build(press_build: Build) -> Build:
    """The build with every text that comes from outside replaced by an attack."""
    attack = itertools.cycle(HOSTILE)
    url = itertools.cycle(URLS)

    def entity(old: Entity) -> Entity:
        return replace(old, label=next(attack), label_fr=next(attack), aliases=(next(attack),), wikidata=next(attack))

    def article(old: Article) -> Article:
        more = {name: next(attack) for name in ("title", "publisher", "author")}
        return replace(old, url=next(url), **more)

    def statement(old: Statement) -> Statement:
        return replace(old, quote=old.quote + next(attack), pattern=next(attack), role=next(attack))

    def relation(old: Relation) -> Relation:
        return replace(old, label=next(attack), label_fr=next(attack))

    return replace(
        press_build,
        entities=tuple(map(entity, press_build.entities)),
        articles=tuple(map(article, press_build.articles)),
        statements=tuple(map(statement, press_build.statements)),
        relations={name: relation(old) for name, old in press_build.relations.items()},
        manifest={next(attack): next(attack)},
    )


@pytest.fixture
def emoji_statement() -> Statement:
    """A statement after letters that are one code point in Python and two units in JavaScript."""
    line = "1 gives_aid_to FRA UKR : 😀 𝕏 [S Paris] [T aide] [O Kiev]."
    return make_build([line]).statements[0]


CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser without network; skipped where there is none, unless CI says that there must be one."""
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip(f"no browser: {CHROMIUM} does not exist")
    from playwright.sync_api import sync_playwright

    flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    flags += ["--no-sandbox", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens the page of a graph; at the end nothing but its file may have been asked for, and nobody complained."""
    visits: list[Visit] = []

    def open_page(graph: Any, lang: str = "en", **options: Any) -> Visit:
        write(graph, tmp_path / "page.html", lang=lang)
        visits.append(Visit(chromium, tmp_path / "page.html", **options))
        return visits[-1]

    yield open_page
    for one in visits:
        one.close()


# --- sentences parsed by hand: the grammar without a model -------------------------------------------------------------


def tree(spec: str, start: int = 0, paragraph: int = 0) -> Sentence:
    """A sentence from « La/DET/det/2 Russie/PROPN/nsubj/3 … »: word, part of speech, label, 1-based head (0: the root)."""
    tokens: list[Token] = []
    end, glued = start, True
    for number, entry in enumerate(spec.split()):
        text, pos, dep, head = entry.rsplit("/", 3)
        end += 0 if glued or text[0] in ",.)-" else 1
        tokens.append(Token(text, end, end + len(text), pos, dep, int(head) - 1 if int(head) else number))
        end += len(text)
        glued = text.endswith("'") or text == "("
    return Sentence(start, end, tuple(tokens), paragraph)


def trees(*specs: str, paragraphs: tuple[int, ...] = ()) -> list[Sentence]:
    """Several sentences of one article, a blank between them."""
    made: list[Sentence] = []
    for spec, paragraph in itertools.zip_longest(specs, paragraphs, fillvalue=0):
        made.append(tree(str(spec), made[-1].end + 1 if made else 0, int(paragraph)))
    return made


def text_of(*sentences: Sentence) -> str:
    """The text that hand-made sentences stand in."""
    letters = [" "] * sentences[-1].end
    for token in itertools.chain.from_iterable(s.tokens for s in sentences):
        letters[token.start : token.end] = token.text
    return "".join(letters)


def analysis(*sentences: Sentence, guesses: tuple[Guess, ...] = (), date: dt.date | None = None) -> Analysis:
    """Hand-made sentences as an article that was read."""
    text = text_of(*sentences)
    return Analysis(Article(text, "a", date=date), text, sentences, guesses)


def found_in(text: str, language: Language, *guesses: tuple[str, str]) -> list[Mention]:
    """The mentions in a text in which the model believes in these names (« ("Front Zembla", "ORG") »)."""
    marks = tuple(Guess(text.index(g), text.index(g) + len(g), label) for g, label in guesses)
    return names.find(Analysis(Article(text), text, (), marks), language)


def mentions(sentence: Sentence, *marks: str) -> list[Mention]:
    """Mentions from « Russie=RUS », « russe=RUS:adjective », « Kiev=UKR:capital:Kiev »: form, entity, how, literal."""
    known = load().entities
    text = text_of(sentence)
    found: list[Mention] = []
    end = sentence.start
    for mark in marks:
        form, _, rest = mark.partition("=")
        entity, how, literal = [*rest.split(":"), "", ""][:3]
        start = text.index(form, end)
        end = start + len(form)
        kind = known[entity].type if entity in known else EntityType.PERSON
        found.append(Mention(start, end, form, entity, kind, how or "name", literal or None))
    return found


def scene(sentence: Sentence, *marks: str, language: Language | None = None, offices: Any = None) -> Scene:
    """A hand-made sentence with its mentions as arguments, made by the real functions."""
    used = language or load()
    return Scene(sentence.tokens, arguments.find(sentence, mentions(sentence, *marks), offices or {}, used), used)


def trigger(relation: str, **fields: Any) -> Trigger:
    """A trigger of a test's own, so that no change of the data can break it."""
    empty: dict[str, Any] = dict.fromkeys(
        ("verbs", "nouns", "adjectives", "phrases", "source", "target", "together"), ()
    )
    made = {**empty, "needs": frozenset(), "bars": frozenset(), "denies": False, "modality": None, **fields}
    return Trigger(id=f"{relation}/test", relation=relation, examples=Examples(()), **made)


def speaking(*triggers: Trigger, patterns: tuple[Pattern, ...] = ()) -> Language:
    """The French of the package with these triggers and patterns only."""
    return replace(load(), triggers=triggers, patterns=patterns)


def occurrence(sentence: Sentence, one: Trigger) -> Occurrence:
    """The only place where a trigger stands in a sentence."""
    (found,) = triggers.find(sentence, speaking(one))
    return found


@pytest.fixture(scope="session")
def french() -> Language:
    return load()
