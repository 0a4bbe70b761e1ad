"""Communities of states that are tied more to each other than size and distance let expect."""
