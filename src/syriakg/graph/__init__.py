"""The library's front door: a knowledge graph to ask, to draw and to hand on."""

from __future__ import annotations

from syriakg.graph.knowledge import NETWORKS, KnowledgeGraph

__all__ = ["NETWORKS", "KnowledgeGraph"]
