"""Every example of the data, one test each: ``yes`` is read, ``no`` is left alone, ``todo`` fails so far."""

import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from examples import all_examples, any_of, plain, says, statements

from graphbuild.language import load


def cases():
    """One test id per example; the same sentence may serve a rule twice."""
    seen = Counter()
    for rule, relation, kind, sentence in all_examples(load()):
        name = f"{rule}-{kind}-{plain(sentence)[0]}"
        seen[name] += 1
        name += f" ({seen[name]})" if seen[name] > 1 else ""
        marks = pytest.mark.xfail(strict=True, reason="should be read one day") if kind == "todo" else ()
        yield pytest.param(relation, kind, sentence, id=name, marks=marks)


CASES = list(cases())


@cache
def readings():
    """What is read in each example: all at once, since the model is fast in batches only."""
    texts = sorted({plain(sentence)[0] for _, _, _, sentence in all_examples(load())})
    return dict(zip(texts, statements(texts, load()), strict=True))


@pytest.mark.parametrize(("relation", "kind", "sentence"), CASES)
def test_example(relation, kind, sentence):
    text, spans = plain(sentence)
    found = readings()[text]
    got = ", ".join(f"{s.source} {s.relation} {s.target}" for s in found) or "nothing"
    if kind == "no":
        wrong = says(found, relation, spans, symmetric=False) if spans else any_of(found, relation)
        assert not wrong, f"{sentence} must not give {relation}; got {got}"
    else:
        symmetric = load().relations[relation].symmetric
        assert says(found, relation, spans, symmetric=symmetric), f"{sentence} must give {relation}; got {got}"


def test_marks_are_well_formed():
    for case in CASES:
        relation, kind, sentence = case.values
        text, spans = plain(sentence)
        assert "[" not in text.replace("[Mise", ""), sentence
        assert (set(spans) == {"S", "T"}) or kind == "no", f"{relation}: {sentence}"
