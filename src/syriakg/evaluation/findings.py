"""What a reader missed, added or left unread, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from syriakg.evaluation.comparison import ComparedDocument
from syriakg.evaluation.records import Level, Statement
from syriakg.reading.reader import Unread


@dataclass(frozen=True, slots=True)
class Finding:
    """A miss, an extra claim or an unread sentence, for the person who mends the reader."""

    kind: str
    document: str
    what: str
    quote: str


def find_faults(compared: Sequence[ComparedDocument], unread: Iterable[Unread]) -> list[Finding]:
    """Return misses and extra claims by document, then the sentences left unread."""
    found: list[Finding] = []
    for one in compared:
        hit = {pair.gold for pair in one.pairing.pairs if pair.level >= Level.CORE}
        right = {pair.prediction for pair in one.pairing.pairs if pair.level >= Level.CORE}
        found += [
            Finding("miss", one.gold.name, f"{record.id} {_describe(record)}", record.quote)
            for number, record in enumerate(one.gold.records)
            if record.must and number not in hit
        ]
        found += [
            Finding("extra", one.gold.name, f"{_describe(made)} [{made.rule}]", made.quote)
            for number, made in enumerate(one.predictions)
            if number not in right | one.pairing.repeats
        ]
    raw = {one.gold.name: one.gold.article.raw for one in compared}
    found += [
        Finding("unread", left.document, left.reason, raw[left.document][left.start : left.end])
        for left in unread
    ]
    return found


def _describe(statement: Statement) -> str:
    agent, target, place, source = (
        ", ".join(sorted(role)) or "-"
        for role in (statement.agent, statement.target, statement.place, statement.source)
    )
    return f"{statement.type}: {agent} > {target} @ {place}; {statement.modality} by {source}"
