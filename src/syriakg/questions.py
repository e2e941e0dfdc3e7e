"""The questions that people ask: find a ``.rq`` file, bind its variables, run it.

A question is a SPARQL query whose first lines are a header in grlc's manner::

    #+ summary: Who supports whom, and how
    #+ question: Who supports whom, with what, and how sure is it?
    #+ parameters: supporter, supported

Any variable that the query selects can be fixed to an RDF term; ``parameters``
names those that are worth it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from syriakg import terms
from syriakg.errors import QuestionError
from syriakg.resources import get_folder
from syriakg.store import RawResult, Store, Term

HEADER_KEYS: Final = ("summary", "question", "description", "parameters")
_REQUIRED: Final = ("summary", "question")

_FIELD = re.compile(r"#\+ (\w+): (\S.*)")
_MORE = re.compile(r"#\+ {2,}(\S.*)")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CURIE = re.compile(r"([a-z]+):([\w%.~-]+)")

_KNOWN: Final = """
SELECT ?iri ?property
WHERE { { ?iri ?property ?value } UNION { GRAPH ?graph { ?iri ?property ?value } } }
LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what it asks in English.

    ``where`` is its file, for errors; ``parameters`` are selected variables that
    are worth fixing.
    """

    name: str
    where: str
    text: str
    summary: str = ""
    question: str = ""
    description: str = ""
    parameters: tuple[str, ...] = ()


def list_questions(folder: Path | None = None) -> list[Question]:
    """Return all questions (default: the shipped ones) by name. Errors as in ``read_question``."""
    base = folder or get_folder("queries") / "questions"
    return [read_question(path) for path in sorted(base.glob("*.rq"))]


def get_question(name: str, folder: Path | None = None) -> Question:
    """Return the question called ``name``.

    Raises QuestionError, with the names that come nearest, when there is none.
    """
    base = folder or get_folder("queries") / "questions"
    path = base / f"{name}.rq"
    if not is_question_name(name) or not path.is_file():
        known = sorted(path.stem for path in base.glob("*.rq"))
        raise QuestionError(
            "no such question", where=repr(name), cure=f"ask one of: {', '.join(known)}"
        )
    return read_question(path)


def is_question_name(text: str) -> bool:
    """Tell whether ``text`` can only be a question's name: no SPARQL, no path."""
    return _NAME.fullmatch(text) is not None


def read_question(path: Path) -> Question:
    """Read a question from its file.

    Raises QuestionError, naming file and line, when it cannot be read or when a
    header line is malformed, unknown, double or missing.
    """
    fields = _read_header(text := _read_text(path), path)
    for key in _REQUIRED:
        if key not in fields:
            raise QuestionError(
                f"the header lacks {key!r}", where=f"{path}:1", cure=f"add a line '#+ {key}: ...'"
            )
    parameters = fields.get("parameters", "")
    return Question(
        name=path.stem,
        where=str(path),
        text=text,
        summary=fields["summary"],
        question=fields["question"],
        description=fields.get("description", ""),
        parameters=tuple(name.strip() for name in parameters.split(",") if name.strip()),
    )


def read_query(path: Path) -> Question:
    """Read a query of the user's own, which needs no header. Raises QuestionError."""
    return Question(path.stem, str(path), _read_text(path))


def run_question(
    store: Store, question: Question, bindings: Mapping[str, Term] | None = None
) -> RawResult:
    """Run a question with some of its selected variables fixed.

    Raises QuestionError, naming file and line, when the query is broken, fetches
    from elsewhere, or does not select a variable that is bound.
    """
    for name, term in (bindings or {}).items():
        if isinstance(term, ox.NamedNode) and not store.select(_KNOWN, bindings={"iri": term}):
            raise QuestionError(
                f"nothing in the graph is called {term.value}",
                where=name,
                cure="check the spelling; skos:prefLabel and skos:altLabel hold the names",
            )
    return store.run(question.text, bindings=bindings, where=question.where)


def to_term(value: str | float) -> Term:
    """Return the RDF term that a value from the outside means.

    ``<iri>``, an absolute ``http`` IRI or ``prefix:name`` with one of the
    project's prefixes is an IRI; anything else is a literal. Raises
    QuestionError for an IRI with characters that none may have.
    """
    if not isinstance(value, str):
        return ox.Literal(value)
    iri = _find_iri(value)
    if iri is None:
        return ox.Literal(value)
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QuestionError(
            f"not an IRI: {error}",
            where=repr(value),
            cure="percent-encode what an IRI may not hold",
        ) from error


def _find_iri(value: str) -> str | None:
    if value.startswith("<") and value.endswith(">"):
        return value[1:-1]
    if value.startswith(("http://", "https://")):
        return value
    match = _CURIE.fullmatch(value)
    if match and match[1] in terms.PREFIXES:
        return terms.PREFIXES[match[1]] + match[2]
    return None


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise QuestionError(
            error.strerror or "cannot be read", where=str(path), cure="name a readable .rq file"
        ) from error
    except UnicodeDecodeError as error:
        raise QuestionError("is not UTF-8", where=str(path), cure="save it as UTF-8") from error


def _read_header(text: str, path: Path) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#+"):
            break
        if (more := _MORE.fullmatch(line)) and key:
            fields[key] += f" {more[1].strip()}"
            continue
        field = _FIELD.fullmatch(line)
        if not field or field[1] not in HEADER_KEYS or field[1] in fields:
            raise QuestionError(
                f"bad header line {line!r}",
                where=f"{path}:{number}",
                cure=f"write '#+ key: text' once for each of {', '.join(HEADER_KEYS)}",
            )
        key = field[1]
        fields[key] = field[2].strip()
    return fields
