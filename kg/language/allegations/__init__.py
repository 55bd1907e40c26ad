"""Who alleges which wrong of whom, and who rejects it: what accusations and denials both rest on.

find.py tries the rules on each word, the surest first: accusing.py has those for words that accuse by themselves,
denying.py for words that reject, deeds.py for wrongs told within what somebody says by words on a list, judging.py for
those that the judge hears. deed.py says what a deed is, judge.py how likely it is told as a wrong, suspects.py whom one is
laid on that names no doer. court.py knows who is who in a wrong; wrongs.tsv and gravity.tsv list the words.
"""

from kg.language.allegations.allegation import Allegation
from kg.language.allegations.find import find_allegations

__all__ = ["Allegation", "find_allegations"]
