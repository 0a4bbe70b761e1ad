"""A watch list: how several ties stand, and what changed since an earlier day, and why."""
