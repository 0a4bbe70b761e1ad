"""Positions on some of the votes, an issue, in the units of positions on all votes.

`motion` says how a state's common position and its deviation on the issue move, `sites` what the
votes of a period say about either. `em` and `scales` estimate both from all periods, `period` and
`filter` from the past alone; `gaps` compares distances between issues and years.
"""
