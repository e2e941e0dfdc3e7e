"""Ties become edges, and nothing about them is lost."""

from __future__ import annotations

import pytest

from syriakg.network import (
    NetworkActor,
    NetworkError,
    build_alliance_network,
    build_influence_network,
)

from .conftest import MakeClaim, MakeTie

Actors = dict[str, NetworkActor]


def test_every_edge_states_what_the_tie_says(actors: Actors, make_tie: MakeTie) -> None:
    """Kind, sign, stance, status, dispute and the claims themselves stand on the edge."""
    tie = make_tie("a", "b", kind="fights", sign=-1, status="reported", disputed=True)
    edge = build_alliance_network([tie], actors).edges["a", "b", tie.iri]
    assert edge["kind"] == "fights"
    assert edge["sign"] == -1
    assert edge["stance"] == "opposed"
    assert edge["status"] == "reported"
    assert edge["disputed"] is True
    assert edge["claims"] == tie.claims


@pytest.mark.parametrize(
    ("sign", "directed", "stance"),
    [
        (1, False, "allied"),
        (1, True, "supporting"),
        (-1, True, "opposed"),
        (-1, False, "opposed"),
        (0, False, "neutral"),
        (0, True, "neutral"),
    ],
)
def test_sign_and_direction_make_the_stance(
    actors: Actors, make_tie: MakeTie, *, sign: int, directed: bool, stance: str
) -> None:
    """Only what is positive is told apart by direction."""
    tie = make_tie("a", "b", sign=sign, directed=directed)
    assert build_alliance_network([tie], actors).edges["a", "b", tie.iri]["stance"] == stance


def test_both_directions_and_parallel_edges_are_kept(actors: Actors, make_tie: MakeTie) -> None:
    """Two ties between the same two actors never become one."""
    ties = [
        make_tie("a", "b"),
        make_tie("b", "a"),
        make_tie("a", "b", kind="fights", sign=-1),
    ]
    graph = build_alliance_network(ties, actors)
    assert set(graph.edges(keys=True)) == {(tie.source, tie.target, tie.iri) for tie in ties}


def test_actors_without_ties_are_left_out(actors: Actors, make_tie: MakeTie) -> None:
    """A network shows who is tied, not everyone in the reference data."""
    assert set(build_alliance_network([make_tie("a", "b")], actors)) == {"a", "b"}


def test_order_of_ties_does_not_matter(actors: Actors, make_tie: MakeTie) -> None:
    """The network is the same whatever order the ties come in."""
    ties = [make_tie("c", "a"), make_tie("a", "b"), make_tie("b", "c")]
    forth = build_alliance_network(ties, actors)
    back = build_alliance_network(ties[::-1], actors)
    assert list(forth.nodes(data=True)) == list(back.nodes(data=True))
    assert list(forth.edges(keys=True, data=True)) == list(back.edges(keys=True, data=True))


def test_an_unknown_actor_is_refused(actors: Actors, make_tie: MakeTie) -> None:
    """A tie that dangles is named in the error."""
    with pytest.raises(NetworkError, match=r"tie/a--nobody--supports.*nobody"):
        build_alliance_network([make_tie("a", "nobody")], actors)


@pytest.mark.parametrize("fault", [{"sign": 2}, {"status": "rumoured"}])
def test_an_unknown_sign_or_status_is_refused(
    actors: Actors, make_tie: MakeTie, fault: dict[str, int | str]
) -> None:
    """What the picture has no style for does not enter it."""
    with pytest.raises(NetworkError, match="none of"):
        build_alliance_network([make_tie("a", "b", **fault)], actors)  # type: ignore[arg-type]


def test_a_tie_given_twice_is_refused(actors: Actors, make_tie: MakeTie) -> None:
    """Doubled evidence would count twice."""
    with pytest.raises(NetworkError, match="twice"):
        build_alliance_network([make_tie("a", "b"), make_tie("a", "b")], actors)


def test_influence_holds_only_ties_by_which_one_acts_on_another(
    actors: Actors, make_tie: MakeTie
) -> None:
    """Kinds without an influence weight and ties without direction are left out."""
    ties = [
        make_tie("a", "b"),
        make_tie("a", "c", kind="fights", sign=-1),
        make_tie("a", "d", kind="supports", directed=False),
    ]
    graph = build_influence_network(ties, actors, {"supports": 1.0})
    assert list(graph.edges()) == [("a", "b")]


def test_influence_weighs_kind_times_independent_voices(
    actors: Actors, make_tie: MakeTie, make_claim: MakeClaim
) -> None:
    """The same speaker in the same article is one voice, however many sentences."""
    claims = (
        make_claim(article="x"),
        make_claim(article="x"),
        make_claim(article="y"),
        make_claim(article="y", speaker="An envoy", modality="attributed"),
    )
    tie = make_tie("a", "b", claims=claims)
    edge = build_influence_network([tie], actors, {"supports": 0.5}).edges["a", "b", tie.iri]
    assert edge["voices"] == 3
    assert edge["weight"] == 1.5


@pytest.mark.parametrize("modality", ["denied", "hypothetical"])
def test_what_nobody_states_weighs_nothing(
    actors: Actors, make_tie: MakeTie, make_claim: MakeClaim, modality: str
) -> None:
    """A denial or a mere possibility is shown, but it is no voice for the tie."""
    tie = make_tie("a", "b", claims=(make_claim(modality=modality),))
    edge = build_influence_network([tie], actors, {"supports": 1.0}).edges["a", "b", tie.iri]
    assert edge["weight"] == 0


def test_a_negative_influence_weight_is_refused(actors: Actors, make_tie: MakeTie) -> None:
    """Weights below zero would make the measures meaningless."""
    with pytest.raises(NetworkError, match=r"supports.*0 or more"):
        build_influence_network([make_tie("a", "b")], actors, {"supports": -1.0})
