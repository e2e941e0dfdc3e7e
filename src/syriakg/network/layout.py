"""Where actors stand: friends near, enemies far, no label on another.

Deterministic: the same graph gives the same whole-number positions, so that
pages are byte-stable and a link to a finding shows the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx
import numpy as np

from syriakg.network.build import list_edges
from syriakg.network.labels import to_label_box
from syriakg.network.overlap import Box, pack_side_by_side, push_apart
from syriakg.network.records import Point
from syriakg.network.stress import Matrix, minimise_stress

ALLY_LENGTH = 1.0
NEUTRAL_LENGTH = 2.0
ENEMY_LENGTH = 3.0
_FAR_WEIGHT = 0.03  # of a pair without a tie: enough to unfold, too little to bend a tie
_UNIT = 175.0  # canvas units to one ally length
_WIDE = (1.4, 1.0)  # the shapes of canvas to fill, as width and height
_UPRIGHT = (1.0, 1.6)
_TURNS = 36  # half a turn in steps of five degrees


def place_actors(graph: nx.MultiDiGraph[str], *, portrait: bool = False) -> dict[str, Point]:
    """Place every actor: allies at length 1, enemies at 3, meetings at 2.

    Pairs without a tie aim at their shortest path. Parts that no tie connects
    are laid out apart and packed side by side. ``portrait`` turns the longer
    side upright, for narrow screens. No two label boxes overlap.
    """
    parts = sorted(sorted(part) for part in nx.weakly_connected_components(graph))
    parts.sort(key=len, reverse=True)
    blocks = [_place_part(graph, part, portrait=portrait) for part in parts]
    placed = pack_side_by_side(blocks, portrait=portrait)
    return {box.iri: Point(round(box.x), round(box.y)) for box in placed}


def to_target_length(signs: Iterable[int]) -> float:
    """Say how far apart a pair with ties of these signs should stand.

    A pair with ties of both signs stands between friend and foe.
    """
    found = set(signs) - {0}
    if len(found) != 1:
        return NEUTRAL_LENGTH
    return ALLY_LENGTH if found == {1} else ENEMY_LENGTH


def _place_part(graph: nx.MultiDiGraph[str], part: list[str], *, portrait: bool) -> list[Box]:
    lengths = _to_lengths(graph, part)
    targets, weights = _to_matrices(lengths, part)
    spots = _turn(minimise_stress(targets, weights), portrait=portrait) * _UNIT
    boxes = []
    for iri, (x, y) in zip(part, spots.tolist(), strict=True):
        label = to_label_box(str(graph.nodes[iri]["label"]))
        boxes.append(Box(iri, x, y, label.width, label.height))
    return push_apart(boxes)


def _to_lengths(graph: nx.MultiDiGraph[str], part: list[str]) -> nx.Graph[str]:
    """Merge the ties of each pair into one edge with its target length."""
    lengths: nx.Graph[str] = nx.Graph()
    lengths.add_nodes_from(part)
    signs: dict[tuple[str, str], set[int]] = {}
    for source, target, _, attributes in list_edges(graph):
        if source != target and source in lengths:
            pair = (min(source, target), max(source, target))
            signs.setdefault(pair, set()).add(attributes["sign"])
    for (first, second), found in sorted(signs.items()):
        lengths.add_edge(first, second, length=to_target_length(found))
    return lengths


def _to_matrices(lengths: nx.Graph[str], part: list[str]) -> tuple[Matrix, Matrix]:
    size = len(part)
    targets = np.zeros((size, size))
    weights = np.full((size, size), _FAR_WEIGHT)
    np.fill_diagonal(weights, 0.0)
    index = {iri: number for number, iri in enumerate(part)}
    for iri, reached in nx.all_pairs_dijkstra_path_length(lengths, weight="length"):
        for other, length in reached.items():
            targets[index[iri], index[other]] = length
    for first, second, length in lengths.edges(data="length"):
        for row, column in ((first, second), (second, first)):
            targets[index[row], index[column]] = length
            weights[index[row], index[column]] = 1.0
    return targets, weights


def _turn(spots: Matrix, *, portrait: bool) -> Matrix:
    """Turn the picture so that it fills its canvas best, and settle the mirror image."""
    centred = spots - spots.mean(axis=0)
    shape = _UPRIGHT if portrait else _WIDE
    turns = (_rotate(centred, step * np.pi / _TURNS) for step in range(_TURNS))
    best = min(turns, key=lambda turned: round(float((np.ptp(turned, axis=0) / shape).max()), 3))
    best = best * np.where(best[0] > 0, -1.0, 1.0)
    return best.round(6)


def _rotate(spots: Matrix, angle: float) -> Matrix:
    cosine, sine = np.cos(angle), np.sin(angle)
    turned: Matrix = spots @ np.array([[cosine, sine], [-sine, cosine]])
    return turned
