"""Which arguments fill a trigger's slots, by the parse and by the order of words; each answer is a vote, not a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphbuild import syntax
from graphbuild.extract.arguments import Argument
from graphbuild.extract.triggers import BREAKS, Occurrence, auxiliary
from graphbuild.language import Language
from graphbuild.model import Token
from graphbuild.morphology import Tense

PARSE, ORDER = 2, 1


@dataclass(frozen=True, slots=True)
class Fit:
    """An argument in a slot."""

    argument: Argument
    slot: str
    strength: int
    """2 where the parse says so, 1 where only the order of words does."""
    distance: int
    """Tokens between argument and trigger."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence as slots see it."""

    tokens: Sequence[Token]
    arguments: Sequence[Argument]
    language: Language
    carried: Mapping[str, Argument] = field(default_factory=dict)
    """From the sentence before: what filled a role of a rule that stayed incomplete (by ``rule target``), and who
    acted last (``actor``)."""


def fill(scene: Scene, occurrence: Occurrence, slots: Sequence[str]) -> list[Fit]:
    """Arguments for a list of alternative slots: the best first by strength, place of the slot in the list, nearness."""
    fits = [fit for slot in slots for fit in _fill(scene, occurrence, slot)]
    if any(f.slot == "par" for f in fits):  # « l'invasion de X par Y »: what follows « de » is not the one who acts
        fits = [f for f in fits if f.slot != "de"]
    fits.sort(key=lambda f: (-f.strength, f.distance, slots.index(f.slot)))
    return fits


def _fill(scene: Scene, occurrence: Occurrence, slot: str) -> list[Fit]:
    if slot == "subject":
        return _subject(scene, occurrence)
    if slot == "object":
        return _object(scene, occurrence)
    if slot == "adjective":
        return _adjective(scene, occurrence)
    if slot == "possessive":
        return _possessive(scene, occurrence)
    if slot == "holder":
        return _holder(scene, occurrence)
    if slot == "in object":
        return _in_object(scene, occurrence)
    if slot == "that":
        return _that(scene, occurrence)
    if slot == "left open":
        return [Fit(a, slot, ORDER, 0) for a in (scene.carried.get(f"{occurrence.rule} target"),) if a is not None]
    if slot == "last actor":
        return _last_actor(scene, occurrence)
    if slot == "topic":
        return _topic(scene, occurrence)
    return _marked(scene, occurrence, slot)


def _fit(argument: Argument, slot: str, strength: int, occurrence: Occurrence) -> Fit:
    return Fit(argument, slot, strength, distance(argument, occurrence.first, occurrence.last))


def distance(argument: Argument, first: int, last: int) -> int:
    """Tokens between an argument and a stretch of tokens; 0 where they touch or overlap."""
    if argument.last < first:
        return first - argument.last - 1
    return max(0, argument.first - last - 1)


# --- subject and object -----------------------------------------------------------------------------------------------


def _subject(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """The one who acts: the grammatical subject, or « par X » of a passive."""
    if occurrence.kind == "verb" and occurrence.passive:
        return _agent(scene, occurrence)
    if occurrence.kind != "verb":
        fits = _bearer(scene, occurrence)
        if fits or occurrence.kind != "phrase":
            return fits
    return _grammatical_subject(scene, occurrence, occurrence.head, "subject")


def _bearer(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """Of whom a noun or adjective is said: « X est un allié », « X, allié de Y », « le Belarus voisin »."""
    tokens = scene.tokens
    carrier = syntax.bearer(tokens, occurrence.head)
    fits = [
        _fit(a, "subject", PARSE, occurrence) for a in scene.arguments if a.anchor == carrier and a.modifies is None
    ]
    before = [a for a in scene.arguments if a.last < occurrence.first and a.modifies is None]
    if before and not fits:
        between = [t.lower for t in tokens[before[-1].last + 1 : occurrence.first]]
        small = (
            scene.language.words["determiners"] | scene.language.words["preposed"] | {",", "également", "aussi", "et"}
        )
        if len(between) <= 3 and set(between) <= small and (between[:1] == [","] or not between):
            fits.append(_fit(before[-1], "subject", ORDER, occurrence))
    copula = next(
        (k for k in range(occurrence.first - 1, max(-1, occurrence.first - 6), -1) if _is_copula(scene, k)), None
    )
    if copula is not None and not any(
        tokens[k].lower == "par" or any(a.first <= k <= a.last for a in scene.arguments)
        for k in range(copula, occurrence.first)
    ):
        known = {id(f.argument) for f in fits}
        fits += [f for f in _grammatical_subject(scene, occurrence, copula, "subject") if id(f.argument) not in known]
    if not fits and occurrence.first <= 1:
        return _predicate(scene, occurrence)
    return fits


def _predicate(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« L'allié dont parle X est Y »: what the noun that opens the sentence is said to be."""
    tokens = scene.tokens
    for k in range(occurrence.last + 1, min(len(tokens), occurrence.last + 8)):
        if "être" in scene.language.lemmas(tokens[k].lower):
            after = [a for a in scene.arguments if k < a.first <= k + 2 and not a.preposition and a.modifies is None]
            return [_fit(a, "subject", ORDER, occurrence) for a in after[:1]]
    return []


def _is_copula(scene: Scene, k: int) -> bool:
    lemmas = scene.language.lemmas(scene.tokens[k].lower)
    return bool(lemmas & scene.language.words["verbs_copula"])


def _object(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """The one acted upon: the direct object, or the grammatical subject of a passive."""
    if occurrence.kind == "verb" and occurrence.passive:
        return _passive_subject(scene, occurrence)
    wanted = syntax.objects(scene.tokens, occurrence.head)
    fits = [
        _fit(a, "object", PARSE, occurrence)
        for a in scene.arguments
        if a.anchor in wanted and a.preposition in ("", "de") and not a.modifies
    ]
    after = next((a for a in scene.arguments if a.first > occurrence.last), None)
    if after is not None and after.preposition == "" and after.modifies is None:
        if not _crosses(scene, occurrence.last + 1, after.first, verbs=True) and _only_fillers(
            scene, occurrence.last + 1, after.first
        ):
            fits.append(_fit(after, "object", ORDER, occurrence))
    return fits


def _in_object(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """Whose thing is acted upon: « dénonce la politique d'Ankara », « critique la législation française »."""
    tokens = scene.tokens
    if occurrence.passive:
        near = [a for a in scene.arguments if a.last < occurrence.first][-1:]
        near = [a for a in near if a.modifies is not None or a.preposition == "de"]
        return [_fit(a, "in object", ORDER, occurrence) for a in near if occurrence.first - a.last <= 4]
    after = [a for a in scene.arguments if a.first > occurrence.last or (a.modifies or -1) > occurrence.last][:1]
    wanted = syntax.objects(tokens, occurrence.head)
    fits: list[Fit] = []
    for a in after:
        if a.preposition != "de" and a.modifies is None:
            continue
        between = tokens[occurrence.last + 1 : a.first]
        carried = any(k in wanted for k, _ in syntax.governors(tokens, a.anchor, 2)) or a.modifies in wanted
        plain = all(t.pos in ("DET", "NOUN", "ADJ", "ADV", "PROPN", "ADP", "NUM", "AUX") or t.text == '"' for t in between)
        if carried and len(between) <= 12:
            fits.append(_fit(a, "in object", PARSE, occurrence))
        elif plain and len(between) <= 8:
            fits.append(_fit(a, "in object", ORDER, occurrence))
    return fits


def _only_fillers(scene: Scene, start: int, end: int) -> bool:
    """Nothing but adverbs, signs, days and « de son côté » between verb and object."""
    loose = scene.language.words["fillers"]
    return all(t.pos in ("ADV", "PUNCT", "DET", "ADJ", "NUM") or t.lower in loose for t in scene.tokens[start:end])


def _agent(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    wanted = syntax.agents(scene.tokens, occurrence.head)
    fits = [_fit(a, "subject", PARSE, occurrence) for a in scene.arguments if a.anchor in wanted]
    for a in scene.arguments:
        if a.first > occurrence.last and a.preposition == "par":
            if not _crosses(scene, occurrence.last + 1, a.first, verbs=True):
                fits.append(_fit(a, "subject", ORDER, occurrence))
            break
    return fits


def _passive_subject(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    tokens, head = scene.tokens, occurrence.head
    if auxiliary(tokens, head, scene.language) is not None:
        return _grammatical_subject(scene, occurrence, head, "object")
    before = [a for a in scene.arguments if a.last < occurrence.first and not a.modifies]
    if not before:
        return []
    near = before[-1]
    governed = syntax.describes(tokens, head) == near.anchor
    if governed or occurrence.first - near.last <= 2:
        return [_fit(near, "object", PARSE if governed else ORDER, occurrence)]
    return []


def _grammatical_subject(scene: Scene, occurrence: Occurrence, verb: int, slot: str) -> list[Fit]:
    tokens = scene.tokens
    said = inverted_speaker(scene, verb)
    if said is not None:
        return [_fit(said, slot, PARSE, occurrence)]
    addressed = _addressed(scene, verb)
    if addressed is not None:
        return [_fit(addressed, slot, PARSE, occurrence)]
    wanted = syntax.subjects(tokens, verb)
    fits = [
        _fit(a, slot, PARSE, occurrence)
        for a in scene.arguments
        if a.anchor in wanted and a.preposition == "" and a.modifies is None
    ]
    near = _subject_by_order(scene, verb)
    if near is not None and not any(f.argument is near for f in fits):
        if distance(near, verb, verb) <= 1:  # « … et le Soudan accuse »: what touches the verb is surer than the parse
            return [_fit(near, slot, PARSE, occurrence)]
        fits.append(_fit(near, slot, ORDER, occurrence))
    elif near is None and not fits and occurrence.tense is Tense.GERUND:
        main = next((k for k in range(verb - 1, -1, -1) if _is_finite(scene, k)), None)
        shared = subject_of(scene, main) if main is not None else None
        if shared is not None:
            fits.append(_fit(shared, slot, ORDER, occurrence))
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
        if tokens[g].lower in owners and g < start - 2:  # « la décision de Washington de se retirer »
            held = [a for a in scene.arguments if g < a.first and a.last < start and a.preposition in ("de", "par")]
            return held[0] if held else None
        lemmas = language.lemmas(tokens[g].lower)
        if not lemmas & language.words["verbs_object_control"]:
            if lemmas & language.words["verbs_control"] and g < start - 1:
                return None
            continue
        between = [a for a in scene.arguments if g < a.first and a.last < start and a.preposition in ("", "à")]
        return between[0] if between else None
    return None


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
    other_verbs = [k for k in between if _is_finite(scene, k)]
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


def inverted_speaker(scene: Scene, verb: int) -> Argument | None:
    """« …, a déclaré X » and « …, a-t-il dit »: the speaker stands after the verb, and a comma or quote before it."""
    tokens, words = scene.tokens, scene.language.words
    if not scene.language.lemmas(tokens[verb].lower.lstrip("-")) & words["verbs_speech"]:
        return None
    start = verb
    while start > 0 and (tokens[start - 1].pos in ("AUX", "PRON", "ADV") or tokens[start - 1].text.startswith("-")):
        start -= 1
    if start == 0 or tokens[start - 1].text not in (",", '"'):
        return None
    between = [a for a in scene.arguments if start <= a.first <= verb]
    if between:
        return between[-1] if between[-1].mention.how == "pronoun" else None
    after = next((a for a in scene.arguments if a.first > verb), None)
    if after is None or after.preposition or after.first - verb > 9:
        return None
    gap = tokens[verb + 1 : after.first]
    loose = ("ADV", "NOUN", "NUM", "PROPN", "DET", "ADJ", "ADP", "PUNCT")
    if any(t.lower in ("que", "qu'", ":", "qui", '"') for t in gap):
        return None
    return after if all(t.pos in loose or t.lower in words["roles"] for t in gap) else None


def _is_finite(scene: Scene, k: int) -> bool:
    token = scene.tokens[k]
    forms = scene.language.forms.get(token.lower, ())
    if forms:
        finite = any(f.tense not in (Tense.INFINITIVE, Tense.PARTICIPLE, Tense.GERUND) for f in forms)
        return finite and token.pos in ("VERB", "AUX")
    return token.pos in ("VERB", "AUX") and not token.lower.endswith(("er", "ir", "re", "ant", "é", "ée", "és", "ées"))


def _topic(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """Whom the sentence is about, where a noun leaves it open (« au Belarus voisin, la Russie place … »)."""
    bare = [a for a in scene.arguments if a.preposition == "" and a.modifies is None]
    near = [a for a in bare if a.last < occurrence.first] or [a for a in bare if a.first > occurrence.last]
    return [_fit(a, "topic", ORDER, occurrence) for a in near[:1]]


def _that(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« exige que X se retire »: the subject of the clause that the trigger governs."""
    tokens = scene.tokens
    for k in range(occurrence.last + 1, min(len(tokens), occurrence.last + 5)):
        if tokens[k].lower in ("que", "qu'"):
            after = [a for a in scene.arguments if a.first > k and not a.preposition and a.modifies is None][:1]
            return [_fit(a, "that", PARSE, occurrence) for a in after if a.first - k <= 3]
    return []


def _last_actor(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """Who acted in the sentence before, where this one names nobody before its verb."""
    actor = scene.carried.get("actor")
    rivals = [a for a in scene.arguments if a.last < occurrence.first]
    return [Fit(actor, "last actor", ORDER, 0)] if actor is not None and not rivals else []


# --- other slots -------------------------------------------------------------------------------------------------------


def _adjective(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« frappes israéliennes »: a demonym on the trigger itself."""
    return [
        _fit(a, "adjective", PARSE, occurrence)
        for a in scene.arguments
        if a.modifies is not None and occurrence.first <= a.modifies <= occurrence.last
    ]


def _possessive(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« son soutien »: whoever is the subject before it."""
    tokens = scene.tokens
    k = occurrence.first - 1
    while k >= 0 and tokens[k].lower in scene.language.words["preposed"]:
        k -= 1
    if k < 0 or tokens[k].lower not in scene.language.words["possessives"]:
        return []
    before = [a for a in scene.arguments if a.last < k and a.modifies is None]
    bare = [a for a in before if not a.preposition]
    chosen = (bare or before)[-1:] if before else []
    return [_fit(a, "possessive", ORDER, occurrence) for a in chosen]


def _holder(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« Paris a imposé des sanctions »: the subject of the verb that carries the noun."""
    tokens, language = scene.tokens, scene.language
    verb = _support_verb(scene, occurrence)
    if verb is None:
        return []
    forms = language.forms.get(tokens[verb].lower, ())
    participle = any(f.tense is Tense.PARTICIPLE for f in forms)
    if participle and verb > occurrence.last:
        carried = Occurrence(occurrence.trigger, occurrence.word, "verb", verb, verb, verb, Tense.PARTICIPLE, True)
        return [Fit(f.argument, "holder", f.strength, f.distance) for f in _agent(scene, carried)]
    chain = auxiliary(tokens, verb, language) if participle else None
    if participle and chain is None:
        return []
    return [
        Fit(f.argument, "holder", f.strength, f.distance)
        for f in _grammatical_subject(scene, occurrence, verb, "holder")
        if f.argument.last < occurrence.first
    ]


def _support_verb(scene: Scene, occurrence: Occurrence) -> int | None:
    """The verb over a noun, by the parse or just before it."""
    tokens, language = scene.tokens, scene.language
    support = language.words["verbs_support"]
    for k, label in syntax.governors(tokens, occurrence.head, 2):
        if language.lemmas(tokens[k].lower) & support and (label in syntax.OBJECT or label in syntax.PASSIVE_SUBJECT):
            return k
    for k in range(occurrence.first - 1, max(-1, occurrence.first - 7), -1):
        if language.lemmas(tokens[k].lower) & support and tokens[k].lower not in language.words["determiners"]:
            return k
        if tokens[k].text in (",", ";", ":") or any(a.first <= k <= a.last for a in scene.arguments):
            return None
    return None


def _marked(scene: Scene, occurrence: Occurrence, slot: str) -> list[Fit]:
    """A phrase behind a preposition: as the parse has it, else the next one of its kind to the right."""
    tokens = scene.tokens
    wanted = syntax.obliques(tokens, occurrence.head, slot.split(" ")[0])
    fits: list[Fit] = []
    reached = 0
    for a in scene.arguments:
        if a.preposition != slot or a.modifies is not None:
            continue
        if a.anchor in wanted and abs(a.anchor - occurrence.head) <= 25:
            fits.append(_fit(a, slot, PARSE, occurrence))
        elif a.first > occurrence.last and reached < 2 and _reaches(scene, occurrence, a):
            fits.append(_fit(a, slot, ORDER, occurrence))
        reached += a.first > occurrence.last
    first = scene.arguments[0] if scene.arguments else None
    if not fits and first is not None and first.preposition == slot and slot in PLACES and first.first <= 2:
        if first.last < occurrence.first:  # « En Syrie, l'armée turque a bombardé … »
            fits.append(Fit(first, slot, ORDER, 0))
    return fits


PLACES = frozenset({"à", "en", "dans", "sur"})
"""Prepositions of complements that may open the sentence."""


def _reaches(scene: Scene, occurrence: Occurrence, argument: Argument) -> bool:
    if argument.first - occurrence.last > 12:
        return False
    return not _crosses(scene, occurrence.last + 1, argument.first, verbs=True)


def _crosses(scene: Scene, start: int, end: int, verbs: bool) -> bool:
    """Is there the beginning of another clause, or another finite verb, between two places?"""
    for k in range(start, end):
        lower = scene.tokens[k].lower
        if lower in BREAKS or lower in ("que", "qu'", "qui", "dont", "où"):
            return True
        if lower == '"' and scene.tokens[k - 1].text in (",", ":", "."):
            return True
        if verbs and _is_finite(scene, k) and not any(a.first <= k <= a.last for a in scene.arguments):
            return True
    return False
