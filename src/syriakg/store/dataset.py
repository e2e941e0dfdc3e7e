"""The bytes of a dataset: canonical N-Quads, readable TriG, and one hash for both.

Everything here depends on the set of quads only, not on the order in which they
were added, so that the same articles always give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import URIRef

from syriakg import terms


@dataclass(frozen=True, slots=True)
class DatasetFiles:
    """One dataset as it is published.

    ``nquads`` is its canonical form by RDFC-1.0 (sorted, blank nodes renamed);
    ``sha256`` is the hash of exactly those bytes, in hexadecimal.
    """

    nquads: bytes
    trig: bytes
    sha256: str


def to_files(quads: Iterable[ox.Quad]) -> DatasetFiles:
    """Return the canonical files of a set of quads."""
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    nquads = to_nquads(dataset)
    return DatasetFiles(nquads, to_trig(dataset), hashlib.sha256(nquads).hexdigest())


def to_nquads(quads: Iterable[ox.Quad]) -> bytes:
    """Return the quads as N-Quads, one a line, in code-point order."""
    lines = _serialize(quads, ox.RdfFormat.N_QUADS).splitlines(keepends=True)
    return b"".join(sorted(lines))


def to_trig(quads: Iterable[ox.Quad]) -> bytes:
    """Return the quads as TriG for people: prefixes, default graph first, types first."""
    return _serialize(sorted(quads, key=_reading_order), ox.RdfFormat.TRIG, terms.PREFIXES)


def _serialize(
    quads: Iterable[ox.Quad], form: ox.RdfFormat, prefixes: dict[str, str] | None = None
) -> bytes:
    written = ox.serialize(quads, format=form, prefixes=prefixes)
    return written or b""


def _reading_order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    # A URIRef never equals a plain string.
    is_type = URIRef(quad.predicate.value) == terms.RDF.type
    return graph, str(quad.subject), not is_type, quad.predicate.value, str(quad.object)
