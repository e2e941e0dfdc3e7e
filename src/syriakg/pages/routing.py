"""How edges bend: parallel ones fan out, and lines keep off labels they do not touch."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx

from syriakg.network.labels import to_label_box
from syriakg.network.records import Point

_FAN = 0.2
_BENDS = (0.0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36, 0.5, -0.5)
_BEND_COST = 0.9  # of a whole unit of roundness, in crossed labels
_SAMPLES = 24


class Pair(NamedTuple):
    """Two actors in the order of their IRIs."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class _Room:
    iri: str
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def route_edges(graph: nx.MultiDiGraph[str], positions: Mapping[str, Point]) -> dict[str, float]:
    """Give every edge key its roundness, seen from its own source; 0 is straight.

    Above 0 is vis-network's ``curvedCW``, below 0 its ``curvedCCW``.
    """
    pairs: dict[Pair, list[tuple[str, str]]] = {}
    for source, target, key in sorted(graph.edges(keys=True)):
        pair = Pair(min(source, target), max(source, target))
        pairs.setdefault(pair, []).append((key, source))
    rooms = [_to_room(graph, iri, spot) for iri, spot in positions.items()]
    bends: dict[str, float] = {}
    for pair, edges in pairs.items():
        offsets = [_FAN * (number - (len(edges) - 1) / 2) for number in range(len(edges))]
        centre = _find_centre(pair, offsets, positions, rooms)
        for (key, source), offset in zip(edges, offsets, strict=True):
            bend = round(centre + offset, 3)
            bends[key] = bend if source == pair.first else -bend
    return bends


def _find_centre(
    pair: Pair, offsets: list[float], positions: Mapping[str, Point], rooms: list[_Room]
) -> float:
    """Choose the gentlest bend for a bundle of edges that crosses fewest labels."""
    start, end = positions[pair.first], positions[pair.second]
    margin = math.dist(start, end) / 2  # no bend takes a curve farther out
    near = [
        room
        for room in rooms
        if room.iri not in pair
        and room.right > min(start.x, end.x) - margin
        and room.left < max(start.x, end.x) + margin
        and room.bottom > min(start.y, end.y) - margin
        and room.top < max(start.y, end.y) + margin
    ]
    best, best_cost = 0.0, math.inf
    for bend in _BENDS:
        crossed = sum(_count_crossed(start, end, bend + offset, near) for offset in offsets)
        cost = crossed / len(offsets) + abs(bend) * _BEND_COST
        if cost < best_cost:
            best, best_cost = bend, cost
        if not crossed:
            break  # the bends that follow are no gentler
    return best


def _count_crossed(start: Point, end: Point, bend: float, rooms: list[_Room]) -> int:
    """Count the labels that the curve from start to end runs through."""
    via_x, via_y = _find_via(start, end, bend)
    points = []
    for step in range(1, _SAMPLES):
        t = step / _SAMPLES
        near, mid, far = (1 - t) ** 2, 2 * t * (1 - t), t * t
        x = near * start.x + mid * via_x + far * end.x
        y = near * start.y + mid * via_y + far * end.y
        points.append((x, y))
    return sum(any(room.holds(x, y) for x, y in points) for room in rooms)


def _find_via(start: Point, end: Point, bend: float) -> tuple[float, float]:
    """Find the control point that vis-network gives a curve (BezierEdgeStatic)."""
    across, down = end.x - start.x, start.y - end.y
    angle = math.atan2(down, across) + (0.5 * bend + 0.5) * math.pi
    distance = (0.5 * abs(bend) + 0.5) * math.hypot(across, down)
    return start.x + distance * math.sin(angle), start.y + distance * math.cos(angle)


def _to_room(graph: nx.MultiDiGraph[str], iri: str, spot: Point) -> _Room:
    box = to_label_box(str(graph.nodes[iri]["label"]))
    half_x, half_y = box.width / 2 + 3, box.height / 2 + 3
    return _Room(iri, spot.x - half_x, spot.y - half_y, spot.x + half_x, spot.y + half_y)
