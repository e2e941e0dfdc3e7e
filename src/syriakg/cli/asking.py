"""``query`` and ``network``: what asks a dataset."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from syriakg.cli.output import check_choice, put_out
from syriakg.errors import QuestionError, StoreError

if TYPE_CHECKING:
    from syriakg.graph import KnowledgeGraph
    from syriakg.questions import Question
    from syriakg.store import RawResult, Store, Term

_NETWORK_FORMATS = ("html", "graphml", "gexf", "json")

Data = Annotated[
    list[Path] | None,
    typer.Option("--data", help="Ask this dataset (TriG, N-Quads, Turtle); may be repeated."),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Write to this file.")]


def query(
    question: Annotated[
        str, typer.Argument(help="A question's name, a .rq file, or - for standard input.")
    ] = "",
    form: Annotated[
        str, typer.Option("--format", help="table, csv, tsv, json, xml; ttl, nt for CONSTRUCT.")
    ] = "table",
    bind: Annotated[
        list[str] | None,
        typer.Option("--bind", help="Fix a variable: supporter=actor:russia; may be repeated."),
    ] = None,
    data: Data = None,
    store: Annotated[
        Path | None, typer.Option("--store", help="Ask the store in this folder.")
    ] = None,
    output: Output = None,
    forbid_rows: Annotated[
        bool, typer.Option("--forbid-rows", help="Leave with exit code 1 when there is a row.")
    ] = False,
) -> None:
    """Ask a named question or any SPARQL query. Without an argument: list the questions."""
    from syriakg.questions import run_question  # noqa: PLC0415
    from syriakg.store import FORMATS, serialize_result  # noqa: PLC0415

    if not question:
        put_out(_list_questions(), output)
        return
    check_choice(form, FORMATS, "--format")
    asked = _find_question(question)
    source = _open_store(data, store)
    bindings = _read_bindings(bind or [])
    has_rows = forbid_rows and _has_rows(run_question(source, asked, bindings))
    put_out(serialize_result(run_question(source, asked, bindings), form), output)
    if has_rows:
        raise typer.Exit(1)


def network(
    name: Annotated[str, typer.Argument(help="alliance or influence")],
    form: Annotated[str, typer.Option("--format", help="html, graphml, gexf or json")] = "html",
    data: Data = None,
    output: Output = None,
) -> None:
    """Write a network of actors: a page for the browser, or a file for other programs."""
    check_choice(form, _NETWORK_FORMATS, "--format")
    from syriakg.graph import NETWORKS, KnowledgeGraph  # noqa: PLC0415

    check_choice(name, NETWORKS, "network")
    graph = KnowledgeGraph(_open_store(data, None))
    put_out(_render_network(graph, name, form), output)


def _render_network(graph: KnowledgeGraph, name: str, form: str) -> bytes:
    from syriakg.build.pipeline import draw_network  # noqa: PLC0415
    from syriakg.network import to_gexf, to_graphml, to_node_link  # noqa: PLC0415

    drawn = graph.network(name)
    if form == "html":
        return draw_network(name, drawn)
    write = {"graphml": to_graphml, "gexf": to_gexf, "json": to_node_link}[form]
    return write(drawn).encode()


def _list_questions() -> bytes:
    from syriakg.questions import list_questions  # noqa: PLC0415

    questions = list_questions()
    width = max(len(question.name) for question in questions)
    lines = (f"{question.name:<{width}}  {question.summary}\n" for question in questions)
    return "".join(lines).encode()


def _find_question(text: str) -> Question:
    from syriakg.questions import (  # noqa: PLC0415
        Question,
        get_question,
        is_question_name,
        read_query,
    )

    if text == "-":
        try:
            written = sys.stdin.buffer.read().decode("utf-8")
        except UnicodeDecodeError as error:
            raise QuestionError("is not UTF-8", where="-", cure="send UTF-8") from error
        return Question("query", "-", written)
    return get_question(text) if is_question_name(text) else read_query(Path(text))


def _open_store(data: list[Path] | None, folder: Path | None) -> Store:
    from syriakg.graph import KnowledgeGraph  # noqa: PLC0415
    from syriakg.store import Store  # noqa: PLC0415

    if folder is not None and data:
        raise StoreError("--store and --data exclude each other", cure="give one of them")
    if folder is not None:
        if not folder.is_dir():
            raise StoreError("no such folder", where=str(folder), cure="name a store's folder")
        if not (folder / "CURRENT").is_file():
            raise StoreError(
                "is no store", where=str(folder), cure="for a build or a file use --data"
            )
        return Store.open(folder)
    if not data:
        return KnowledgeGraph.load().store
    store = Store.open()
    for path in data:
        store.add(KnowledgeGraph.load(path).store)
    return store


def _read_bindings(pairs: list[str]) -> dict[str, Term]:
    from syriakg.questions import to_term  # noqa: PLC0415

    bindings: dict[str, Term] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not name.isidentifier() or not equals:
            raise QuestionError(
                f"{pair!r} binds nothing", where="--bind", cure="write variable=value"
            )
        bindings[name] = to_term(value)
    return bindings


def _has_rows(result: RawResult) -> bool:
    from pyoxigraph import QueryBoolean  # noqa: PLC0415

    if isinstance(result, QueryBoolean):
        return bool(result)
    return any(True for _ in result)
