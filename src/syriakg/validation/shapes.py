"""The SHACL shapes of ``ontology/shapes.ttl``: what every record must look like."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from pyshacl import validate
from rdflib import RDF, SH, Graph
from rdflib.term import Node

from syriakg.errors import OntologyError
from syriakg.resources import get_folder
from syriakg.terms import PREFIXES
from syriakg.validation.faults import Fault, Severity

_CURE: Final = " Cure: "


def find_shape_faults(quads: Iterable[ox.Quad], path: Path | None = None) -> list[Fault]:
    """Return what the shapes (default: the shipped ones) find wrong, sorted.

    All graphs are taken as one. ``quads`` hold the ontology too: the shapes
    follow its class tree. Raises OntologyError for shapes that do not parse.
    """
    shapes = _read_shapes(path or get_folder("ontology") / "shapes.ttl")
    _, results, _ = validate(to_graph(quads), shacl_graph=shapes, inference="none")
    if not isinstance(results, Graph):
        raise OntologyError(
            f"the shapes cannot be applied: {results!r}", where=str(path), cure="mend the shapes"
        )
    found = {
        _to_fault(result, results, shapes)
        for result in results.subjects(RDF.type, SH.ValidationResult)
        # A detail inside another result has a parent that says the same.
        if (None, SH.result, result) in results
    }
    return sorted(found)


def to_graph(quads: Iterable[ox.Quad]) -> Graph:
    """Return the union of all graphs as an rdflib graph."""
    triples = {quad.triple for quad in quads}
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return Graph().parse(data=lines, format="nt")


def _read_shapes(path: Path) -> Graph:
    try:
        quads = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except OSError as error:
        raise OntologyError(
            "cannot be read", where=str(path), cure="name a readable Turtle file"
        ) from error
    except SyntaxError as error:
        raise OntologyError(str(error), where=str(path), cure="mend the Turtle") from error
    return to_graph(quads)


def _to_fault(result: Node, results: Graph, shapes: Graph) -> Fault:
    message = str(results.value(result, SH.resultMessage))
    what, _, cure = message.partition(_CURE)
    value = results.value(result, SH.value)
    if value is not None:
        what = f"{what.rstrip('.')}: {value}"
    is_error = results.value(result, SH.resultSeverity) == SH.Violation
    return Fault(
        severity=Severity.ERROR if is_error else Severity.WARNING,
        focus=str(results.value(result, SH.focusNode)),
        what=what.rstrip("."),
        where=f"shape {_name_of(results.value(result, SH.sourceShape), shapes)}",
        cure=cure,
    )


def _name_of(shape: Node | None, shapes: Graph) -> str:
    """Return the local name of a shape, or of the one that holds it."""
    holder = shapes.value(predicate=SH.property, object=shape) if shape is not None else None
    return str(holder or shape).removeprefix(PREFIXES["skg"])
