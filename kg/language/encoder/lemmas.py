"""How a word becomes its lemma, as one of a few hundred scripts that a classifier can choose from."""

AS_IT_STANDS = "="


def script(word: str, lemma: str) -> str:
    """The script that makes this lemma of this word: 'cut,capital,add' on the word in lower case, or '='."""
    if word == lemma and not word.islower():
        return AS_IT_STANDS
    low, target, kept = word.lower(), lemma.lower(), 0
    while kept < min(len(low), len(target)) and low[kept] == target[kept]:
        kept += 1
    return f"{len(low) - kept},{int(lemma[:1].isupper())},{target[kept:]}"


def lemma_of(word: str, how: str) -> str:
    """What a script makes of a word; the word in lower case where the script cuts more than there is, or all."""
    if how == AS_IT_STANDS:
        return word
    cut, capital, add = how.split(",", 2)
    low = word.lower()
    lemma = low[: len(low) - int(cut)] + add
    if int(cut) > len(low) or not lemma:
        return low
    return lemma[:1].upper() + lemma[1:] if capital == "1" else lemma
