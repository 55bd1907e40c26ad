"""An analysis without a language model, for tests of what stands round it: "NAME says WORDS." is a statement of NAME."""

import os
import re
import time
from collections.abc import Iterable, Iterator

from kg.analysis import Analyst
from kg.facts.statements.fact import Statement
from kg.model import Actor, Article, Evidence, Findings, Mention, Passage, Span

SAYING = re.compile(r"(\w+) says ([^.]*)\.")


def find(articles: Iterable[Article]) -> Iterator[Findings]:
    """What invented wires tell. "poison" breaks the analysis, "crash" the process."""
    for article in articles:
        if "poison" in article.text:
            raise RuntimeError("bitter")
        if "crash" in article.text:
            os._exit(3)
        time.sleep(float(os.environ.get("INVENTED_SECONDS", "0")))
        names = sorted({found[1] for found in SAYING.finditer(article.text)})
        actors = tuple(Actor(f"A{number}", name, "person") for number, name in enumerate(names, 1))
        yield Findings(article, actors, facts=tuple(_statements(article, {a.name: a.id for a in actors})))


def _statements(article: Article, ids: dict[str, str]) -> Iterator[Statement]:
    for found in SAYING.finditer(article.text):
        name, words = found[1], found[2]
        yield Statement(
            id=f"statement/{found.start(2)}-{found.end(2)}",
            evidence=Evidence(found.start(), found.end(), found[0]),
            cue=None,
            confidence=1.0,
            finder="invented/1",
            speaker=(Mention(*found.span(1), name, ids[name]),),
            content=Passage((Span(*found.span(2)),), words),
            form="indirect",
        )


def hire() -> Analyst:
    """An analyst for invented wires; a function that can be sent to another process."""
    return Analyst("invented 1", find)


def hire_the_next() -> Analyst:
    """One of a newer version."""
    return Analyst("invented 2", find)
