"""Says when a text is not French, by its letters and its function words; cheap, and never sure of short texts."""

import re
import unicodedata
from collections import Counter

SAMPLE = 20_000
"""Characters looked at."""
FEWEST = 8
"""Words below which only the script counts."""
MARGIN = 1.25
"""How many times the French function words (and two more) another language must find."""
ENOUGH = 40
"""Words from which a text with hardly any French function word (one in 25) is in some other language."""

FUNCTION_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "French": """a à ai ainsi alors après as au aucun aussi autre aux avait avant avec avoir c car ce cela ces cet
            cette ceux chez comme contre d dans de depuis des deux dit donc dont du elle elles en encore entre est et
            été être eu eux fait font il ils j jusqu l la le les leur leurs lors lui mais même moins n ne nos notre
            nous on ont ou où par pas pendant peu peut plus pour qu quand que qui s sa sans se selon ses si son sont
            sous sur t tous tout toute toutes très trop tu un une va vers vos votre vous y""",
        "English": """a about after all also an and are as at be been but by can could did do does for from had has
            have he her his how i if in into is it its more my no not of on one or our out over said she so some than
            that the their them then there these they this to up was we were what when which who will with would you
            your""",
        "Spanish": """a al ante aunque cada como con contra cuando de del desde donde dos el ella ellos en entre era es
            esa ese esta este estos está están fue fueron ha han hasta hay la las le les lo los más mi muy no nos o
            para pero por porque que quien se ser si sin sobre son su sus también tiene todo todos tras un una uno y
            ya""",
        "Italian": """a agli ai al alla alle anche che chi ci come con contro cui da dal dalla dalle degli dei del della
            delle dello di dopo dove e ed era fra gli ha hanno i il in io la le lo loro ma nei nel nella nelle non o
            ogni per perché più quando quella quello questa questo se sei si sia sono stata stato su sua sue sul sulla
            suo suoi tra tutti un una uno è""",
        "Portuguese": """a ao aos as até com como contra da das de depois do dos e ela ele eles em entre era essa esse
            esta este está foi foram há isso já lhe mais mas me mesmo muito na nas não nem no nos num numa o os ou
            para pela pelas pelo pelos por quando que quem se sem ser seu seus sobre sua suas são também tem têm um
            uma é""",
        "German": """aber als am an auch auf aus bei bis da das dass dem den der des die dieser durch ein eine einem
            einen einer er es für gegen haben hat ich ihr im in ist ja kann man mehr mit nach nicht noch nun nur oder
            sei sein sich sie sind so über um und uns unter vom von vor war waren was wenn werden wie wir wird wurde
            zu zum zur""",
        "Dutch": """aan al als bij dan dat de deze die dit door een en er ge had heeft heb het hij hun ik in is je kan
            maar meer met na naar niet nog nu of om onder ook op over te toch tot uit van veel voor waar was wat we
            werd werden wie wij worden wordt ze zei zich zij zijn zo zou""",
        "Catalan": """a al als amb aquest aquesta avui això com contra d de del dels des el els em en entre era és es
            està fins ha han hi i l la les li lo més molt n no o on per perquè però pel pels qual quan que qui s se
            sense ser seu seva són sobre també té tot un una va van""",
        "Romanian": """a acest această al ale am ar are au ca care ce cea cele cu de despre din după ea ei el este eu
            fi fost în între la lui mai nu o pe pentru prin sa sau se și sunt s un unei unui va""",
    }.items()
}

_WORD = re.compile(r"[^\W\d_]+")


def not_french(text: str) -> str | None:
    """Why this is not a French text; None if it is, or if there is too little to tell.

    >>> not_french("The minister said on Monday that his country would send missiles to Ukraine.")
    'the text is not French (looks like English)'
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    script, letters = Counter(_script(word[0]) for word in words).most_common(1)[0] if words else ("LATIN", 0)
    if script != "LATIN" and letters > len(words) / 2:
        return f"the text is not French (its letters are {script.capitalize()})"
    if len(words) < FEWEST:
        return None
    counts = {language: sum(word in known for word in words) for language, known in FUNCTION_WORDS.items()}
    likely = max(counts, key=lambda language: (counts[language], language))
    if counts[likely] > MARGIN * counts["French"] + 2:
        return f"the text is not French (looks like {likely})"
    if len(words) >= ENOUGH and counts["French"] < len(words) / 25:
        return "the text is not French"
    return None


def _script(letter: str) -> str:
    return unicodedata.name(letter, "LATIN").split()[0]
