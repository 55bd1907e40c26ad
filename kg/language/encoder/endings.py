"""An inflected English word in lower case → the base forms it may have, the likeliest first, by its tag."""

import re
from collections.abc import Callable

Bases = list[str]

VOWELS = "aeiou"
STEM_IS_WORD = re.compile(r"[aeiou](?:ll|ss|zz|ff)$")  # "call", "pass": nothing was doubled there
# A stem that never stands without its silent e: "announc-", "urg-", "handl-", "argu-", "believ-", "reduc-".
MUTE = re.compile(
    r"(?:[^aeiou]c|[dlr]g|[^aeiourlw]l|[^aeo]u|v|[^z]z|[^s]s|c|[aeiou]g|[^aeiou]{1,2}eng|ang|ung|[^eo]at)$"
)
# Of two syllables and more, those that most often have it: "decid-", "combin-", "restor-"; but "visit-", "open-".
LATIN = re.compile(
    r"[aeiouy].*[^aeiou](?:[aeiu]d|in|un|ur|or|ir|ar|ut|ot|et|al|il|ul|yl|om|um|im|ib|ub|ob|ak|ok|ik|uk|ap|yp|ip)$"
)
# Of those, what more often stands without it: "offer-", "pilot-", "signal-", "happen-".
BARE = re.compile(
    r"(?:gin|kin|vor|bor|tor|ror|nor|cot|lot|get|ket|det|bet|cil|cal|nal|val|tal|rom|som|tom|rup|lop|vil)$"
)
WITH_K = re.compile(r"[aeiou].*[^aeioupk]ick$")  # "panick-", "mimick-"; but "trick-", "handpick-"
SHORT = re.compile(r"^(?:[^aeiou]|qu)*[aeiouy][^aeiouwxy]$")  # "hop-": a bare "hop" would have been doubled


def silent(stem: str) -> Bases:
    """What a stem may be before "-ed" and "-ing": itself, with a silent e, or with one consonant of two."""
    bare, mute = stem, stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        once = stem[:-1]
        return [bare, once, mute] if STEM_IS_WORD.search(stem) else [once, bare, mute]
    if WITH_K.search(stem):
        return [stem[:-1]]
    found = stem.replace("qu", "q")
    if SHORT.search(found) or stem.endswith(("is", "iz")):
        return [mute]
    has_e = MUTE.search(found) or (LATIN.search(found) and not BARE.search(found))
    return [mute, bare] if has_e else [bare, mute]


def past(word: str) -> Bases:
    """The base forms of "-ed"."""
    if word.endswith("ied"):
        return [word[:-3] + "y", word[:-1]] if len(word) > 4 else [word[:-1], word[:-3] + "y"]
    if word.endswith("eed"):
        return [word[:-1], word]
    return silent(word[:-2]) if word.endswith("ed") and len(word) > 3 else [word]


def gerund(word: str) -> Bases:
    """The base forms of "-ing", and of "-in'"."""
    stem = word.removesuffix("ing").removesuffix("in'")
    if stem == word or len(stem) < 2:
        return [word]
    if stem.endswith("y"):
        found = [stem, stem[:-1] + "ie"]
        return found[::-1] if len(stem) == 2 else found
    return [stem, stem + "e"] if stem[-1] in "aeio" else silent(stem)


def with_s(word: str) -> Bases:
    """The base forms of a verb with "-s"."""
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return [word]
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]] if len(word) > 4 else [word[:-1], word[:-3] + "y"]
    if word.endswith(("zzes", "sses")):
        return [word[:-2], word[:-3], word[:-1]]
    if word.endswith(("xes", "ches", "shes", "oes")):
        return [word[:-2], word[:-1]]
    return [word[:-1], word[:-2]] if word.endswith(("ses", "zes")) and word[-4:-2] != "is" else [word[:-1]]


def plural(word: str) -> Bases:
    """The singulars of a plural."""
    if word[:1].isdigit():
        return [word.replace("'", "")]
    if word.endswith("men"):
        return [word[:-2] + "an"]
    if word.endswith("ves"):
        return [word[:-1], word[:-3] + "f", word[:-3] + "fe"]
    if word.endswith("ses") and not word.endswith("sses"):
        return [word[:-1], word[:-2], word[:-2] + "is"]
    if word.endswith("'s") and len(word) > 2:
        return [word[:-2]]
    return with_s(word)


def graded(word: str, ending: str) -> Bases:
    """The plain forms of "-er" and "-est"."""
    if not word.endswith(ending) or len(word) < len(ending) + 2:
        return [word]
    stem = word.removesuffix(ending)
    if stem.endswith("i"):
        return [stem[:-1] + "y"]
    return [*silent(stem), word]


BASES: dict[str, Callable[[str], Bases]] = {
    "VBD": past,
    "VBN": past,
    "VBG": gerund,
    "VBZ": with_s,
    "NNS": plural,
    "NNPS": plural,
    **dict.fromkeys(("JJR", "RBR"), lambda word: graded(word, "er")),
    **dict.fromkeys(("JJS", "RBS"), lambda word: graded(word, "est")),
}
