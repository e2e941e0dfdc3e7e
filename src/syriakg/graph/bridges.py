"""The dataset handed to other libraries: rdflib and owlready2."""

from __future__ import annotations

import io
from typing import Any

import pyoxigraph as ox
from rdflib import OWL, Dataset

from syriakg import terms
from syriakg.store import Store, to_files


def to_rdflib(store: Store) -> Dataset:
    """Return the quads as an rdflib dataset with the project's prefixes bound."""
    dataset = Dataset()
    for prefix, namespace in terms.PREFIXES.items():
        dataset.bind(prefix, namespace, replace=True)
    dataset.parse(data=to_files(store).nquads, format="nquads")
    return dataset


def to_owl(store: Store) -> Any:  # noqa: ANN401 - owlready2 is untyped
    """Return the union of all graphs as an owlready2 World in memory.

    owlready2 loads TriG as junk without a word, so it gets N-Triples.
    """
    from owlready2 import World  # noqa: PLC0415 - slow, and few need it

    world = World()
    ontology = world.get_ontology(terms.ONTOLOGY)
    ontology.load(fileobj=io.BytesIO(_to_ntriples(store)))
    return world


def _to_ntriples(store: Store) -> bytes:
    """Merge the graphs; imports go, as owlready2 would look for them on the network."""
    imports = ox.NamedNode(OWL.imports)
    triples = {quad.triple for quad in store if quad.predicate != imports}
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return b"".join(sorted(lines.splitlines(keepends=True)))
