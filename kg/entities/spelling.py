"""How a name is spelt, brought to one form: plain ASCII, slugs, and keys that different romanizations share."""

import re
import unicodedata
from functools import cache, lru_cache

from kg.entities.wordlists import lines

# Letters that Unicode does not decompose into a plain one with an accent.
LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"}
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H"}
    | dict.fromkeys("‘’ʼʻ`´ʹ′", "'")
    | dict.fromkeys("‐‑–—", "-")
)
# Tried in this order on a word of lower-case ASCII; what different romanizations of one Cyrillic or Arabic name share.
ROMANIZATIONS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?<=[bcdfghklmnprstvxz])yo", "e"),  # Solovyov, Solovyev
        (r"(?<=[sc]h)ov$|(?<=zh)ov$", "ev"),  # Gorbachov, Gorbachev
        (r"(?<=[sc]h)ova$|(?<=zh)ova$", "eva"),
        (r"(?<=.)yeh$", "ya"),  # Haniyeh, Haniya
        (r"(?<=[a-z]{2}a)h$", ""),  # Akhundzadah, Sarah
        (r"(?<=[a-z]{2})ee(?=[dfmnrs]$)", "i"),  # Rasheed, Shareef
        (r"(?<=[bdfghkmprstvwz])ue(?=[^aeiou])", "u"),  # Mueller; not the Chinese Xuefeng, Yue
        (r"(?<=[^aeioujy])ae(?=[dflmnrstu])", "a"),  # Maerz, Schaeuble; not the Korean Paek
        (r"(?<=[^aeiouy])oe(?=[^aeiou])", "o"),  # Schroeder, Stoere
        (r"shch", "sch"),
        (r"dzh|^dj", "j"),  # Dzhabarov, Jabarov
        (r"[yj]", "i"),
        (r"ii+", "i"),  # Aliyev, Aliev
        (r"ou", "u"),
        (r"w", "v"),
        (r"ph", "f"),
        (r"tch", "ch"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ck|q|c(?![ehi])", "k"),
        (r"x", "ks"),
        (r"ie", "e"),  # Medvedyev, Alexeyev, Yevgeny
        (r"(.)\1+", r"\1"),
        (r"(?<=enk)a$", "o"),  # Lukashenka
        (r"abd[aeou][lr]?(?=[a-z]{3})", "abd"),  # Abdelaziz, Abdulaziz, Abdurrahman
    )
)


def to_ascii(text: str) -> str:
    """The text in ASCII: accents dropped, quotation marks and dashes made plain, letters of other scripts left out."""
    return unicodedata.normalize("NFKD", text.translate(LETTERS)).encode("ascii", "ignore").decode()


@lru_cache(maxsize=50_000)
def slug(name: str) -> str:
    """The name in lower-case ASCII with hyphens, good as part of an identifier; never empty."""
    plain = re.sub(r"[^a-z0-9]+", "-", to_ascii(name).lower().replace("'", "")).strip("-")
    return plain or "-".join(f"{ord(letter):x}" for letter in name) or "nameless"


@lru_cache(maxsize=50_000)
def romanized(word: str) -> str:
    """A word reduced to what all its usual romanizations share ("zelenski" for Zelensky, Zelenskyy, Zelenskiy)."""
    key = re.sub(r"[^a-z0-9]", "", to_ascii(word).lower())
    for pattern, plain in ROMANIZATIONS:
        key = pattern.sub(plain, key)
    return key or word.lower()  # in another alphabet


@cache
def equivalents() -> dict[str, str]:
    """From the reduced form of a name with several usual forms to the one that stands for all of them."""
    groups = [[romanized(word) for word in line.split()] for line in lines("equivalents.txt")]
    return {word: group[0] for group in groups for word in group}


def transliteration_key(name: str) -> str:
    """What all usual spellings of a name share: Zelensky, Zelenskyy; Sergei, Serhiy; Kiev, Kyiv."""
    known = equivalents()
    return " ".join(known.get(key, key) for key in map(romanized, re.split(r"[\s\-]+", name)) if key)


# Small words within the name of a place.
PARTICLES = frozenset(
    {"on", "of", "de", "la", "le", "les", "du", "des", "da", "do", "dos", "del", "della", "der"}
    | {"den", "am", "an", "au", "aux", "en", "sur", "upon", "and", "the", "al", "el", "by"}
)


def display_place(place: str) -> str:
    """A dateline's place as running text writes it: "NEW YORK" is "New York", "ROSTOV-ON-DON" is "Rostov-on-Don"."""
    if not place.isupper():
        return place
    words = re.split(r"([\s/-]+)", place)
    return "".join(display_word(word, first=i == 0) for i, word in enumerate(words))


def display_word(word: str, *, first: bool) -> str:
    """One word of such a place."""
    if not first and word.lower() in PARTICLES:
        return word.lower()
    if re.fullmatch(r"(?:\w\.)+", word):  # D.C.
        return word
    spelt = word.capitalize()
    # one letter before an apostrophe is a name's start (N'Djamena), more are not (Sana'a)
    return re.sub(r"^(\w['’])(\w)", lambda m: m[1] + m[2].upper(), spelt)
