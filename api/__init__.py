"""The window: HTTP over what the journey's functions answer. Parse, one call, reply."""
