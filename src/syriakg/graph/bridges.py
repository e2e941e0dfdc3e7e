"""The dataset handed to other libraries: rdflib and owlready2."""

from __future__ import annotations

import io
from typing import Any

import pyoxigraph as ox
from rdflib import OWL, BNode, Dataset, Literal, URIRef
from rdflib.term import Node

from syriakg import terms
from syriakg.store import Store, Term


def to_rdflib(store: Store) -> Dataset:
    """Return the quads as an rdflib dataset with the project's prefixes bound."""
    dataset = Dataset()
    for prefix, namespace in terms.PREFIXES.items():
        dataset.bind(prefix, namespace, replace=True)
    for quad in store:
        graph = dataset.default_graph
        if isinstance(quad.graph_name, ox.NamedNode):
            graph = dataset.graph(URIRef(quad.graph_name.value))
        graph.add((_to_node(quad.subject), _to_node(quad.predicate), _to_node(quad.object)))
    return dataset


def _to_node(term: Term) -> Node:
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal(language=str()):
            return Literal(term.value, lang=term.language)
        case ox.Literal():
            plain = URIRef(term.datatype.value) == terms.XSD.string
            datatype = None if plain else URIRef(term.datatype.value)
            return Literal(term.value, datatype=datatype, normalize=False)
        case _:
            message = f"rdflib has no counterpart of {term}"
            raise TypeError(message)


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
