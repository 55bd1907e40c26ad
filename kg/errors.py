"""All that can go wrong, as one tree.

KgError
├── WireError            a wire cannot be read; the rest of the batch goes on
├── ArticleConflict      an id that is stored already comes with another text
├── ModelError           the language pipeline cannot be loaded
├── StoreError           a store cannot be opened, read or written
│   └── StoreBusy        another process is writing to it
├── QueryError           a SPARQL text is wrong or asks for what is not allowed
│   └── QueryTimeout     it ran out of its time
├── UnknownQuestion      no named question of that name
├── BadParameter         a parameter of a question, walk or list is wrong
├── CorrectionsError     a file of corrections cannot be followed: which lines, and what to do
├── NotFound             nothing is stored under that id or name
└── AmbiguousName        a name that several actors bear
"""

from collections.abc import Sequence


class KgError(Exception):
    """Something that a user can understand and mend."""


class WireError(KgError):
    """A wire that cannot be read: which, and why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


class ArticleConflict(KgError):
    """The id of a stored article, come again with another text."""

    def __init__(self, article: str) -> None:
        super().__init__(
            f"{article}: an article with this id and another text is stored already; "
            "give the wire another id, or replace the stored one with --replace"
        )
        self.article = article


class ModelError(KgError):
    """The language pipeline cannot be loaded."""


class StoreError(KgError):
    """A store cannot be opened, read or written."""


class StoreBusy(StoreError):
    """Another process holds the store's write lock."""


class QueryError(KgError):
    """A SPARQL text is wrong or asks for what is not allowed."""


class QueryTimeout(QueryError):
    """A query ran out of its time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"the query took longer than {seconds:g} s and was stopped; ask for less, or raise KG_QUERY_SECONDS"
        )
        self.seconds = seconds


class UnknownQuestion(KgError):
    """No named question of that name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"there is no question '{name}'; there are: {', '.join(known)}")
        self.name, self.known = name, tuple(known)


class BadParameter(KgError):
    """A parameter that does not fit."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name, self.reason = name, reason


class CorrectionsError(KgError):
    """A file of corrections that cannot be followed: `faults` are (line, what is wrong) pairs, line 0 for the whole."""

    def __init__(self, path: str, faults: Sequence[tuple[int, str]]) -> None:
        told = (f"{path}, line {line}: {fault}" if line else f"{path}: {fault}" for line, fault in faults)
        super().__init__("\n".join(told))
        self.path, self.faults = path, tuple(faults)


class NotFound(KgError):
    """Nothing is stored under that id or name."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__(f"there is no {what} '{name}'")
        self.what, self.name = what, name


class AmbiguousName(KgError):
    """A name that several actors bear: `candidates` are (id, name) pairs."""

    def __init__(self, name: str, candidates: Sequence[tuple[str, str]]) -> None:
        listed = ", ".join(f"{label} ({actor})" for actor, label in candidates)
        super().__init__(f"'{name}' may be any of: {listed}; name one by its id")
        self.name, self.candidates = name, tuple(candidates)
