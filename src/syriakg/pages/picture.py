"""Graph -> the node, edge and option data of vis-network, built with pyvis.

pyvis's own page is not used: it links a style sheet from the net, lets text
reach the page as markup in three places and writes in the locale's encoding.
Its undirected mode drops the second of two parallel edges, so the network is
always directed and every edge states its own arrow heads.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping

import networkx as nx
from pyvis.network import Network

from syriakg.network.build import list_edges
from syriakg.network.labels import FONT_SIZE, to_label_box
from syriakg.network.layout import place_actors
from syriakg.network.records import EdgeAttributes, Point, Stance
from syriakg.pages.routing import route_edges
from syriakg.pages.safety import make_visible
from syriakg.pages.wording import DISPUTED_DASHES, DISPUTED_MARK, STANCES

_STATUS_WIDTHS = {"established": 3.4, "reported": 2.2, "possible": 1.2}
_OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "keyboard": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "zoomSpeed": 0.6,
    },
    "nodes": {
        "chosen": False,
        "font": {"multi": False, "size": FONT_SIZE},
        "margin": {"top": 9, "right": 10, "bottom": 9, "left": 10},
        "shape": "box",
    },
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.8}},
        "chosen": False,
        "font": {"align": "horizontal", "multi": False, "size": 22, "strokeWidth": 6},
        "hoverWidth": 0,
        "selectionWidth": 0,
        "selfReference": {"size": 24},
    },
}


def build_picture(graph: nx.MultiDiGraph[str], ids: Mapping[str, str]) -> dict[str, object]:
    """Build what the picture is drawn from: ``nodes``, ``edges``, ``options``, ``portrait``.

    ``ids`` gives every actor's IRI and every edge key its short name in the
    page; ``portrait`` holds the bends and places for narrow screens.
    """
    wide = place_actors(graph)
    network = _to_pyvis(graph, ids, wide)
    nodes, edges, _, _, _, options = network.get_network_data()
    tall = place_actors(graph, portrait=True)
    return {
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "portrait": {
            "nodes": {ids[iri]: {"x": spot.x, "y": spot.y} for iri, spot in tall.items()},
            "edges": {ids[key]: _to_smooth(bend) for key, bend in route_edges(graph, tall).items()},
        },
    }


def _to_pyvis(
    graph: nx.MultiDiGraph[str], ids: Mapping[str, str], places: Mapping[str, Point]
) -> Network:
    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    for iri, actor in graph.nodes(data=True):
        text = to_label_box(make_visible(str(actor["label"]))).text
        spot = places[iri]
        network.add_node(ids[iri], label=text, shape="box", color=None, x=spot.x, y=spot.y)
    bends = route_edges(graph, places)
    for source, target, key, attributes in list_edges(graph):
        style = _to_edge_style(attributes) | {"smooth": _to_smooth(bends[key])}
        network.add_edge(ids[source], ids[target], id=ids[key], **style)
    return network


def _to_edge_style(attributes: EdgeAttributes) -> dict[str, object]:
    """Carry the stance by line, arrow head and symbol; the page adds the colour."""
    style = STANCES[Stance(attributes["stance"])]
    disputed = attributes["disputed"]
    dashes = DISPUTED_DASHES if disputed else style.dashes
    head = {"enabled": True, "type": style.arrow}
    return {
        "arrows": {"to": head} if attributes["directed"] else {"to": head, "from": head},
        "dashes": list(dashes) or False,
        "label": style.symbol + (DISPUTED_MARK if disputed else ""),
        "width": _to_width(attributes),
    }


def _to_width(attributes: EdgeAttributes) -> float:
    """Draw a better founded tie thicker, and among those a weightier one."""
    base = _STATUS_WIDTHS[attributes["status"]]
    return round(base + 0.6 * math.sqrt(max(attributes["weight"] - 1, 0.0)), 2)


def _to_smooth(bend: float) -> dict[str, object]:
    if bend == 0:
        return {"enabled": False}
    turn = "curvedCW" if bend > 0 else "curvedCCW"
    return {"enabled": True, "roundness": abs(bend), "type": turn}
