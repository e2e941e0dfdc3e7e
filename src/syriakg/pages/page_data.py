"""Graph -> the plain data that the network page shows, in words ready to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from syriakg.network.build import list_edges
from syriakg.network.records import EdgeAttributes, Stance
from syriakg.pages.safety import make_visible
from syriakg.pages.wording import (
    ARTICLE_ITSELF,
    STANCES,
    STATUSES,
    describe_certainty,
    to_headings,
    to_phrase,
    to_words,
)
from syriakg.records import TieClaim

Record = dict[str, Any]

_STATES = {"State", "Government"}
_ARMED = {"ArmedForce", "ArmedGroup"}


def name_briefly(iris: Iterable[str]) -> dict[str, str]:
    """Give each IRI its last segment as a short name, numbered where two would be alike.

    Short names keep links readable and addresses of the net out of the page.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for iri in sorted(iris):
        stem = make_visible(iri.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1]) or "x"
        name, number = stem, 2
        while name in taken:
            name, number = f"{stem}-{number}", number + 1
        taken.add(name)
        names[iri] = name
    return names


def to_actor_records(graph: nx.MultiDiGraph[str], ids: Mapping[str, str]) -> list[Record]:
    """Describe every actor, by name."""
    records = [
        {
            "id": ids[iri],
            "label": make_visible(str(attributes["label"])),
            "kind": to_words(str(attributes["kind"])),
            "group": _to_group(str(attributes["kind"])),
        }
        for iri, attributes in graph.nodes(data=True)
    ]
    return sorted(records, key=lambda record: (record["label"].casefold(), record["id"]))


def to_tie_records(graph: nx.MultiDiGraph[str], ids: Mapping[str, str]) -> list[Record]:
    """Describe every tie with its claims, in the order of its actors' names."""
    labels = {iri: make_visible(str(label)) for iri, label in graph.nodes(data="label")}
    edges = sorted(
        list_edges(graph),
        key=lambda edge: (labels[edge[0]].casefold(), labels[edge[1]].casefold(), edge[2]),
    )
    claim_iris = {claim.iri for *_, attributes in edges for claim in attributes["claims"]}
    claim_ids = name_briefly(claim_iris)
    return [
        _to_tie_record(attributes, claim_ids)
        | {
            "id": ids[key],
            "from": ids[source],
            "to": ids[target],
            "fromLabel": labels[source],
            "toLabel": labels[target],
        }
        for source, target, key, attributes in edges
    ]


def _to_tie_record(attributes: EdgeAttributes, claim_ids: Mapping[str, str]) -> Record:
    stance = Stance(attributes["stance"])
    style = STANCES[stance]
    headings = to_headings(attributes["kind"], stance, directed=attributes["directed"])
    return {
        "claims": [_to_claim_record(claim, claim_ids) for claim in attributes["claims"]],
        "directed": attributes["directed"],
        "disputed": attributes["disputed"],
        "heading": headings[0],
        "headingBack": headings[1],
        "kind": make_visible(attributes["kind"]),
        "phrase": make_visible(to_phrase(attributes["kind"])),
        "sign": attributes["sign"],
        "stance": stance.value,
        "stanceLabel": style.label,
        "status": attributes["status"],
        "statusMeaning": STATUSES[attributes["status"]],
        "symbol": style.symbol,
        "weight": attributes["weight"],
    }


def _to_claim_record(claim: TieClaim, claim_ids: Mapping[str, str]) -> Record:
    return {
        "article": make_visible(claim.article),
        "certainty": make_visible(describe_certainty(claim)),
        "denied": claim.modality == "denied",
        "id": claim_ids[claim.iri],
        "outlets": [make_visible(outlet) for outlet in claim.outlets],
        "quote": make_visible(claim.quote),
        "rule": make_visible(claim.rule),
        "speaker": make_visible(claim.speaker) or ARTICLE_ITSELF,
        "time": make_visible(claim.time),
        "type": make_visible(to_words(claim.type)),
    }


def _to_group(kind: str) -> str:
    """Sort an actor's class into the three looks that boxes have."""
    if kind in _STATES:
        return "state"
    return "armed" if kind in _ARMED else "other"
