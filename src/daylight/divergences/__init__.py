"""Where two states part, issue by issue, in recorded votes."""
