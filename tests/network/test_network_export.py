"""Other programs read the same network that was written, byte for byte the same."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import networkx as nx
import pytest

from syriakg.network import (
    NetworkActor,
    build_alliance_network,
    to_gexf,
    to_graphml,
    to_node_link,
)

from .conftest import MakeTie

Actors = dict[str, NetworkActor]
Write = Callable[["nx.MultiDiGraph[str]"], str]
WRITERS = [to_graphml, to_gexf, to_node_link]


@pytest.fixture
def graph(actors: Actors, make_tie: MakeTie) -> nx.MultiDiGraph[str]:
    """Return a network with both directions and a parallel edge."""
    ties = [
        make_tie("a", "b"),
        make_tie("b", "a"),
        make_tie("a", "b", kind="fights", sign=-1, disputed=True),
    ]
    return build_alliance_network(ties, actors)


def read(write: Write, text: str) -> nx.DiGraph[str]:
    """Read a network back as another program would."""
    if write is to_node_link:
        found = nx.node_link_graph(json.loads(text), edges="edges")
    elif write is to_gexf:
        found = nx.read_gexf(io.BytesIO(text.encode()))
    else:
        found = nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)
    assert isinstance(found, nx.DiGraph)
    return found


@pytest.mark.parametrize("write", WRITERS)
def test_all_edges_come_back_with_kind_sign_and_status(
    graph: nx.MultiDiGraph[str], write: Write
) -> None:
    """Nothing that tells ties apart is lost on the way."""
    found = read(write, write(graph))
    fields = ("kind", "sign", "status", "disputed")
    assert {
        (source, target, *(edge[name] for name in fields))
        for source, target, edge in found.edges(data=True)
    } == {
        ("a", "b", "supports", 1, "established", False),
        ("b", "a", "supports", 1, "established", False),
        ("a", "b", "fights", -1, "established", True),
    }


@pytest.mark.parametrize("write", WRITERS)
def test_evidence_travels_with_every_edge(graph: nx.MultiDiGraph[str], write: Write) -> None:
    """The quoted sentence can be read from each edge."""
    for *_, edge in read(write, write(graph)).edges(data=True):
        claims = edge["claims"]
        records = json.loads(claims) if isinstance(claims, str) else claims
        assert [record["quote"] for record in records] == ["Said so."]


@pytest.mark.parametrize("write", WRITERS)
def test_same_network_same_bytes_whenever_it_is_written(
    graph: nx.MultiDiGraph[str], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day of writing leaves no trace."""
    today = write(graph)
    monkeypatch.setattr("time.strftime", lambda *_: "1999-01-01")
    assert write(graph) == today


@pytest.mark.parametrize("write", [to_graphml, to_gexf])
def test_characters_that_xml_forbids_do_not_break_the_file(make_tie: MakeTie, write: Write) -> None:
    """A control character in a name becomes the replacement character."""
    hostile = {iri: NetworkActor(iri, f"bell\x07<{iri}>&", "State") for iri in "ab"}
    found = read(write, write(build_alliance_network([make_tie("a", "b")], hostile)))
    assert "bell\ufffd<a>&" in found.nodes["a"].values()
