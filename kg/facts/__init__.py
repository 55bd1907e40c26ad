"""Facts with evidence: every folder here is a kind."""
