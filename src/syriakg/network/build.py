"""Ties -> networks; both directions and parallel edges are kept.

A tie without direction is stored once, in the order in which it came, with
``directed=False``: a MultiDiGraph can hold both sorts, a MultiGraph cannot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import networkx as nx

from syriakg.network.records import EdgeAttributes, NetworkActor, NetworkError, to_stance
from syriakg.records import Tie, TieClaim

SIGNS = (-1, 0, 1)
STATUSES = ("established", "reported", "possible")
_NO_VOICE = ("denied", "hypothetical")


def build_alliance_network(
    ties: Sequence[Tie], actors: Mapping[str, NetworkActor]
) -> nx.MultiDiGraph[str]:
    """Build the signed network of who stands with, against or beside whom.

    Every tie becomes one edge keyed by its IRI (see ``EdgeAttributes``); its
    weight is its number of independent voices. Raises NetworkError on a tie
    to an actor that ``actors`` lacks, or with an unknown sign or status.
    """
    return _build("alliance", [(tie, float(count_voices(tie.claims))) for tie in ties], actors)


def build_influence_network(
    ties: Sequence[Tie],
    actors: Mapping[str, NetworkActor],
    influence: Mapping[str, float],
) -> nx.MultiDiGraph[str]:
    """Build the directed network of who acts on whom: arms, funds, covers, controls.

    ``influence`` gives each kind of tie by which one actor acts on another its
    weight, as the ontology declares it. Ties of other kinds and ties without
    direction are left out. An edge weighs its kind's weight times its number
    of independent voices. Raises NetworkError as ``build_alliance_network``
    does, and on a weight below zero.
    """
    for kind, weight in influence.items():
        if weight < 0:
            what = f"influence weight {weight} is below zero"
            raise NetworkError(what, where=f"kind {kind!r}", cure="declare a weight of 0 or more")
    acting = [tie for tie in ties if tie.directed and influence.get(tie.kind, 0.0) > 0]
    weighed = [(tie, influence[tie.kind] * count_voices(tie.claims)) for tie in acting]
    return _build("influence", weighed, actors)


def list_edges(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, EdgeAttributes]]:
    """List a network's edges as source, target, key (the tie's IRI) and attributes."""
    return [
        (source, target, key, cast("EdgeAttributes", attributes))
        for source, target, key, attributes in graph.edges(keys=True, data=True)
    ]


def count_voices(claims: Sequence[TieClaim]) -> int:
    """Count who says independently that a tie holds.

    Several sentences of one speaker in one article are one voice; a denial or
    a mere possibility is none, so a tie that nobody states weighs nothing.
    """
    stated = (claim for claim in claims if claim.modality not in _NO_VOICE)
    return len({(claim.article, claim.speaker) for claim in stated})


def _build(
    name: str, weighed: Sequence[tuple[Tie, float]], actors: Mapping[str, NetworkActor]
) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=name)
    for tie, _ in weighed:
        _check(tie, actors)
    ends = {iri for tie, _ in weighed for iri in (tie.source, tie.target)}
    for iri in sorted(ends):
        graph.add_node(iri, label=actors[iri].label, kind=actors[iri].kind)
    for tie, weight in sorted(weighed, key=lambda pair: pair[0].iri):
        if graph.has_edge(tie.source, tie.target, tie.iri):
            raise NetworkError("tie given twice", where=tie.iri, cure="give every tie once")
        graph.add_edge(tie.source, tie.target, tie.iri, **_to_attributes(tie, weight))
    return graph


def _to_attributes(tie: Tie, weight: float) -> EdgeAttributes:
    return EdgeAttributes(
        kind=tie.kind,
        sign=tie.sign,
        directed=tie.directed,
        stance=to_stance(tie).value,
        status=tie.status,
        disputed=tie.disputed,
        voices=count_voices(tie.claims),
        weight=round(weight, 6),
        claims=tie.claims,
    )


def _check(tie: Tie, actors: Mapping[str, NetworkActor]) -> None:
    for iri in (tie.source, tie.target):
        if iri not in actors:
            what = f"no actor {iri!r} is known"
            raise NetworkError(what, where=tie.iri, cure="describe the actor, then derive again")
    if tie.sign not in SIGNS:
        what = f"sign {tie.sign!r} is none of {SIGNS}"
        raise NetworkError(what, where=tie.iri, cure="mend skg:tieSign of its claim type")
    if tie.status not in STATUSES:
        what = f"status {tie.status!r} is none of {STATUSES}"
        raise NetworkError(what, where=tie.iri, cure="mend the query that derives ties")
