"""IRIs made from ids: the same input gives the same IRI, and every IRI gives its id back."""

from functools import lru_cache
from urllib.parse import quote, unquote

from rdflib import URIRef

BASE = "https://w3id.org/dateline/"
ARTICLE, ACTOR, LOCATION, AGREEMENT = (f"{BASE}{room}/" for room in ("article", "actor", "location", "agreement"))
IDENTITIES = URIRef(f"{BASE}graph/identities")  # who is who across wires
LINKS = URIRef(f"{BASE}graph/links")  # between facts, mostly of different wires
LINK = f"{BASE}link/"
GEONAMES = "https://sws.geonames.org/"


def encoded(name: str) -> str:
    """A name as one segment of an IRI. Any string has one, half characters (lone surrogates) too."""
    return quote(name, safe="", errors="surrogatepass")


@lru_cache(maxsize=64)  # every part of an article asks for it
def article_iri(article: str) -> URIRef:
    """An article, and the graph that holds what it tells."""
    return URIRef(ARTICLE + encoded(article))


def part_iri(article: str, local: str) -> URIRef:
    """A fact ("statement/102-180") or entity ("A1") of one article."""
    return URIRef(f"{article_iri(article)}/{local}")


def actor_iri(actor: str) -> URIRef:
    """An actor across wires, by its id: "person/recep-tayyip-erdogan"."""
    return URIRef(ACTOR + quote(actor))


def location_iri(location: str) -> URIRef:
    """A location across wires, by its id."""
    return URIRef(LOCATION + quote(location))


def agreement_iri(agreement: str) -> URIRef:
    """An agreement across wires, by its id."""
    return URIRef(AGREEMENT + quote(agreement))


def geonames_iri(number: int) -> URIRef:
    """A place in GeoNames."""
    return URIRef(f"{GEONAMES}{number}/")


def link_iri(source: str, relation: str, target: str) -> URIRef:
    """A link between two facts, or a fact and an agreement, given by their IRIs."""
    return URIRef(f"{LINK}{relation}/{public_id(source)}/{public_id(target)}")


def article_id(iri: str) -> str:
    """The id of the article that an article's, fact's or local entity's IRI belongs to."""
    return unquote(iri.removeprefix(ARTICLE).split("/", 1)[0], errors="surrogatepass")


def public_id(iri: str) -> str:
    """How the API and the command line name what an IRI stands for: the IRI without what all of its sort share."""
    for prefix in (ARTICLE, ACTOR, LOCATION, AGREEMENT):
        if iri.startswith(prefix):
            return iri.removeprefix(prefix)
    return iri
