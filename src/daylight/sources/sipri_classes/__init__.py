"""Arms deliveries of SIPRI's register, only as a class by pair, direction and five years."""
