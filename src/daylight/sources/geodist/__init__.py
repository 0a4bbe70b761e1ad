"""GeoDist of CEPII: the capital of each state, its official languages and long colonial ties."""
