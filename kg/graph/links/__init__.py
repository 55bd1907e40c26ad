"""Links between facts, made from the graphs of all articles: what answers, contradicts, follows or breaks what."""

from kg.graph.links.links import link_quads

__all__ = ["link_quads"]
