"""The command line: arguments → one call → words on the screen."""

from kg.cli.app import main

__all__ = ["main"]
