"""Statements: speaker, content, form, whom one speaks for and whom one speaks about."""

from pathlib import Path

from kg.facts.statements.fact import Statement
from kg.model import Mention
from tests.parses import parses

PARSES = parses(Path(__file__).parent.with_name("facts.conllu"))
DAHL = "Foreign Ministry Spokeswoman Ingrid Dahl said that Denmark had closed the strait."
NOTE = "Denmark sent a note to the Foreign Ministry."
ADDED = "She added that the ice was thick."


def statements(text: str) -> tuple[list[Statement], dict[str, str]]:
    found = PARSES.findings(text)
    names = {actor.id: actor.name for actor in found.actors}
    return [fact for fact in found.facts if isinstance(fact, Statement)], names


def named(mentions: tuple[Mention, ...], names: dict[str, str]) -> list[str]:
    return [names[m.entity] for m in mentions]


def test_a_statement_has_its_speaker_words_cue_and_form() -> None:
    (fact,), names = statements(DAHL)
    assert named(fact.speaker, names) == ["Ingrid Dahl"]
    assert (fact.content.text, fact.form) == ("Denmark had closed the strait", "indirect")
    assert fact.cue is not None
    assert fact.cue.text == "said"


def test_a_spokeswoman_speaks_on_behalf_of_her_office() -> None:
    (fact,), names = statements(f"{DAHL} {NOTE}")
    assert named(fact.on_behalf_of, names) == ["Foreign Ministry"]


def test_who_has_no_office_speaks_for_nobody_else() -> None:
    (fact,), _ = statements('"The ice is thick," Brekke said.')
    assert (fact.on_behalf_of, fact.form) == ((), "direct")


def test_whom_the_words_name_is_what_they_are_about() -> None:
    (fact,), names = statements(DAHL)
    assert named(fact.about, names) == ["Denmark"]


def test_two_who_speak_together_are_both_speakers() -> None:
    (fact,), names = statements("Norway and Denmark said that the ice was thick.")
    assert named(fact.speaker, names) == ["Norway", "Denmark"]


def test_a_speaker_known_by_a_pronoun_is_less_sure() -> None:
    (sure, less), names = statements(f"{DAHL} {ADDED}")
    assert named(less.speaker, names) == ["Ingrid Dahl"]
    assert less.confidence < sure.confidence


def test_words_whose_speaker_nobody_can_name_are_no_statement() -> None:
    assert statements(ADDED)[0] == []


def test_two_verbs_of_one_speaker_for_one_content_are_one() -> None:
    found = parses(Path(__file__).parents[2] / "language" / "attribution.conllu").findings(
        "Hovland said she regards the ferry as safe."
    )
    assert [fact.content.text for fact in found.facts] == ["she regards the ferry as safe"]
