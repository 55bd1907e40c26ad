"""The fact kind 'threats': what it is (fact.py) and how it is found (find.py)."""
