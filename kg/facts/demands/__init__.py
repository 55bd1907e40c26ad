"""The fact kind 'demands': what it is (fact.py) and how it is found (find.py)."""
