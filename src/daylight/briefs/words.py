"""The scale of words that every brief prints."""

from __future__ import annotations

LOOSE = 40.0
"""An interval wider than this many points is called wide."""

SCALE = (
    "Tie: very strong = ahead of at least 95 % of pairs, strong = 80, moderate = 50, "
    "slight = 20, weak = less.",
    "Votes, by kappa: close = at least 0.6, fairly close = 0.2, not aligned = -0.2, "
    "opposed = less.",
    f"An interval is wide when it spans more than {LOOSE:.0f} points. All intervals are 90 %.",
    "Up or down is said only of five points or more, when neither value lies in the other's "
    "interval.",
)
"""What the words mean; printed with every brief."""
