"""Nouns of which a verb says that it happens: « des combats ont éclaté entre X et Y », « une aide est arrivée à X »."""

from __future__ import annotations

from graphbuild import syntax
from graphbuild.clause.asides import BREAKS
from graphbuild.clause.scene import ORDER, Fit, Scene, crosses, fit, is_finite
from graphbuild.clause.triggers import Occurrence
from graphbuild.morphology import Tense

REACH = 12
"""Tokens from the noun to its verb, and from the verb to the complement."""


def parted(scene: Scene, occurrence: Occurrence, slot: str) -> list[Fit]:
    """The complement of a noun behind the verb of which the noun is the subject."""
    if occurrence.kind != "noun" or slot not in ACROSS:
        return []
    verb = happening(scene, occurrence)
    if verb is None:
        return []
    after = (a for a in scene.arguments if a.first > verb and a.preposition == slot and a.modifies is None)
    found = next(after, None)
    if found is None or found.first - verb > REACH or crosses(scene, verb + 1, found.first, verbs=True):
        return []
    return [fit(found, slot, ORDER, occurrence)]


ACROSS = frozenset({"entre", "avec", "contre"})
"""Prepositions that the noun asks for, not the verb."""


def happening(scene: Scene, occurrence: Occurrence) -> int | None:
    """The verb that says of the noun that it takes place: « ont *éclaté* », « a été *trouvé* », « sont en cours »."""
    tokens, language = scene.tokens, scene.language
    if not _is_subject(scene, occurrence):
        return None
    last: int | None = None
    for k in range(occurrence.last + 1, min(len(tokens), occurrence.last + REACH)):
        if _is_barrier(scene, k):
            return None
        if is_finite(scene, k):
            last = k
            break
    if last is None:
        return None
    while last + 1 < len(tokens) and _continues(scene, last + 1):
        last += 1
    group = {lemma for t in tokens[occurrence.last + 1 : last + 1] for lemma in language.lemmas(t.lower)}
    passive = "être" in group
    return last if passive or group & language.words["verbs_occur"] else None


def _is_subject(scene: Scene, occurrence: Occurrence) -> bool:
    """Does the noun open its clause, or does the parse call it a subject?"""
    tokens, words = scene.tokens, scene.language.words
    if tokens[occurrence.head].dep in syntax.SUBJECT | syntax.PASSIVE_SUBJECT:
        return True
    k = occurrence.first - 1
    while k >= 0 and (tokens[k].pos in ("ADJ", "NUM") or tokens[k].lower in words["preposed"] | words["articles"]):
        k -= 1
    return k < 0 or tokens[k].text in (",", '"', ":") or tokens[k].lower in ("que", "qu'", "et")


def _is_barrier(scene: Scene, k: int) -> bool:
    lower = scene.tokens[k].lower
    return lower in BREAKS or lower in scene.language.words["relatives"] or scene.tokens[k].text in (",", '"')


def _continues(scene: Scene, k: int) -> bool:
    """Does the verb's group go on: « a *été trouvé* », « devrait *avoir* lieu », « ne sont *pas* »?"""
    token, language = scene.tokens[k], scene.language
    tenses = {f.tense for f in language.forms.get(token.lower, ())}
    unfinished = bool(tenses & {Tense.PARTICIPLE, Tense.INFINITIVE}) or token.pos in ("VERB", "AUX")
    return unfinished or token.pos == "ADV" or token.lower in language.words["negation_words"]
