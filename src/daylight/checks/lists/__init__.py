"""Claims against lists with citations that are no census: statements, meetings, places."""
