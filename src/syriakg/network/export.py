"""Networks as text for other programs: GraphML, GEXF, node-link JSON.

The same network gives the same bytes. Evidence travels with every edge: as
records in JSON, as a JSON string in the XML formats, which know no lists.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict

import networkx as nx

from syriakg.network.build import list_edges
from syriakg.records import TieClaim

# Characters that no XML 1.0 document may hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# networkx stamps the day of writing into GEXF.
_TODAY = re.compile(r' lastmodifieddate="[^"]*"')


def to_graphml(graph: nx.MultiDiGraph[str]) -> str:
    """Write a network as GraphML (for yEd, Gephi, igraph)."""
    return "\n".join(nx.generate_graphml(_to_plain(graph))) + "\n"


def to_gexf(graph: nx.MultiDiGraph[str]) -> str:
    """Write a network as GEXF 1.2 (for Gephi), without the date of writing."""
    plain = _to_plain(graph)
    for _, _, key, attributes in plain.edges(keys=True, data=True):
        attributes["id"] = key
    return _TODAY.sub("", "\n".join(nx.generate_gexf(plain)), count=1) + "\n"


def to_node_link(graph: nx.MultiDiGraph[str]) -> str:
    """Write a network as node-link JSON (for D3 and ``networkx.node_link_graph``)."""
    data = nx.node_link_data(graph, edges="edges")
    for edge in data["edges"]:
        edge["claims"] = [asdict(claim) for claim in edge["claims"]]
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _to_plain(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Copy a network with text, numbers and truth values only, fit for XML."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=graph.name)
    for iri, actor in graph.nodes(data=True):
        plain.add_node(iri, **{name: _clean(value) for name, value in actor.items()})
    for source, target, key, attributes in list_edges(graph):
        written = {**attributes, "claims": _to_json(attributes["claims"])}
        cleaned = {name: _clean(value) for name, value in written.items()}
        plain.add_edge(source, target, key, **cleaned)
    return plain


def _to_json(claims: Sequence[TieClaim]) -> str:
    return json.dumps([asdict(claim) for claim in claims], ensure_ascii=False, sort_keys=True)


def _clean(value: object) -> object:
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
