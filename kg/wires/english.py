"""Whether a text is English, by the small words that every language has of its own."""

import re

_ENGLISH_WORDS = (
    "the of and to in a for on is that by was with said from at as has he it not are be will his an have were which who"
    " its this after their been but would they had or up over about more than also into could we you i our what says"
    " after against between before during under no new"
)
# Only words that an English wire would hold in names alone; "in", "an", "was", "as", "die" or "me" prove nothing.
_FOREIGN_WORDS = (
    "der das und ist nicht mit dem den von zu auf für eine sich auch wird wurde nach bei dass sagte"
    " le la les des du et est dans une pour que qui sur pas il au avec ce sont selon été"
    " el los las y en una por con del se su para más fue según como"
    " di che è il della gli sono ha nel alla più"
    " o os dos da do não um uma em ao foi"
    " w na się że nie jest z oraz przez het een van voor niet dat och att det som är på för av"
    " og til ikke ve bir bu için ile olarak yang dan dengan untuk dari pada tidak ini"
)
_ENGLISH, _FOREIGN = frozenset(_ENGLISH_WORDS.split()), frozenset(_FOREIGN_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
ENOUGH_WORDS = 20  # below, a wire may well be a flash of names
SAMPLE = 20_000  # characters


def is_english(text: str) -> bool:
    """Whether English is what the text is written in; a flash too short to tell is taken for English."""
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE])]
    letters = "".join(words)
    if len(_LATIN.findall(letters)) * 2 < len(letters):
        return False
    english, foreign = (sum(word in known for word in words) for known in (_ENGLISH, _FOREIGN))
    if foreign > max(1, 2 * english):
        return False
    return len(words) < ENOUGH_WORDS or english >= 0.1 * len(words)
