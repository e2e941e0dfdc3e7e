"""A small world for scoring: one sentence, and records and claims about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from syriakg.evaluation.labels import Labels
from syriakg.evaluation.records import GoldRecord, Prediction
from syriakg.records import Modality

Write = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]
TEXT = "Headline\n\nRebels captured Hama on Thursday. Russia may send troops to Tartus.\n"
RECORD: dict[str, Any] = {
    "id": "x-01",
    "quote": "Rebels captured Hama",
    "type": "TerritorialCapture",
    "agent": ["Syrian rebels"],
    "place": ["Hama"],
    "modality": "asserted",
    "must": True,
}


def make_labels() -> Labels:
    """Return labels with an alias, two armies that stand for each other, and open types."""
    return Labels(
        surface={"rebels": "syrian rebels"},
        equivalent=(frozenset({"sdf", "kurdish forces"}),),
        symmetric=frozenset({"ArmedClash"}),
        affected=frozenset({"Killing"}),
        by_document={"later": {"authorities": "new government"}},
    )


_COMMON: Final[dict[str, Any]] = {
    "type": "TerritorialCapture",
    "agent": ["syrian rebels"],
    "target": [],
    "place": ["hama"],
    "source": [],
    "modality": Modality.ASSERTED,
    "start": 0,
    "end": 20,
    "quote": "",
}


def make_gold(**changed: object) -> GoldRecord:
    """Return a record: rebels took Hama, unless said otherwise. Lists become sets."""
    fields = {**_COMMON, "id": "x", "also": [], "must": True, **changed}
    return GoldRecord(**_freeze(fields))


def make_claim(**changed: object) -> Prediction:
    """Return a claim: rebels took Hama, unless said otherwise. Lists become sets."""
    return Prediction(**_freeze({**_COMMON, "rule": "", **changed}))


def _freeze(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        key: frozenset(value) if isinstance(value, list) else value for key, value in fields.items()
    }
