"""The plain-query checks of ``queries/checks``: one fault per file.

A check is a SELECT whose rows are faults: ``?focus`` is the node, ``?detail``
(where it has one) says more. Its first lines are a header in grlc's manner::

    #+ summary: A claim has no evidence
    #+ severity: error
    #+ cure: Link the characters that say it with skg:evidence, or drop the claim.

It sees the union of all graphs as the default graph, and each by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from syriakg.errors import QuestionError
from syriakg.resources import get_folder
from syriakg.validation.faults import Fault, Severity

HEADER_KEYS: Final = ("summary", "severity", "cure")
_FIELD: Final = re.compile(r"#\+ (\w+): (\S.*)")
_HEADER_CURE: Final = f"begin it with '#+ key: value' lines for {', '.join(HEADER_KEYS)}"


@dataclass(frozen=True, slots=True)
class Check:
    """A query that selects the nodes with one fault."""

    name: str
    where: str
    text: str
    summary: str
    severity: Severity
    cure: str


def list_checks(folder: Path | None = None) -> list[Check]:
    """Return all checks (default: the shipped ones) by name. Errors as in ``read_check``."""
    base = folder or get_folder("queries") / "checks"
    return [read_check(path) for path in sorted(base.glob("*.rq"))]


def read_check(path: Path) -> Check:
    """Read a check. Raises QuestionError when its file or header is not as it should be."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError(
            "cannot be read", where=str(path), cure="name a readable UTF-8 file"
        ) from error
    header: dict[str, str] = {}
    for line in text.splitlines():
        field = _FIELD.fullmatch(line)
        if field is None:
            break
        header[field[1]] = field[2]
    if sorted(header) != sorted(HEADER_KEYS):
        raise QuestionError("a check without its header", where=str(path), cure=_HEADER_CURE)
    if header["severity"] not in list(Severity):
        raise QuestionError(
            f"unknown severity {header['severity']!r}",
            where=str(path),
            cure=f"use one of: {', '.join(Severity)}",
        )
    return Check(
        name=path.stem,
        where=str(path),
        text=text,
        summary=header["summary"],
        severity=Severity(header["severity"]),
        cure=header["cure"],
    )


def find_check_faults(quads: Iterable[ox.Quad], folder: Path | None = None) -> list[Fault]:
    """Return what the checks (default: the shipped ones) find wrong, sorted.

    ``quads`` hold the ontology too: the checks follow its class tree. Raises
    QuestionError for a check that is broken.
    """
    store = ox.Store()
    store.bulk_extend(quads)
    return sorted(fault for check in list_checks(folder) for fault in _run(check, store))


def _run(check: Check, store: ox.Store) -> Iterator[Fault]:
    try:
        rows = store.query(check.text, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise QuestionError(f"broken SPARQL: {error}", where=check.where, cure="mend it") from error
    names = rows.variables if isinstance(rows, ox.QuerySolutions) else []
    if not isinstance(rows, ox.QuerySolutions) or ox.Variable("focus") not in names:
        raise QuestionError("a check that selects no ?focus", where=check.where, cure="select it")
    has_detail = ox.Variable("detail") in names
    for row in rows:
        detail = row["detail"] if has_detail else None
        if row["focus"] is None:
            continue  # an aggregate over nothing still gives one empty row
        yield Fault(
            severity=check.severity,
            focus=_text(row["focus"]),
            what=f"{check.summary}: {_text(detail)}" if detail is not None else check.summary,
            where=f"check {check.name}",
            cure=check.cure,
        )


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value
