"""Who does what a verb says: subjects through infinitives, inversions, insertions and lost parses."""

from __future__ import annotations

from typing import NamedTuple

from graphbuild import syntax
from graphbuild.clause import asides, clitics
from graphbuild.clause.arguments import Argument
from graphbuild.clause.asides import BREAKS
from graphbuild.clause.groups import auxiliary, continues
from graphbuild.clause.scene import ORDER, PARSE, Fit, Scene, fit, is_bare, is_finite, leftward
from graphbuild.clause.triggers import Occurrence
from graphbuild.clause.voices import inverted_speaker
from graphbuild.model import Token
from graphbuild.morphology import Tense


def grammatical_subject(scene: Scene, occurrence: Occurrence, verb: int, slot: str) -> list[Fit]:
    """Who stands as subject of a verb; nobody where the verb shows a subject that is no argument (« nous livrons »)."""
    own = pronoun(scene, verb)
    if own is not None:
        return [fit(a, slot, PARSE, occurrence) for a in scene.arguments if a.first <= own <= a.last]
    said = None if _resumes(scene, verb) else inverted_speaker(scene, verb)
    if said is not None:
        return [fit(said, slot, PARSE, occurrence)]
    addressed = _addressed(scene, verb)
    if addressed is not None:
        return [fit(addressed, slot, PARSE, occurrence)]
    wanted = syntax.subjects(scene.tokens, verb)
    fits = [
        fit(a, slot, PARSE, occurrence)
        for a in scene.arguments
        if a.anchor in wanted and a.preposition == "" and a.modifies is None
    ]
    near = _subject_by_order(scene, verb)
    carried = scene.carried.get("subject")
    if near is None and not fits and carried is not None and continues(scene.tokens, verb, scene.language):
        return [Fit(carried, slot, ORDER, 0)]
    if near is None:
        return fits
    if near.touches:  # « … et le Soudan accuse »: what touches the verb is surer than the parse
        return [Fit(near.argument, slot, PARSE, 0)]
    if not any(f.argument is near.argument for f in fits):
        fits.append(fit(near.argument, slot, ORDER, occurrence))
    return fits


def _addressed(scene: Scene, verb: int) -> Argument | None:
    """« accuse X de livrer », « demande à X de livrer »: X is the subject of the infinitive."""
    tokens, language = scene.tokens, scene.language
    forms = language.forms.get(tokens[verb].lower, ())
    start = verb
    if not any(f.tense is Tense.INFINITIVE for f in forms):
        chain = auxiliary(tokens, verb, language)
        if chain is None or tokens[chain].lower not in ("avoir", "être"):
            return None
        start = chain
    if start == 0 or tokens[start - 1].lower not in ("de", "d'", "à", "se", "s'", "ne", "pas", "y", "en"):
        return None
    owners = language.words["plan_nouns"] | language.words["deny_nouns"] | language.words["demand_nouns"]
    for g in range(start - 1, max(-1, start - 16), -1):
        if tokens[g].lower in BREAKS:
            return None
        noun = tokens[g].lower in owners and g > 0 and tokens[g - 1].lower in language.words["determiners"]
        if noun and g < start - 2:  # « la décision de Washington de se retirer »
            held = [a for a in scene.arguments if g < a.first and a.last < start and a.preposition in ("de", "par")]
            return held[0] if held else None
        lemmas = language.lemmas(tokens[g].lower)
        if not lemmas & language.words["verbs_object_control"]:
            if lemmas & language.words["verbs_control"] and g < start - 1:
                return _addressed(scene, g)  # « demande à X de cesser de livrer »
            continue
        between = [a for a in scene.arguments if g < a.first and a.last < start and a.preposition in ("", "à")]
        return between[0] if between else _leaning(scene, g)
    return None


def _leaning(scene: Scene, verb: int) -> Argument | None:
    """« l'a sommé de partir », « lui demande de partir »: the pronoun before the verb is addressed."""
    before = (a for a in scene.arguments if a.preposition in (clitics.DIRECT, clitics.DATIVE, clitics.EITHER))
    return next((a for a in before if clitics.host(scene.tokens, a.first, scene.language) == verb), None)


def subject_of(scene: Scene, verb: int) -> Argument | None:
    """The argument that is a verb's subject: what touches it, else by the parse, else by order."""
    own = pronoun(scene, verb)
    if own is not None:
        return next((a for a in scene.arguments if a.first <= own <= a.last), None)
    near = _subject_by_order(scene, verb)
    if near is not None and near.touches:
        return near.argument
    wanted = syntax.subjects(scene.tokens, verb)
    for argument in scene.arguments:
        if argument.anchor in wanted and argument.preposition == "" and argument.modifies is None:
            return argument
    return near.argument if near is not None else None


def pronoun(scene: Scene, verb: int) -> int | None:
    """The pronoun that is plainly the verb's subject: « nous livrons », « qu'il a livré », « refuse-t-elle »."""
    tokens, words = scene.tokens, scene.language.words
    start = _start(scene, verb)
    conjugated = [tokens[k].lower for k in range(start, verb + 1)]
    around: list[int] = [max(0, start - 1), *range(start, min(len(tokens), verb + 2))]
    for k in around:
        if k > start and tokens[k - 1].text == "," and k <= verb:
            break  # « a, elle aussi, livré »
        word = tokens[k].lower.lstrip("-").removeprefix("t-")
        if k > verb and not tokens[k].text.startswith("-"):
            break
        if word in words["subject_pronouns"] and not (k > start and _touched(scene, start)):
            return k
        if word in words["persons"] and any(c.endswith(("ons", "ez", "mmes")) for c in conjugated):
            return k
    return None


def _touched(scene: Scene, start: int) -> bool:
    """« *X* refuse-t-il de livrer »: does a bare phrase stand right before the verb?"""
    return any(a.last == start - 1 and is_bare(a) for a in scene.arguments)


class Near(NamedTuple):
    """What the order of words takes for a subject."""

    argument: Argument
    touches: bool
    """Nothing lies between it and the verb but what stands aside."""


def _subject_by_order(scene: Scene, verb: int) -> Near | None:
    """The nearest bare noun phrase to the left, over what stands aside, that no other verb has taken."""
    tokens = scene.tokens
    start = _start(scene, verb)
    relative = _over_asides(scene, start) - 1
    if relative >= 0 and tokens[relative].lower == "qui":
        return _antecedent(scene, relative) or _described(scene, relative)
    inverted = _after_relative(scene, start, verb)
    if inverted is not None:
        return Near(inverted, True)
    if _is_adjunct(scene, verb, start):
        return _subject_of_main(scene, verb, start)
    shared = _coordinated_with(scene, start)
    if shared is not None:
        return _far(subject_of(scene, shared))
    found, gap = leftward(scene, start)
    governor = next((k for k in gap if _is_verb_form(scene, k)), None)
    if governor is not None:
        return _far(subject_of(scene, governor)) if _governs(scene, governor, start) else None
    if gap and _is_gerund(scene, start, verb):
        return None  # « un homme ayant livré … » borrows no one
    if found is None or any(_begins_clause(tokens[k]) for k in gap) or sum(tokens[k].text == "," for k in gap) == 1:
        return None
    return Near(found, not gap)


def _start(scene: Scene, verb: int) -> int:
    """Where the verb begins, its auxiliary included: « a, elle aussi, livré »."""
    chain = auxiliary(scene.tokens, verb, scene.language)
    return asides.group_start(scene.tokens, verb if chain is None else chain, scene.language)


def _is_verb_form(scene: Scene, k: int) -> bool:
    """Is the token a verb of any tense, as far as the data and the model agree?"""
    token = scene.tokens[k]
    return is_finite(scene, k) or (token.pos in ("VERB", "AUX") and bool(scene.language.forms.get(token.lower)))


def _after_relative(scene: Scene, start: int, verb: int) -> Argument | None:
    """« que soutient X », « dont dispose X », « où combat X »: the subject follows its verb."""
    tokens = scene.tokens
    if start == 0 or tokens[start - 1].lower not in scene.language.words["relatives"] - {"qui"}:
        return None
    after = (a for a in scene.arguments if a.first == verb + 1 and not a.preposition and a.modifies is None)
    return next(after, None)


def _far(argument: Argument | None) -> Near | None:
    return Near(argument, False) if argument is not None else None


def _over_asides(scene: Scene, start: int) -> int:
    """Where what stands aside just before a place begins: « X, qui, *selon Y,* a livré »."""
    opened = asides.opening(scene.tokens, start - 1, scene.language) if start else None
    return start if opened is None else opened


def _is_adjunct(scene: Scene, verb: int, start: int) -> bool:
    """« après avoir livré », « sans livrer », « …, livrant des armes à Y »: does the verb borrow another's subject?"""
    tokens, language = scene.tokens, scene.language
    start -= start > 1 and tokens[start - 1].text == '"'
    before = tokens[start - 1].lower if start else ""
    if _is_gerund(scene, start, verb):
        return before in ("", ",", "en", "(", "et")
    marker = before if before not in ("de", "d'") or start < 2 else tokens[start - 2].lower
    return marker in language.words["adjunct_markers"] and Tense.INFINITIVE in _tenses(scene, start, verb)


def _tenses(scene: Scene, start: int, verb: int) -> set[Tense]:
    """The tenses that a verb's group may have."""
    tokens, language = scene.tokens, scene.language
    return {f.tense for k in range(start, verb + 1) for f in language.forms.get(tokens[k].lower, ())}


def _is_gerund(scene: Scene, start: int, verb: int) -> bool:
    """« livrant », « ayant livré »"""
    return Tense.GERUND in _tenses(scene, start, verb)


def _subject_of_main(scene: Scene, verb: int, start: int) -> Near | None:
    """The subject of the verb before, or else of the clause that follows: « Après avoir reçu X, Y a menacé Z »."""
    tokens = scene.tokens
    main = next((k for k in range(start - 1, -1, -1) if _is_verb_form(scene, k)), None)
    if main is not None and any(t.lower in BREAKS for t in tokens[main:start]):
        return None
    if main is not None:  # « "…", a déclaré X, accusant Y »: X, whatever the parse hangs the gerund on
        said = inverted_speaker(scene, main)
        return Near(said, True) if said is not None else _far(subject_of(scene, main))
    return _far(main_subject_after(scene, verb))


def main_subject_after(scene: Scene, place: int) -> Argument | None:
    """Who opens the clause after the comma: « Soutenue par X, Y … », « En livrant des armes à X, Y … »."""
    for a in scene.arguments:
        if a.first > place and scene.tokens[a.first - 1].text == "," and not a.preposition and a.modifies is None:
            return None if any(is_finite(scene, k) for k in range(place + 1, a.first)) else a
    return None


def _governs(scene: Scene, verb: int, start: int) -> bool:
    """« veut livrer », « a promis de livrer », « est prête à livrer »: does its subject act in the infinitive too?"""
    tokens, language = scene.tokens, scene.language
    lemmas = language.lemmas(tokens[verb].lower)
    if not _plain(scene, verb, start):
        return False
    if "être" in lemmas:
        return any(t.lower in language.words["ready_words"] for t in tokens[verb + 1 : start])
    return bool(lemmas & language.words["verbs_control"]) and not _is_bare_participle(scene, verb)


def _is_bare_participle(scene: Scene, verb: int) -> bool:
    """« un homme accusé d'avoir tenté de … »: a participle that only describes a noun."""
    tokens, language = scene.tokens, scene.language
    participle = all(f.tense is Tense.PARTICIPLE for f in language.forms.get(tokens[verb].lower, ()))
    return participle and auxiliary(tokens, verb, language) is None


def _plain(scene: Scene, first: int, end: int) -> bool:
    """Does no other clause begin between a verb and the infinitive it governs?"""
    return not any(_begins_clause(scene.tokens[k]) for k in range(first + 1, end))


def _begins_clause(token: Token) -> bool:
    return token.lower in BREAKS or token.lower in ("que", "qu'", "qui", "dont", "où", "si", "s'il")


def _antecedent(scene: Scene, pronoun: int) -> Near | None:
    """« X, qui », « contre X, qui »; of « le chef de X, qui » the parse must tell."""
    end = pronoun - 1
    if end >= 0 and scene.tokens[end].text == ",":
        end -= 1
    for a in scene.arguments:
        if a.last == end and a.modifies is None and a.preposition != "de":
            return Near(a, False)
    return None


def _described(scene: Scene, pronoun: int) -> Near | None:
    """« X, député du Nord, qui … »: whoever the words before the pronoun describe."""
    found, gap = leftward(scene, pronoun)
    if found is None or any(_is_verb_form(scene, k) or _begins_clause(scene.tokens[k]) for k in gap):
        return None
    return Near(found, False)


def _coordinated_with(scene: Scene, start: int) -> int | None:
    """The verb before « et » whose subject the verb at ``start`` shares: « Paris condamne X et menace Y »."""
    tokens = scene.tokens
    if start < 2 or tokens[start - 1].lower not in scene.language.words["linkers"]:
        return None
    k = start - 2
    while k > 0:
        opened = asides.opening(tokens, k, scene.language)
        if opened is not None:
            k = opened
        elif is_finite(scene, k):
            return k
        elif tokens[k].lower in BREAKS | scene.language.words["object_relatives"]:
            return None  # « demande qu'un soldat, détenu pour X et *condamné* »: the subject is another
        k -= 1
    return None


def _resumes(scene: Scene, verb: int) -> bool:
    """« X, qui …, menace Y »: does the verb after a comma go on with the clause that an insertion broke?"""
    found, gap = leftward(scene, _start(scene, verb))
    if found is None or gap:
        return False
    before = found.first - 1
    return before < 0 or not scene.language.forms.get(scene.tokens[before].lower)
