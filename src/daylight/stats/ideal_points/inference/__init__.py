"""How positions and items are estimated together, from a start to a result with intervals.

In order: `start` reads first positions off the votes, `em` moves items and positions in turn
until they stand still (`accelerate` makes it faster, `identify` holds zero, unit and sign),
`item_uncertainty` widens the intervals by what is not known of the items, `lag` ties each row to
the one before, `summary` turns grid weights into numbers, and `fit` puts all this together.
"""
