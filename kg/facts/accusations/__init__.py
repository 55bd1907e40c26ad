"""The fact kind 'accusations': what it is (fact.py) and how it is found (find.py)."""
