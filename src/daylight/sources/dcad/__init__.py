"""Defense Cooperation Agreement Dataset: bilateral agreements signed from 1980 to 2010."""
