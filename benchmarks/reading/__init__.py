"""How well and how fast the reader reads: attributions, names, trees; words a second and memory on one core.

`__main__.py` takes files and gives figures; `table.py` says what counts as right and what others have reached.
"""
