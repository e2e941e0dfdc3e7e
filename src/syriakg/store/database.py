"""The embedded Oxigraph store: open, load, ask, change.

In memory when no path is given; on disk otherwise. No query may make the store
fetch anything from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, Self

import pyoxigraph as ox

from syriakg import terms
from syriakg.errors import QuestionError, StoreError
from syriakg.store.results import Answer, RawResult, Term, to_answer
from syriakg.store.sparql import find_forbidden, find_position, is_missing_prefix

FORMATS: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
}


class Store:
    """A set of quads that answers SPARQL 1.1."""

    def __init__(self, inner: ox.Store) -> None:
        self._inner = inner

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the store in the folder ``path`` (made when missing), or one in memory.

        Raises StoreError when the folder is no store or another program holds it.
        """
        try:
            return cls(ox.Store(None if path is None else str(path)))
        except (OSError, ValueError) as error:
            raise StoreError(
                "cannot open the store",
                where=str(path),
                cure="close other programs that use it, or name an empty folder",
            ) from error

    def __len__(self) -> int:
        return len(self._inner)

    def __iter__(self) -> Iterator[ox.Quad]:
        return iter(self._inner)

    def __contains__(self, quad: ox.Quad) -> bool:
        return quad in self._inner

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads, all or none."""
        self._inner.extend(quads)

    def load(self, path: Path) -> None:
        """Add a Turtle, N-Triples, N-Quads or TriG file, told by its suffix; all or nothing.

        Raises StoreError when it is missing, of another kind, or broken.
        """
        form = FORMATS.get(path.suffix.lower())
        if form is None:
            raise StoreError(
                "not a dataset", where=str(path), cure=f"use a file in {', '.join(FORMATS)}"
            )
        try:
            self._inner.load(path.read_bytes(), form)
        except OSError as error:
            raise StoreError(
                error.strerror or "cannot be read", where=str(path), cure="name a readable file"
            ) from error
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            where = f"{path}:{line}" if line else str(path)
            what = f"broken RDF: {getattr(error, 'msg', error)}"
            raise StoreError(what, where=where, cure="mend the file") from error

    def run(
        self,
        query: str,
        *,
        bindings: Mapping[str, Term] | None = None,
        where: str = "query",
    ) -> RawResult:
        """Run a query of any form and return pyoxigraph's lazy result.

        ``bindings`` fixes variables that the query selects. The project's
        prefixes may be used without being declared. ``where`` names the query in
        errors. Raises QuestionError when it is broken, fetches, or binds a
        variable that it does not select.
        """
        _refuse_forbidden(query, where)
        substitutions = {ox.Variable(name): value for name, value in (bindings or {}).items()}
        try:
            return self._inner.query(
                query, prefixes=terms.PREFIXES, substitutions=substitutions or None
            )
        except SyntaxError as error:
            raise _syntax_fault(error, query, where) from error
        except RuntimeError as error:
            raise QuestionError(
                str(error), where=where, cure="bind only variables that the query selects"
            ) from error

    def select(
        self,
        query: str,
        *,
        bindings: Mapping[str, Term] | None = None,
        where: str = "query",
    ) -> Answer:
        """Run a SELECT query to its end. Errors as in ``run``."""
        result = self.run(query, bindings=bindings, where=where)
        if not isinstance(result, ox.QuerySolutions):
            raise QuestionError("not a SELECT query", where=where, cure="write it as SELECT")
        return to_answer(result)

    def update(self, update: str, *, where: str = "update") -> None:
        """Run a SPARQL update, all or nothing. Raises QuestionError when broken or fetching."""
        _refuse_forbidden(update, where)
        try:
            self._inner.update(update, prefixes=terms.PREFIXES)
        except SyntaxError as error:
            raise _syntax_fault(error, update, where) from error


def _refuse_forbidden(text: str, where: str) -> None:
    word = find_forbidden(text)
    if word:
        raise QuestionError(
            f"{word} is refused: queries read only this dataset",
            where=where,
            cure=f"remove {word}; a prefix of that name needs another one",
        )


def _syntax_fault(error: SyntaxError, text: str, where: str) -> QuestionError:
    position = find_position(text, error)
    if position is None:
        return QuestionError("broken SPARQL", where=where, cure="mend the SPARQL")
    line, column = position
    lines = text.split("\n")
    broken = lines[line - 1].strip() if line <= len(lines) else ""
    what = f"broken SPARQL at column {column}" + (f": {broken}" if broken else "")
    cure = "declare the prefix" if is_missing_prefix(error) else "mend it there"
    return QuestionError(what, where=f"{where}:{line}", cure=cure)
