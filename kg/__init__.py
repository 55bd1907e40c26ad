"""The journey from a news wire to a graph that answers."""

__version__ = "0.1.0"
