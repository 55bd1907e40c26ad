"""A network as a GEXF 1.3 file that Gephi opens as a picture: typed, weighted, dated edges with their evidence."""

import math
import re
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from lxml import etree

from kg.errors import BadParameter
from kg.explore.layout import Position, positions
from kg.explore.network import Network, Node, Tie, first_day, last_day

Colour = tuple[int, int, int]
Attribute = str | int | float | None
Writer = Any  # lxml.etree.xmlfile gives it, and has no public name for its type

GEXF = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"

TYPE_COLOURS: Mapping[str, Colour] = {
    "person": (76, 120, 168),
    "organization": (228, 146, 42),
    "country": (84, 162, 75),
    "group": (157, 117, 170),
}
KIND_COLOURS: Mapping[str, Colour] = {
    "accuses": (200, 52, 62),
    "clears": (27, 153, 139),
    "commits to": (52, 98, 190),
    "speaks of": (178, 178, 178),
}
SPARE_COLOURS: tuple[Colour, ...] = ((140, 86, 75), (227, 119, 194), (188, 160, 34), (23, 140, 170))  # kinds to come

UNKNOWN_COLOUR: Colour = (150, 150, 150)

NODE_COLUMNS = {
    "type": "string",
    "country": "string",
    "facts": "integer",
    "first_date": "string",
    "last_date": "string",
}
EDGE_COLUMNS = {
    "facts": "integer",
    "confidence": "double",
    "first_date": "string",
    "last_date": "string",
    "sentence": "string",  # the clearest
    "places": "string",
    "articles": "string",
    "urls": "string",
    "fact_ids": "string",
}
SEPARATOR = " | "

# What XML 1.0 cannot hold, were it escaped ever so well.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_gexf(network: Network, target: str | Path | IO[bytes], *, isolates: bool = True) -> None:
    """Writes the network as GEXF, one edge for each source, target and kind; the same network gives the same bytes.

    A file appears whole or not at all. Without `isolates`, actors that are tied to nobody are left out. Raises
    BadParameter where a file cannot be written.
    """
    if not isinstance(target, str | Path):
        _write(network, target, isolates)
        return
    path = Path(target)
    try:
        _write_file(network, path, isolates)
    except OSError as error:
        raise BadParameter("file", f"{path} cannot be written: {error.strerror}") from error


def _write_file(network: Network, path: Path, isolates: bool) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        unfinished = Path(file.name)
        try:
            _write(network, file, isolates)
        except BaseException:
            unfinished.unlink()
            raise
    unfinished.chmod(0o644)  # a temporary file is its owner's alone
    unfinished.replace(path)


def _write(network: Network, stream: IO[bytes], isolates: bool) -> None:
    ties = list(network.ties())
    partners = Counter(
        actor for actor, _ in {pair for t in ties for pair in ((t.source, t.target), (t.target, t.source))}
    )
    nodes = [node for node in network.nodes.values() if isolates or partners[node.id]]
    places = positions(network)
    with etree.xmlfile(stream, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("gexf", nsmap={None: GEXF, "viz": VIZ}, version="1.3"):
            _write_meta(xml, network, nodes)
            # Days as spells of an interval: Gephi's timeline reads them, and networkx does too.
            time = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
            with xml.element("graph", defaultedgetype="directed", **time):
                _write_columns(xml, "node", NODE_COLUMNS)
                _write_columns(xml, "edge", EDGE_COLUMNS)
                with xml.element("nodes", count=str(len(nodes))):
                    for node in nodes:
                        _write_node(xml, node, partners[node.id], places[node.id])
                with xml.element("edges", count=str(len(ties))):
                    for tie in ties:
                        _write_edge(xml, tie)


def _write_meta(xml: Writer, network: Network, nodes: list[Node]) -> None:
    """What the file is, for whoever finds it later."""
    dates = sorted({edge.date for edge in network.edges if edge.date})
    when = f", {dates[0]} to {dates[-1]}" if dates else ""
    wires = len({edge.article for edge in network.edges})
    told = {
        "creator": "Dateline",
        "keywords": ", ".join(sorted({edge.kind for edge in network.edges})),
        "description": f"{len(nodes)} actors and {len(network.edges)} facts between them, from {wires} wires{when}. "
        "An edge says what somebody says or claims, not that it is so.",
    }
    with xml.element("meta"):
        for name, text in told.items():
            with xml.element(name):
                xml.write(written(text))


def _write_columns(xml: Writer, class_: str, columns: Mapping[str, str]) -> None:
    """The one block of attributes that a class may have: Gephi Lite reads only the last of several."""
    xml.write("\n")
    with xml.element("attributes", {"class": class_, "mode": "static"}):
        for name, type_ in columns.items():
            _write_leaf(xml, "attribute", id=name, title=name, type=type_)


def _write_node(xml: Writer, node: Node, partners: int, place: Position) -> None:
    first, last = _ends(node.dates)
    about = {"type": node.type, "country": node.country, "facts": node.facts, "first_date": first, "last_date": last}
    xml.write("\n")
    with xml.element("node", id=written(node.id), label=written(node.name)):
        _write_values(xml, about)
        _write_spells(xml, node.dates)
        _write_colour(xml, TYPE_COLOURS.get(node.type, UNKNOWN_COLOUR))
        _write_leaf(xml, f"{{{VIZ}}}position", x=str(place[0]), y=str(place[1]), z="0.0")
        _write_leaf(xml, f"{{{VIZ}}}size", value=str(round(8 + 5 * math.sqrt(partners), 1)))


def _write_edge(xml: Writer, tie: Tie) -> None:
    first, last = _ends(tie.dates)
    about: dict[str, Attribute] = {
        "facts": tie.weight,
        "confidence": max(edge.confidence for edge in tie.edges),
        "first_date": first,
        "last_date": last,
        "sentence": tie.edges[0].sentence,
        "places": _listed(edge.place for edge in tie.edges),
        "articles": _listed(edge.article for edge in tie.edges),
        "urls": _listed(edge.url for edge in tie.edges),
        "fact_ids": _listed(edge.fact for edge in tie.edges),
    }
    source, target = written(tie.source), written(tie.target)
    names = {"id": f"{source} {tie.kind} {target}", "source": source, "target": target}
    xml.write("\n")
    # `kind` makes parallel edges different edges for Gephi; those of one kind it would merge.
    with xml.element("edge", **names, kind=tie.kind, label=tie.kind, weight=str(tie.weight)):
        _write_values(xml, about)
        _write_spells(xml, tie.dates)
        _write_colour(xml, _kind_colour(tie.kind))


def _write_values(xml: Writer, values: Mapping[str, Attribute]) -> None:
    """The values of an element's columns; what is unknown is left out, not written as a word."""
    with xml.element("attvalues"):
        for column, value in values.items():
            text = "" if value is None else written(str(value))
            if text:
                _write_leaf(xml, "attvalue", **{"for": column, "value": text})


def _write_spells(xml: Writer, dates: Iterable[str]) -> None:
    """The days of an element."""
    days = list(spells(dates))
    if days:
        with xml.element("spells"):
            for start, end in days:
                _write_leaf(xml, "spell", start=start, end=end)


def _write_colour(xml: Writer, colour: Colour) -> None:
    red, green, blue = colour
    _write_leaf(xml, f"{{{VIZ}}}color", r=str(red), g=str(green), b=str(blue))


def _write_leaf(xml: Writer, name: str, **attributes: str) -> None:
    with xml.element(name, attributes):
        pass


def spells(dates: Iterable[str]) -> Iterator[tuple[str, str]]:
    """First and last day of each time that dates cover, in order and apart: Gephi drops spells that overlap."""
    reached = None
    begun = ""
    for start, end in sorted((first_day(date), last_day(date)) for date in dates):
        if reached is not None and start > reached:
            yield begun, reached.isoformat()
            reached = None
        if reached is None:
            begun, reached = start.isoformat(), end
        reached = max(reached, end)
    if reached is not None:
        yield begun, reached.isoformat()


def written(text: str) -> str:
    """A text as one line of what XML can hold."""
    return " ".join(_UNWRITABLE.sub(" ", text).split())


def _listed(values: Iterable[str | None]) -> str:
    """Each value once, in order of first sight."""
    return SEPARATOR.join(dict.fromkeys(value for value in values if value))


def _ends(dates: tuple[str, ...]) -> tuple[str | None, str | None]:
    return (dates[0], dates[-1]) if dates else (None, None)


def _kind_colour(kind: str) -> Colour:
    return KIND_COLOURS.get(kind) or SPARE_COLOURS[zlib.crc32(kind.encode()) % len(SPARE_COLOURS)]
