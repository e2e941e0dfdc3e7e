"""Signed and weighted networks of actors, drawn from ties and their evidence."""

from __future__ import annotations

from syriakg.network.build import build_alliance_network, build_influence_network
from syriakg.network.export import to_gexf, to_graphml, to_node_link
from syriakg.network.layout import place_actors
from syriakg.network.measures import measure_actors
from syriakg.network.records import (
    ActorMeasures,
    EdgeAttributes,
    NetworkActor,
    NetworkError,
    Point,
    Stance,
)

__all__ = [
    "ActorMeasures",
    "EdgeAttributes",
    "NetworkActor",
    "NetworkError",
    "Point",
    "Stance",
    "build_alliance_network",
    "build_influence_network",
    "measure_actors",
    "place_actors",
    "to_gexf",
    "to_graphml",
    "to_node_link",
]
