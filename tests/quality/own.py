"""Scores graphbuild on articles of our own, annotated in full, beside two simple baselines; fails below the floors.

    python tests/quality/own.py                          checks; exit code 1 below a floor
    python tests/quality/own.py --update                 raises the floors to what is measured
    python tests/quality/own.py --update --allow-lower   … and lets them fall, on purpose
    python tests/quality/own.py --errors                 lists each missed and each extra node and statement too

No weight was fitted to these articles. See own/README.md for what they are.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import gate
from scoring import CARRIED, LEVELS, Annotation, Key, Score, Tally, identities, pairs, score, sentence_at

import graphbuild as gb
from graphbuild import annotate, language, sources
from graphbuild.extract.article import extract
from graphbuild.knowledge import Language
from graphbuild.model import Analysis, Entity, EntityType, Mention, Sentence

OWN = Path(__file__).with_name("own")
FLOORS = Path(__file__).with_name("own_floors.json")
SAMPLE = "20"
"""The ids of the twelve sample articles begin with their date."""


def load(folder: Path = OWN) -> dict[str, dict[str, Any]]:
    """Article id → annotation, with the article's fields."""
    rows: dict[str, dict[str, Any]] = defaultdict(dict)
    for name in ("articles.jsonl", "annotations.jsonl"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows[row["id"]].update(row)
    return dict(rows)


def read(annotations: Mapping[str, Annotation]) -> dict[str, Score]:
    """The score of each article in one build of all of them."""
    graph = gb.build(OWN / "articles.jsonl", progress=False)
    entities = [
        Entity(i, EntityType(n["type"]), n["label"], n["label_fr"], None, tuple(n["aliases"]), tuple(n["articles"]))
        for i, n in graph.nodes(data=True)
    ]
    said: dict[str, list[gb.Statement]] = defaultdict(list)
    for statement in graph.statements():
        said[statement.article].append(statement)
    return {i: score(annotation, entities, said[i]) for i, annotation in annotations.items()}


# --- baselines, on pairs only ---


def baselines(annotations: Mapping[str, Annotation]) -> dict[str, Tally]:
    """Name → how well a simple method finds who is told of with whom, given graphbuild's own mentions."""
    knowledge = language.load()
    found = {"co-occurrence in a sentence": Tally(), "subject-verb-object triples": Tally()}
    for analysis in annotate.annotate(sources.read(OWN / "articles.jsonl")):
        annotation = annotations[analysis.article.id]
        mentions = extract(analysis, knowledge).mentions
        known = identities(annotation["entities"], _entities(mentions, knowledge))
        for name, given in zip(found, (together(analysis, mentions), triples(analysis, mentions)), strict=True):
            keys: set[Key] = set()
            for sentence, a, b in given:
                keys.add((sentence_at(annotation, sentence.start), known[a], known[b]))
            found[name] += pairs(annotation, {k for k in keys if k[1] != k[2]})
    return found


def together(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[tuple[Sentence, str, str]]:
    """Every two entities that are mentioned in one sentence."""
    for sentence in analysis.sentences:
        here = sorted({m.entity for m in mentions if sentence.start <= m.start < sentence.end})
        yield from ((sentence, a, b) for a, b in combinations(here, 2))


def triples(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[tuple[Sentence, str, str]]:
    """The entities at subject and direct object of a verb, whichever verb it is."""
    for sentence in analysis.sentences:
        for n, verb in enumerate(sentence.tokens):
            if verb.pos not in ("VERB", "AUX"):
                continue
            arms = [t for t in sentence.tokens if t.head == n]
            for subject in (t for t in arms if t.dep.startswith("nsubj")):
                for thing in (t for t in arms if t.dep == "obj"):
                    ends = [m.entity for t in (subject, thing) for m in mentions if m.start <= t.start < m.end]
                    if len(set(ends)) == 2:
                        yield sentence, ends[0], ends[-1]


def _entities(mentions: Iterable[Mention], knowledge: Language) -> list[Entity]:
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        forms[mention.entity].append(mention)
    made = []
    for key, found in forms.items():
        known = knowledge.entities.get(key)
        labels = (known.label, known.label_fr) if known else (key, key)
        made.append(Entity(key, found[0].type, *labels, None, tuple(m.text for m in found)))
    return made


# --- figures ---


def total(scores: Iterable[Score]) -> Score:
    """The sum of some scores."""
    result = Score()
    for part in scores:
        result.add(part)
    return result


def figures(result: Score) -> dict[str, float]:
    """The figures that have floors, rounded."""
    found = {
        f"{level} {name}": getattr(result.levels[level], name)
        for level in LEVELS
        for name in ("precision", "recall", "f1")
    }
    found |= {f"matched {name}": result.carried[name] / max(1, result.carried["all"]) for name in CARRIED}
    return {name: round(value, 3) for name, value in found.items()}


def table(result: Score, simple: Mapping[str, Tally] | None = None) -> str:
    """Levels and baselines in columns, and what matched statements carry."""
    rows = [f"{'level':36} {'P':>6} {'R':>6} {'F1':>6}   right extra missed"]
    named = [*result.levels.items(), *((f"pairs by {n}", t) for n, t in (simple or {}).items())]
    rows += [
        f"{name:36} {t.precision:6.3f} {t.recall:6.3f} {t.f1:6.3f}   {t.right:5} {t.extra:5} {t.missed:6}"
        for name, t in named
    ]
    shares = {name: result.carried[name] / max(1, result.carried["all"]) for name in CARRIED}
    rows.append("on matched statements: " + ", ".join(f"{name} {share:.3f}" for name, share in shares.items()))
    return "\n".join(rows)


def details(result: Score) -> str:
    """Precision and recall by relation, recall by phenomenon."""
    rows = [f"{'relation':28} {'P':>6} {'R':>6}   asked given"]
    for name, n in sorted(result.relations.items(), key=lambda item: (-item[1]["asked"], item[0])):
        precision, recall = n["right"] / max(1, n["given"]), n["found"] / max(1, n["asked"])
        rows.append(f"{name:28} {precision:6.3f} {recall:6.3f}   {n['asked']:5} {n['given']:5}")
    rows.append(f"\n{'phenomenon':28} {'R':>6}   asked")
    for name, n in sorted(result.phenomena.items(), key=lambda item: (item[1]["found"] / item[1]["asked"], item[0])):
        rows.append(f"{name:28} {n['found'] / n['asked']:6.3f}   {n['asked']:5}")
    return "\n".join(rows)


def errors(result: Score, annotations: Mapping[str, Annotation]) -> str:
    """Each missed and each extra node below its article, each statement below its sentence."""
    rows: list[str] = []
    last: tuple[str, object] | None = None
    for article, kind, (number, *named) in sorted(result.mistakes, key=lambda m: (m[0], m[2][0])):
        if (article, number) != last:
            last = article, number
            span = next((s for s in annotations[article]["sentences"] if s["id"] == number), None)
            words = annotations[article]["text"][span["start"] : span["end"]] if span else "nodes"
            rows.append(f"\n{article} [{number}] {words}")
        rows.append(f"    {kind:6} {' '.join(map(str, named))}")
    return "\n".join(rows)


def main() -> int:
    options = gate.parser(__doc__.split("\n\n")[0])
    options.add_argument("--errors", action="store_true", help="list what is missed and what is extra")
    args = options.parse_args()
    annotations = load()
    scores = read(annotations)
    parts = {
        "all": total(scores.values()),
        "samples": total(s for i, s in scores.items() if i.startswith(SAMPLE)),
        "texts": total(s for i, s in scores.items() if not i.startswith(SAMPLE)),
    }
    if args.errors:
        print(errors(parts["all"], annotations))
    for name, result in parts.items():
        print(f"\n== {name}\n{table(result, baselines(annotations) if name == 'all' else None)}")
    print("\n" + details(parts["all"]))
    return gate.settle(FLOORS, {name: figures(result) for name, result in parts.items()}, args)


if __name__ == "__main__":
    raise SystemExit(main())
