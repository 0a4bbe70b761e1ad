"""Pure functions of arrays. Nothing here reads a file or knows a state by name.

How alike two voters or two portfolios are: `joint`, `agreement`, `valued`, `portfolio`; the
weight of a state in it: `capability`. Where a value stands among others, and several together:
`ranks`, `composite`, `records`, `gaps`. Series brought to one level: `splice`; rows that were
exchanged: `exchanged`. Positions behind votes: `ideal_points`. Models of chances, and of amounts
and parts: `multinomial`, `quasi`. Distributions, exact sums and exact tests of counts:
`discrete`, `student`, `sums`, `exact`. What of a spread comes from which input: `sobol`.
"""
