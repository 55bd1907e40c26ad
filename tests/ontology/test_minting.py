"""IRIs made from ids."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from ontology.minting import (
    ARTICLE,
    actor_iri,
    agreement_iri,
    article_id,
    article_iri,
    geonames_iri,
    location_iri,
    part_iri,
    public_id,
)

anything = st.text(st.characters(exclude_categories=[]), min_size=1, max_size=30)  # lone surrogates too


@settings(deadline=None)
@given(anything)
def test_an_articles_iri_gives_its_id_back(article: str) -> None:
    assert article_id(article_iri(article)) == article


@settings(deadline=None)
@given(anything)
def test_a_parts_iri_gives_its_articles_id_back(article: str) -> None:
    assert article_id(part_iri(article, "statement/10-20")) == article


@settings(deadline=None)
@given(anything)
def test_any_id_makes_an_iri_of_plain_letters_that_the_store_takes(article: str) -> None:
    iri = article_iri(article)
    assert iri.isascii()
    assert NamedNode(iri).value == str(iri)


@settings(deadline=None)
@given(anything, anything)
def test_two_ids_never_share_an_iri(one: str, other: str) -> None:
    assume(one != other)
    assert article_iri(one) != article_iri(other)


@settings(deadline=None)
@given(anything, anything)
def test_no_article_has_the_iri_of_a_part_of_another(one: str, other: str) -> None:
    assert article_iri(one) != part_iri(other, "A1")


def test_a_slash_in_an_id_is_no_step_down() -> None:
    assert str(article_iri("2020/02/tass 7")) == f"{ARTICLE}2020%2F02%2Ftass%207"


def test_the_public_id_is_what_an_iri_does_not_share_with_its_like() -> None:
    assert public_id(actor_iri("person/anton-veremey")) == "person/anton-veremey"
    assert public_id(location_iri("minsk")) == "minsk"
    assert public_id(agreement_iri("orsha-accord")) == "orsha-accord"
    assert public_id(part_iri("tass-7", "A1")) == "tass-7/A1"
    assert public_id(str(geonames_iri(625144))) == "https://sws.geonames.org/625144/"
