"""The fact kind 'statements': what it is (fact.py) and how it is found (find.py)."""
