"""Whether two names are one: persons by given and family name, organizations and agreements by their words."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from kg.entities.countries import country_named, country_of_demonym
from kg.entities.spelling import romanized, to_ascii, transliteration_key
from kg.entities.wordlists import rows, words

KIN = frozenset({"abu", "ben", "bin", "bint", "ibn"})  # what follows is the father's name or the child's, not one's own
MARKS = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi"})
PASSED_OVER = words("name_particles.txt") - KIN - MARKS
SERVANT = re.compile(r"abd(?:[aeou][lr])?")  # "Abdel", "Abdul", "Abd": no name without the next word
SMALL_WORDS = frozenset({"the", "of", "and", "for", "in", "on", "to", "at", "a", "an", "de", "la", "du", "des"})


@lru_cache(maxsize=50_000)
def person_tokens(name: str) -> tuple[str, ...]:
    """A person's name as comparable tokens, particles left out; an initial stays one letter, "Abdel Fattah" is one."""
    found = re.findall(r"[\w'’.]+", re.sub(r"['’]s?$", "", name.strip()))
    plain = [to_ascii(word).lower().strip(".'") or word.lower() for word in found]  # the latter in another alphabet
    kept = [word for word in plain if word and word not in PASSED_OVER] or plain
    while (at := next((n for n, word in enumerate(kept[:-1]) if SERVANT.fullmatch(word)), None)) is not None:
        kept[at : at + 2] = [f"abdul{kept[at + 1]}"]
    mark = kept[-1:] if len(kept) > 1 and kept[-1] in MARKS else []
    return (*map(token_key, kept[: len(kept) - len(mark)]), *mark)


def token_key(word: str) -> str:
    """A word of a name as all its spellings have it; never so short that it would be taken for an initial."""
    key = transliteration_key(word)
    return word if len(key) == 1 else key


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
    """Whether tokens are those of a full name cut short, with initials, or with its syllables written apart."""
    if len(short) == 1:
        return is_surname(short[0], full)
    (own, mark), (other, other_mark) = unmarked(short), unmarked(full)
    if mark != other_mark:  # a son is not his father, but Charles III is Charles
        return len(own) == len(other) == 1 and own == other and not (mark and other_mark)
    if middle_initials(own) and middle_initials(other) and middle_initials(own) != middle_initials(other):
        return False
    same_end = own[0] == other[0] or (own[-1] == other[-1] and len(own) < 3)  # Ali Abdullah Saleh had a son Ahmed Ali
    return (same_end and is_part(own, other)) or is_written_apart(own, other)


def is_surname(word: str, full: tuple[str, ...]) -> bool:
    """Whether one word may stand for a full name: a family or middle name, or what a king is called."""
    own, mark = unmarked(full)
    if mark and own == (word,):
        return True
    after_kin = {token for kin, token in pairwise(own) if kin in KIN}
    return (word in own[1:] and word not in after_kin) or (surname_first(own) and word == own[0])


def unmarked(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """A name's tokens without what tells a son from his father or one king from another, and that."""
    return (tokens[:-1], tokens[-1]) if len(tokens) > 1 and tokens[-1] in MARKS else (tokens, "")


def middle_initials(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The initials behind a first name that is spelt out: "H", "W" of George H. W. Bush."""
    return tuple(token for token in tokens[1:-1] if len(token) == 1) if len(tokens[0]) > 1 else ()


def is_written_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ only in where a word ends: "Xi Jin-ping", "Amirabdollahian"."""
    return 1 not in map(len, (*one, *other)) and "".join(one) == "".join(other)


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
        (r"\bco-operation\b", "cooperation"),
        (r"\bco-ordination\b", "coordination"),
        (r"&", "and"),
        (r"\bunited nations\b", "un"),
        (r"\beuropean union\b", "eu"),
        (r"\bministry of (?:foreign affairs|external affairs)\b|\bforeign affairs ministry\b", "foreign ministry"),
        (r"\bministry of national defense\b|\bnational defense ministry\b", "defense ministry"),
        (r"\bgeneral staff of (?:the )?armed forces\b", "general staff"),
        (r"\bmfa\b", "foreign ministry"),
        (
            r"\bministry of (?:the )?(defense|interior|justice|finance|health|energy|economy|emergencies|culture)\b",
            r"\1 ministry",
        ),
        (r"\bdepartment of (?:the )?(state|defense|treasury|justice|energy|war|commerce)\b", r"\1 department"),
    )
)


@lru_cache(maxsize=50_000)
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
    one, one_country = name_and_country(full_name(a))
    other, other_country = name_and_country(full_name(b))
    if transliteration_key(one) == transliteration_key(other):
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


@lru_cache(maxsize=50_000)
def full_name(name: str) -> str:
    """The name that another name of an organization stands for: "Islamic State" for "Daesh"; else that name itself."""
    country = name_and_country(name)[1]
    found = bynames().get(plain_words(name)) or bynames().get(name_and_country(name)[0])
    return found if found and country in (None, name_and_country(found)[1]) else name


@cache
def bynames() -> dict[str, str]:
    """What other names of organizations stand for, by their plain words."""
    return {plain_words(name): full for name, full in rows("bynames.tsv")}
