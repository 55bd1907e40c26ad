"""All names of a view by what their spellings share: "Zelenskyy" finds "Zelensky"."""

from collections import defaultdict
from collections.abc import Mapping

from kg.entities.spelling import transliteration_key
from kg.explore.remember import remembered
from kg.graph.store import GraphView
from queries.library import LISTS, questions


def spelt_like(view: GraphView, name: str) -> Mapping[str, str]:
    """The IRIs of those that are called by a name in any usual spelling, with what each is called first."""
    return _names(view).get(transliteration_key(name), {})


@remembered
def _names(view: GraphView) -> Mapping[str, Mapping[str, str]]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one, name, called in view.select(questions(LISTS)["names"].text).rows:
        found[transliteration_key(str(called))][str(one)] = str(name)
    return found
