"""Militarized Interstate Disputes: who threatened, showed or used force, on which side, when."""
