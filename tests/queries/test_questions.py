"""The question files: they run on any store, speak only of terms that there are, and answer what they say."""

import re
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Dataset
from rdflib.plugins.sparql import prepareQuery

from ontology.minting import BASE, IDENTITIES, LINKS
from ontology.terms import DL
from queries.library import LISTS, Question, filled, questions
from tests.quarrel import DEAL, Wire, stored

WIRES = Path(__file__).parents[1] / "explore" / "dispute.trig"
ALL = [*questions().values(), *questions(LISTS).values()]
NAMED = [*questions().values()]


def name(question: Question) -> str:
    return question.name


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(path=str(WIRES))
    return store


@pytest.fixture(scope="module")
def quarrel() -> pyoxigraph.Store:
    """Wires that answer and contradict one another, and tell of one commitment."""
    store, view = pyoxigraph.Store(), stored().view()
    for graph in view.graphs():
        store.extend(view.graph(graph))
    return store


def answers(store: pyoxigraph.Store, question: str, **values: str) -> list[dict[str, str]]:
    """The rows of a question, without a union default graph: what stands in no GRAPH finds nothing."""
    solutions = store.query(filled(questions()[question], values))
    names = [variable.value for variable in solutions.variables]  # type: ignore[union-attr]
    return [{key: row[key].value for key in names if row[key]} for row in solutions]  # type: ignore[union-attr, index]


def test_there_are_at_least_twelve() -> None:
    assert len(NAMED) >= 12
    assert {"who-accuses-whom", "said-by", "committed-by", "denials"} <= set(questions())


@pytest.mark.parametrize("question", ALL, ids=name)
def test_it_says_what_it_asks(question: Question) -> None:
    assert question.title
    assert question.description.endswith(".")
    assert all(parameter.description for parameter in question.parameters)


@pytest.mark.parametrize("question", ALL, ids=name)
def test_it_uses_known_terms_and_graphs_alone(question: Question) -> None:
    for term in set(re.findall(r"\bdl:(\w+)", question.text)):
        assert getattr(DL, term)
    for graph in set(re.findall(r"\bgraph:(\w+)", question.text)):
        assert f"{BASE}graph/{graph}" in {str(IDENTITIES), str(LINKS)}


@pytest.mark.parametrize("question", ALL, ids=name)
def test_it_is_sparql_for_rdflib_too(question: Question) -> None:
    prepareQuery(question.text)


@pytest.mark.parametrize("question", ALL, ids=name)
def test_no_query_stands_inside_a_named_graph(question: Question) -> None:
    # Oxigraph 0.5 forgets, within a sub-select, the graph that it stands in.
    assert not re.search(r"GRAPH\s+\S+\s*\{\s*\{?\s*SELECT", question.text)


@pytest.mark.parametrize("question", NAMED, ids=name)
def test_it_runs_as_it_stands_and_finds_something(
    question: Question, store: pyoxigraph.Store, quarrel: pyoxigraph.Store
) -> None:
    assert answers(store, question.name) or answers(quarrel, question.name)


@pytest.mark.parametrize("question", [*questions(LISTS).values()], ids=name)
def test_a_query_behind_a_list_runs_as_it_stands(question: Question, store: pyoxigraph.Store) -> None:
    list(store.query(question.text))  # type: ignore[arg-type]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own
def test_rdflib_alone_answers_the_same(store: pyoxigraph.Store) -> None:
    dataset = Dataset()
    dataset.parse(data=WIRES.read_text(encoding="utf-8"), format="trig")
    found = dataset.query(filled(questions()["who-accuses-whom"], {"who": "country/ge"}))
    assert [str(row.act) for row in found] == [
        row["act"] for row in answers(store, "who-accuses-whom", who="country/ge")
    ]  # type: ignore[union-attr]


def test_no_denial_is_among_the_accusations(store: pyoxigraph.Store) -> None:
    found = answers(store, "who-accuses-whom")
    assert {(row["accuser"], row["accused"]) for row in found} == {
        ("Nino Kapeladze", "Armenia"),
        ("Georgia", "Armenia"),
    }
    assert not any("denie" in row["sentence"] for row in found)


def test_an_accusation_comes_with_what_proves_it(store: pyoxigraph.Store) -> None:
    found = answers(store, "who-accuses-whom", who="person/nino-kapeladze", place="ge/sadakhlo")
    assert found == [
        {
            "accuser": "Nino Kapeladze",
            "accused": "Armenia",
            "act": "shelling a pumping station at Sadakhlo",
            "event_date": "2031-02-20",
            "event_location": "Sadakhlo",
            "sentence": "She also accused Armenia of shelling a pumping station at Sadakhlo on February 20.",
            "date": "2031-03-03",
            "date_basis": "dateline",
            "location": "Tbilisi",
            "confidence": "0.85",
            "agency": "TASS",
            "article": "tass-901",
            "url": "https://wires.example/tass-901",
            "fact": f"{BASE}article/tass-901/accusation/220-258",
        }
    ]


def test_an_accusation_of_nobody_in_particular_is_found_by_the_accused(store: pyoxigraph.Store) -> None:
    (found,) = answers(store, "accused-of", whom="person/tass-903/A3")
    assert "accuser" not in found
    assert found["act"] == "opening the gates by night"


def test_an_accusation_found_by_the_accused_names_its_accuser(store: pyoxigraph.Store) -> None:
    assert {row["accuser"] for row in answers(store, "accused-of", whom="country/am")} == {"Nino Kapeladze", "Georgia"}


def test_a_denial_answers_an_accusation_of_another_wire(store: pyoxigraph.Store) -> None:
    (found,) = answers(store, "denials", who="person/tigran-sarvanian")
    assert (found["article"], found["answered_article"]) == ("afp-17", "tass-901")
    assert (found["cleared"], found["accuser"]) == ("Armenia", "Nino Kapeladze")
    assert found["answered"] == "shelling a pumping station at Sadakhlo"


def test_a_denial_answers_an_accusation_of_its_own_wire(store: pyoxigraph.Store) -> None:
    (found,) = answers(store, "denials", accuser="country/ge")
    assert (found["denier"], found["answered_article"]) == ("Armenia", "tass-903")


def test_an_accusation_stands_beside_its_denial_or_alone(store: pyoxigraph.Store) -> None:
    found = {
        row["act"]: row.get("denial") for row in answers(store, "accusations-and-denials", who="person/nino-kapeladze")
    }
    assert found == {
        "has drained the Debed for three weeks": None,
        "shelling a pumping station at Sadakhlo": "had shelled the station at Sadakhlo",
    }


def test_a_promise_stands_beside_what_is_said_to_have_broken_it(quarrel: pyoxigraph.Store) -> None:
    found = answers(quarrel, "promises-and-breaches", who="country/UY", agreement=DEAL)
    assert {row["promise"] for row in found} == {"let the ferries dock at night"}
    assert {(row["breach"], row.get("alleged_by"), row["because"]) for row in found} == {
        (
            "had violated the Colonia accord by turning ferries away",
            "Paraguay",
            "the accused undertook it: Uruguay; words in common: ferries",
        ),
        ("the Colonia accord", None, "a later step of the same commitment"),
    }
    assert answers(quarrel, "promises-and-breaches", who="country/PY") == []


def test_a_commitment_has_its_history(quarrel: pyoxigraph.Store) -> None:
    found = answers(quarrel, "commitment-history", who="country/UY", agreement=DEAL)
    assert [(row["commitment"], row["date"], row["status"], row["article"]) for row in found] == [
        ("let the ferries dock at night", "2031-05-02", "pledged", "charge"),
        ("let the ferries dock at night", "2031-05-10", "violated", "breach"),
        ("let the ferries dock at night", "2031-05-20", "fulfilled", "kept"),
    ]
    assert found[1]["because"] == "the same party: Uruguay; under the same agreement: Colonia accord"
    assert answers(quarrel, "commitment-history", agreement="another") == []


def test_a_joint_step_is_told_in_the_history_of_each_party() -> None:
    view = stored([joint_pledge(), joint_breach()]).view()
    found = view.select(filled(questions()["commitment-history"], {})).rows
    assert [(row[0], row[2], row[3]) for row in found] == [
        ("patrol the harbor of Colonia together", status, party)
        for party in ("Paraguay", "Uruguay")
        for status in ("agreed", "violated")
    ]


def joint_pledge() -> Wire:
    sentence = "Uruguay and Paraguay agreed to patrol the harbor of Colonia together."
    return Wire("joint", 1).undertook(sentence, "Uruguay, Paraguay", "patrol the harbor of Colonia together", "agreed")


def joint_breach() -> Wire:
    sentence = "Uruguay and Paraguay failed to patrol the harbor of Colonia."
    return Wire("later", 9).undertook(sentence, "Uruguay, Paraguay", "patrol the harbor of Colonia", "violated")


def test_claims_that_contradict_each_other_stand_side_by_side(quarrel: pyoxigraph.Store) -> None:
    found = answers(quarrel, "contradictions")
    assert [(row["actor"], row["relation"], row["other"], row["other_article"]) for row in found] == [
        ("Pilot Union", "contradicts", "Nilda Recalde", "breach"),
        ("Braulio Ansina", "denies", "Edelmira Yegros", "charge"),
    ]
    assert found[0]["because"] == "words in common: old, lighthouse, Colonia, repaired, April; 2 days later"
    assert [row["actor"] for row in answers(quarrel, "contradictions", who="person/nilda-recalde")] == ["Pilot Union"]


def test_a_denial_within_a_wire_is_a_contradiction_too(store: pyoxigraph.Store) -> None:
    found = answers(store, "contradictions", who="country/ge")
    assert {(row["actor"], row["other"], row["because"]) for row in found} == {("Armenia", "Georgia", "in one wire")}


def test_a_counter_accusation_stands_beside_what_it_answers(quarrel: pyoxigraph.Store) -> None:
    (found,) = answers(quarrel, "counter-accusations", who="person/braulio-ansina")
    assert (found["act"], found["answered"], found["answered_article"]) == (
        "sending ships without lights",
        "Edelmira Yegros",
        "charge",
    )
    assert answers(quarrel, "counter-accusations", whom="person/braulio-ansina") == []


def test_a_commitment_says_to_whom_and_under_what(store: pyoxigraph.Store) -> None:
    (found,) = answers(store, "committed-by", agreement="debed-accord", status="pledged")
    assert (found["party"], found["counterpart"], found["under"]) == ("Armenia", "Georgia", "Debed Accord")


def test_two_actors_are_heard_both_ways(store: pyoxigraph.Store) -> None:
    found = answers(store, "between", one="country/am", other="country/ge")
    assert [(row["actor"], row["verb"]) for row in found] == [("Armenia", "commits to"), ("Georgia", "accuses")]
    assert answers(store, "between", one="country/ge", other="country/am") == found


def test_the_most_accused_come_first(store: pyoxigraph.Store) -> None:
    first, second = answers(store, "most-accused")
    assert (first["accused"], first["accusations"], first["accusers"], first["articles"]) == ("Armenia", "3", "2", "2")
    assert second["accusations"] == "1"


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2031-03-04", "2031-03-04", {"2031-03-04"}),
        ("2031-04-20", None, {"2031-04"}),  # a fact of April may be of the 20th
        (None, "2031-01", {"2031-01-09"}),
        ("2032", None, set()),
    ],
)
def test_a_time_takes_in_what_may_lie_in_it(
    store: pyoxigraph.Store, since: str | None, until: str | None, days: set[str]
) -> None:
    limits = {key: value for key, value in (("since", since), ("until", until)) if value}
    assert {row["date"] for row in answers(store, "timeline", **limits)} == days


@pytest.mark.parametrize(
    ("question", "values", "found"),
    [
        ("said-by", {"agency": "afp", "who": "person/nino-lomadze"}, 1),
        ("said-by", {"text": "COURT"}, 1),
        ("said-by", {"place": "ge/tbilisi"}, 2),
        ("said-by", {"confidence": "0.95"}, 2),
        ("said-about", {"whom": "country/am"}, 1),
        ("said-between", {"since": "2031-03-03", "until": "2031-03-03"}, 2),
        ("statements-at", {"country": "am"}, 2),
        ("actors-at", {"place": "ge/sadakhlo"}, 2),
        ("who-holds-role", {"role": "minister"}, 2),
        ("articles", {"text": "sluices"}, 1),
        ("under-agreement", {"agreement": "debed-accord"}, 2),
    ],
)
def test_parameters_narrow_an_answer(
    store: pyoxigraph.Store, question: str, values: dict[str, str], found: int
) -> None:
    assert len(answers(store, question, **values)) == found


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "queries").rglob("*.rq")), ids=lambda path: path.stem
)
def test_no_query_asks_for_what_names_itself(path: Path) -> None:
    assert not re.search(r"(\?\w+) dl:\w+ \1\b", path.read_text(encoding="utf-8"))
