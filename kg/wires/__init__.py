"""Wires: files and lines of strangers' text → articles."""
