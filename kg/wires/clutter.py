"""Which lines of a wire are no news: section labels, bylines, credits, editors' notes and endings."""

import re

_LABELS = (
    "all news|news|home|home page|top news|top stories|latest news|breaking news|world|world news|politics"
    "|russian politics & diplomacy|russian politics|military & defense|military and defense|business & economy|business"
    "|economy|science & space|society|society & culture|sports|emergencies|press review|defense|diplomacy"
    "|international|europe|asia|middle east|africa|americas|russia|ukraine crisis|military operation in ukraine"
    "|share|print|advertisement"
)
_CASED = re.compile(
    r"""
      By\s+[A-Z][\w.'’-]+(?:\s+(?:and\s+|de\s+)?[A-Z][\w.'’-]+|,){0,12}             # By Ivan Petrov and Ann Lee
    | [A-Z][A-Z .'/-]{2,40}\s*\|\s*By\s.{3,100}                              # OSLO | By Ann Lee
    | [A-Z]{2,4}\s?/\s?(?:[A-Z]{2,4}\s?/\s?)?\d{4,}                             # MA/6747422
    | =+\s?[A-Za-z]{2,12} | [A-Z]{2,5} | Enditem | Item | ENDS? | \(?more\)?       # ==Kyodo, MNA
    | \d{1,2}\s+[A-Z][A-Za-z]{2,8},?(?:\s+\d{4})?,?\s+\d{1,2}:\d\d.{0,20}                 # 12 FEB, 17:40
    """,
    re.VERBOSE,
)
_LOOSE = re.compile(
    r"""
      \((?:additional\s+|with\s+)?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compiled)\b[^)]{0,400}\)
    | \((?:adds|updates?|recasts|corrects|releads|repeats|writes\s+through)\b[^)]{0,300}\)
    | (?:read\s+also|read\s+more|see\s+also|related)\s*(?::.{0,200})?
    | ©.{0,200}
    | (?:file\s+|illustrative\s+|archive\s+)?photo(?:graph)?s?\s*(?::|by\b|provided\s+by\b|courtesy\b).{0,200}
    | \(?(?:reuters|ap\ photo|afp|epa|getty\ images?|tass|sputnik|xinhua|handout)/[\w\s./-]{2,60}\)?
    | [^\n]{0,200}\bcontributed\s+to\s+this\s+(?:report|story|article)\.?
    | tass\s+is\s+not\s+responsible\s+for\b.{0,200}
    | https?://\S+ | \W*_?\W*pic\.twitter\.com/\S+
    | [\W\d_]*                                                              # ___, * * *
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST = 600  # characters of a line about the wire
_SIGNATURE = re.compile(
    r"\((?:additional\s+)?(?:reporting|writing|editing|compiled)\s+by\b[^()]{0,400}\)$", re.IGNORECASE
)


def is_label(line: str) -> bool:
    """Whether a line names the section of a news page ("All news") and no event."""
    return line.strip().lower() in _LABELS.split("|")


def is_clutter(line: str) -> bool:
    """Whether a line tells about the wire itself (who wrote, photographed, edited or numbered it) and no news."""
    words = line.strip()
    if len(words) > LONGEST:
        return not any(map(str.isalpha, words))
    return bool(_CASED.fullmatch(words) or _LOOSE.fullmatch(words))


def without_signature(words: str) -> str:
    """The words without the editors' names that close them: "(Reporting by …)"."""
    return _SIGNATURE.sub("", words).rstrip()
