"""What the measures say of small worlds that can be worked out by hand."""

from __future__ import annotations

import pytest

from syriakg.network import (
    NetworkActor,
    build_influence_network,
    measure_actors,
)

from .conftest import MakeClaim, MakeTie

Actors = dict[str, NetworkActor]


def test_a_chain_reaches_downwards_only(actors: Actors, make_tie: MakeTie) -> None:
    """In a -> b -> c, a reaches both others, b half of them and c none."""
    ties = [make_tie("a", "b"), make_tie("b", "c")]
    measured = measure_actors(build_influence_network(ties, actors, {"supports": 1.0}))
    assert [measured[iri].reach for iri in "abc"] == [1.0, 0.5, 0.0]


def test_who_stands_between_others_has_betweenness(actors: Actors, make_tie: MakeTie) -> None:
    """In a -> b -> c only b lies on another pair's way: one of two ordered pairs."""
    ties = [make_tie("a", "b"), make_tie("b", "c")]
    measured = measure_actors(build_influence_network(ties, actors, {"supports": 1.0}))
    assert [measured[iri].betweenness for iri in "abc"] == [0.0, 0.5, 0.0]


def test_influence_lies_with_who_acts_and_exposure_with_whom_it_hits(
    actors: Actors, make_tie: MakeTie
) -> None:
    """One edge a -> b: PageRank 1/(2+d) and (1+d)/(2+d), whichever way it is read."""
    measured = measure_actors(
        build_influence_network([make_tie("a", "b")], actors, {"supports": 1.0})
    )
    small, large = 1 / 2.85, 1.85 / 2.85
    assert measured["a"].influence == pytest.approx(large, abs=1e-6)
    assert measured["b"].influence == pytest.approx(small, abs=1e-6)
    assert measured["a"].exposure == pytest.approx(small, abs=1e-6)
    assert measured["b"].exposure == pytest.approx(large, abs=1e-6)


def test_the_better_founded_tie_passes_on_more(
    actors: Actors, make_tie: MakeTie, make_claim: MakeClaim
) -> None:
    """Of two that a acts on, the one with more independent voices is more exposed."""
    voices = (make_claim(article="x"), make_claim(article="y"))
    ties = [make_tie("a", "b", claims=voices), make_tie("a", "c")]
    measured = measure_actors(build_influence_network(ties, actors, {"supports": 1.0}))
    assert measured["b"].exposure > measured["c"].exposure


def test_a_tie_that_nobody_states_counts_for_nothing(
    actors: Actors, make_tie: MakeTie, make_claim: MakeClaim
) -> None:
    """A merely possible tie gives no reach."""
    tie = make_tie("a", "b", claims=(make_claim(modality="hypothetical"),))
    measured = measure_actors(build_influence_network([tie], actors, {"supports": 1.0}))
    assert measured["a"].reach == 0.0


def test_an_empty_network_has_no_measures(actors: Actors) -> None:
    """Nothing to measure is no error."""
    assert measure_actors(build_influence_network([], actors, {})) == {}
