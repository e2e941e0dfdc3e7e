"""Small worlds of claims, made by hand, and the stores that hold them."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from syriakg import terms
from syriakg.derive import derive
from syriakg.rdf import to_quads
from syriakg.records import (
    Article,
    Certainty,
    Claim,
    Entity,
    Evidence,
    Modality,
    Polarity,
    Realis,
    TimeBounds,
)
from syriakg.reference import Reference
from syriakg.resources import get_folder
from syriakg.store import Store

WORLD = Path(__file__).with_name("world.ttl")
NOTHING_KNOWN = Reference((), "")


@cache
def entities() -> dict[str, Entity]:
    """Return the world's actors and places by the local name of their IRI.

    A place that shares its local name with an actor is called ``place/NAME``.
    """
    found: dict[str, Entity] = {}
    graph = ox.Store()
    graph.load(WORLD.read_bytes(), ox.RdfFormat.TURTLE)
    rows = graph.query("SELECT ?s ?k ?l { ?s a ?k ; skos:prefLabel ?l }", prefixes=terms.PREFIXES)
    assert isinstance(rows, ox.QuerySolutions)
    for iri, kind, label in sorted((r["s"].value, r["k"].value, r["l"].value) for r in rows):
        name = iri.rpartition("/")[2]
        key = f"place/{name}" if name in found else name
        found[key] = Entity(iri, label, kind.rpartition("#")[2])
    return found


def names(text: str) -> tuple[Entity, ...]:
    """Return the entities named in a list such as ``"hts, syrian-rebels"``."""
    return tuple(entities()[name.strip()] for name in text.split(",") if name.strip())


def make_article(stem: str, outlets: tuple[str, ...] = ()) -> Article:
    """Return an article whose hash depends on its name only."""
    sha256 = hashlib.sha256(stem.encode()).hexdigest()
    return Article(stem, f"{stem}.md", "", sha256, f"Title of {stem}", outlets=outlets)


def make_evidence(document: str, quote: str) -> Evidence:
    """Return evidence in ``document``; other words stand at another place."""
    sha256 = hashlib.sha256(document.encode()).hexdigest()
    start = zlib.crc32(quote.encode()) % 10_000
    return Evidence(document, start, start + len(quote), quote, sha256, "some-rule")


def make_claim(  # noqa: PLR0913 - a claim has many fields, most with a usual value
    kind: str,
    agent: str = "",
    target: str = "",
    place: str = "",
    modality: str = "asserted",
    *,
    source: str = "",
    citing: str = "",
    realis: str = "actual",
    time: TimeBounds | None = None,
    documents: Sequence[str] = ("first",),
    quote: str = "what it says",
    support_kind: str = "",
    strained: bool = False,
) -> Claim:
    """Return a claim; its IRI follows from everything but its evidence."""
    bounds = time or TimeBounds()
    stance = Modality(modality)
    fields = (kind, agent, target, place, stance, source, citing, realis, bounds, strained)
    digest = hashlib.sha256(repr((*fields, support_kind)).encode()).hexdigest()[:16]
    return Claim(
        iri=terms.ID_CLAIM + digest,
        type=kind,
        root=None,
        agent=names(agent),
        target=names(target),
        place=names(place),
        modality=stance,
        polarity=Polarity.NEGATIVE if stance is Modality.DENIED else Polarity.POSITIVE,
        certainty=Certainty.POSSIBLE if stance is Modality.HYPOTHETICAL else Certainty.CERTAIN,
        realis=Realis(realis),
        source=names(source),
        citing=names(citing),
        time=bounds,
        evidence=tuple(make_evidence(document, quote) for document in documents),
        support_kind=support_kind,
        strained=strained,
    )


def make_store(claims: Iterable[Claim], articles: Sequence[Article] | None = None) -> Store:
    """Return a store of ontology, the world, the claims and everything derived from them."""
    listed = list(claims)
    documents = sorted({item.document for claim in listed for item in claim.evidence})
    if articles is None:
        articles = [make_article(stem) for stem in documents]
    store = Store.open()
    store.load(get_folder("ontology") / "syriakg.ttl")
    store.load(WORLD)
    store.add(to_quads(articles, listed, reference=NOTHING_KNOWN))
    derive(store)
    return store
