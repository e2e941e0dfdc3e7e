"""Articles -> claims -> dataset -> networks -> a folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import networkx as nx

from syriakg.articles import read_article
from syriakg.build.manifest import (
    count_all,
    count_network,
    describe_claims,
    describe_inputs,
    describe_run,
    hash_files,
)
from syriakg.build.output import MANIFEST, check_target, write_folder
from syriakg.errors import ArticleError
from syriakg.graph import NETWORKS, KnowledgeGraph
from syriakg.pages import render_index_page, render_network_page
from syriakg.records import Article
from syriakg.store import to_files
from syriakg.validation import validate_dataset

if TYPE_CHECKING:
    from syriakg.claims import ReadingReport

Reader: TypeAlias = Callable[[Sequence[Article]], "ReadingReport"]

_TITLES: Final = {
    "alliance": ("Who stands with whom", "Ties between actors as the articles claim them"),
    "influence": ("Who acts on whom", "Arms, money, cover, pressure and control"),
}
_NOTES: Final = (
    "Every tie rests on claims that news articles make; a tie is not a fact because it is drawn.",
    "The articles carry no date unless they say so, and what they report may have changed since.",
)


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: where it lies, its manifest and its graph."""

    folder: Path
    manifest: Mapping[str, Any]
    graph: KnowledgeGraph


def read_articles(files: Sequence[Path]) -> list[Article]:
    """Read articles; ``-`` is standard input. A file that is given twice counts once.

    Raises ArticleError for one that cannot be read, and when two different texts
    have the same name, by which the graph would not tell them apart.
    """
    articles: dict[str, Article] = {}
    for file in files:
        article = read_article(file)
        known = articles.setdefault(article.stem, article)
        if known.sha256 != article.sha256:
            raise ArticleError(
                f"another article is called {article.stem!r} too ({known.path})",
                where=article.path,
                cure="rename one of the two",
            )
    return list(articles.values())


def build_dataset(
    files: Sequence[Path],
    out_dir: Path,
    *,
    reader: Reader | None = None,
    on_step: Callable[[str], None] = lambda _: None,
) -> Build:
    """Build the whole dataset from article files and put it in ``out_dir``.

    The folder then holds ``syriakg.trig``, ``syriakg.nq``, ``alliance.html``,
    ``influence.html``, ``index.html`` and ``manifest.json``; it is replaced in one
    step at the end, so that work that fails or is interrupted leaves the old one.
    The same articles give the same bytes, in whatever order they are named. The
    manifest counts the faults that shapes and checks find in the dataset.
    ``reader`` turns articles into merged claims (default: the shipped one);
    ``on_step`` hears what is being done. Raises ArticleError and StoreError.
    """
    check_target(out_dir)
    on_step("reading the articles")
    articles = sorted(read_articles(files), key=lambda article: article.stem)
    report = (reader or _default_reader())(articles)
    on_step("deriving facts, ties and contested claims")
    run = describe_run()
    graph = KnowledgeGraph.from_claims(articles, report.claims, run=run)
    on_step("checking the dataset")
    checked = validate_dataset(graph.store, reasoner=False)
    on_step("drawing the networks")
    networks = {name: graph.network(name) for name in NETWORKS}
    counts = {
        "counts": count_all(articles, report, graph),
        "networks": {name: count_network(network) for name, network in networks.items()},
    }
    dataset = to_files(graph.store)
    written = {"syriakg.trig": dataset.trig, "syriakg.nq": dataset.nquads}
    written |= _draw_pages(networks, counts)
    manifest = counts | describe_inputs(articles, run) | describe_claims(report.claims)
    manifest["faults"] = {"error": len(checked.errors), "all": len(checked.faults)}
    manifest["graph"] = {"algorithm": "RDFC-1.0", "sha256": dataset.sha256}
    manifest["files"] = hash_files(written)
    on_step("putting it in place")
    write_folder(out_dir, written | {MANIFEST: to_json(manifest)})
    return Build(out_dir, manifest, graph)


def to_json(value: object) -> bytes:
    """Return a value as readable JSON with sorted keys."""
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _draw_pages(
    networks: Mapping[str, nx.MultiDiGraph[str]], counts: Mapping[str, object]
) -> dict[str, bytes]:
    pages = {f"{name}.html": draw_network(name, network) for name, network in networks.items()}
    return pages | {"index.html": render_index_page(counts).encode()}


def draw_network(name: str, network: nx.MultiDiGraph[str]) -> bytes:
    """Return the page of the network ``alliance`` or ``influence``."""
    title, subtitle = _TITLES[name]
    page = render_network_page(network, title=title, subtitle=subtitle, notes=_NOTES)
    return page.encode()


def _default_reader() -> Reader:
    from syriakg.claims import read_claims  # noqa: PLC0415 - brings in the language model

    return read_claims
