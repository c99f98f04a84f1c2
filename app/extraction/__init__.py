"""Who says what in a dispatch, by rules: no model, no network, and every answer with its reason.

`draft.py` is the way in.
"""
