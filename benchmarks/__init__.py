"""Measures of quality and speed; nothing in the house imports them."""
