"""UN roll calls: both sources joined, repeated texts, and the tables of counts."""
