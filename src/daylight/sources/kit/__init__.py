"""What all sources share: declarations, fetching, checks, corrections, ties."""
