"""How well is an article read? Its claims against a gold standard."""

from __future__ import annotations

from syriakg.evaluation.counts import Tally
from syriakg.evaluation.evaluate import Evaluation, evaluate_folder
from syriakg.evaluation.records import EvaluationError, Level
from syriakg.evaluation.report import to_json, to_table

__all__ = [
    "Evaluation",
    "EvaluationError",
    "Level",
    "Tally",
    "evaluate_folder",
    "to_json",
    "to_table",
]
