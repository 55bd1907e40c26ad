"""Who alleges which wrong of whom, and who rejects it: what accusations and denials both rest on.

find.py tries the rules on each word, the surest first: accusing.py has those for words that accuse by themselves,
denying.py for words that reject, deeds.py for wrongs told within what somebody says. court.py knows who is who in a
wrong; wrongs.tsv lists the words.
"""

from kg.language.allegations.allegation import Allegation
from kg.language.allegations.find import find_allegations

__all__ = ["Allegation", "find_allegations"]
