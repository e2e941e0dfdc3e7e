"""`Evaluation` -> a table for people, JSON for programs. Nothing is computed here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from syriakg.evaluation.counts import Estimate, Measure, Score
from syriakg.evaluation.evaluate import Evaluation
from syriakg.evaluation.findings import Finding
from syriakg.evaluation.records import LEVELS, Level
from syriakg.records import Modality

_DIGITS: Final = 4


def to_json(evaluation: Evaluation, *, details: bool = False) -> str:
    """Return everything that was measured as JSON; shares are rounded to four digits.

    With ``details`` also each miss, each extra claim and each unread sentence.
    """
    over = evaluation.over_documents
    data: dict[str, object] = {
        "overall": _score_to_json(evaluation.overall),
        "overDocuments": over and _score_to_json(over),
        "documents": [_score_to_json(score) for score in evaluation.documents],
        "types": [_score_to_json(score) for score in evaluation.types],
        "modality": {
            gold.value: {
                "predicted": {
                    made.value: evaluation.confusion.get((gold, made), 0) for made in Modality
                },
                "full": evaluation.full_given_core.get(gold, 0),
            }
            for gold in Modality
        },
        "source": asdict(evaluation.sources),
        "unreal": {"records": evaluation.unreal, "recordedAsFact": evaluation.unreal_as_fact},
        "unread": {"sentences": evaluation.sentences, "reasons": dict(_rank(evaluation.unread))},
    }
    if details:
        data["details"] = [asdict(finding) for finding in evaluation.findings]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_table(evaluation: Evaluation, *, details: bool = False) -> str:
    """Return the figures as text; see `to_json` for ``details``."""
    parts = [
        _overall_lines(evaluation),
        _score_lines("document", evaluation.documents),
        _score_lines("type", evaluation.types),
        _modality_lines(evaluation),
        _source_lines(evaluation),
        _unread_lines(evaluation),
    ]
    if details:
        parts.append([_to_line(finding) for finding in evaluation.findings])
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _overall_lines(evaluation: Evaluation) -> list[str]:
    tally = evaluation.overall.tally
    over = evaluation.over_documents
    rows = [("", "value", "95% over records", "95% over documents")]
    for level in LEVELS:
        over_records = _figures(evaluation.overall.measures[level])
        over_documents = _figures(over.measures[level]) if over else {}
        rows += [
            (
                f"{_name(level)} {name}",
                f"{figure.value:.3f}",
                _interval(figure),
                _interval(over_documents[name]) if over else "-",
            )
            for name, figure in over_records.items()
        ]
    head = f"documents {len(evaluation.documents)}, records {tally.gold}, claims {tally.predicted}"
    return [head, *_align(rows)]


def _score_lines(title: str, scores: Iterable[Score]) -> list[str]:
    levels = [f"{_name(level)} {figure}" for level in LEVELS for figure in "PRF"]
    rows = [(title, "records", "claims", *levels, "95% core F")]
    rows += [
        (
            score.name,
            str(score.tally.gold),
            str(score.tally.predicted),
            *(cell for level in LEVELS for cell in _cells(score, score.measures[level])),
            _interval(score.measures[Level.CORE].f1) if _has_both(score) else "-",
        )
        for score in scores
    ]
    return _align(rows)


def _cells(score: Score, measure: Measure) -> tuple[str, str, str]:
    """Return three figures, with a dash where there is nothing to divide by."""
    return (
        _cell(measure.precision, known=score.tally.predicted > 0),
        _cell(measure.recall, known=score.tally.gold > 0),
        _cell(measure.f1, known=_has_both(score)),
    )


def _has_both(score: Score) -> bool:
    return score.tally.gold > 0 and score.tally.predicted > 0


def _cell(estimate: Estimate, *, known: bool) -> str:
    return f"{estimate.value:.2f}" if known else "-"


def _modality_lines(evaluation: Evaluation) -> list[str]:
    rows = [("modality given core", *(made.value for made in Modality), "full")]
    rows += [
        (
            gold.value,
            *(str(evaluation.confusion.get((gold, made), 0)) for made in Modality),
            str(evaluation.full_given_core.get(gold, 0)),
        )
        for gold in Modality
    ]
    return _align(rows)


def _source_lines(evaluation: Evaluation) -> list[str]:
    sources = evaluation.sources
    return [
        f"source given core: {sources.same} of {sources.named} the same",
        f"source missing: {sources.silent}, named where the record names none: {sources.added}",
        f"unreal recorded as fact: {evaluation.unreal_as_fact} of {evaluation.unreal}",
    ]


def _unread_lines(evaluation: Evaluation) -> list[str]:
    total = sum(evaluation.unread.values())
    reasons = [f"{count:5}  {reason}" for reason, count in _rank(evaluation.unread)]
    return [f"unread: {total} of {evaluation.sentences} sentences", *reasons]


def _rank(reasons: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the reasons with their counts, the most frequent first."""
    return sorted(reasons.items(), key=lambda item: (-item[1], item[0]))


def _to_line(finding: Finding) -> str:
    line = f"{finding.kind} {finding.document} {finding.what}: {finding.quote}"
    return "".join(mark for mark in " ".join(line.split()) if mark.isprintable())


def _score_to_json(score: Score) -> dict[str, object]:
    return {
        "name": score.name,
        "gold": score.tally.gold,
        "predicted": score.tally.predicted,
        **{
            _name(level): {
                "recalled": score.tally.recalled[number],
                "precise": score.tally.precise[number],
                **_measure_to_json(score.measures[level]),
            }
            for number, level in enumerate(LEVELS)
        },
    }


def _measure_to_json(measure: Measure) -> dict[str, dict[str, float]]:
    return {
        name: {key: round(value, _DIGITS) for key, value in asdict(figure).items()}
        for name, figure in _figures(measure).items()
    }


def _figures(measure: Measure) -> dict[str, Estimate]:
    return {"precision": measure.precision, "recall": measure.recall, "f1": measure.f1}


def _interval(estimate: Estimate) -> str:
    return f"{estimate.low:.2f}-{estimate.high:.2f}"


def _name(level: Level) -> str:
    return level.name.lower()


def _align(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Lay rows out in columns: the first to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
