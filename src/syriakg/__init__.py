"""Conflict news as a knowledge graph of claims: who says what, how surely, in which words.

>>> from syriakg import KnowledgeGraph
>>> graph = KnowledgeGraph.load()                      # doctest: +SKIP
>>> graph.query("where-is-the-leader")                 # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from syriakg.graph import KnowledgeGraph as KnowledgeGraph

    __version__: str

__all__ = ["KnowledgeGraph", "__version__"]


def __getattr__(name: str) -> object:
    """Import what is asked for, so that ``import syriakg`` itself costs nothing."""
    if name == "KnowledgeGraph":
        from syriakg.graph import KnowledgeGraph  # noqa: PLC0415

        return KnowledgeGraph
    if name == "__version__":
        return _find_version()
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def _find_version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("syriakg")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "0+uninstalled"
