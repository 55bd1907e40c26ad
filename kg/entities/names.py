"""Whether two names are one: persons by given and family name, organizations and agreements by their words."""

import re
from functools import cache, lru_cache

from kg.entities.countries import country_named, country_of_demonym
from kg.entities.spelling import romanized, to_ascii, transliteration_key
from kg.entities.wordlists import rows, words

SMALL_WORDS = frozenset({"the", "of", "and", "for", "in", "on", "to", "at", "a", "an", "de", "la", "du", "des"})


@lru_cache(maxsize=50_000)
def person_tokens(name: str) -> tuple[str, ...]:
    """A person's name as comparable tokens, particles and "Jr." left out; an initial stays one letter."""
    found = re.findall(r"[\w'’.]+", re.sub(r"['’]s?$", "", name.strip()))
    plain = [to_ascii(word).lower().strip(".'") or word.lower() for word in found]  # the latter in another alphabet
    kept = [word for word in plain if word and word not in words("name_particles.txt")] or plain
    return tuple(transliteration_key(word) if len(word) > 1 else word for word in kept)


def surname_first(tokens: tuple[str, ...]) -> bool:
    """Whether a name may begin with its family name, as Chinese, Korean and Vietnamese ones do."""
    return len(tokens) > 1 and tokens[0] in surnames_that_lead()


@cache
def surnames_that_lead() -> frozenset[str]:
    """Family names that stand first, as keys."""
    return frozenset(romanized(word) for word in words("leading_surnames.txt"))


def is_same_token(a: str, b: str) -> bool:
    """Whether two tokens are one name, or one is the initial of the other."""
    return a == b or (1 in (len(a), len(b)) and a[:1] == b[:1])


def is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the tokens of a short name all stand in a full one, in order."""
    rest = iter(full)
    return all(any(is_same_token(token, other) for other in rest) for token in short)


@lru_cache(maxsize=100_000)
def is_same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: "Erdogan" and "Recep Tayyip Erdogan", "D. Peskov" and "Dmitry Peskov".

    A single word must be a family or middle name of the other; two full names must share family or first name too,
    so that "Mikhail Ivanov" is never "Igor Ivanov".
    """
    short, full = sorted((person_tokens(a), person_tokens(b)), key=len)
    return bool(short) and (short == full or is_shorter_form(short, full))


def is_shorter_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether tokens are those of a full name cut short or with initials."""
    if len(short) == 1:
        return short[0] in full[1:] or (surname_first(full) and short[0] == full[0])
    same_end = short[-1] == full[-1] or short[0] == full[0]
    return same_end and is_part(short, full)


def initials(name: str) -> str:
    """The acronym that the words of a name give: "UNSC" for "UN Security Council", "IAEA"."""
    found = re.findall(r"[A-Za-z][A-Za-z.']*", re.sub(r"['’]s\b", "", to_ascii(name)).replace("-", " "))
    kept = [word.replace(".", "") for word in found if word.lower() not in SMALL_WORDS]
    return "".join(word if is_capitals(word) else word[0].upper() for word in kept)


def is_capitals(word: str) -> bool:
    """Whether a word is an acronym of up to six letters."""
    return 2 <= len(word) <= 6 and word.isupper()


@cache
def acronyms() -> dict[str, str]:
    """The usual expansions of acronyms."""
    return {row[0]: row[1] for row in rows("acronyms.tsv")}


def expansion_of(acronym: str) -> str | None:
    """What an acronym usually stands for: "Federal Security Service" for "FSB"; none where we know none."""
    return acronyms().get(acronym)


@lru_cache(maxsize=50_000)
def acronym_in(name: str) -> str:
    """The acronym that a name is or has in brackets: "FSB" of "the FSB" and "Federal Security Service (FSB)"; else empty."""
    found = re.search(r"\(([A-Z][A-Za-z.-]*)\)", name)
    letters = (found[1] if found else re.sub(r"^[Tt]he ", "", name)).replace(".", "").strip()
    return letters if is_capitals(letters) else ""


SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\bdefence\b", "defense"),
        (r"\borganisation", "organization"),
        (r"\bcentre\b", "center"),
        (r"\blabour\b", "labor"),
        (r"\bprogramme\b", "program"),
        (r"\bstabilisation\b", "stabilization"),
        (r"&", "and"),
        (r"\bunited nations\b", "un"),
        (r"\beuropean union\b", "eu"),
        (r"\bministry of (?:foreign affairs|external affairs)\b|\bforeign affairs ministry\b", "foreign ministry"),
        (r"\bministry of national defense\b|\bnational defense ministry\b", "defense ministry"),
        (r"\bmfa\b", "foreign ministry"),
        (
            r"\bministry of (?:the )?(defense|interior|justice|finance|health|energy|economy|emergencies|culture)\b",
            r"\1 ministry",
        ),
        (r"\bdepartment of (?:the )?(state|defense|treasury|justice|energy|war|commerce)\b", r"\1 department"),
    )
)


def plain_words(name: str) -> str:
    """A name in plain words: lower case, without articles, possessives and punctuation, in American spelling."""
    text = re.sub(r"'s\b|(?<=s)'(?!\w)", "", to_ascii(name)).replace(".", "").lower()
    for pattern, plain in SPELLINGS:
        text = pattern.sub(plain, text)
    return " ".join(re.sub(r"[^a-z0-9]+|\bthe\b", " ", text).split()) or name.lower().strip()  # in another alphabet


@lru_cache(maxsize=50_000)
def name_and_country(name: str) -> tuple[str, str | None]:
    """A name's plain words without the country in them, and that country: ("foreign ministry", "RU")."""
    text = re.sub(r"\s*\([A-Z][A-Za-z.-]*\)", "", name.strip())  # "Federal Security Service (FSB)"
    for split in (leading_country, trailing_country):
        if found := split(text):
            country, rest = found
            return plain_words(rest), country
    return plain_words(text), None


def leading_country(name: str) -> tuple[str, str] | None:
    """The country that a name begins with, and the rest: "Turkey’s national defense ministry", "US Congress"."""
    parts = re.sub(r"^[Tt]he ", "", name).split()
    for size in (3, 2, 1):
        head, rest = " ".join(parts[:size]), " ".join(parts[size:])
        if rest and (country := country_of_demonym(head) or country_named(head)):
            return country, rest
    return None


def trailing_country(name: str) -> tuple[str, str] | None:
    """The country that a name ends with, and the rest: "Foreign Ministry of the Russian Federation"."""
    for joint in re.finditer(r" (?:of|for) ", name):
        if country := country_named(name[joint.end() :]):
            return country, name[: joint.start()]
    return None


@lru_cache(maxsize=100_000)
def is_same_name(a: str, b: str) -> bool:
    """Whether two names of organizations or agreements are one, but for case, articles, possessives and acronyms."""
    one, one_country = name_and_country(a)
    other, other_country = name_and_country(b)
    if one == other:
        return one_country == other_country and bool(one)
    if plain_words(a) == plain_words(b):
        return True
    if one_country and other_country and one_country != other_country:
        return False
    return is_acronym_of(a, b) or is_acronym_of(b, a)


def is_acronym_of(short: str, full: str) -> bool:
    """Whether a name is the acronym of another: "FSB" of "Federal Security Service of Russia"."""
    letters = acronym_in(short)
    if not letters or "(" in short or len(full.split()) < 2:
        return False
    usual = plain_words(expansion_of(letters) or "")
    return usual in (name_and_country(full)[0], plain_words(full)) or letters in (acronym_in(full), initials(full))
