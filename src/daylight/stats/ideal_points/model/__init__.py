"""What is believed: how positions make votes, how positions move, and what is known beforehand.

`layout` arranges the votes, `response` says how likely each answer is at a position, `items` and
`states` hold the two halves of the model given the other one: items given positions, positions
given items. `absence` and `answer_bound` are terms that may be added; `coarse_grid` and
`information` serve the others.
"""
