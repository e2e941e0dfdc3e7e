"""`KnowledgeGraph`: load it, ask it, draw it, hand it to other libraries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Self

import networkx as nx
import pyoxigraph as ox
from rdflib import Dataset

from syriakg.derive import derive
from syriakg.errors import QuestionError, StoreError
from syriakg.graph import records
from syriakg.graph.bridges import to_owl, to_rdflib
from syriakg.network import NetworkActor, build_alliance_network, build_influence_network
from syriakg.questions import Question, get_question, is_question_name, run_question, to_term
from syriakg.rdf import Run, to_quads
from syriakg.records import Article, Claim, Tie
from syriakg.reference import load_reference
from syriakg.resources import get_folder
from syriakg.store import Answer, Store, to_answer
from syriakg.vocabulary import load_vocabulary

NETWORKS: Final = ("alliance", "influence")
ONTOLOGY_FILES: Final = ("syriakg.ttl", "actors.ttl", "places.ttl")
_DATASET: Final = "syriakg.trig"


class KnowledgeGraph:
    """What the articles claim, and what follows from it, as one graph.

    >>> graph = KnowledgeGraph.load()                       # doctest: +SKIP
    >>> for row in graph.query("who-supports-whom"):        # doctest: +SKIP
    ...     print(row["supporterLabel"], row["supportedLabel"])

    ``store`` is the SPARQL store beneath, for everything not offered here.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def load(cls, path: Path | str | None = None) -> Self:
        """Load a dataset: a file, a folder that ``syriakg build`` made, or the shipped one.

        Raises StoreError when it is missing or broken.
        """
        place = Path(path) if path is not None else get_folder("graphs")
        file = place / _DATASET if place.is_dir() else place
        if not file.is_file():
            raise StoreError("no such dataset", where=str(file), cure="build it: syriakg build")
        store = Store.open()
        store.load(file)
        return cls(store)

    @classmethod
    def from_claims(
        cls,
        articles: Sequence[Article],
        claims: Sequence[Claim],
        *,
        run: Run | None = None,
        ontology: Path | None = None,
    ) -> Self:
        """Build the graph of claims: ontology and reference data, claims, all that follows.

        ``run`` says what built it, for the graph's provenance; ``ontology`` is a
        folder that stands in for the shipped one. Raises OntologyError for a
        type that the ontology lacks.
        """
        folder = ontology or get_folder("ontology")
        store = Store.open()
        for name in ONTOLOGY_FILES:
            store.load(folder / name)
        store.add(to_quads(articles, claims, run=run, reference=load_reference(folder)))
        derive(store)
        return cls(store)

    def query(self, question: str, **bindings: str | float) -> Answer:
        """Ask a named question or a SPARQL SELECT query; return its rows.

        ``bindings`` fix variables that the query selects: ``actor:russia`` or a
        full IRI for an entity, anything else for a literal. Raises QuestionError.

        >>> graph.query("who-supports-whom", supporter="actor:russia")  # doctest: +SKIP
        """
        asked = (
            get_question(question)
            if is_question_name(question)
            else Question("query", "query", question)
        )
        bound = {name: to_term(value) for name, value in bindings.items()}
        result = run_question(self.store, asked, bound)
        if not isinstance(result, ox.QuerySolutions):
            raise QuestionError(
                "not a SELECT query", where=asked.where, cure="use store.run for ASK and CONSTRUCT"
            )
        return to_answer(result)

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims with their evidence, in document order.

        Within a role entities are ordered by IRI: the graph keeps no order.
        """
        return records.read_claims(self.store)

    def ties(self) -> tuple[Tie, ...]:
        """Return all ties between actors, each with the evidence behind it."""
        return records.read_ties(self.store)

    @cached_property
    def actors(self) -> Mapping[str, NetworkActor]:
        """All actors by IRI."""
        return records.read_actors(self.store)

    def network(self, name: str) -> nx.MultiDiGraph[str]:
        """Return the network ``alliance`` or ``influence``, evidence on every edge.

        Nodes are the IRIs of actors, edge keys the IRIs of ties; see
        ``syriakg.network.EdgeAttributes``. Raises QuestionError for another name.
        """
        if name == "alliance":
            return build_alliance_network(self.ties(), self.actors)
        if name == "influence":
            return build_influence_network(self.ties(), self.actors, load_vocabulary().influence)
        raise QuestionError(
            "no such network", where=repr(name), cure=f"use one of: {', '.join(NETWORKS)}"
        )

    def to_rdflib(self) -> Dataset:
        """Return a copy as an rdflib dataset with the same named graphs."""
        return to_rdflib(self.store)

    def owl(self) -> Any:  # noqa: ANN401 - owlready2 is untyped
        """Return a copy as an owlready2 World, all graphs merged, nothing inferred yet.

        Claims mention classes and never use them, so the merged graph states no
        more than the default graph does.
        """
        return to_owl(self.store)
