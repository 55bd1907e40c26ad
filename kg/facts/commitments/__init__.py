"""The fact kind 'commitments': what it is (fact.py) and how it is found (find.py)."""
