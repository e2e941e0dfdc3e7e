"""Readings -> claims: identity, modality and the merging of evidence.

What is claimed has one identity; where it is said has another. Two articles
that say the same make one claim with two pieces of evidence.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from syriakg.reading.reader import ArticleReader, Unread
from syriakg.records import (
    Article,
    Certainty,
    Claim,
    Entity,
    Evidence,
    Modality,
    Polarity,
    Reading,
    Realis,
    TimeBounds,
)
from syriakg.reference import load_reference
from syriakg.terms import ID_CLAIM
from syriakg.vocabulary import load_vocabulary

_HASH_LENGTH = 20
_SURE = frozenset({Certainty.CERTAIN, Certainty.UNDERSPECIFIED})


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """All claims of some articles, and the sentences that yielded none with the reason."""

    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    sentences: int


def read_claims(articles: Sequence[Article], reference: Path | None = None) -> ReadingReport:
    """Read ``articles`` and merge what they claim, in the order of the text.

    ``reference`` is a folder with other actors and places.
    """
    reader = ArticleReader(load_reference(reference))
    readings: list[Reading] = []
    unread: list[Unread] = []
    sentences = 0
    for article in articles:
        result = reader.read(article)
        readings.extend(result.readings)
        unread.extend(result.unread)
        sentences += result.sentences
    return ReadingReport(tuple(merge_readings(readings)), tuple(unread), sentences)


def merge_readings(readings: Iterable[Reading]) -> list[Claim]:
    """Make one claim of all readings that say the same on the same word."""
    merged: dict[str, Claim] = {}
    for reading in readings:
        claim = to_claim(reading)
        known = merged.get(claim.iri)
        if known is None:
            merged[claim.iri] = claim
        elif claim.evidence[0] not in known.evidence:
            # What one sentence states is no longer merely inferred.
            inferred = tuple(role for role in known.inferred if role in claim.inferred)
            evidence = (*known.evidence, *claim.evidence)
            merged[claim.iri] = replace(known, evidence=evidence, inferred=inferred)
    return list(merged.values())


def to_claim(reading: Reading) -> Claim:
    """Return the claim that ``reading`` makes, with its one piece of evidence."""
    modality = decide_modality(
        reading.polarity, reading.certainty, reading.realis, has_source=bool(reading.source)
    )
    return Claim(
        iri=ID_CLAIM + _hash_claim(reading),
        type=reading.type,
        root=load_vocabulary().root_of(reading.type),
        agent=reading.agent,
        target=reading.target,
        place=reading.place,
        modality=modality,
        polarity=reading.polarity,
        certainty=reading.certainty,
        realis=reading.realis,
        source=reading.source,
        citing=reading.citing,
        time=reading.time,
        evidence=(reading.evidence,),
        support_kind=reading.support_kind,
        strained=reading.strained,
        inferred=reading.inferred,
    )


def decide_modality(
    polarity: Polarity, certainty: Certainty, realis: Realis, *, has_source: bool
) -> Modality:
    """Sum the finer fields up.

    What may or will be is hypothetical whoever says so; "X will not" is a
    denial, since it states that the thing does not hold; "X may not" is not.
    """
    if polarity is Polarity.NEGATIVE:
        firm = certainty in _SURE and realis is not Realis.CONDITIONAL
        return Modality.DENIED if firm else Modality.HYPOTHETICAL
    if realis is not Realis.ACTUAL or certainty is Certainty.POSSIBLE:
        return Modality.HYPOTHETICAL
    if has_source:
        return Modality.ATTRIBUTED
    return Modality.ASSERTED if certainty in _SURE else Modality.HYPOTHETICAL


def iterate_evidence(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Evidence]]:
    """Yield every claim once for each place that says it."""
    for claim in claims:
        for evidence in claim.evidence:
            yield claim, evidence


def to_record(claim: Claim, evidence: Evidence) -> dict[str, object]:
    """Return one line of ``syriakg extract``; fields as the contract with other programs fixes."""
    record: dict[str, object] = {
        "document": evidence.document,
        "id": claim.iri,
        "type": claim.type,
        "root": claim.root,
        "agent": _entities(claim.agent),
        "target": _entities(claim.target),
        "place": _entities(claim.place),
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "realis": claim.realis.value,
        "source": _entities(claim.source),
        "time": _time(claim.time),
        "evidence": {
            "start": evidence.start,
            "end": evidence.end,
            "quote": evidence.quote,
            "sha256": evidence.sha256,
            "rule": evidence.rule,
        },
    }
    if claim.citing:
        record["citing"] = _entities(claim.citing)
    if claim.support_kind:
        record["supportKind"] = claim.support_kind
    if claim.strained:
        record["strained"] = True
    if claim.inferred:
        record["inferred"] = list(claim.inferred)
    return record


def _entities(entities: tuple[Entity, ...]) -> list[dict[str, str]]:
    return [{"iri": entity.iri, "label": entity.label} for entity in entities]


def _time(time: TimeBounds) -> dict[str, str]:
    fields = {
        "text": time.text,
        "earliestBegin": time.earliest_begin,
        "latestBegin": time.latest_begin,
        "earliestEnd": time.earliest_end,
        "latestEnd": time.latest_end,
    }
    return {key: value for key, value in fields.items() if value}


def _hash_claim(reading: Reading) -> str:
    """Hash what is said: not the article, not the rule, not the order of coordinated names."""
    content = [
        reading.type,
        *(sorted(entity.iri for entity in role) for role in (reading.agent, reading.target)),
        sorted(entity.iri for entity in reading.place),
        reading.polarity.value,
        reading.certainty.value,
        reading.realis.value,
        sorted(entity.iri for entity in reading.source),
        [entity.iri for entity in reading.citing],
        list(_time(reading.time).items()),
        reading.support_kind,
        reading.strained,
    ]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_LENGTH]
