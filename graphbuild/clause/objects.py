"""To whom it is done: objects beside the verb, behind adverbial phrases, before « que », shared by two verbs."""

from __future__ import annotations

from graphbuild import syntax
from graphbuild.clause import asides
from graphbuild.clause.asides import BREAKS
from graphbuild.clause.passives import passive_subject
from graphbuild.clause.scene import ORDER, PARSE, Fit, Scene, fit, is_finite
from graphbuild.clause.triggers import Occurrence
from graphbuild.clause.voices import inverted_speaker
from graphbuild.morphology import Tense


def acted_upon(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """The one acted upon: the direct object, or the grammatical subject of a passive."""
    if occurrence.kind == "verb" and occurrence.passive:
        return passive_subject(scene, occurrence)
    relative = _relative_object(scene, occurrence)
    if relative is not None:
        return relative
    if _names_speaker(scene, occurrence):
        return []
    wanted = syntax.objects(scene.tokens, occurrence.head)
    fits = [
        fit(a, "object", PARSE, occurrence)
        for a in scene.arguments
        if a.anchor in wanted and not a.modifies
        if a.preposition == "" or (a.preposition == "de" and a.first > occurrence.last)
    ]
    start = _over_second_verb(scene, occurrence.last + 1)
    after = next((a for a in scene.arguments if a.first >= start and not a.preposition and a.modifies is None), None)
    if after is not None and _only_fillers(scene, start, after.first):
        if all(f.argument.first > after.first for f in fits):
            return [fit(after, "object", PARSE if fits else ORDER, occurrence)]
        fits.append(fit(after, "object", ORDER, occurrence))
    return fits


def _over_second_verb(scene: Scene, start: int) -> int:
    """« a armé *et entraîné* X », « soutient *et arme* X »: where the object of both may begin."""
    tokens, language = scene.tokens, scene.language
    if start + 1 < len(tokens) and tokens[start].lower in language.words["linkers"]:
        forms = language.forms.get(tokens[start + 1].lower, ())
        if any(f.tense is not Tense.INFINITIVE for f in forms) and tokens[start + 1].pos != "AUX":
            return start + 2
    return start


def _relative_object(scene: Scene, occurrence: Occurrence) -> list[Fit] | None:
    """« X, que Y soutient », « X, que soutient Y »: whoever stands before the pronoun; None where there is none."""
    tokens = scene.tokens
    start = asides.group_start(tokens, occurrence.first, scene.language)
    subject = next((a for a in scene.arguments if a.last == start - 1 and not a.preposition), None)
    pronoun = (subject.first if subject else start) - 1
    if pronoun < 1 or tokens[pronoun].lower not in scene.language.words["object_relatives"]:
        return None
    end = pronoun - 1 - (tokens[pronoun - 1].text == ",")
    found = [a for a in scene.arguments if a.last == end and not a.preposition and a.modifies is None]
    return [fit(a, "object", PARSE, occurrence) for a in found] or None


def _names_speaker(scene: Scene, occurrence: Occurrence) -> bool:
    """« …, a dénoncé l'ancien chef des forces américaines, X »: what follows is who says so, not whom it is about."""
    speaker = inverted_speaker(scene, occurrence.head)
    return speaker is not None and speaker.first > occurrence.head


def owner_of_object(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """Whose thing is acted upon: « dénonce la politique d'Ankara », « critique la législation française »."""
    tokens = scene.tokens
    if occurrence.passive:
        near = [a for a in scene.arguments if a.last < occurrence.first][-1:]
        near = [a for a in near if a.modifies is not None or a.preposition == "de"]
        return [fit(a, "in object", ORDER, occurrence) for a in near if occurrence.first - a.last <= 4]
    following = tokens[occurrence.last + 1].lower if occurrence.last + 1 < len(tokens) else ""
    if _names_speaker(scene, occurrence) or syntax.CONTRACTED.get(following, following) in ("de", "d'"):
        return []  # « l'a menacée de sanctions européennes »
    after = [a for a in scene.arguments if a.first > occurrence.last or (a.modifies or -1) > occurrence.last][:1]
    wanted = syntax.objects(tokens, occurrence.head)
    fits: list[Fit] = []
    for a in after:
        if a.preposition != "de" and a.modifies is None:
            continue
        between = tokens[occurrence.last + 1 : a.first]
        carried = any(k in wanted for k, _ in syntax.governors(tokens, a.anchor, 2)) or a.modifies in wanted
        plain = all(
            t.pos in ("DET", "NOUN", "ADJ", "ADV", "PROPN", "ADP", "NUM", "AUX") or t.text == '"' for t in between
        )
        if carried and len(between) <= 12:
            fits.append(fit(a, "in object", PARSE, occurrence))
        elif plain and len(between) <= 8:
            fits.append(fit(a, "in object", ORDER, occurrence))
    return fits


def _only_fillers(scene: Scene, start: int, end: int) -> bool:
    """Nothing but adverbs, days, phrases with a preposition and what stands aside between verb and object."""
    tokens, words = scene.tokens, scene.language.words
    marked = pending = False
    k = start
    while k < end:
        token = tokens[k]
        lower = token.lower
        closed = asides.closing(tokens, k, scene.language)
        if closed is not None and closed < end:
            k, marked = closed + 1, False
            continue
        lists = token.text == "(" and k <= start + 1  # « un sommet tripartite (X, Y, Z) »
        if lower in _clause_openers(scene) or (token.pos == "PUNCT" and not lists) or is_finite(scene, k):
            return False
        noun = token.pos in ("NOUN", "PROPN", "PRON", "NUM", "X")
        if token.pos == "ADP" or lower in words["prepositions"]:
            owned = k + 1 < end and tokens[k + 1].lower in words["possessives"]  # « de son côté »
            if k == start and syntax.CONTRACTED.get(lower, lower) == "de" and not owned:
                return False  # « livre du gaz à X »
            marked = pending = True
        elif token.pos == "VERB" or (noun and not marked and token.pos != "NUM" and lower not in words["fillers"]):
            return False
        elif noun:
            pending = False
        elif lower in words["articles"] and not pending:
            marked = False
        k += 1
    return not pending


def _clause_openers(scene: Scene) -> frozenset[str]:
    """The words at which another clause begins."""
    return BREAKS | scene.language.words["relatives"] | {'"'}
