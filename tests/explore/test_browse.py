"""Lists and single things: their shapes, their filters, and pages that stay put."""

from typing import Any

import pytest
from rdflib import URIRef

from kg.errors import AmbiguousName, BadParameter, NotFound
from kg.explore.browse import item, list_items, lists
from kg.facts.discovery import kinds
from kg.graph.mapping import quads
from kg.graph.store import GraphView, Store, open_store
from kg.model import Findings
from ontology.minting import IDENTITIES
from tests.dispute import filled

AWKWARD = "desk/night 1%.txt"
UNTOLD = {"demands", "threats"}  # of these the wires of the dispute tell none


@pytest.fixture(scope="module")
def view() -> GraphView:
    return filled(open_store("memory:")).view()


def ids(page: dict[str, Any]) -> list[str]:
    return [thing["id"] for thing in page["items"]]


def test_there_is_a_list_for_each_kind_of_fact() -> None:
    assert {kind.plural for kind in kinds()} | {"articles", "actors", "locations"} <= set(lists())


def test_a_fact_has_its_evidence_and_its_roles(view: GraphView) -> None:
    assert item(view, "commitments", "afp-17/commitment/208-221") == {
        "id": "afp-17/commitment/208-221",
        "kind": "commitment",
        "article": "afp-17",
        "date": "2031-03-04",
        "dateBasis": "dateline",
        "place": {"id": "am/yerevan", "name": "Yerevan"},
        "placeBasis": "dateline",
        "channel": None,
        "toldTo": [],
        "within": None,
        "party": [{"id": "country/am", "name": "Armenia"}],
        "act": "release water",
        "status": "pledged",
        "counterpart": [{"id": "country/ge", "name": "Georgia"}],
        "under": {"id": "debed-accord", "name": "Debed Accord"},
        "deadline": None,
        "condition": None,
        "cue": "pledged",
        "confidence": 0.8,
        "finder": "commitments/1",
        "evidence": {
            "article": "afp-17",
            "start": 178,
            "end": 306,
            "exact": "Armenia pledged to Georgia to release water under the Debed Accord, Sarvanian said, according to "
            "Nino Lomadze, a Georgian envoy.",
        },
        "links": [],
    }


def test_a_fact_says_what_it_is_linked_to_and_why(view: GraphView) -> None:
    basis = "about the same: Armenia; words in common: shelling, station, Sadakhlo; 1 day later"
    link = {"relation": "denies", "basis": basis}
    denial, charge = "afp-17/denial/140-175", "tass-901/accusation/220-258"
    to, since = "shelling a pumping station at Sadakhlo", "had shelled the station at Sadakhlo"
    assert item(view, "facts", denial)["links"] == [{**link, "direction": "to", "id": charge, "name": to}]
    assert item(view, "facts", charge)["links"] == [{**link, "direction": "from", "id": denial, "name": since}]


def test_a_tie_within_one_wire_is_a_link_like_others(view: GraphView) -> None:
    (link,) = item(view, "facts", "tass-903/accusation/94-146")["links"]
    assert (link["relation"], link["direction"], link["basis"]) == ("denies", "from", "in one wire")


def test_a_role_that_may_be_many_is_a_list_even_of_none(view: GraphView) -> None:
    fact = item(view, "accusations", "tass-903/accusation/240-266")
    assert (fact["accuser"], fact["accused"]) == ([], [{"id": "person/tass-903/A3", "name": "engineer"}])


def test_a_denial_names_the_accusation_it_answers_in_its_own_wire_or_another(view: GraphView) -> None:
    answered = [fact["denies"] for fact in list_items(view, "denials")["items"]]
    assert answered == [
        [{"id": "tass-903/accusation/94-146", "name": "had violated the Debed Accord by closing the sluices"}],
        [{"id": "tass-901/accusation/220-258", "name": "shelling a pumping station at Sadakhlo"}],
    ]


def test_an_article_has_its_text_and_the_spans_of_its_facts(view: GraphView) -> None:
    article = item(view, "articles", "tass-901")
    assert [fact["kind"] for fact in article["facts"]] == ["accusation", "statement", "accusation", "statement"]
    for fact in article["facts"]:
        for span in [fact["evidence"], *fact["spans"]]:
            assert article["text"][span["start"] : span["end"]] == span["exact"]
    assert {span["role"] for span in article["facts"][0]["spans"]} == {"accuser", "accused", "act", "cue"}


def test_an_actor_is_described_across_wires(view: GraphView) -> None:
    assert item(view, "actors", "person/nino-kapeladze") == {
        "id": "person/nino-kapeladze",
        "name": "Nino Kapeladze",
        "type": "person",
        "country": "GE",
        "aliases": ["Georgian Environment Minister Nino Kapeladze", "Kapeladze", "Nino"],
        "roles": ["Georgian Environment Minister"],
    }


def test_a_place_has_coordinates_where_they_are_known(view: GraphView) -> None:
    assert item(view, "locations", "am/yerevan")["geonames"] == 616052
    assert item(view, "locations", "am/yerevan")["latitude"] == 40.18111
    assert item(view, "locations", "ge/sadakhlo")["latitude"] is None


@pytest.mark.parametrize("id_", [AWKWARD, "desk%2Fnight%201%25.txt"])
def test_an_article_is_found_by_an_id_as_given_or_as_encoded(view: GraphView, id_: str) -> None:
    assert item(view, "articles", id_)["id"] == AWKWARD


@pytest.mark.parametrize("id_", [f"{AWKWARD}/statement/99-113", "desk%2Fnight%201%25.txt/statement/99-113"])
def test_a_fact_of_an_awkward_article_is_found(view: GraphView, id_: str) -> None:
    assert item(view, "statements", id_)["evidence"]["article"] == AWKWARD


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("articles", "nope"),
        ("articles", "\ud800"),
        ("denials", "tass-901/statement/83-128"),  # of another kind
        ("statements", "tass-901"),
        ("actors", "ge/tbilisi"),
        ("locations", "country/am"),
        ("actors", "100%"),
    ],
)
def test_what_is_not_there_is_not_found(view: GraphView, name: str, id_: str) -> None:
    with pytest.raises(NotFound):
        item(view, name, id_)


@pytest.mark.parametrize("name", list(lists()))
def test_pages_give_everything_once_and_in_order(view: GraphView, name: str) -> None:
    whole = ids(list_items(view, name, limit=500))
    assert len(set(whole)) == len(whole)
    assert whole or name in UNTOLD
    paged: list[str] = []
    cursor = None
    while True:
        page = list_items(view, name, limit=1, cursor=cursor)
        paged += ids(page)
        cursor = page["next"]
        if cursor is None:
            break
    assert paged == whole


def test_facts_come_newest_first_and_then_in_the_order_of_the_text(view: GraphView) -> None:
    assert ids(list_items(view, "statements")) == [
        "afp-17/statement/178-244",
        "tass-901/statement/83-128",
        "tass-901/statement/275-302",
        "desk%2Fnight%201%25.txt/statement/99-113",
    ]


@pytest.mark.parametrize(
    ("name", "filters", "found"),
    [
        ("accusations", {"accuser": "Georgia"}, ["tass-903/accusation/94-146"]),
        ("accusations", {"actor": "Georgia", "accused": "Armenia"}, ["tass-903/accusation/94-146"]),
        ("accusations", {"place": "Sadakhlo"}, ["tass-901/accusation/220-258"]),
        ("accusations", {"eventPlace": "Sadakhlo"}, ["tass-901/accusation/220-258"]),
        ("accusations", {"confidence": "0.87"}, ["tass-903/accusation/94-146"]),
        ("commitments", {"status": "violated"}, ["tass-903/commitment/127-146"]),
        ("commitments", {"under": "Debed Accord", "counterpart": "Georgia"}, ["afp-17/commitment/208-221"]),
        ("denials", {"agency": "afp"}, ["afp-17/denial/140-175"]),
        ("denials", {"denier": "Armenia", "cleared": "Armenia"}, ["tass-903/denial/172-183"]),
        ("statements", {"form": "direct", "speaker": "Nino Kapeladze"}, ["tass-901/statement/275-302"]),
        ("statements", {"onBehalfOf": "Armenia"}, ["afp-17/statement/178-244"]),
        ("statements", {"actor": "Georgia"}, ["afp-17/statement/178-244"]),
        ("articles", {"agency": "AFP"}, ["afp-17"]),
        ("articles", {"confidence": "0.96"}, [AWKWARD]),
        ("articles", {"place": "Sadakhlo"}, ["tass-901"]),
        ("articles", {"actor": "Nino Lomadze", "agency": "ap"}, [AWKWARD]),
        ("articles", {"q": "SLUICES"}, ["tass-903"]),
        ("articles", {"since": "2031-03-04"}, ["afp-17"]),
        ("actors", {"q": "nino", "type": "person"}, ["person/nino-kapeladze", "person/nino-lomadze"]),
        ("actors", {"country": "am"}, ["country/am", "person/tigran-sarvanian"]),
        ("actors", {"place": "Sadakhlo"}, ["country/am", "person/nino-kapeladze"]),
        ("actors", {"agency": "AP"}, ["person/nino-lomadze"]),
        ("locations", {"actor": "Nino Kapeladze"}, ["ge/sadakhlo", "ge/tbilisi"]),
        ("locations", {"until": "2031-02"}, ["de/erfurt"]),
        ("locations", {"q": "bil"}, ["ge/tbilisi"]),
    ],
)
def test_filters_narrow_a_list(view: GraphView, name: str, filters: dict[str, str], found: list[str]) -> None:
    assert ids(list_items(view, name, filters)) == found


@pytest.mark.parametrize(
    ("filters", "named"),
    [({"colour": "red"}, "colour"), ({"since": "x"}, "since"), ({"confidence": "x"}, "confidence")],
)
def test_a_bad_filter_is_named(view: GraphView, filters: dict[str, str], named: str) -> None:
    with pytest.raises(BadParameter) as raised:
        list_items(view, "statements", filters)
    assert raised.value.name == named


def test_an_ambiguous_actor_is_no_filter(view: GraphView) -> None:
    with pytest.raises(AmbiguousName):
        list_items(view, "statements", {"actor": "Nino"})


@pytest.mark.parametrize("cursor", ["", "x", "WyJhIl0", "bnVsbA", "é"])
def test_a_cursor_of_our_own_making_alone_is_taken(view: GraphView, cursor: str) -> None:
    with pytest.raises(BadParameter, match="cursor"):
        list_items(view, "statements", cursor=cursor)


def test_a_page_that_was_cut_short_goes_on_where_it_ends(view: GraphView) -> None:
    whole = ids(list_items(view, "statements"))
    first = list_items(view, "statements", select=lambda view, query: view.select(query, 2))
    rest = list_items(view, "statements", cursor=first["next"])
    assert len(ids(first)) == 2
    assert ids(first) + ids(rest) == whole


def test_before_it_is_known_across_wires_an_actor_goes_by_its_own_wire(findings: Findings) -> None:
    store: Store = open_store("memory:")
    with store.writer() as writer:
        writer.replace(findings.article.id, quads(findings, "by hand"))
        writer.replace_graph(URIRef(IDENTITIES), [])
    (fact,) = list_items(store.view(), "accusations")["items"]
    assert fact["accuser"] == [{"id": "orsha/A2", "name": "Olga Lapko"}]
