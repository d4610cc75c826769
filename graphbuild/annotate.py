"""Articles as the model reads them: the only module that imports spaCy."""

from __future__ import annotations

import re
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from graphbuild.errors import GraphbuildError
from graphbuild.model import Analysis, Article, Failure, Guess, Sentence, Token
from graphbuild.segment import paragraphs, sentences

if TYPE_CHECKING:
    from spacy.language import Language as Model
    from spacy.tokens import Doc

MODEL = "fr_core_news_sm"
UNUSED = ["lemmatizer", "attribute_ruler"]
BATCH = 16
"""Articles that are read at once; more costs memory and brings no speed."""

_NORMAL = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\t": " ", "‑": "-", "‐": "-",
    }
)  # fmt: skip

_CAPTION = re.compile(r"(?<=[^\s(\"'])(?<![CGK]as)par (?=(?:[A-Z0-9]|\w+(?:\.\w+)?(?: \(|\n|$))[^\n]{0,40}(?:\n|$))")


@cache
def model() -> Model:
    """The French model with the components that are used; loaded once. Raises GraphbuildError when not installed."""
    import spacy

    try:
        return spacy.load(MODEL, exclude=UNUSED)
    except OSError as error:
        raise GraphbuildError(
            f"the model {MODEL} is not installed; get it with: python -m spacy download {MODEL}"
        ) from error


def normalise(text: str) -> str:
    """The text with one kind of apostrophe, quotation mark and space, every offset where it was.

    Where a page glued the name of a channel to the title of a video (« Guerre en Syriepar BFMTV »), « par » is cut.

    >>> normalise("« l’OTAN »")
    '" l\\'OTAN "'
    """
    return _CAPTION.sub(" |  ", text.translate(_NORMAL))


def annotate(articles: Iterable[Article]) -> Iterator[Analysis]:
    """Each article with its sentences and the model's guesses at names; one that fails carries the failure."""
    batch: list[Article] = []
    for article in articles:
        batch.append(article)
        if len(batch) == BATCH:
            yield from _annotate(batch)
            batch = []
    yield from _annotate(batch)


def _annotate(batch: list[Article]) -> Iterator[Analysis]:
    """A batch, halved as long as it fails, so that one poison article costs only itself."""
    from dataclasses import replace

    try:
        yield from _read(batch)
    except Exception as error:  # whatever a model may throw at a hostile text
        if len(batch) == 1:
            failed = replace(batch[0], failure=Failure("annotate", f"{type(error).__name__}: {error}"))
            yield Analysis(failed, "", (), ())
            return
        middle = len(batch) // 2
        yield from _annotate(batch[:middle])
        yield from _annotate(batch[middle:])


def _read(batch: list[Article]) -> list[Analysis]:
    if not batch:
        return []
    nlp = model()
    texts = [normalise(article.text) for article in batch]
    pieces = [(number, start, end) for number, text in enumerate(texts) for start, end in paragraphs(text)]
    docs: list[Doc] = []
    starts: list[list[int]] = []
    with nlp.memory_zone():
        for number, start, end in pieces:
            doc = nlp.make_doc(texts[number][start:end])
            starts.append([a for a, _ in sentences(batch[number].text[start:end])])
            _set_sentences(doc, starts[-1])
            docs.append(doc)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # spaCy warns of its own internals
            docs = list(nlp.pipe(docs, batch_size=64))
        found: list[list[Sentence]] = [[] for _ in batch]
        guesses: list[list[Guess]] = [[] for _ in batch]
        for paragraph, ((number, offset, _), doc) in enumerate(zip(pieces, docs, strict=True)):
            found[number].extend(_sentences(doc, offset, paragraph))
            guesses[number].extend(
                Guess(offset + e.start_char, offset + e.end_char, e.label_) for e in doc.ents if e.text.strip()
            )
    return [
        Analysis(article, text, tuple(s), tuple(g))
        for article, text, s, g in zip(batch, texts, found, guesses, strict=True)
    ]


def _set_sentences(doc: Doc, starts: list[int]) -> None:
    """Fixes the sentence ends before the parser runs, which then keeps to them."""
    offsets = [token.idx for token in doc]
    first = {bisect_right(offsets, start) - 1 for start in starts}
    for token in doc:
        token.is_sent_start = token.i in first or token.i == 0


def _sentences(doc: Doc, offset: int, paragraph: int) -> Iterator[Sentence]:
    for span in doc.sents:
        tokens = [t for t in span if not t.is_space]
        if not tokens:
            continue
        index = {t.i: number for number, t in enumerate(tokens)}
        made = tuple(
            Token(
                text=t.text,
                start=offset + t.idx,
                end=offset + t.idx + len(t.text),
                pos=t.pos_,
                dep=t.dep_,
                head=index.get(t.head.i, number),
            )
            for number, t in enumerate(tokens)
        )
        yield Sentence(made[0].start, made[-1].end, made, paragraph)
