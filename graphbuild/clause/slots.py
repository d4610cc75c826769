"""Which arguments fill a trigger's slots, by the parse and by the order of words: votes, not verdicts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from graphbuild import syntax
from graphbuild.clause import clitics, events, holders
from graphbuild.clause.arguments import Argument
from graphbuild.clause.asides import BREAKS
from graphbuild.clause.objects import acted_upon, owner_of_object
from graphbuild.clause.passives import agent, means, passive_subject, sufferer
from graphbuild.clause.scene import ORDER, PARSE, Fit, Scene, crosses, fit, is_finite, tenses
from graphbuild.clause.subjects import grammatical_subject, main_subject_after, subject_of
from graphbuild.clause.triggers import Occurrence
from graphbuild.morphology import Tense


def fill(scene: Scene, occurrence: Occurrence, slots: Sequence[str]) -> list[Fit]:
    """Arguments for alternative slots, the best first: by strength, nearness, place of the slot in the list."""
    fits = [found for slot in slots for found in _fill(scene, occurrence, slot)]
    if any(f.slot == "par" for f in fits) or ("par" in slots and _has_agent(scene, occurrence)):
        fits = [f for f in fits if f.slot != "de"]
    fits.sort(key=lambda f: (-f.strength, f.distance, slots.index(f.slot)))
    return fits


def _has_agent(scene: Scene, occurrence: Occurrence) -> bool:
    """« l'invasion de X par Y », « l'assaut de X par des rebelles »: what follows « de » is not the one who acts."""
    if occurrence.kind != "noun":
        return False
    for k in range(occurrence.last + 1, min(len(scene.tokens), occurrence.last + 9)):
        if scene.tokens[k].text in (",", ";", ":") or is_finite(scene, k):
            return False
        if scene.tokens[k].lower == "par":
            return True
    return False


def _fill(scene: Scene, occurrence: Occurrence, slot: str) -> list[Fit]:
    special = SLOTS.get(slot)
    fits = special(scene, occurrence) if special else _marked(scene, occurrence, slot)
    return [*_clitic(scene, occurrence, slot), *fits]


def _clitic(scene: Scene, occurrence: Occurrence, slot: str) -> list[Fit]:
    """« lui livre des armes », « lui apporte son soutien », « l'a condamné », « y a envoyé des soldats »."""
    before = [a for a in scene.arguments if slot in clitics.SLOTS.get(a.preposition, ())]
    if not before:
        return []
    verb = occurrence.head if occurrence.kind == "verb" else holders.support_verb(scene, occurrence)
    leaning = [a for a in before if verb is not None and clitics.host(scene.tokens, a.first, scene.language) == verb]
    return [fit(a, slot, PARSE, occurrence) for a in leaning]


def _subject(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """The one who acts: the grammatical subject, or « par X » of a passive."""
    if occurrence.kind == "verb" and occurrence.passive:
        return _moved(scene, occurrence) or agent(scene, occurrence)
    if occurrence.kind != "verb":
        fits = _bearer(scene, occurrence)
        if fits or occurrence.kind != "phrase":
            return fits
    found = grammatical_subject(scene, occurrence, occurrence.head, "subject")
    return found or (_of_clause(scene, occurrence) if occurrence.kind == "phrase" else [])


def _moved(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« X, *entré* dans l'Otan en 2009, … », « *Entré* dans l'Otan, X … »: such a participle tells what X did."""
    if not scene.language.lemmas(scene.tokens[occurrence.head].lower) & scene.language.words["verbs_with_etre"]:
        return []
    return [replace(found, slot="subject") for found in passive_subject(scene, occurrence)]


def _of_clause(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« X et Y ont parlé de Z lors d'un entretien », « Au cours d'un entretien, X a … »: who acts in the clause."""
    before = range(occurrence.first - 1, -1, -1)
    verb = next((k for k in before if is_finite(scene, k) or scene.tokens[k].lower in BREAKS), None)
    if verb is not None and scene.tokens[verb].lower in BREAKS:
        return []
    found = main_subject_after(scene, occurrence.last) if verb is None else subject_of(scene, verb)
    return [fit(found, "subject", ORDER, occurrence)] if found is not None else []


def _bearer(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """Of whom a noun or adjective is said: « X est un allié », « X, allié de Y », « le Belarus voisin »."""
    tokens = scene.tokens
    carrier = syntax.bearer(tokens, occurrence.head)
    fits = [fit(a, "subject", PARSE, occurrence) for a in scene.arguments if a.anchor == carrier and a.modifies is None]
    before = [a for a in scene.arguments if a.last < occurrence.first and a.modifies is None]
    if occurrence.kind == "phrase" and before and before[-1].preposition and tokens[before[-1].last + 1].text != ",":
        before = []  # « X a parlé de Y lors d'un entretien »
    if before and not fits:
        between = [t.lower for t in tokens[before[-1].last + 1 : occurrence.first]]
        small = (
            scene.language.words["determiners"] | scene.language.words["preposed"] | {",", "également", "aussi", "et"}
        )
        if len(between) <= 3 and set(between) <= small and (between[:1] == [","] or not between):
            fits.append(fit(before[-1], "subject", ORDER, occurrence))
    copula = next(
        (k for k in range(occurrence.first - 1, max(-1, occurrence.first - 6), -1) if _is_copula(scene, k)), None
    )
    if copula is not None and not any(
        tokens[k].lower == "par" or any(a.first <= k <= a.last for a in scene.arguments)
        for k in range(copula, occurrence.first)
    ):
        known = {id(f.argument) for f in fits}
        fits += [f for f in grammatical_subject(scene, occurrence, copula, "subject") if id(f.argument) not in known]
    if not fits and occurrence.first <= 1:
        opened = main_subject_after(scene, occurrence.last) if _opens_bare(scene, occurrence) else None
        return [fit(opened, "subject", ORDER, occurrence)] if opened is not None else _predicate(scene, occurrence)
    return fits


def _opens_bare(scene: Scene, occurrence: Occurrence) -> bool:
    """« Principal *soutien* de X, Y a … »: no article before a noun that opens the sentence."""
    return not any(t.lower in scene.language.words["determiners"] for t in scene.tokens[: occurrence.first])


def _predicate(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« L'allié dont parle X est Y »: what the noun that opens the sentence is said to be."""
    tokens = scene.tokens
    for k in range(occurrence.last + 1, min(len(tokens), occurrence.last + 8)):
        if "être" in scene.language.lemmas(tokens[k].lower):
            after = [a for a in scene.arguments if k < a.first <= k + 2 and not a.preposition and a.modifies is None]
            return [fit(a, "subject", ORDER, occurrence) for a in after[:1]]
    return []


def _is_copula(scene: Scene, k: int) -> bool:
    lemmas = scene.language.lemmas(scene.tokens[k].lower)
    return bool(lemmas & scene.language.words["verbs_copula"])


def _topic(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """Whom the sentence is about, where a noun leaves it open (« au Belarus voisin, la Russie place … »)."""
    bare = [a for a in scene.arguments if a.preposition == "" and a.modifies is None and a.mention.how != "self"]
    near = [a for a in bare if a.last < occurrence.first]
    opened = max((k for k in range(occurrence.first) if scene.tokens[k].lower in BREAKS), default=0)
    near = [a for a in near if a.first > opened] or near
    pronouns = scene.language.words["subject_pronouns"]
    if not near and not any(t.lower in pronouns for t in scene.tokens[: occurrence.first]):
        near = [a for a in bare if a.first > occurrence.last]
    return [fit(a, "topic", ORDER, occurrence) for a in near[:1]]


def _that(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« exige que X se retire »: the subject of the clause that the trigger governs."""
    tokens = scene.tokens
    for k in range(occurrence.last + 1, min(len(tokens), occurrence.last + 5)):
        if tokens[k].lower in ("que", "qu'"):
            after = [a for a in scene.arguments if a.first > k and not a.preposition and a.modifies is None][:1]
            return [fit(a, "that", PARSE, occurrence) for a in after if a.first - k <= 3]
    return []


def _deed(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« menace de couper le gaz à X », « menace de quitter X »: on whom the deed falls that the trigger speaks of."""
    tokens = scene.tokens
    for k in range(occurrence.last + 1, min(len(tokens), occurrence.last + 6)):
        if Tense.INFINITIVE in tenses(scene, k):
            deed = replace(occurrence, kind="verb", first=k, last=k, head=k, tense=Tense.INFINITIVE, passive=False)
            struck = acted_upon(scene, deed) or owner_of_object(scene, deed)
            struck = struck or [f for slot in STRUCK for f in _marked(scene, deed, slot)]
            return [Fit(f.argument, "deed", f.strength, f.distance) for f in struck]
        if tokens[k].lower not in {"de", "d'", '"'} | scene.language.words["clitics"]:
            return []
    return []


STRUCK = ("contre", "à", "de")
"""Prepositions of those on whom a deed falls that has no object of its own among the actors."""


def _left_open(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """What the same rule found in the sentence before without its other argument."""
    argument = scene.carried.get(f"{occurrence.rule} target")
    return [Fit(argument, "left open", ORDER, 0)] if argument is not None else []


def _last_actor(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """Who acted in the sentence before, where this one names nobody before its verb."""
    actor = scene.carried.get("actor")
    rivals = [a for a in scene.arguments if a.last < occurrence.first]
    return [Fit(actor, "last actor", ORDER, 0)] if actor is not None and not rivals else []


def _adjective(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« frappes israéliennes »: a demonym on the trigger itself."""
    return [
        fit(a, "adjective", PARSE, occurrence)
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
    return [fit(a, "possessive", ORDER, occurrence) for a in chosen]


def _marked(scene: Scene, occurrence: Occurrence, slot: str) -> list[Fit]:
    """A phrase behind a preposition: as the parse has it, else the next one of its kind to the right."""
    if slot == "à" and occurrence.passive and occurrence.tense is Tense.INFINITIVE:
        return sufferer(scene, occurrence, slot)  # « X s'est fait livrer des armes par Y »
    tokens = scene.tokens
    wanted = syntax.obliques(tokens, occurrence.head, slot.split(" ")[0])
    fits: list[Fit] = []
    reached = 0
    for a in scene.arguments:
        if slot not in (a.preposition, *ALIKE.get(a.preposition, ())) or a.modifies is not None:
            continue
        if a.anchor in wanted and abs(a.anchor - occurrence.head) <= 25:
            fits.append(fit(a, slot, PARSE, occurrence))
        elif a.first > occurrence.last and reached < 2 and _reaches(scene, occurrence, a):
            fits.append(fit(a, slot, ORDER, occurrence))
        reached += a.first > occurrence.last
    first = scene.arguments[0] if scene.arguments else None
    opens = first is not None and first.preposition == slot and slot in PLACES and first.first <= 2
    if first is not None and opens and not fits and first.last < occurrence.first:
        fits.append(Fit(first, slot, ORDER, 0))  # « En Syrie, l'armée turque a bombardé … »
    return fits or events.parted(scene, occurrence, slot) or _owners(scene, occurrence, slot)


def _owners(scene: Scene, occurrence: Occurrence, slot: str) -> list[Fit]:
    """« une attaque contre un convoi turc », « hostile à la politique russe »: what is done to the things of one."""
    if not scene.language.relations[occurrence.trigger.relation].quad.endswith("conflict") or slot in WHEREABOUTS:
        return []
    after = (a for a in scene.arguments if a.first > occurrence.last and a.modifies is not None)
    found = next((a for a in after if slot in (a.preposition, *ALIKE.get(a.preposition, ()))), None)
    if found is None or not _reaches(scene, occurrence, found):
        return []
    return [fit(found, slot, ORDER, occurrence)]


def _reaches(scene: Scene, occurrence: Occurrence, argument: Argument) -> bool:
    if argument.first - occurrence.last > 12:
        return False
    between = (a for a in scene.arguments if occurrence.last < a.first and a.last < argument.first)
    if argument.preposition == "de" and any(a.preposition in CLOSING for a in between):
        return False
    return not crosses(scene, occurrence.last + 1, argument.first, verbs=True)


ALIKE = {
    "de la part de": ("de", "par"),
    "à l'encontre de": ("contre",),
    "vis-à-vis de": ("envers", "à l'égard de"),
    "à l'égard de": ("envers",),
}
"""Prepositions that may stand for others."""

CLOSING = frozenset({"avec", "contre"})
"""Behind a phrase with one of these « de » is about another noun (« un accord avec X en vue du retrait de Y »)."""

WHEREABOUTS = frozenset({"de", "par", "en", "dans", "entre", "avec"})
"""Prepositions whose noun is not what is aimed at."""

PLACES = frozenset({"à", "en", "dans", "sur"})
"""Prepositions of complements that may open the sentence."""

SLOTS: dict[str, Callable[[Scene, Occurrence], list[Fit]]] = {
    "subject": _subject,
    "object": acted_upon,
    "in object": owner_of_object,
    "adjective": _adjective,
    "possessive": _possessive,
    "holder": holders.holder,
    "receiver": holders.receiver,
    "means": means,
    "that": _that,
    "deed": _deed,
    "topic": _topic,
    "left open": _left_open,
    "last actor": _last_actor,
}
"""The slots with a meaning of their own; any other name is a preposition."""
