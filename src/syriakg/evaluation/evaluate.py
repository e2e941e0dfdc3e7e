"""Gold folder -> `Evaluation`: read the texts, pair, count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from syriakg.claims import ReadingReport, iterate_evidence, read_claims
from syriakg.evaluation.comparison import (
    ComparedDocument,
    compare_document,
    judge_unreal,
    to_outcomes,
)
from syriakg.evaluation.counts import (
    Score,
    count_outcomes,
    score_outcomes,
    score_tallies,
    select_type,
)
from syriakg.evaluation.findings import Finding, find_faults
from syriakg.evaluation.gold import read_gold
from syriakg.evaluation.labels import Labels, read_labels
from syriakg.evaluation.records import GoldRecord, Level, Prediction
from syriakg.records import Claim, Evidence, Modality
from syriakg.resources import get_folder


@dataclass(frozen=True, slots=True)
class SourceAgreement:
    """Whose word, among records that must be found and are, up to the core.

    ``named``: records that name a source; of these ``same``: the claim names
    it too, ``silent``: the claim names none. ``added``: records that name
    none, whose claim does.
    """

    named: int
    same: int
    silent: int
    added: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that was measured.

    ``over_documents`` has the values of ``overall`` with intervals over
    documents; None for a single document. ``confusion`` counts (gold,
    predicted) modalities of records that must be found and are, up to the
    core; ``full_given_core`` how many of each gold modality agree fully.
    ``unreal_as_fact`` counts hypothetical or denied records that a claim
    asserts, out of ``unreal``. ``unread`` counts sentences without a claim by
    reason, out of ``sentences``.
    """

    overall: Score
    over_documents: Score | None
    documents: tuple[Score, ...]
    types: tuple[Score, ...]
    confusion: Mapping[tuple[Modality, Modality], int]
    full_given_core: Mapping[Modality, int]
    sources: SourceAgreement
    unreal: int
    unreal_as_fact: int
    sentences: int
    unread: Mapping[str, int]
    findings: tuple[Finding, ...]


def evaluate_folder(
    folder: Path,
    *,
    texts: Path | None = None,
    reference: Path | None = None,
    names: Sequence[str] = (),
) -> Evaluation:
    """Read the texts of a gold folder and measure the claims against its records.

    ``texts`` is where the texts lie, by default beside the gold;
    ``reference`` a folder with other actors and places; ``names`` restricts
    it to some documents. The folder's ``labels.json`` is used where it has
    one. Raises EvaluationError for gold that breaks its rules.
    """
    own = folder / "labels.json"
    labels = read_labels(own if own.is_file() else get_folder("evaluation") / "labels.json")
    documents = read_gold(folder, texts or folder, labels, names)
    reading = read_claims([document.article for document in documents], reference)
    predictions = _to_predictions(reading, labels)
    compared = [
        compare_document(document, predictions.get(document.name, ()), labels)
        for document in documents
    ]
    return _summarize(compared, reading, labels)


def _to_predictions(reading: ReadingReport, labels: Labels) -> dict[str, tuple[Prediction, ...]]:
    """Return the claims of each document in the order of its text."""
    pairs = sorted(iterate_evidence(reading.claims), key=lambda pair: (pair[1].start, pair[1].end))
    found: dict[str, list[Prediction]] = {}
    for claim, evidence in pairs:
        found.setdefault(evidence.document, []).append(_to_prediction(claim, evidence, labels))
    return {name: tuple(made) for name, made in found.items()}


def _to_prediction(claim: Claim, evidence: Evidence, labels: Labels) -> Prediction:
    agent, target, place, source = (
        labels.resolve((entity.label for entity in role), evidence.document)
        for role in (claim.agent, claim.target, claim.place, claim.source)
    )
    return Prediction(
        type=claim.type,
        agent=agent,
        target=target,
        place=place,
        source=source,
        modality=claim.modality,
        start=evidence.start,
        end=evidence.end,
        quote=evidence.quote,
        rule=evidence.rule,
    )


def _summarize(
    compared: Sequence[ComparedDocument], reading: ReadingReport, labels: Labels
) -> Evaluation:
    by_document = {one.gold.name: to_outcomes(one) for one in compared}
    outcomes = [outcome for part in by_document.values() for outcome in part]
    named = {name for one in outcomes for name in (one.gold_type, one.predicted_type) if name}
    types = {name: select_type(outcomes, name) for name in sorted(named)}
    core = [pair for one in compared for pair in one.iterate_core()]
    unreal = [taken for one in compared for taken in judge_unreal(one, labels)]
    tallies = [count_outcomes(part) for part in by_document.values()]
    return Evaluation(
        overall=score_outcomes("all", outcomes),
        over_documents=score_tallies("all", tallies) if len(tallies) > 1 else None,
        documents=tuple(score_outcomes(name, part) for name, part in by_document.items()),
        types=tuple(score_outcomes(name, part) for name, part in types.items() if part),
        confusion=Counter((gold.modality, made.modality) for gold, made, _ in core),
        full_given_core=Counter(gold.modality for gold, _, level in core if level == Level.FULL),
        sources=_count_sources(core, labels),
        unreal=len(unreal),
        unreal_as_fact=sum(unreal),
        sentences=reading.sentences,
        unread=Counter(left.reason for left in reading.unread),
        findings=tuple(find_faults(compared, reading.unread)),
    )


def _count_sources(
    core: Sequence[tuple[GoldRecord, Prediction, Level]], labels: Labels
) -> SourceAgreement:
    named = [(gold, made) for gold, made, _ in core if gold.source]
    return SourceAgreement(
        named=len(named),
        same=sum(labels.share(gold.source, made.source) for gold, made in named),
        silent=sum(not made.source for _, made in named),
        added=sum(bool(made.source) for gold, made, _ in core if not gold.source),
    )
