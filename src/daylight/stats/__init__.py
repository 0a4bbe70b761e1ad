"""Pure functions of arrays. Nothing here reads a file or knows a state by name.

How alike two voters or two portfolios are: `joint`, `agreement`, `valued`, `portfolio`,
`capability`. Where a value stands among others, and several together: `ranks`, `composite`,
`records`. Series brought to one level: `splice`. Positions behind votes: `ideal_points`.
"""
