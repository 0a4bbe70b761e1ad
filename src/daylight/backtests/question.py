"""The question how good forecasts of breaks would have been, as an entry in the list."""

from __future__ import annotations

from daylight.core.question import Question

QUESTION = Question(
    name="backtest",
    summary="How good forecasts of breaks would have been, year by year since 1970.",
    takes="nothing",
    call="daylight.backtests.backtest:backtest",
    ask="daylight.backtests.backtest:ask",
    answer="daylight.backtests.records:Backtest",
    view="daylight.backtests.view:VIEW",
    example="daylight backtest",
)
