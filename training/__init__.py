"""How the language pipeline's weights are made; nothing in the house imports this."""
