"""Peace Data: how states stand to each other on five levels, coded by experts; for fitting only."""
