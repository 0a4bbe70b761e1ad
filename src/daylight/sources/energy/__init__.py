"""Trade in crude oil, gas and coal by pair of states (BACI), with the flows it does not show."""
