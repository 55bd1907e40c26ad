"""The fact kind 'denials': what it is (fact.py) and how it is found (find.py)."""
