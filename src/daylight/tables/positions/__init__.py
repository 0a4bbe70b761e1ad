"""The table of ideal points: of all votes and of each issue."""
