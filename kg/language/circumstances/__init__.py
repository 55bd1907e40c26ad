"""The circumstances of what a wire tells: when, where, through what and how surely it was said, when and where it happened.

Each is tied to its fact by the grammar: by what a date, a place or a briefing hangs on, never by nearness alone.

telling.py knows what belongs to a cue of speech, channels.tsv the channels; saying.py and event.py tell of words and deeds,
chain.py of whose hands words came
through, certainty.py of doubt and denial in what is said.
"""

from kg.language.circumstances.certainty import certainty, polarity
from kg.language.circumstances.chain import cited, passed_on_by
from kg.language.circumstances.event import happened
from kg.language.circumstances.saying import Saying, saying

__all__ = ["Saying", "certainty", "cited", "happened", "passed_on_by", "polarity", "saying"]
