"""Commitments: who undertakes what, to whom, under which agreement, and what became of it."""

from pathlib import Path

import pytest

from kg.facts.commitments.fact import Commitment
from kg.facts.commitments.words import words
from tests.parses import Wire, parses

PARSES = parses(Path(__file__).with_name("commitments.conllu"))
ARRIVED = "Norwegian Foreign Minister Astrid Hovland arrived."


def commitments(text: str) -> list[Commitment]:
    return [fact for fact in PARSES.findings(text).facts if isinstance(fact, Commitment)]


def told(text: str) -> list[tuple[str, str, str]]:
    """Commitments as (who, what, how it stands), with names for whoever a pronoun is."""
    names = {actor.id: actor.name for actor in PARSES.findings(text).actors}
    return [("+".join(names[m.entity] for m in f.party), f.act.text, f.status) for f in commitments(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway pledged to repair the quay.", ("Norway", "repair the quay", "pledged")),
        ("Norway promised Denmark to open the strait.", ("Norway", "open the strait", "pledged")),
        ("Norway made a commitment to open the strait.", ("Norway", "open the strait", "pledged")),
        ("Norway announced a ceasefire.", ("Norway", "a ceasefire", "pledged")),
        ("Norway agreed with Denmark to open the strait.", ("Norway+Denmark", "open the strait", "agreed")),
        (
            "Norway and Denmark signed an agreement to open the strait.",
            ("Norway+Denmark", "open the strait", "agreed"),
        ),
        ("Norway adhered to the Skagen memorandum.", ("Norway", "the Skagen memorandum", "fulfilled")),
        ("Denmark violated the Skagen memorandum.", ("Denmark", "the Skagen memorandum", "violated")),
        ("The Skagen memorandum was violated by Denmark.", ("Denmark", "The Skagen memorandum", "violated")),
        ("Under the Skagen memorandum, Norway must repair the quay.", ("Norway", "must repair the quay", "obliged")),
        ("Under the Skagen memorandum, Norway repaired the quay.", ("Norway", "repaired the quay", "fulfilled")),
        ("Norway accepted the terms of the ceasefire.", ("Norway", "the terms of the ceasefire", "agreed")),
        ("A ceasefire declared by Norway began.", ("Norway", "A ceasefire", "pledged")),
        ("A ceasefire was reached between Norway and Denmark.", ("Norway+Denmark", "A ceasefire", "agreed")),
        (
            "The deal between Norway and Denmark to open the strait is short.",
            ("Norway+Denmark", "open the strait", "agreed"),
        ),
        ("The Skagen memorandum obliges Norway to repair the quay.", ("Norway", "repair the quay", "obliged")),
        ("Norway is obliged to repair the quay.", ("Norway", "repair the quay", "obliged")),
        ("Norway is contributing 4 million kroner to the quay.", ("Norway", "4 million kroner", "pledged")),
        ("Norway did not honor the Skagen memorandum.", ("Norway", "the Skagen memorandum", "violated")),
        ("Norway failed to keep its promise to open the strait.", ("Norway", "open the strait", "violated")),
        (
            "Norway held back fish in breach of the Skagen memorandum.",
            ("Norway", "the Skagen memorandum", "violated"),
        ),
        (
            "Norway suspended its participation in the Skagen memorandum.",
            ("Norway", "its participation in the Skagen memorandum", "suspended"),
        ),
        ("Denmark put the Skagen memorandum on hold.", ("Denmark", "the Skagen memorandum", "suspended")),
        ("Norway withdrew from the Skagen memorandum.", ("Norway", "the Skagen memorandum", "suspended")),
        (  # who accuses breaks nothing
            "Denmark accused Norway of failing to honor the Skagen memorandum.",
            ("Norway", "the Skagen memorandum", "violated"),
        ),
    ],
)
def test_an_undertaking_is_pledged_agreed_due_kept_or_broken(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Denmark reaffirmed Norway's commitment to open the strait.", ("Norway", "open the strait", "pledged")),
        (
            "Norway received guarantees from Denmark that the strait would stay open.",
            ("Denmark", "the strait would stay open", "pledged"),
        ),
    ],
)
def test_a_word_is_that_of_whoever_gave_it(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_the_sides_are_those_whom_the_wire_names_for_the_agreement() -> None:
    text = (
        "Norway and Denmark signed the Skagen memorandum. "
        "Under the Skagen memorandum, the sides undertook certain commitments."
    )
    assert told(text)[1] == ("Norway+Denmark", "certain commitments", "obliged")


def test_what_an_agreement_provides_for_binds_its_parties() -> None:
    text = "Norway and Denmark signed the Skagen memorandum. The Skagen memorandum provides for the repair of the quay."
    assert told(text)[1] == ("Norway+Denmark", "the repair of the quay", "agreed")


def test_the_day_by_which_it_is_to_be_done_is_its_deadline() -> None:
    text = "Norway pledged to repair the quay by the end of May."
    (fact,) = commitments(text)
    assert fact.deadline is not None
    assert (fact.deadline.value, text[slice(*fact.deadline.span)]) == ("2031-05", "by the end of May")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Norway promised to open the strait if Denmark repairs the quay.", "if Denmark repairs the quay"),
        (
            "Norway agreed to open the strait on condition that Denmark repairs the quay.",
            "on condition that Denmark repairs the quay",
        ),
        (
            "Norway pledged to repair the quay, provided that Denmark opens the strait.",
            "provided that Denmark opens the strait",
        ),
    ],
)
def test_what_it_depends_on_is_its_condition(text: str, condition: str) -> None:
    (fact,) = commitments(text)
    assert fact.condition is not None
    assert fact.condition.text == condition


def test_what_is_promised_outright_has_neither_deadline_nor_condition() -> None:
    (fact,) = commitments("Norway pledged to repair the quay.")
    assert (fact.deadline, fact.condition) == (None, None)


def test_whom_a_promise_is_made_to_is_its_counterpart() -> None:
    (fact,) = commitments("Norway promised Denmark to open the strait.")
    assert [m.text for m in fact.counterpart] == ["Denmark"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway adhered to the Skagen memorandum.",
        "Denmark violated the Skagen memorandum.",
        "Under the Skagen memorandum, Norway must repair the quay.",
        "Norway made a commitment under the Skagen memorandum to open the strait.",
    ],
)
def test_the_agreement_that_one_is_bound_by_is_named(text: str) -> None:
    (fact,) = commitments(text)
    assert fact.under is not None
    assert fact.under.text == "Skagen memorandum"


def test_a_commitment_of_one_side_under_an_agreement_is_a_duty() -> None:
    (fact,) = commitments("Norway made a commitment under the Skagen memorandum to open the strait.")
    assert ([m.text for m in fact.party], fact.status) == (["Norway"], "obliged")


def test_what_one_is_committed_to_under_an_agreement_is_the_deed() -> None:
    (fact,) = commitments("Norway made a commitment under the Skagen memorandum to open the strait.")
    assert fact.act.text == "open the strait"


def test_will_about_ones_own_side_is_an_assurance() -> None:
    assert told(f"{ARRIVED} Hovland said that Norway will help Denmark.") == [("Norway", "help Denmark", "pledged")]


def test_we_will_is_an_assurance_of_the_country_that_speaks() -> None:
    text = f'{ARRIVED} "We will support Denmark," Hovland said.'
    assert told(text) == [("Norway", "support Denmark", "pledged")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ARRIVED} The government will help Denmark, Hovland said.", "government"),
        ("Nordfisk Director Astrid Brekke arrived. Brekke said that Nordfisk will help Denmark.", "Nordfisk"),
    ],
)
def test_an_official_speaks_for_the_government_and_for_the_body_in_the_title(text: str, expected: str) -> None:
    assert told(text) == [(expected, "help Denmark", "pledged")]


def test_will_about_what_others_get_is_an_assurance() -> None:
    text = f"{ARRIVED} Hovland said that Norway will send ships to Denmark."
    (fact,) = commitments(text)
    assert (fact.act.text, [m.text for m in fact.counterpart]) == ("send ships to Denmark", ["Denmark"])


def test_what_will_not_be_done_to_others_is_an_assurance() -> None:
    text = f'{ARRIVED} "We will not abandon Denmark," Hovland said.'
    assert told(text) == [("Norway", "not abandon Denmark", "pledged")]


def test_a_headline_lists_countries_with_commas() -> None:
    found = PARSES.findings(Wire(headline="Norway, Denmark agree on a ceasefire")).facts
    (fact,) = (f for f in found if isinstance(f, Commitment))
    assert (fact.act.text, [m.text for m in fact.party]) == ("a ceasefire", ["Norway", "Denmark"])


def test_a_headline_promises_with_an_infinitive() -> None:
    found = PARSES.findings(Wire(headline="Norway to provide Denmark with ships")).facts
    (fact,) = (f for f in found if isinstance(f, Commitment))
    assert (fact.act.text, [m.text for m in fact.party]) == ("provide Denmark with ships", ["Norway"])
    assert [m.text for m in fact.counterpart] == ["Denmark"]


@pytest.mark.parametrize(
    "text",
    [
        f"{ARRIVED} Hovland said that Denmark will help Norway.",  # will, but of another side
        f"{ARRIVED} Hovland said that Norway will send ships north.",  # a plan
        f"{ARRIVED} Hovland said that Norway will withdraw ships unless Denmark leaves.",  # a threat
        "Norway and Denmark agree that the quay is old.",
        "A chance arose for reaching an agreement between Norway and Denmark.",
        "Norway will sign the Skagen memorandum.",
        "Norway committed a crime.",
        "Norway swears that the quay is old.",
        "Norway undertook a reform of the port.",
        "Denmark denied that it violated the Skagen memorandum.",
        "Norway observed Denmark's commitment to open the strait.",
        "Norway refused to repair the quay.",
        "Norway did not pledge to repair the quay.",
        "Norway may pledge to repair the quay.",
        "Norway will leave if Denmark pledges to repair the quay.",
        "Norway plans to repair the quay.",
        "Norway did not violate the Skagen memorandum.",
    ],
)
def test_what_nobody_undertakes_is_no_commitment(text: str) -> None:
    assert commitments(text) == []


def test_a_commitment_is_told_once_and_its_words_stand_in_the_text() -> None:
    for text in PARSES.sentences:
        found = commitments(text)
        assert len(found) <= 1
        for fact in found:
            assert text[fact.act.start : fact.act.end] == fact.act.text
            assert not {m.entity for m in fact.party} & {m.entity for m in fact.counterpart}


def test_each_verb_has_one_fate() -> None:
    fates = [words()[fate] for fate in ("keep", "deliver", "break", "suspend")]
    assert sum(map(len, fates)) == len(frozenset().union(*fates))
    assert not words()["pledge"] & words()["agree"]
