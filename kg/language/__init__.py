"""From an article to its reading: names, quotations, attributions, who is who, dates."""
