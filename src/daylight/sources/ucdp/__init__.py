"""UCDP/PRIO Armed Conflict Dataset: states that fight each other, and for whom others fight."""
