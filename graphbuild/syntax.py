"""Universal Dependencies: the only module that names a dependency label. All functions take and give token indexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphbuild.model import Token

SUBJECT = frozenset({"nsubj", "csubj", "expl:subj"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass"})
OBJECT = frozenset({"obj", "iobj", "obl:arg"})
OBLIQUE = frozenset({"obl", "obl:arg", "obl:mod", "obl:agent", "nmod", "iobj", "advcl"})
VERBAL = frozenset({"VERB", "AUX"})

Tokens = Sequence[Token]


def children(tokens: Tokens, index: int) -> Iterator[int]:
    """Tokens that this one governs."""
    return (n for n, t in enumerate(tokens) if t.head == index and n != index)


def _labelled(tokens: Tokens, index: int, labels: frozenset[str]) -> set[int]:
    return {n for n in children(tokens, index) if tokens[n].dep in labels}


def subjects(tokens: Tokens, verb: int) -> set[int]:
    """Grammatical subjects of a verb, also through coordination, relative pronouns and infinitives."""
    found: set[int] = set()
    seen: set[int] = set()
    index = verb
    while index not in seen:
        seen.add(index)
        own = _labelled(tokens, index, SUBJECT | PASSIVE_SUBJECT)
        token = tokens[index]
        if own:
            for n in own:
                found |= {token.head} if _is_relative(tokens[n]) and token.dep.startswith("acl") else {n}
            return found
        if token.dep in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "aux:tense", "aux:pass", "cop", "aux:caus"):
            index = token.head
        elif token.dep.startswith("acl"):
            return {token.head}
        else:
            break
    return found


def _is_relative(token: Token) -> bool:
    return token.lower in ("qui", "lequel", "laquelle", "lesquels", "lesquelles", "que", "qu'")


def objects(tokens: Tokens, verb: int) -> set[int]:
    """Direct objects of a verb, the relative pronoun's noun included (« les chars que Berlin livre »)."""
    found = {n for n in _labelled(tokens, verb, OBJECT) if preposition(tokens, n) == ""}
    return {tokens[verb].head if _is_relative(tokens[n]) and tokens[verb].dep.startswith("acl") else n for n in found}


def bearer(tokens: Tokens, index: int) -> int | None:
    """The noun that a noun or adjective is said of: by a copula, an apposition or as its attribute."""
    if any(tokens[n].dep == "cop" for n in children(tokens, index)):
        return min(_labelled(tokens, index, SUBJECT), default=None)
    if tokens[index].dep in ("appos", "amod", "acl", "acl:relcl"):
        return tokens[index].head
    return None


def describes(tokens: Tokens, index: int) -> int | None:
    """The noun that a participle or relative clause is said of (« une ville bombardée par … »)."""
    return tokens[index].head if tokens[index].dep.startswith("acl") else None


def agents(tokens: Tokens, verb: int) -> set[int]:
    """« par X » of a passive."""
    return _labelled(tokens, verb, frozenset({"obl:agent"}))


def obliques(tokens: Tokens, index: int, wanted: str) -> set[int]:
    """Complements of a verb or noun that this preposition introduces."""
    return {n for n in _labelled(tokens, index, OBLIQUE) if preposition(tokens, n) == wanted}


def preposition(tokens: Tokens, index: int) -> str:
    """The preposition that marks a noun, contracted forms undone; empty if none."""
    for n in children(tokens, index):
        if tokens[n].dep == "case" and n < index:
            return CONTRACTED.get(tokens[n].lower, tokens[n].lower)
    return ""


CONTRACTED = {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "jusqu'": "jusqu'à"}


def coordinated(tokens: Tokens, index: int) -> set[int]:
    """The token and all that « et », « ou » or commas put beside it."""
    found, todo = {index}, [index]
    while todo:
        n = todo.pop()
        near = {c for c in children(tokens, n) if tokens[c].dep == "conj"}
        if tokens[n].dep == "conj":
            near.add(tokens[n].head)
        todo += near - found
        found |= near
    return found


def is_case(token: Token) -> bool:
    """Does the model read the word as a preposition (and « des » not as an article)?"""
    return token.dep in ("case", "mark") or token.pos == "ADP"


def is_modifier_of(tokens: Tokens, index: int) -> int | None:
    """The noun that an adjective modifies by the parse."""
    token = tokens[index]
    return token.head if token.dep in ("amod", "nmod", "appos", "acl") and token.head < index else None


def governors(tokens: Tokens, index: int, steps: int = 4) -> Iterator[tuple[int, str]]:
    """(token, label of the arc to it), upward from a token."""
    for _ in range(steps):
        head = tokens[index].head
        if head == index:
            return
        yield head, tokens[index].dep
        index = head


def is_root(tokens: Tokens, index: int) -> bool:
    return tokens[index].head == index
