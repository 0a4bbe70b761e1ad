"""One latent level behind ordered indicators of many units over time, with intervals."""

from .fit import FactorFit, fit
from .levels import Levels, levels
from .model import Factor, Loading
from .panel import MISSING, Panel

__all__ = ["MISSING", "Factor", "FactorFit", "Levels", "Loading", "Panel", "fit", "levels"]
