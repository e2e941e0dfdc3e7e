"""All checks on one dataset: shapes, plain queries and the reasoner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from syriakg.resources import get_folder
from syriakg.store import Store
from syriakg.terms import RDF
from syriakg.validation.checks import find_check_faults
from syriakg.validation.faults import Fault, Severity
from syriakg.validation.reasoner import Proof, Verdict, reason
from syriakg.validation.shapes import find_shape_faults

ONTOLOGY_FILE = "syriakg.ttl"
REFERENCE_FILES = ("actors.ttl", "places.ttl")


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a dataset; ``verdict`` is None where the reasoner was not asked."""

    faults: tuple[Fault, ...]
    verdict: Verdict | None = None

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that make the dataset wrong."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)

    @property
    def is_valid(self) -> bool:
        """Whether no error was found. Warnings, and a missing Java, do not count."""
        return not self.errors


def validate_dataset(quads: Iterable[ox.Quad], *, reasoner: bool = True) -> Report:
    """Check the quads of a dataset, together with the shipped ontology and reference data.

    An actor or place that the quads describe themselves is taken as they have
    it. Without ``reasoner`` HermiT is not run. Raises a SyriakgError for a check
    that cannot be run.
    """
    given = list(quads)
    everything = [*given, *_background(given)]
    faults = {*find_shape_faults(everything), *find_check_faults(everything)}
    verdict = reason(everything) if reasoner else None
    if verdict is not None:
        faults.update(_verdict_faults(verdict))
    return Report(tuple(sorted(faults)), verdict)


def validate_file(path: Path, *, reasoner: bool = True) -> Report:
    """Check a Turtle, N-Triples, N-Quads or TriG file.

    Raises StoreError when it is missing, of another kind, or broken.
    """
    store = Store.open()
    store.load(path)
    return validate_dataset(store, reasoner=reasoner)


def _background(given: list[ox.Quad]) -> Iterator[ox.Quad]:
    """Yield the shipped ontology, and the reference entities that are not given."""
    folder = get_folder("ontology")
    described = {quad.subject for quad in given if quad.predicate.value == str(RDF.type)}
    for name in (ONTOLOGY_FILE, *REFERENCE_FILES):
        if not (folder / name).is_file():
            continue
        store = Store.open()
        store.load(folder / name)
        yield from (
            quad for quad in store if name == ONTOLOGY_FILE or quad.subject not in described
        )


def _verdict_faults(verdict: Verdict) -> Iterator[Fault]:
    if verdict.proof is not Proof.INCONSISTENT:
        return
    cure = "see the check types-disjoint, and the domains, ranges and disjointness in the ontology"
    for focus in verdict.unsatisfiable or ("",):
        yield Fault(Severity.ERROR, focus, verdict.message, "reasoner HermiT", cure)
