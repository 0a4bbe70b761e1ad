"""Places that states dispute: who holds each, who claims it, from when to when, and a source."""
