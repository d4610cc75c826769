"""Pronouns that point back: « il » and « elles » that act, « lui », « l' » and « y » before a verb, « avec elle »."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuild.clause import clitics
from graphbuild.knowledge import Language
from graphbuild.model import EntityType, Mention, Token
from graphbuild.morphology import Tense
from graphbuild.refer.agreement import Agreement
from graphbuild.refer.focus import Focus, Referent, distinct, pointing

HE, SHE, THEY_M, THEY_F = (Agreement(gender, plural) for plural in (False, True) for gender in "mf")
SUBJECTS = {"il": HE, "elle": SHE, "ils": THEY_M, "elles": THEY_F}
STRONG = {"lui": HE, "elle": SHE, "eux": THEY_M, "elles": THEY_F}
OBJECTS = {
    "lui": Agreement(None, False), "leur": Agreement(None, True), "l'": Agreement(None, False),
    "le": Agreement("m", False), "la": Agreement("f", False), "les": Agreement(None, True),
}  # fmt: skip


def at(focus: Focus, number: int, k: int) -> list[Mention]:
    """What the pronoun at a token stands for; nothing where it is no pronoun or in doubt."""
    tokens, language = focus.tokens(number), focus.language
    token = tokens[k]
    word = token.lower.lstrip("-").removeprefix("t-")
    before = tokens[k - 1].lower if k else ""
    like: Sequence[Referent] = ()
    how = "pronoun"
    if word in STRONG and before in language.words["prepositions"]:
        like = _other(focus, number, k, STRONG[word])
    elif word in SUBJECTS and not is_impersonal(tokens, k, language) and not _is_echo(tokens, k):
        inverted = token.text.startswith("-") or focus.analysis.text[token.start - 1 : token.start] == "-"
        like = focus.subjects_before(number, token.start, SUBJECTS[word], inverted=inverted)
    elif (word in OBJECTS or word in ("y", "en")) and clitics.host(tokens, k, language) is not None:
        like, how = _object(focus, number, k, word), "clitic"
    start = token.start + len(token.text) - len(word)
    if not like or len(like) > len(word) or focus.is_taken(number, start, token.end):
        return []
    return pointing(focus.analysis, start, token.end, [r.mention for r in like], how)


def _is_echo(tokens: Sequence[Token], k: int) -> bool:
    """« La Chine, elle, se tait »: repeats the subject."""
    after = tokens[k + 1].text if k + 1 < len(tokens) else "."
    return bool(k) and tokens[k - 1].text == "," and after in (",", ".")


def is_impersonal(tokens: Sequence[Token], k: int, language: Language) -> bool:
    """« il faut », « il s'agit de », « il y a », « il est possible de », « faut-il »: an « il » that is nobody."""
    words = language.words
    if tokens[k].lower.lstrip("-").removeprefix("t-") != "il":
        return False
    if tokens[k].text.startswith("-") and k:
        there = k > 1 and tokens[k - 2].lower == "y"
        return there or bool(language.lemmas(tokens[k - 1].lower) & words["verbs_impersonal"])
    after = [t for t in tokens[k + 1 : k + 6] if t.lower not in ("ne", "n'", "s'", "se", "en")]
    if after and after[0].lower == "y":
        return not _is_participle([t for t in after[2:3] if t.lower != "eu"], language)
    if not after:
        return False
    lemmas = language.lemmas(after[0].lower)
    reflexive = any(t.lower in ("s'", "se") for t in tokens[k + 1 : k + 4])
    if lemmas & words["verbs_impersonal"] or (reflexive and lemmas & words["verbs_impersonal_reflexive"]):
        return True
    said = [t.lower for t in after[1:3]]
    return "être" in lemmas and any(word in words["impersonal_adjectives"] for word in said)


def _is_participle(tokens: Sequence[Token], language: Language) -> bool:
    readings = [f for t in tokens for f in language.forms.get(t.lower, ())]
    return any(t.lower == "été" for t in tokens) or any(f.tense is Tense.PARTICIPLE for f in readings)


def _object(focus: Focus, number: int, k: int, word: str) -> Sequence[Referent]:
    tokens = focus.tokens(number)
    if word == "y":
        return _there(focus, number, k)
    if word == "en":  # « s'en est retiré »; « en a livré » counts things
        reflexive = k > 0 and tokens[k - 1].lower in focus.language.words["reflexives"]
        return _there(focus, number, k) if reflexive else ()
    return _other(focus, number, k, OBJECTS[word])


def _other(focus: Focus, number: int, k: int, wanted: Agreement) -> Sequence[Referent]:
    """Who is not the subject of the clause: the only one that agrees, or the subject of the sentence before."""
    start = focus.tokens(number)[k].start
    subject = focus.subject(number, start)
    if _hidden_subject(focus, number, k, subject):
        return []
    aside = {subject.mention.entity} if subject else set()
    for back, near in enumerate(focus.near(number, start)):
        found = distinct(_objects(near, aside, wanted), lambda r: r.agreement.fits(wanted))
        if len(found) == 1:
            return found
        if found:
            first = next((r for r in near if r.bare and r.mention.entity not in aside), None)
            return [first] if back and first is not None and first in found else []
    return []


def _objects(near: Sequence[Referent], aside: set[str], wanted: Agreement) -> list[Referent]:
    """The actors of a sentence that are not the subject; one of several (« Paris et Rome ») is no singular."""
    grouped = [r.argument.group for r in near]
    return [
        r
        for r in near
        if r.acts
        and r.mention.type is not EntityType.PLACE
        and r.mention.entity not in aside
        and (wanted.plural or grouped.count(r.argument.group) == 1)
    ]


def _hidden_subject(focus: Focus, number: int, k: int, subject: Referent | None) -> bool:
    """« … le juge qui l'a condamné », « demande à Paris de l'aider »: another acts than the subject named last."""
    tokens = focus.tokens(number)
    n = k - 1
    while n > 0 and tokens[n].lower in ("ne", "n'", "se", "s'", ","):
        n -= 1
    last = subject.argument.last if subject else -1
    if tokens[n].lower == "qui":
        return last not in (n - 1, n - 2)
    if tokens[n].lower in ("de", "d'", "à"):
        return any(r.argument.last == n - 1 for r in focus.referents(number, tokens[n].start))
    return False


def _there(focus: Focus, number: int, k: int) -> Sequence[Referent]:
    """« Y », « en »: the place named last, else the only country."""
    start = focus.tokens(number)[k].start
    subject = focus.subject(number, start)
    aside = {subject.mention.entity} if subject else set()
    for near in focus.near(number, start):
        lands = [
            r
            for r in near
            if r.acts and r.mention.type in (EntityType.PLACE, EntityType.COUNTRY) and r.mention.entity not in aside
        ]
        places = [
            r
            for r in lands
            if r.mention.type is EntityType.PLACE or r.argument.preposition in ("à", "en", "dans", "sur")
        ]
        if places:
            return [r for r in lands if r.argument.group == places[-1].argument.group][:1]
        if lands:
            return lands if len({r.mention.entity for r in lands}) == 1 else []
    return []
