"""The words: the only place where an IRI is spelt."""
