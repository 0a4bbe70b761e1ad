"""Design of Trade Agreements (DESTA) 2.3: agreements to 2025, depth counted from the coding."""
