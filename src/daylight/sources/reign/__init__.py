"""Leaders of states after the end of Archigos, to February 2021."""
