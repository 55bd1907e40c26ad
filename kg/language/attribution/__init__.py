"""Who is credited with which words: a Doc and its quotations → attributions of source, cue and content.

Rules over the parse, with the surface (commas, quotation marks, "that") as the judge of where content begins and ends,
since an indirect quotation of forty words is seldom parsed without a fault, while its edges are plain to see.

find.py goes through the parts of an article; verbs.py and verbless.py know what a cue is; sources.py finds who speaks;
speech.py, frames.py and endings.py find what is said; scene.py knows where things stand; cues.tsv lists the cues.
"""

from kg.language.attribution.attribution import Attribution, clipped
from kg.language.attribution.cues import DAYS
from kg.language.attribution.find import find_attributions

__all__ = ["DAYS", "Attribution", "clipped", "find_attributions"]
