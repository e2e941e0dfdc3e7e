"""Claims and articles -> quads: the only module that mints triples.

What it writes: claims, evidence and articles in ``g:claims``; entities that the
reference data lack in the default graph, marked provisional; what built the
dataset in ``g:provenance``. Facts, ties and contested pairs are derived later,
by the queries in ``queries/derive``. There are no blank nodes and no clock: the
same claims give the same quads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox
from rdflib import URIRef

from syriakg import terms
from syriakg.errors import OntologyError
from syriakg.records import Article, Claim, Entity, Evidence, TimeBounds
from syriakg.reference import Reference, load_reference, normalise_name

_CLAIMS: Final = ox.NamedNode(terms.GRAPH_CLAIMS)
_PROVENANCE: Final = ox.NamedNode(terms.GRAPH_PROVENANCE)
_DEFAULT: Final = ox.DefaultGraph()


@dataclass(frozen=True, slots=True)
class Run:
    """What built a dataset: data files with their SHA-256, software with its version."""

    files: tuple[tuple[str, str], ...] = ()
    software: tuple[tuple[str, str], ...] = ()


def to_quads(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    *,
    run: Run | None = None,
    reference: Reference | None = None,
) -> Iterator[ox.Quad]:
    """Yield the quads of articles and claims; with ``run`` also how they came about.

    ``reference`` (default: the shipped one) resolves the names of cited outlets.
    Raises OntologyError for a claim or entity type that the ontology lacks.
    """
    names = reference or load_reference()
    outlets = {name: find_outlet(name, names) for item in articles for name in item.outlets}
    for article in articles:
        yield from _article_quads(article, [outlets[name] for name in article.outlets])
    for claim in claims:
        yield from _claim_quads(claim)
    for entity in _find_provisional(claims, outlets.values()):
        yield from _provisional_quads(entity)
    if run is not None:
        yield from _provenance_quads(articles, run)


def article_iri(stem: str) -> URIRef:
    """Return the IRI of the article whose file has this stem."""
    return URIRef(terms.ID_ARTICLE + quote(stem, safe=""))


def evidence_iri(evidence: Evidence) -> URIRef:
    """Return the IRI of a piece of evidence: which characters of which text, by which rule."""
    parts = (evidence.sha256, evidence.document, evidence.start, evidence.end, evidence.rule)
    return URIRef(terms.ID_EVIDENCE + _hash(parts))


def _hash(parts: Iterable[object]) -> str:
    text = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _term(name: str) -> URIRef:
    term = getattr(terms.SKG, name, None)
    if not isinstance(term, URIRef):
        raise OntologyError(
            f"the ontology has no term {name!r}",
            where="claims",
            cure="add it to ontology/syriakg.ttl and generate the terms",
        )
    return term


def _quad(
    subject: str,
    predicate: URIRef,
    value: URIRef | ox.Literal,
    graph: ox.NamedNode | ox.DefaultGraph,
) -> ox.Quad:
    node = value if isinstance(value, ox.Literal) else ox.NamedNode(value)
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), node, graph)


def _article_quads(article: Article, outlets: Iterable[Entity]) -> Iterator[ox.Quad]:
    iri = article_iri(article.stem)
    yield _quad(iri, terms.RDF.type, terms.SKG.Article, _CLAIMS)
    yield _quad(iri, terms.RDF.type, terms.SCHEMA.NewsArticle, _CLAIMS)
    yield _quad(iri, terms.SKG.sha256, ox.Literal(article.sha256), _CLAIMS)
    if article.title:
        yield _quad(iri, terms.SCHEMA.name, ox.Literal(article.title), _CLAIMS)
    if article.restates:
        yield _quad(iri, terms.SKG.restates, ox.Literal(article.restates), _CLAIMS)
    if article.published:
        yield _quad(iri, terms.SCHEMA.datePublished, _date(article.published), _CLAIMS)
    for outlet in outlets:
        yield _quad(iri, terms.SKG.cites, URIRef(outlet.iri), _CLAIMS)


def find_outlet(name: str, reference: Reference) -> Entity:
    """Return the media outlet that an article cites as ``name``.

    One that the reference data lack is minted as provisional, never dropped.
    """
    kind = "MediaOutlet"
    for entry in reference.find_named(name):
        if entry.kind == kind:
            return entry.to_entity()
    slug = quote(normalise_name(name).replace(" ", "-"), safe="") or _hash((name,))
    return Entity(f"{terms.ID_ACTOR}provisional/{slug}", name, kind, provisional=True)


def _claim_quads(claim: Claim) -> Iterator[ox.Quad]:
    values: list[tuple[URIRef, URIRef | ox.Literal]] = [
        (terms.RDF.type, terms.SKG.Claim),
        (terms.SKG.claimType, _term(claim.type)),
        (terms.SKG.modality, _term(claim.modality)),
        (terms.SKG.polarity, _term(claim.polarity)),
        (terms.SKG.certainty, _term(claim.certainty)),
        (terms.SKG.realis, _term(claim.realis)),
    ]
    for predicate, entities in (
        (terms.SKG.claimAgent, claim.agent),
        (terms.SKG.claimTarget, claim.target),
        (terms.SKG.claimPlace, claim.place),
        (terms.SKG.claimSource, claim.source),
        (terms.SKG.claimCites, claim.citing),
    ):
        values += [(predicate, URIRef(entity.iri)) for entity in entities]
    if claim.support_kind:
        values.append((terms.SKG.supportKind, ox.Literal(claim.support_kind)))
    values += [(terms.SKG.inferredRole, ox.Literal(role)) for role in claim.inferred]
    if claim.strained:
        values.append((terms.SKG.strained, ox.Literal(value=True)))
    values += _time_values(claim.time)
    values += [(terms.SKG.evidence, evidence_iri(evidence)) for evidence in claim.evidence]
    for predicate, value in values:
        yield _quad(claim.iri, predicate, value, _CLAIMS)
    for evidence in claim.evidence:
        yield from _evidence_quads(evidence)


def _time_values(time: TimeBounds) -> list[tuple[URIRef, URIRef | ox.Literal]]:
    values: list[tuple[URIRef, URIRef | ox.Literal]] = []
    if time.text:
        values.append((terms.SKG.timeText, ox.Literal(time.text)))
    for predicate, bound in (
        (terms.SKG.earliestBegin, time.earliest_begin),
        (terms.SKG.latestBegin, time.latest_begin),
        (terms.SKG.earliestEnd, time.earliest_end),
        (terms.SKG.latestEnd, time.latest_end),
    ):
        if bound:
            values.append((predicate, _date(bound)))
    return values


def _date(day: str) -> ox.Literal:
    return ox.Literal(day, datatype=ox.NamedNode(terms.XSD.date))


def _evidence_quads(evidence: Evidence) -> Iterator[ox.Quad]:
    iri = evidence_iri(evidence)
    rule = URIRef(terms.ID_FRAME + quote(evidence.rule, safe=""))
    yield _quad(iri, terms.RDF.type, terms.SKG.Evidence, _CLAIMS)
    yield _quad(iri, terms.SKG.article, article_iri(evidence.document), _CLAIMS)
    yield _quad(iri, terms.SKG.startOffset, ox.Literal(evidence.start), _CLAIMS)
    yield _quad(iri, terms.SKG.endOffset, ox.Literal(evidence.end), _CLAIMS)
    yield _quad(iri, terms.SKG.rule, rule, _CLAIMS)
    if evidence.quote:
        yield _quad(iri, terms.SKG.quote, ox.Literal(evidence.quote), _CLAIMS)


def _find_provisional(claims: Iterable[Claim], outlets: Iterable[Entity]) -> list[Entity]:
    """Return one entity for each provisional IRI, whatever different texts call it.

    What is cited as an outlet is an outlet, even if a sentence took it for something else.
    """
    found: dict[str, Entity] = {}
    for claim in claims:
        for role in (claim.agent, claim.target, claim.place, claim.source, claim.citing):
            for entity in role:
                found[entity.iri] = min(entity, found.get(entity.iri, entity))
    for entity in sorted(outlets, reverse=True):
        found[entity.iri] = entity
    return [found[iri] for iri in sorted(found) if found[iri].provisional]


def _provisional_quads(entity: Entity) -> Iterator[ox.Quad]:
    label = ox.Literal(entity.label, language="en")
    yield _quad(entity.iri, terms.RDF.type, _term(entity.kind), _DEFAULT)
    yield _quad(entity.iri, terms.SKOS.prefLabel, label, _DEFAULT)
    yield _quad(entity.iri, terms.SKG.provisional, ox.Literal(value=True), _DEFAULT)


def _provenance_quads(articles: Sequence[Article], run: Run) -> Iterator[ox.Quad]:
    inputs = sorted((article.stem, article.sha256) for article in articles)
    iri = URIRef(terms.ID_RUN + _hash((inputs, sorted(run.files), sorted(run.software))))
    yield _quad(iri, terms.RDF.type, terms.PROV.Activity, _PROVENANCE)
    for stem, _ in inputs:
        yield _quad(iri, terms.PROV.used, article_iri(stem), _PROVENANCE)
    for name, sha256 in run.files:
        file = URIRef(f"{terms.ID_RUN}file-{_hash((name, sha256))}")
        yield _quad(iri, terms.PROV.used, file, _PROVENANCE)
        yield _quad(file, terms.RDF.type, terms.PROV.Entity, _PROVENANCE)
        yield _quad(file, terms.SCHEMA.name, ox.Literal(name), _PROVENANCE)
        yield _quad(file, terms.SCHEMA.sha256, ox.Literal(sha256), _PROVENANCE)
    for name, version in run.software:
        agent = URIRef(f"{terms.ID_RUN}software-{_hash((name, version))}")
        yield _quad(iri, terms.PROV.wasAssociatedWith, agent, _PROVENANCE)
        yield _quad(agent, terms.RDF.type, terms.PROV.SoftwareAgent, _PROVENANCE)
        yield _quad(agent, terms.SCHEMA.name, ox.Literal(name), _PROVENANCE)
        yield _quad(agent, terms.SCHEMA.softwareVersion, ox.Literal(version), _PROVENANCE)
    for graph in (terms.GRAPH_CLAIMS, terms.GRAPH_TIES, terms.GRAPH_CONTESTED):
        yield _quad(graph, terms.PROV.wasGeneratedBy, iri, _PROVENANCE)
