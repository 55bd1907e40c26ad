"""Who is who in one wire: candidates in reading order → actors with all the words that refer to them.

Headline and subhead are read last: they use short names and bare roles ("— diplomat") that the body spells out.
Where nobody fits, a description stands for itself; a wrong speaker costs more than a missing one.

resolve.py goes through the article; names.py, descriptions.py and pronouns.py each know one way to refer to somebody;
fitting.py and roles.tsv say whom a description fits; cast.py holds the actors so far; settle.py gives the result.
"""

from kg.language.coreference.resolve import resolve

__all__ = ["resolve"]
