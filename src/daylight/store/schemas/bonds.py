"""Positions of pairs of states, and the latent levels behind them."""

from __future__ import annotations

from daylight.store.schemas.table import DYAD, PAIR, Table

POSITION_STEP, ARM_STEP = 0.5, 2.0
"""Steps of stored positions and of the arms of their intervals, in points."""
LEVEL_STEP, SD_STEP = 0.05, 0.04
"""Steps of stored latent levels and of their standard deviations."""

TABLES: tuple[Table, ...] = (
    Table(
        "bonds",
        "dyad_year_dimension",
        ("dimension", "a", "b", "year"),
        {
            "dimension": ("VARCHAR", "military, political, economic or overall"),
            **DYAD,
            "value": ("UTINYINT", "position among all dyads of the year, half points"),
            "below": ("UTINYINT", "value to lower end of the 90 % interval, two points, up"),
            "above": ("UTINYINT", "value to upper end of the 90 % interval, two points, up"),
        },
        origin="components",
        limits=PAIR | {"value": (0, 200), "below": (0, 50), "above": (0, 50)},
        words={"dimension": ("military", "political", "economic", "overall")},
        presence="year",
    ),
    Table(
        "levels",
        "dyad_year_dimension",
        ("dimension", "a", "b", "year"),
        {
            "dimension": ("VARCHAR", "military, political or economic"),
            **DYAD,
            "level": ("TINYINT", "latent level from no later year, steps of 0.05 sd"),
            "sd": ("TINYINT", "its standard deviation, steps of 0.04, rounded up"),
        },
        origin="components",
        limits=PAIR | {"level": (-127, 127), "sd": (1, 127)},
        words={"dimension": ("military", "political", "economic")},
        presence="year",
    ),
    Table(
        "loadings",
        "dimension_measure",
        ("dimension", "measure"),
        {
            "dimension": ("VARCHAR", "military, political or economic"),
            "measure": ("VARCHAR", "component"),
            "loading": ("FLOAT", "change of its probit for each sd of the latent level"),
            "communality": ("FLOAT", "share of its variation that the level carries"),
            "categories": ("TINYINT", "ordered categories that it was cut into"),
            "steadiness": ("FLOAT", "correlation of the level with itself a year later"),
            "strain": ("FLOAT", "factor by which intervals were widened, 1 for none"),
            "converged": ("BOOLEAN", "whether the fit of the dimension converged"),
        },
        origin="components",
        limits={
            "loading": (-10, 10),
            "communality": (0, 1),
            "categories": (2, 20),
            "steadiness": (-1, 1),
            "strain": (1, 100),
        },
        words={"dimension": ("military", "political", "economic")},
    ),
)
