"""Who does what a verb says, and to whom: subjects through passives, infinitives, inversions and lost parses."""

from __future__ import annotations

from graphbuild import syntax
from graphbuild.extract import clitics
from graphbuild.extract.arguments import Argument
from graphbuild.extract.scene import ORDER, PARSE, Fit, Scene, crosses, distance, fit, is_finite
from graphbuild.extract.triggers import BREAKS, Occurrence, auxiliary, continues
from graphbuild.extract.voices import inserted_before, inverted_speaker
from graphbuild.morphology import Tense


def agent(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    wanted = syntax.agents(scene.tokens, occurrence.head)
    fits = [fit(a, "subject", PARSE, occurrence) for a in scene.arguments if a.anchor in wanted]
    for a in scene.arguments:
        if a.first > occurrence.last and a.preposition == "par":
            if not crosses(scene, occurrence.last + 1, a.first, verbs=True):
                fits.append(fit(a, "subject", ORDER, occurrence))
            break
    return fits


def passive_subject(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    tokens, head = scene.tokens, occurrence.head
    if auxiliary(tokens, head, scene.language) is not None:
        return grammatical_subject(scene, occurrence, head, "object")
    before = [a for a in scene.arguments if a.last < occurrence.first and not a.modifies]
    if not before:
        return []
    near = before[-1]
    governed = syntax.describes(tokens, head) == near.anchor
    if governed or occurrence.first - near.last <= 2:
        return [fit(near, "object", PARSE if governed else ORDER, occurrence)]
    return []


def grammatical_subject(scene: Scene, occurrence: Occurrence, verb: int, slot: str) -> list[Fit]:
    tokens = scene.tokens
    said = inverted_speaker(scene, verb) or _over_incise(scene, verb)
    if said is not None:
        return [fit(said, slot, PARSE, occurrence)]
    addressed = _addressed(scene, verb)
    if addressed is not None:
        return [fit(addressed, slot, PARSE, occurrence)]
    wanted = syntax.subjects(tokens, verb)
    fits = [
        fit(a, slot, PARSE, occurrence)
        for a in scene.arguments
        if a.anchor in wanted and a.preposition == "" and a.modifies is None
    ]
    near = _subject_by_order(scene, verb)
    if near is not None and not any(f.argument is near for f in fits):
        if distance(near, verb, verb) == 0 or (
            distance(near, verb, verb) == 1 and tokens[near.last + 1].lower not in ("et", "ou", "puis", "mais", ",")
        ):  # « … et le Soudan accuse »: what touches the verb is surer than the parse
            return [fit(near, slot, PARSE, occurrence)]
        fits.append(fit(near, slot, ORDER, occurrence))
    elif near is None and not fits and occurrence.tense is Tense.GERUND:
        main = next((k for k in range(verb - 1, -1, -1) if is_finite(scene, k)), None)
        shared = subject_of(scene, main) if main is not None else None
        if shared is not None:
            fits.append(fit(shared, slot, ORDER, occurrence))
    carried = scene.carried.get("subject")
    if near is None and not fits and carried is not None and continues(tokens, verb, scene.language):
        fits.append(Fit(carried, slot, ORDER, 0))
    return fits


def _over_incise(scene: Scene, verb: int) -> Argument | None:
    """« Le Liban, affirme X, protège la milice »: the subject stands before what is inserted."""
    opened = inserted_before(scene, verb)
    if opened is None:
        return None
    near = next((a for a in scene.arguments if a.last == opened - 1), None)
    return near if near is not None and not near.preposition and near.modifies is None else None


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
                return None
            continue
        between = [a for a in scene.arguments if g < a.first and a.last < start and a.preposition in ("", "à")]
        return between[0] if between else _leaning(scene, g)
    return None


def _leaning(scene: Scene, verb: int) -> Argument | None:
    """« l'a sommé de partir », « lui demande de partir »: the pronoun before the verb is addressed."""
    before = (a for a in scene.arguments if a.preposition in (clitics.DIRECT, clitics.DATIVE))
    return next((a for a in before if clitics.host(scene.tokens, a.first, scene.language) == verb), None)


def subject_of(scene: Scene, verb: int) -> Argument | None:
    """The argument that is a verb's subject: by the parse, else by order."""
    wanted = syntax.subjects(scene.tokens, verb)
    for argument in scene.arguments:
        if argument.anchor in wanted and argument.preposition == "" and argument.modifies is None:
            return argument
    return _subject_by_order(scene, verb)


def _subject_by_order(scene: Scene, verb: int) -> Argument | None:
    """The nearest bare noun phrase to the left that no other finite verb has already taken."""
    tokens, language = scene.tokens, scene.language
    best: Argument | None = None
    for a in reversed(scene.arguments):
        if a.last >= verb or a.preposition or a.modifies is not None:
            continue
        best = a
        break
    if best is None:
        return None
    between = range(best.last + 1, verb)
    if any(tokens[k].lower in BREAKS or tokens[k].lower in ("que", "qu'", "dont", "où", "si", "s'il") for k in between):
        return None
    other_verbs = [k for k in between if is_finite(scene, k)]
    chain = auxiliary(tokens, verb, language)
    control = language.words["verbs_control"]
    for k in other_verbs:
        if k == chain or language.lemmas(tokens[k].lower) & control:
            continue
        if any(tokens[j].lower in ("et", "ou", "puis", "mais") for j in range(k, verb)):
            continue  # « Paris condamne X et menace Y »
        if any(tokens[j].lower == "qui" for j in range(best.last + 1, k)):
            continue
        return None
    signs = sum(tokens[k].text == "," for k in between)
    if signs == 1 and not any(tokens[k].lower == "qui" for k in between) and not other_verbs:
        return None
    return best
