"""Records back out of the graph: claims with their evidence, ties, actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from syriakg import terms
from syriakg.network import NetworkActor
from syriakg.records import (
    Certainty,
    Claim,
    Entity,
    Evidence,
    Modality,
    Polarity,
    Realis,
    Tie,
    TieClaim,
    TimeBounds,
)
from syriakg.store import Row, Store
from syriakg.vocabulary import Vocabulary, load_vocabulary

_ENTITIES: Final = """
SELECT ?iri ?label ?kind ?provisional
WHERE {
  ?iri a ?class ;
    skos:prefLabel ?name .
  ?class rdfs:subClassOf+ skg:Entity .
  FILTER(LANG(?name) = "en")
  OPTIONAL { ?iri skg:provisional ?provisional }
  BIND(STR(?name) AS ?label)
  BIND(STRAFTER(STR(?class), "#") AS ?kind)
}
ORDER BY ?iri ?kind
"""
_CLAIMS: Final = """
SELECT *
WHERE {
  GRAPH g:claims {
    ?claim a skg:Claim ;
      skg:claimType ?type ;
      skg:modality ?modality ;
      skg:polarity ?polarity ;
      skg:certainty ?certainty ;
      skg:realis ?realis .
    OPTIONAL { ?claim skg:supportKind ?supportKind }
    OPTIONAL { ?claim skg:strained ?strained }
    OPTIONAL { ?claim skg:timeText ?text }
    OPTIONAL { ?claim skg:earliestBegin ?earliest_begin }
    OPTIONAL { ?claim skg:latestBegin ?latest_begin }
    OPTIONAL { ?claim skg:earliestEnd ?earliest_end }
    OPTIONAL { ?claim skg:latestEnd ?latest_end }
  }
}
"""
_ROLES: Final = """
SELECT ?claim ?role ?entity
WHERE {
  GRAPH g:claims { ?claim ?role ?entity }
  FILTER(?role IN (
    skg:claimAgent, skg:claimTarget, skg:claimPlace, skg:claimSource, skg:claimCites
  ))
}
ORDER BY ?claim ?role ?entity
"""
_EVIDENCE: Final = """
SELECT ?claim ?article ?start ?end ?quote ?sha256 ?rule
WHERE {
  GRAPH g:claims {
    ?claim skg:evidence ?evidence .
    ?evidence skg:article ?article ;
      skg:startOffset ?start ;
      skg:endOffset ?end ;
      skg:rule ?rule .
    ?article skg:sha256 ?sha256 .
    OPTIONAL { ?evidence skg:quote ?quote }
  }
}
ORDER BY ?article ?start ?end ?rule
"""
_INFERRED: Final = """
SELECT ?claim ?role WHERE { GRAPH g:claims { ?claim skg:inferredRole ?role } }
ORDER BY ?claim ?role
"""
_ARTICLES: Final = """
SELECT ?article ?title ?outlet
WHERE {
  GRAPH g:claims {
    ?article a skg:Article .
    OPTIONAL { ?article schema:name ?title }
    OPTIONAL { ?article skg:cites ?outlet }
  }
}
ORDER BY ?article ?outlet
"""
_TIES: Final = """
SELECT ?tie ?from ?to ?kind ?sign ?directed ?status ?disputed ?count
WHERE {
  GRAPH g:ties {
    ?tie a skg:Tie ;
      skg:tieFrom ?from ;
      skg:tieTo ?to ;
      skg:tieKind ?kind ;
      skg:sign ?sign ;
      skg:directed ?directed ;
      skg:tieStatus ?status ;
      skg:disputed ?disputed ;
      skg:claimCount ?count .
  }
}
ORDER BY ?tie
"""
_TIE_CLAIMS: Final = """
SELECT ?tie ?claim WHERE { GRAPH g:ties { ?tie a skg:Tie ; skg:tieClaim ?claim } }
"""


@dataclass(frozen=True, slots=True)
class _Origin:
    """What a page shows of an article: its title, and the outlets that it cites."""

    title: str
    outlets: tuple[str, ...]


def read_actors(store: Store) -> dict[str, NetworkActor]:
    """Return all actors, reference and provisional, by IRI."""
    kinds = load_vocabulary().actor_kinds
    return {
        entity.iri: NetworkActor(entity.iri, entity.label, entity.kind)
        for entity in _read_entities(store).values()
        if entity.kind in kinds
    }


def read_claims(store: Store) -> tuple[Claim, ...]:
    """Return all claims in document order: by the place of their first evidence."""
    vocabulary = load_vocabulary()
    roles = _read_roles(store)
    evidence = _read_evidence(store)
    inferred: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.select(_INFERRED):
        inferred[str(row["claim"])].append(str(row["role"]))
    claims = [
        replace(
            _to_claim(row, roles[str(row["claim"])], evidence[str(row["claim"])], vocabulary),
            inferred=tuple(inferred[str(row["claim"])]),
        )
        for row in store.select(_CLAIMS)
    ]
    return tuple(sorted(claims, key=_document_order))


def read_ties(store: Store) -> tuple[Tie, ...]:
    """Return all ties by IRI, each with the evidence of its claims in document order."""
    claims = read_claims(store)
    of_tie: dict[str, set[str]] = defaultdict(set)
    for row in store.select(_TIE_CLAIMS):
        of_tie[str(row["tie"])].add(str(row["claim"]))
    origins = _read_origins(store)
    return tuple(
        _to_tie(row, [claim for claim in claims if claim.iri in of_tie[str(row["tie"])]], origins)
        for row in store.select(_TIES)
    )


def _read_entities(store: Store) -> dict[str, Entity]:
    return {
        str(row["iri"]): Entity(
            str(row["iri"]), str(row["label"]), str(row["kind"]), bool(row["provisional"])
        )
        for row in store.select(_ENTITIES)
    }


def _read_roles(store: Store) -> defaultdict[str, defaultdict[str, list[Entity]]]:
    entities = _read_entities(store)
    roles: defaultdict[str, defaultdict[str, list[Entity]]]
    roles = defaultdict(lambda: defaultdict(list))
    for row in store.select(_ROLES):
        role = str(row["role"]).removeprefix(terms.PREFIXES["skg"])
        roles[str(row["claim"])][role].append(entities[str(row["entity"])])
    return roles


def _read_evidence(store: Store) -> defaultdict[str, list[Evidence]]:
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.select(_EVIDENCE):
        evidence[str(row["claim"])].append(
            Evidence(
                document=_stem(row),
                start=int(str(row["start"])),
                end=int(str(row["end"])),
                quote=_text(row, "quote"),
                sha256=str(row["sha256"]),
                rule=unquote(str(row["rule"]).removeprefix(terms.ID_FRAME)),
            )
        )
    return evidence


def _read_origins(store: Store) -> dict[str, _Origin]:
    entities = _read_entities(store)
    origins: dict[str, _Origin] = {}
    for row in store.select(_ARTICLES):
        stem = _stem(row)
        known = origins.get(stem, _Origin(_text(row, "title") or stem, ()))
        outlet = (entities[str(row["outlet"])].label,) if row["outlet"] else ()
        origins[stem] = _Origin(known.title, (*known.outlets, *outlet))
    return origins


def _to_claim(
    row: Row,
    roles: Mapping[str, list[Entity]],
    evidence: Sequence[Evidence],
    vocabulary: Vocabulary,
) -> Claim:
    kind = _name(row, "type")
    times = ("text", "earliest_begin", "latest_begin", "earliest_end", "latest_end")
    return Claim(
        iri=str(row["claim"]),
        type=kind,
        root=vocabulary.root_of(kind),
        agent=tuple(roles["claimAgent"]),
        target=tuple(roles["claimTarget"]),
        place=tuple(roles["claimPlace"]),
        modality=Modality(_name(row, "modality")),
        polarity=Polarity(_name(row, "polarity")),
        certainty=Certainty(_name(row, "certainty")),
        realis=Realis(_name(row, "realis")),
        source=tuple(roles["claimSource"]),
        citing=tuple(roles["claimCites"]),
        time=TimeBounds(*(_text(row, name) for name in times)),
        evidence=tuple(evidence),
        support_kind=_text(row, "supportKind"),
        strained=bool(row["strained"]),
    )


def _document_order(claim: Claim) -> tuple[str, int, int, str]:
    if not claim.evidence:
        return "", 0, 0, claim.iri
    first = claim.evidence[0]
    return first.document, first.start, first.end, claim.iri


def _to_tie(row: Row, claims: Sequence[Claim], origins: Mapping[str, _Origin]) -> Tie:
    return Tie(
        iri=str(row["tie"]),
        source=str(row["from"]),
        target=str(row["to"]),
        kind=str(row["kind"]),
        sign=int(str(row["sign"])),
        directed=bool(row["directed"]),
        status=str(row["status"]),
        disputed=bool(row["disputed"]),
        weight=int(str(row["count"])),
        claims=tuple(
            _to_tie_claim(claim, evidence, origins[evidence.document])
            for claim in claims
            for evidence in claim.evidence
        ),
    )


def _to_tie_claim(claim: Claim, evidence: Evidence, origin: _Origin) -> TieClaim:
    return TieClaim(
        iri=claim.iri,
        type=claim.type,
        modality=claim.modality.value,
        certainty=claim.certainty.value,
        speaker=", ".join(entity.label for entity in claim.source),
        time=_describe_time(claim.time),
        article=origin.title,
        outlets=origin.outlets,
        quote=evidence.quote,
        rule=evidence.rule,
    )


def _describe_time(time: TimeBounds) -> str:
    """Return the words of the text and the bounds that they set: "since 2015 (begins 2015...)"."""
    begin = _describe_span("begins", time.earliest_begin, time.latest_begin)
    end = _describe_span("ends", time.earliest_end, time.latest_end)
    bounds = ", ".join(part for part in (begin, end) if part)
    return f"{time.text} ({bounds})" if bounds else time.text


def _describe_span(verb: str, earliest: str, latest: str) -> str:
    if earliest and latest:
        return f"{verb} {earliest}" if earliest == latest else f"{verb} {earliest} to {latest}"
    if earliest:
        return f"{verb} not before {earliest}"
    return f"{verb} not after {latest}" if latest else ""


def _stem(row: Row) -> str:
    return unquote(str(row["article"]).removeprefix(terms.ID_ARTICLE))


def _name(row: Row, variable: str) -> str:
    return str(row[variable]).removeprefix(terms.PREFIXES["skg"])


def _text(row: Row, variable: str) -> str:
    value = row[variable]
    return "" if value is None else str(value)
