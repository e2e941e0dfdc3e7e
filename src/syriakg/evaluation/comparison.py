"""One document: its records, its claims, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from syriakg.evaluation.counts import Outcome
from syriakg.evaluation.labels import Labels
from syriakg.evaluation.matching import Pairing, find_level, pair_statements
from syriakg.evaluation.records import GoldDocument, GoldRecord, Level, Prediction
from syriakg.records import Modality

_UNREAL: Final = frozenset({Modality.HYPOTHETICAL, Modality.DENIED})
_REAL: Final = frozenset({Modality.ASSERTED, Modality.ATTRIBUTED})


@dataclass(frozen=True, slots=True)
class ComparedDocument:
    """One document with its claims and their pairing."""

    gold: GoldDocument
    predictions: tuple[Prediction, ...]
    pairing: Pairing

    def iterate_core(self) -> list[tuple[GoldRecord, Prediction, Level]]:
        """Return the pairs of records that must be found and agree up to the core."""
        return [
            (self.gold.records[number], self.predictions[other], level)
            for number, other, level in self.pairing.pairs
            if level >= Level.CORE and self.gold.records[number].must
        ]


def compare_document(
    document: GoldDocument, predictions: tuple[Prediction, ...], labels: Labels
) -> ComparedDocument:
    """Pair the records and the claims of one document."""
    return ComparedDocument(
        document, predictions, pair_statements(document.records, predictions, labels)
    )


def to_outcomes(one: ComparedDocument) -> list[Outcome]:
    """Return every pair, every record not found and every claim that is no record.

    What is neither right nor wrong is left out: optional records that were not
    found, and repeats.
    """
    records, predictions, pairing = one.gold.records, one.predictions, one.pairing
    outcomes = [
        Outcome(
            records[number].type,
            predictions[other].type,
            records[number].must,
            predicted=True,
            level=level,
        )
        for number, other, level in pairing.pairs
    ]
    paired = {pair.gold for pair in pairing.pairs}
    settled = {pair.prediction for pair in pairing.pairs} | pairing.repeats
    outcomes += [
        Outcome(record.type, "", must=True, predicted=False, level=Level.NONE)
        for number, record in enumerate(records)
        if record.must and number not in paired
    ]
    outcomes += [
        Outcome("", made.type, must=False, predicted=True, level=Level.NONE)
        for number, made in enumerate(predictions)
        if number not in settled
    ]
    return outcomes


def judge_unreal(one: ComparedDocument, labels: Labels) -> list[bool]:
    """Return, for each hypothetical or denied record, whether a claim asserts it as fact."""
    return [
        _is_taken_as_fact(record, one, labels)
        for record in one.gold.records
        if record.modality in _UNREAL
    ]


def _is_taken_as_fact(record: GoldRecord, one: ComparedDocument, labels: Labels) -> bool:
    """Tell whether a claim asserts what ``record`` says is not or may be.

    A claim that also agrees with something that the text does state is no
    such error: it may be about that.
    """
    real = [other for other in one.gold.records if other.modality in _REAL]
    return any(
        made.modality == Modality.ASSERTED
        and find_level(record, made, labels)
        and not any(find_level(other, made, labels) for other in real)
        for made in one.predictions
    )
