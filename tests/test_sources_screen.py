"""Other languages are named, French never refused."""

import json
from pathlib import Path

import pytest

from graphbuild.sources.screen import not_french

SHARED = Path(__file__).parents[2] / "shared"

OTHERS = {
    "English": "The prime minister said on Tuesday that his government would not send any troops to the region.",
    "Spanish": "El presidente del gobierno anunció ayer que el país no va a enviar más armas a la región.",
    "Italian": "Il presidente del consiglio ha detto che il governo non invierà altre armi nella regione.",
    "Portuguese": "O presidente disse ontem que o seu governo não vai enviar mais armas para a região.",
    "German": "Der Bundeskanzler hat am Dienstag gesagt, dass die Regierung keine Waffen in das Land liefern wird.",
    "Dutch": "De premier heeft dinsdag gezegd dat de regering geen wapens naar het land zal sturen.",
    "Catalan": "El president ha dit avui que el govern no enviarà més armes a la regió, però que els aliats sí.",
    "Romanian": "Președintele a declarat că guvernul nu va trimite arme în regiune și că nu este în război.",
}
SCRIPTS = {
    "Arabic": "قال رئيس الوزراء يوم الثلاثاء إن حكومته لن ترسل قوات إلى المنطقة",
    "Cyrillic": "Президент заявил во вторник, что правительство не отправит войска",
    "Greek": "Ο πρωθυπουργός δήλωσε την Τρίτη",
    "Hebrew": "ראש הממשלה אמר ביום שלישי",
    "Cjk": "总理星期二表示政府不会派兵",
}
FRENCH = [
    "Le Premier ministre a déclaré mardi que son gouvernement n'enverrait pas de troupes dans la région.",
    "LE PRÉSIDENT A ANNONCÉ MARDI QUE LA FRANCE LIVRERAIT DES CHARS À L'UKRAINE.",
    "Brexit : Emmanuel Macron a invité Boris Johnson en France",
    "« The deal is dead », a lancé le président américain, qui a ajouté : « We will see », devant la presse.",
    "Sommet Biden-Poutine à Genève",
    "Le mot arabe « السلام » (la paix) figure dans le titre de l'accord signé par les deux pays.",
    "Vladimir Poutine, Xi Jinping, Narendra Modi, Recep Tayyip Erdogan, Joe Biden, Olaf Scholz",
    "Missiles sur Kiev",
    "12 000 – 15 000",
    "",
]


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_named(language):
    assert not_french(OTHERS[language]) == f"the text is not French (looks like {language})"


@pytest.mark.parametrize("script", SCRIPTS)
def test_other_scripts_are_refused_however_short(script):
    assert not_french(SCRIPTS[script].split()[0]) == f"the text is not French (its letters are {script})"
    assert not_french(SCRIPTS[script]) == f"the text is not French (its letters are {script})"


@pytest.mark.parametrize("text", FRENCH)
def test_french_and_what_is_too_short_to_tell_pass(text):
    assert not_french(text) is None


def test_a_language_without_a_list_is_refused_when_long():
    polish = (
        "Wczoraj rząd poinformował, że wojsko nie zostanie wysłane w ten region, ponieważ sojusznicy mają inne plany. "
    )
    assert not_french(polish) is None
    assert not_french(polish * 3) == "the text is not French"


def test_a_huge_text_is_judged_by_its_beginning():
    assert not_french(FRENCH[0] * 100_000) is None


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")
def test_no_real_french_article_is_refused():
    files = [*SHARED.glob("corpus/*.jsonl"), *SHARED.glob("gold/*/articles.jsonl")]
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(texts) > 1000
    assert [text for text in texts if not_french(text)] == []
    paragraphs = [line for text in texts for line in text.split("\n")]
    refused = [line for line in paragraphs if not_french(line)]
    assert len(refused) < len(paragraphs) / 10_000, refused
