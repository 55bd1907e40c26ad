"""Answers: questions, free queries, walks and exports, from a view of the graph to plain Python."""
