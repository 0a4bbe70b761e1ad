"""Aid to Ukraine by giving state and year since 2022 (Kiel Institute's Ukraine Support Tracker)."""
