"""An article as a document: its parts, and who is named in it."""
