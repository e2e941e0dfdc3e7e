"""Stress majorisation of a small signed graph with a few deterministic starts."""

from __future__ import annotations

import math
import random
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float64]

_STARTS = 8
_STARTS_LARGE = 1
_LARGE = 60
_ROUNDS = 200
_STILL = 1e-4  # a round that moves no actor farther, in ally lengths, is the last
_BETTER = 1e-6  # a later start must win clearly, so that rounding never decides
_SEED = 20111


def minimise_stress(targets: Matrix, weights: Matrix) -> Matrix:
    """Place n points so that their distances come near ``targets``.

    ``targets`` and ``weights`` are symmetric n x n matrices; a pair counts by
    its weight. Returns n x 2 positions; the same matrices give the same
    positions.
    """
    size = len(targets)
    dice = random.Random(_SEED)  # noqa: S311 - reproducible, not secret
    best = np.zeros((size, 2))
    best_stress = math.inf
    for _ in range(_STARTS if size <= _LARGE else _STARTS_LARGE):
        start = np.array([[dice.uniform(-2, 2), dice.uniform(-2, 2)] for _ in range(size)])
        placed = _majorise(start, targets, weights)
        stress = _measure_stress(placed, targets, weights)
        if stress < best_stress - _BETTER:
            best, best_stress = placed, stress
    return best


def _majorise(start: Matrix, targets: Matrix, weights: Matrix) -> Matrix:
    """Move one point after the other to where its pairs want it (Gansner et al. 2004)."""
    placed = start.copy()
    totals = weights.sum(axis=1)
    for _ in range(_ROUNDS):
        moved = 0.0
        for index in np.flatnonzero(totals > 0):
            away = placed[index] - placed
            lengths = np.sqrt((away * away).sum(axis=1))
            lengths[lengths == 0] = 1.0
            wanted = placed + away * (targets[index] / lengths)[:, None]
            spot = (wanted * weights[index][:, None]).sum(axis=0) / totals[index]
            moved = max(moved, float(np.abs(spot - placed[index]).max()))
            placed[index] = spot
        if moved < _STILL:
            break
    return placed


def _measure_stress(placed: Matrix, targets: Matrix, weights: Matrix) -> float:
    away = placed[:, None, :] - placed[None, :, :]
    lengths = np.sqrt((away * away).sum(axis=2))
    return float((weights * (lengths - targets) ** 2).sum() / 2)
