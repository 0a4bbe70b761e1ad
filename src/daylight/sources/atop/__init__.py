"""Alliance Treaty Obligations and Provisions: who promised what to whom, and when."""
