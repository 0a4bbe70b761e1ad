"""Which ties of a state, or friends of a partner, stand most exposed to an outside power."""
