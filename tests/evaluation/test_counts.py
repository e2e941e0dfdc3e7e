"""Precision, recall and F1, and the intervals around them."""

from __future__ import annotations

import pytest

from syriakg.evaluation.counts import (
    Outcome,
    count_outcomes,
    score_outcomes,
    score_tallies,
    select_type,
)
from syriakg.evaluation.records import Level

FOUND = Outcome("Advance", "Advance", must=True, predicted=True, level=Level.FULL)
LOOSE = Outcome("Advance", "Shelling", must=True, predicted=True, level=Level.ROOT)
MISSED = Outcome("Advance", "", must=True, predicted=False, level=Level.NONE)
EXTRA = Outcome("", "Shelling", must=False, predicted=True, level=Level.NONE)
OPTIONAL = Outcome("Meeting", "Meeting", must=False, predicted=True, level=Level.CORE)


@pytest.mark.parametrize(
    ("level", "precision", "recall"),
    [(Level.ROOT, 3 / 4, 2 / 3), (Level.CORE, 2 / 4, 1 / 3), (Level.FULL, 1 / 4, 1 / 3)],
)
def test_recall_counts_musts_and_precision_counts_claims(
    level: Level, precision: float, recall: float
) -> None:
    """An optional record that is found helps precision and leaves recall alone."""
    measure = score_outcomes("all", [FOUND, LOOSE, MISSED, EXTRA, OPTIONAL]).measures[level]
    assert measure.precision.value == pytest.approx(precision)
    assert measure.recall.value == pytest.approx(recall)
    harmonic = 2 * precision * recall / (precision + recall)
    assert measure.f1.value == pytest.approx(harmonic)


def test_nothing_read_scores_zero() -> None:
    """No claim and no record is no division by zero."""
    measure = score_outcomes("all", []).measures[Level.CORE]
    assert (measure.precision.value, measure.recall.value, measure.f1.value) == (0, 0, 0)


def test_a_type_has_recall_over_its_records_and_precision_over_its_claims() -> None:
    """A record read as another type is a miss of its own and an extra of the other."""
    outcomes = [FOUND, LOOSE, MISSED, EXTRA]
    assert count_outcomes(select_type(outcomes, "Advance")).gold == 3
    assert count_outcomes(select_type(outcomes, "Advance")).predicted == 1
    assert count_outcomes(select_type(outcomes, "Shelling")).gold == 0
    assert count_outcomes(select_type(outcomes, "Shelling")).predicted == 2


def test_an_interval_surrounds_its_value_and_shrinks_with_more_records() -> None:
    """More records of the same kind say more."""
    few = score_outcomes("few", [FOUND, MISSED] * 5).measures[Level.CORE].recall
    many = score_outcomes("many", [FOUND, MISSED] * 500).measures[Level.CORE].recall
    assert few.low < many.low < 0.5 < many.high < few.high


def test_an_interval_over_documents_shows_that_they_differ() -> None:
    """One good and one bad document leave more doubt than their records alone."""
    records = [FOUND] * 50 + [MISSED] * 50
    over_records = score_outcomes("all", records).measures[Level.CORE].recall
    documents = [count_outcomes(records[:50]), count_outcomes(records[50:])]
    over_documents = score_tallies("all", documents).measures[Level.CORE].recall
    assert over_documents.value == over_records.value
    assert over_documents.low == 0
    assert over_documents.high == 1
    assert 0.3 < over_records.low < over_records.high < 0.7


def test_intervals_are_the_same_each_time() -> None:
    """The seed is fixed."""
    outcomes = [FOUND] * 200 + [LOOSE] * 90 + [MISSED] * 150 + [EXTRA] * 70
    assert score_outcomes("a", outcomes) == score_outcomes("a", outcomes)
