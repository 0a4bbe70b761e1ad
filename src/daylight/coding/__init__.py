"""Coding of events: who did what to whom in a sentence, in CAMEO codes and PLOVER roots."""
