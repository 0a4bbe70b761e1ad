"""How to cite Daylight, its sources and its measures, for people and for programs."""
