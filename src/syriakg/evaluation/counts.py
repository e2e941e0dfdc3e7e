"""Counts and what they come to: precision, recall, F1, each with an interval.

The intervals are percentile bootstraps: the units are drawn again with
replacement, and 95 of 100 draws lie within. Drawing whole documents says how
far the figure depends on the choice of articles; drawing records says less, as
records of one article are alike, but it can be had for one article or one type.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from syriakg.evaluation.records import LEVELS, Level

SEED: Final = 20241208
RESAMPLES: Final = 1000
_BOUNDS: Final = (2.5, 97.5)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pair, or a record or claim without its counterpart (whose type is then empty).

    ``must`` says that it counts for recall, ``predicted`` that it counts for precision.
    """

    gold_type: str
    predicted_type: str
    must: bool
    predicted: bool
    level: Level


@dataclass(frozen=True, slots=True)
class Tally:
    """Records that must be found and claims made; of each, how many reach each level."""

    gold: int
    predicted: int
    recalled: tuple[int, ...]
    precise: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share between 0 and 1 and the interval in which 95 of 100 resamples lie."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision, recall and F1 at one level."""

    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one document, one type or all: counts, and a measure at each level."""

    name: str
    tally: Tally
    measures: dict[Level, Measure]


def count_outcomes(outcomes: Iterable[Outcome]) -> Tally:
    """Count how many records and claims there are and how many reach each level."""
    known = tuple(outcomes)
    musts = [outcome.level for outcome in known if outcome.must]
    made = [outcome.level for outcome in known if outcome.predicted]
    return Tally(
        gold=len(musts),
        predicted=len(made),
        recalled=tuple(sum(level >= least for level in musts) for least in LEVELS),
        precise=tuple(sum(level >= least for level in made) for least in LEVELS),
    )


def select_type(outcomes: Iterable[Outcome], name: str) -> list[Outcome]:
    """Return what concerns one type: records of it for recall, claims of it for precision."""
    selected = (
        Outcome(
            outcome.gold_type,
            outcome.predicted_type,
            must=outcome.must and outcome.gold_type == name,
            predicted=outcome.predicted and outcome.predicted_type == name,
            level=outcome.level,
        )
        for outcome in outcomes
    )
    return [outcome for outcome in selected if outcome.must or outcome.predicted]


def score_outcomes(name: str, outcomes: Iterable[Outcome]) -> Score:
    """Score outcomes, with intervals over records."""
    return score_tallies(name, [count_outcomes([outcome]) for outcome in outcomes])


def score_tallies(name: str, tallies: Sequence[Tally]) -> Score:
    """Score the sum of ``tallies``, with intervals over them: each is one unit drawn."""
    rows = np.array([_to_row(tally) for tally in tallies], dtype=np.float64)
    rows = rows.reshape(len(tallies), 2 + 2 * len(LEVELS))
    sums = rows.sum(axis=0, keepdims=True)
    drawn = _draw(rows)
    measures = {
        level: Measure(
            *(
                _estimate(value, values)
                for value, values in zip(
                    _compute(sums, number), _compute(drawn, number), strict=True
                )
            )
        )
        for number, level in enumerate(LEVELS)
    }
    gold, predicted, *rest = (int(value) for value in sums[0])
    middle = len(LEVELS)
    return Score(name, Tally(gold, predicted, tuple(rest[:middle]), tuple(rest[middle:])), measures)


def _to_row(tally: Tally) -> tuple[int, ...]:
    return (tally.gold, tally.predicted, *tally.recalled, *tally.precise)


def _draw(rows: Floats) -> Floats:
    """Return the sums of each resample. A fresh generator: no figure hangs on another's."""
    count = len(rows)
    if not count:
        return np.zeros((RESAMPLES, rows.shape[1]))
    chosen = np.random.default_rng(SEED).integers(0, count, size=(RESAMPLES, count))
    weights = np.stack([np.bincount(draw, minlength=count) for draw in chosen])
    return np.asarray(weights @ rows, dtype=np.float64)


def _compute(sums: Floats, number: int) -> tuple[Floats, Floats, Floats]:
    """Return precision, recall and F1 at a level for each row; 0 where there is nothing."""
    recall = _divide(sums[:, 2 + number], sums[:, 0])
    precision = _divide(sums[:, 2 + len(LEVELS) + number], sums[:, 1])
    return precision, recall, _divide(2 * precision * recall, precision + recall)


def _divide(above: Floats, below: Floats) -> Floats:
    return np.divide(above, below, out=np.zeros_like(above), where=below > 0)


def _estimate(value: Floats, values: Floats) -> Estimate:
    low, high = np.percentile(values, _BOUNDS)
    return Estimate(float(value[0]), float(low), float(high))
