"""Design of Trade Agreements: who is party to which agreement, since when, and how deep it is."""
