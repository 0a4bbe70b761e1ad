"""Claims about how two states stand: pacts, how close they are, what their tie bore, spheres."""
