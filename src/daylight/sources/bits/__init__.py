"""UNCTAD International Investment Agreements Navigator: bilateral investment treaties."""
