"""Written by docs/generate.py from the catalogue of questions. Do not edit by hand."""

from daylight.analogies.analogues import analogues as analogues
from daylight.backtests.backtest import backtest as backtest
from daylight.bloc_list.blocs import blocs as blocs
from daylight.bloc_profiles.bloc import bloc as bloc
from daylight.bonds.bond import bond as bond
from daylight.briefs.brief import brief as brief
from daylight.checks.check import check as check
from daylight.comparisons.compare import compare as compare
from daylight.core.errors import DaylightError as DaylightError
from daylight.core.estimate import Estimate as Estimate
from daylight.core.lookup import resolve as _resolve
from daylight.core.version import __version__ as __version__
from daylight.divergences.divergence import divergence as divergence
from daylight.endurance.resilience import resilience as resilience
from daylight.exposures.exposure import exposure as exposure
from daylight.naming.column import code_states as code_states
from daylight.panel.panel import dyads as dyads
from daylight.panel.panel import state_years as state_years
from daylight.panel.series import series as series
from daylight.partnerships.partners import partners as partners
from daylight.positions.ideal_points import ideal_points as ideal_points
from daylight.readings.reading import read as read
from daylight.shared_blocs.ties import bloc_ties as bloc_ties
from daylight.spheres.sphere import sphere as sphere
from daylight.store.atlas import Atlas as Atlas
from daylight.store.atlas import current as _current
from daylight.watches.watch import watch as watch
from daylight.wedges.wedge import wedge as wedge

atlas = _current
state = _resolve
