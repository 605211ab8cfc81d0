"""What transcheck knows of each language: facts in a table, no code that branches on a language."""

import difflib
from dataclasses import dataclass
from functools import lru_cache

from transcheck.errors import ConfigError

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Facts about one language's writing, named by its BCP 47 tag.

    ``spaced`` says that words are written apart; ``cased`` that the script has capitals;
    ``nouns_capitalised`` that every noun takes one, so that a capital inside a sentence says
    little. ``script`` is the ISO 15924 code of the usual script. ``quotes`` are the usual pairs of
    quotation marks, the opening before the closing, the commonest first; straight ones pass
    everywhere. ``spaced_marks`` are those before which a space is right, or usual enough.
    ``accents`` are the letters with accents, small ones, that its texts cannot do without; they are
    empty where these are rare. ``keeps_names`` says that a name is never declined: an ending may
    follow it ("Merkels"), and no letter of it changes.
    """

    tag: str
    name: str
    script: str = "Latn"
    spaced: bool = True
    cased: bool = True
    nouns_capitalised: bool = False
    quotes: tuple[str, ...] = ("“”", "‘’")
    spaced_marks: str = "%"
    accents: str = ""
    keeps_names: bool = False

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, as HTML has it."""
        return "rtl" if self.script in _RIGHT_TO_LEFT else "ltr"

    def __str__(self) -> str:
        return f"{self.name} ({self.tag})"


LANGUAGES: tuple[Language, ...] = (
    Language(tag="ar", name="Arabic", script="Arab", cased=False, quotes=("«»", "“”", "”“")),
    Language(
        tag="ca", name="Catalan", accents="àçèéíïòóúü", quotes=("«»", "“”", "‘’"), keeps_names=True
    ),
    Language(tag="cs", name="Czech", accents="áčďéěíňóřšťúůýž", quotes=("„“", "‚‘", "»«", "›‹")),
    Language(
        tag="de",
        keeps_names=True,
        name="German",
        accents="äöü",
        nouns_capitalised=True,
        quotes=("„“", "»«", "«»", "‚‘", "›‹", "‹›"),
    ),
    Language(
        tag="el", name="Greek", accents="άέήίόύώϊϋΐΰ", script="Grek", quotes=("«»", "“”", "‘’")
    ),
    Language(tag="en", name="English", spaced_marks="", keeps_names=True),
    Language(
        tag="es", name="Spanish", accents="áéíñóúü", quotes=("«»", "“”", "‘’"), keeps_names=True
    ),
    Language(tag="fi", name="Finnish", accents="äö", quotes=("””", "’’", "»»")),
    Language(
        tag="fr",
        keeps_names=True,
        name="French",
        accents="àâæçèéêëîïôœùûüÿ",
        quotes=("«»", "“”", "‘’", "‹›"),
        spaced_marks="%;:!?»",
    ),
    Language(tag="hi", name="Hindi", script="Deva", cased=False, spaced_marks="%।?!"),
    Language(tag="hu", name="Hungarian", accents="áéíóöőúüű", quotes=("„”", "»«", "’’")),
    Language(tag="id", name="Indonesian", spaced_marks="", keeps_names=True),
    Language(
        tag="it", name="Italian", accents="àèéìòù", quotes=("«»", "“”", "‘’"), keeps_names=True
    ),
    Language(
        tag="ja",
        name="Japanese",
        script="Jpan",
        spaced=False,
        cased=False,
        quotes=("「」", "『』", "“”"),
        spaced_marks="",
    ),
    Language(
        tag="ko",
        name="Korean",
        script="Kore",
        cased=False,
        quotes=("“”", "‘’", "「」", "『』"),
        spaced_marks="",
    ),
    Language(tag="nl", name="Dutch", quotes=("“”", "‘’", "„”", "‚’"), keeps_names=True),
    Language(tag="pl", name="Polish", accents="ąćęłńóśźż", quotes=("„”", "«»", "»«", "‚’")),
    Language(
        tag="pt",
        name="Portuguese",
        accents="àáâãçéêíóôõú",
        quotes=("“”", "«»", "‘’"),
        keeps_names=True,
    ),
    Language(tag="ro", name="Romanian", accents="ăâîșțşţ", quotes=("„”", "«»", "“”")),
    Language(tag="ru", name="Russian", script="Cyrl", quotes=("«»", "„“")),
    Language(tag="sv", name="Swedish", accents="åäö", quotes=("””", "’’", "»»"), keeps_names=True),
    Language(tag="th", name="Thai", script="Thai", spaced=False, cased=False, spaced_marks="%?!:"),
    Language(tag="tr", name="Turkish", accents="çğıöşü", quotes=("“”", "‘’", "«»")),
    Language(tag="uk", name="Ukrainian", script="Cyrl", quotes=("«»", "„“", "“”")),
    Language(
        tag="vi",
        keeps_names=True,
        name="Vietnamese",
        accents="àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
        quotes=("“”", "‘’", "«»"),
        spaced_marks="%?!:;",
    ),
    Language(
        tag="zh",
        name="Chinese (simplified)",
        script="Hans",
        spaced=False,
        cased=False,
        quotes=("“”", "‘’", "「」", "『』"),
        spaced_marks="",
    ),
    Language(
        tag="zh-TW",
        name="Chinese (traditional)",
        script="Hant",
        spaced=False,
        cased=False,
        quotes=("「」", "『』", "“”", "‘’"),
        spaced_marks="",
    ),
)

# Languages that localization files are in and that we have no word lists for. Checks that need
# none look at them too; every pair of marks that is usual somewhere passes.
_ANY_QUOTES = ("“”", "„“", "«»", "„”", "»«", "””", "‘’", "’’", "‚‘")
_OTHERS = {
    "Latn": "af Afrikaans, ast Asturian, az Azerbaijani, br Breton, bs Bosnian, ceb Cebuano, "
    "cy Welsh, da Danish, dsb Lower Sorbian, eo Esperanto, et Estonian, eu Basque, fil Filipino, "
    "fur Friulian, fy Frisian, ga Irish, gd Gaelic, gl Galician, gn Guarani, ha Hausa, "
    "haw Hawaiian, hr Croatian, hsb Upper Sorbian, ht Haitian, ig Igbo, is Icelandic, "
    "jv Javanese, kab Kabyle, lb Luxembourgish, lij Ligurian, lt Lithuanian, lv Latvian, "
    "mg Malagasy, mi Maori, ms Malay, mt Maltese, nb Norwegian, nn Nynorsk, no Norwegian, "
    "oc Occitan, rm Romansh, rw Kinyarwanda, scn Sicilian, sk Slovak, sl Slovenian, sn Shona, "
    "sq Albanian, su Sundanese, sw Swahili, szl Silesian, tk Turkmen, tl Tagalog, uz Uzbek, "
    "wo Wolof, xh Xhosa, yo Yoruba, zu Zulu",
    "Cyrl": "ba Bashkir, be Belarusian, bg Bulgarian, cv Chuvash, kk Kazakh, ky Kyrgyz, "
    "mk Macedonian, mn Mongolian, sr Serbian, tg Tajik, tt Tatar",
    "Arab": "ckb Sorani, fa Persian, ps Pashto, sd Sindhi, ug Uyghur, ur Urdu",
    "Deva": "mr Marathi, ne Nepali",
    "Ethi": "am Amharic, ti Tigrinya",
    "Hebr": "he Hebrew, yi Yiddish",
    "Tibt": "bo Tibetan",
    "Beng": "bn Bengali",
    "Taml": "ta Tamil",
    "Telu": "te Telugu",
    "Knda": "kn Kannada",
    "Mlym": "ml Malayalam",
    "Gujr": "gu Gujarati",
    "Guru": "pa Punjabi",
    "Sinh": "si Sinhala",
    "Geor": "ka Georgian",
    "Armn": "hy Armenian",
}
# Written without spaces between words.
_UNSPACED = {"Mymr": "my Burmese", "Khmr": "km Khmer", "Laoo": "lo Lao"}
OTHER_LANGUAGES: tuple[Language, ...] = tuple(
    Language(
        tag=tag,
        name=name,
        script=script,
        spaced=script not in _UNSPACED,
        cased=script in {"Latn", "Cyrl", "Armn"},
        quotes=_ANY_QUOTES,
        spaced_marks="%",
    )
    for script, several in (_OTHERS | _UNSPACED).items()
    for tag, _, name in (each.partition(" ") for each in several.split(", "))
)

_BY_TAG = {language.tag.lower(): language for language in (*LANGUAGES, *OTHER_LANGUAGES)}
_BY_NAME = {language.name.lower(): language for language in (*LANGUAGES, *OTHER_LANGUAGES)}
_TRADITIONAL = frozenset({"tw", "hk", "mo", "hant"})


@lru_cache(maxsize=256)
def find(tag: str) -> Language:
    """Return the language that a BCP 47 tag names, whatever its case, region or separator.

    ``pt-BR``, ``pt_PT`` and ``PT`` are all Portuguese; ``zh-Hant`` and ``zh-HK`` are traditional
    Chinese.

    Raises:
        ConfigError: no language of the table answers to the tag.
    """
    found = known(tag)
    if found is None:
        raise ConfigError(f"unknown language {tag!r}", hint=_nearest(tag))
    return found


@lru_cache(maxsize=256)
def known(tag: str) -> Language | None:
    """Return what ``find`` does, None for a language that is not in the table."""
    subtags = tag.strip().lower().replace("_", "-").split("-")
    if subtags[0] == "zh" and _TRADITIONAL.intersection(subtags[1:]):
        return _BY_TAG["zh-tw"]
    return _BY_TAG.get(subtags[0])


def named(name: str) -> Language | None:
    """Return the language of an English name, None for one that is not in the table.

    >>> (german := named("German")) and german.tag
    'de'
    """
    return _BY_NAME.get(name.lower())


def is_same(one: str, other: str) -> bool:
    """Say whether two tags name one language; a tag that is not known names none."""
    language = known(one)
    return language is not None and language is known(other)


def _nearest(tag: str) -> str:
    wanted = tag.strip().lower()
    close = difflib.get_close_matches(wanted, [*_BY_NAME, *_BY_TAG], n=1, cutoff=0.6)
    if close:
        meant = _BY_NAME.get(close[0])
        return f"did you mean {meant.tag if meant else close[0]}?"
    return "known: " + " ".join(language.tag for language in LANGUAGES)
