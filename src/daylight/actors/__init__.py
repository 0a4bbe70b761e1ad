"""Who is named in a text: states, leaders, blocs, places and people by their office."""
