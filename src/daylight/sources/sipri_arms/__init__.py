"""SIPRI's register of transfers of major arms, from an export that the user makes."""
