"""What an actor's place in the influence network amounts to.

PageRank is written out: the one in networkx needs scipy, which nothing else
here does.
"""

from __future__ import annotations

import networkx as nx

from syriakg.network.build import list_edges
from syriakg.network.records import ActorMeasures

DAMPING = 0.85
_ROUNDS = 200
_STILL = 1e-12
_DIGITS = 6


def measure_actors(graph: nx.MultiDiGraph[str]) -> dict[str, ActorMeasures]:
    """Measure every actor by the weights of the edges; an edge of weight 0 counts for nothing."""
    flat = _flatten(graph)
    influence = _rank(flat.reverse())
    exposure = _rank(flat)
    between = nx.betweenness_centrality(flat, weight="distance")
    others = max(len(flat) - 1, 1)
    return {
        iri: ActorMeasures(
            influence=round(influence[iri], _DIGITS),
            exposure=round(exposure[iri], _DIGITS),
            betweenness=round(between[iri], _DIGITS),
            reach=round(len(nx.descendants(flat, iri)) / others, _DIGITS),
        )
        for iri in flat
    }


def _flatten(graph: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """Add up parallel edges; a heavier edge is a shorter way."""
    flat: nx.DiGraph[str] = nx.DiGraph()
    flat.add_nodes_from(sorted(graph))
    for source, target, _, attributes in sorted(list_edges(graph), key=lambda edge: edge[2]):
        weight = attributes["weight"]
        if source == target or weight <= 0:
            continue
        before = flat.edges[source, target]["weight"] if flat.has_edge(source, target) else 0.0
        total = before + weight
        flat.add_edge(source, target, weight=total, distance=1 / total)
    return flat


def _rank(flat: nx.DiGraph[str]) -> dict[str, float]:
    """Weighted PageRank by power iteration; actors without out-edges give to all alike."""
    size = len(flat)
    ranks = dict.fromkeys(flat, 1 / size) if size else {}
    totals = dict(flat.out_degree(weight="weight"))
    for _ in range(_ROUNDS):
        idle = sum(ranks[iri] for iri in flat if not totals[iri])
        base = (1 - DAMPING + DAMPING * idle) / size if size else 0.0
        after = dict.fromkeys(flat, base)
        for source, target, attributes in flat.edges(data=True):
            after[target] += DAMPING * ranks[source] * attributes["weight"] / totals[source]
        change = sum(abs(after[iri] - ranks[iri]) for iri in flat)
        ranks = after
        if change < _STILL:
            break
    return ranks
