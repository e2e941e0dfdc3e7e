"""What a query answers: typed rows for Python, and the standard formats for the rest.

CSV is written as SPARQL 1.1 defines it, values untouched: a cell that begins
with ``=`` or ``@`` is a formula to some spreadsheets, so import such a file as
text. Tables are for people and hide the IRI of whatever also has a label.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, TypeAlias

import pyoxigraph as ox
from rdflib import URIRef
from rich.console import Console
from rich.table import Table
from rich.text import Text

from syriakg import terms
from syriakg.errors import QuestionError

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Value: TypeAlias = URIRef | str | bool | int | Decimal | None
Row: TypeAlias = Mapping[str, Value]
RawResult: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

SOLUTION_FORMATS: Final = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
GRAPH_FORMATS: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
FORMATS: Final = ("table", *SOLUTION_FORMATS, *GRAPH_FORMATS)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a SELECT query, read to the end.

    A row maps each variable to a Python value: IRIs are ``URIRef``, literals
    ``str``, ``bool``, ``int`` or ``Decimal`` (dates stay ISO strings, as bounds
    may be partial), an unbound variable is None.
    """

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> Row:
        return self.rows[index]


def to_answer(solutions: ox.QuerySolutions) -> Answer:
    """Read all solutions into typed rows."""
    names = tuple(variable.value for variable in solutions.variables)
    rows = tuple({name: to_value(solution[name]) for name in names} for solution in solutions)
    return Answer(names, rows)


def to_value(term: Term | None) -> Value:
    """Return the Python value of an RDF term; None for an unbound variable."""
    match term:
        case None:
            return None
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.Literal():
            return _literal_value(term)
        case _:
            return str(term)


def _literal_value(literal: ox.Literal) -> Value:
    kind = URIRef(literal.datatype.value)
    try:
        if kind == terms.XSD.boolean:
            return literal.value in {"true", "1"}
        if kind == terms.XSD.integer:
            return int(literal.value)
        if kind == terms.XSD.decimal:
            return Decimal(literal.value)
    except (ValueError, InvalidOperation):
        return literal.value  # ill-typed: hand over what is written
    return literal.value


def serialize_result(result: RawResult, form: str) -> bytes:
    """Return a query's result in one of ``FORMATS``, as UTF-8.

    Raises QuestionError when the format cannot hold that kind of result.
    """
    if isinstance(result, ox.QueryTriples):
        return _serialize_triples(result, form)
    if form == "table":
        return _serialize_table(result)
    if form not in SOLUTION_FORMATS:
        raise _wrong_format(form, "rows", ("table", *SOLUTION_FORMATS))
    if isinstance(result, ox.QueryBoolean) and form in {"csv", "tsv"}:
        return f"{str(bool(result)).lower()}\n".encode()
    return result.serialize(format=SOLUTION_FORMATS[form]) or b""


def _serialize_triples(triples: ox.QueryTriples, form: str) -> bytes:
    name = "ttl" if form == "table" else form
    if name not in GRAPH_FORMATS:
        raise _wrong_format(form, "triples", tuple(GRAPH_FORMATS))
    ordered = sorted(set(triples), key=_triple_order)
    return ox.serialize(ordered, format=GRAPH_FORMATS[name], prefixes=terms.PREFIXES) or b""


def _triple_order(triple: ox.Triple) -> tuple[str, bool, str]:
    return str(triple.subject), URIRef(triple.predicate.value) != terms.RDF.type, str(triple)


def _wrong_format(form: str, content: str, usable: tuple[str, ...]) -> QuestionError:
    return QuestionError(
        f"{form!r} cannot hold {content}", where="--format", cure=f"use {', '.join(usable)}"
    )


def _serialize_table(result: ox.QuerySolutions | ox.QueryBoolean) -> bytes:
    if isinstance(result, ox.QueryBoolean):
        return f"{'yes' if result else 'no'}\n".encode()
    stream = io.StringIO()
    # A fixed width keeps a table that goes to a file the same on every machine.
    Console(file=stream, width=160, force_terminal=False).print(to_table(to_answer(result)))
    return stream.getvalue().encode()


def to_table(answer: Answer) -> Table:
    """Return the rows as a rich table; no cell is read as markup."""
    shown = [name for name in answer.variables if f"{name}Label" not in answer.variables]
    table = Table(highlight=False)
    for name in shown:
        table.add_column(Text(name.removesuffix("Label")))
    for row in answer:
        table.add_row(*(Text(_show(row[name])) for name in shown))
    return table


def _show(value: Value) -> str:
    match value:
        case None:
            return ""
        case URIRef():
            return _shorten(value)
        case bool():
            return "yes" if value else "no"
        case _:
            return "".join(mark if mark.isprintable() else " " for mark in str(value))


def _shorten(iri: str) -> str:
    for prefix, namespace in terms.PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and "/" not in local and "#" not in local:
            return f"{prefix}:{local}"
    return iri
