"""Friends near, enemies far, labels apart, every time the same."""

from __future__ import annotations

import itertools
import math
from statistics import fmean

import pytest

from syriakg.network import (
    NetworkActor,
    Point,
    build_alliance_network,
    place_actors,
)
from syriakg.network.labels import to_label_box
from syriakg.records import Tie

from .conftest import MakeTie

Actors = dict[str, NetworkActor]


@pytest.fixture
def two_camps(make_tie: MakeTie) -> list[Tie]:
    """Return two camps of three allies each, every enemy against every other."""
    allied = [
        make_tie(one, two, kind="allied", directed=False)
        for camp in ("abc", "def")
        for one, two in itertools.combinations(camp, 2)
    ]
    foes = [
        make_tie(one, two, kind="fights", sign=-1) for one, two in itertools.product("abc", "def")
    ]
    return allied + foes


def overlap(one: Point, two: Point, first: str, second: str) -> bool:
    """Say whether two labels' boxes touch."""
    box, other = to_label_box(first), to_label_box(second)
    return (
        abs(one.x - two.x) < (box.width + other.width) / 2
        and abs(one.y - two.y) < (box.height + other.height) / 2
    )


def test_enemies_stand_two_and_a_half_times_as_far_as_allies(
    actors: Actors, two_camps: list[Tie]
) -> None:
    """The picture shows the camps: mean enemy length to mean ally length is 2.5 or more."""
    spots = place_actors(build_alliance_network(two_camps, actors))
    lengths = {
        sign: fmean(
            math.dist(spots[tie.source], spots[tie.target]) for tie in two_camps if tie.sign == sign
        )
        for sign in (1, -1)
    }
    assert lengths[-1] / lengths[1] >= 2.5


def test_a_meeting_stands_between_friend_and_foe(actors: Actors, make_tie: MakeTie) -> None:
    """Neutral ties are longer than alliances and shorter than enmities."""
    ties = [
        make_tie("a", "b"),
        make_tie("a", "d", kind="meets", sign=0, directed=False),
        make_tie("a", "e", kind="fights", sign=-1),
    ]
    spots = place_actors(build_alliance_network(ties, actors))
    ally, neutral, enemy = (math.dist(spots["a"], spots[other]) for other in "bde")
    assert ally < neutral < enemy


def test_placing_is_the_same_every_time_and_in_whole_numbers(
    actors: Actors, two_camps: list[Tie]
) -> None:
    """Neither chance nor the order of ties moves an actor."""
    first = place_actors(build_alliance_network(two_camps, actors))
    second = place_actors(build_alliance_network(two_camps[::-1], actors))
    assert first == second
    assert all(isinstance(number, int) for spot in first.values() for number in spot)


@pytest.mark.parametrize("portrait", [False, True])
def test_no_label_lies_on_another(actors: Actors, make_tie: MakeTie, *, portrait: bool) -> None:
    """Even eight allies of each other, who all want to be near, keep their labels apart."""
    pairs = itertools.combinations("abcdefgh", 2)
    graph = build_alliance_network([make_tie(one, two) for one, two in pairs], actors)
    spots = place_actors(graph, portrait=portrait)
    assert not [
        (one, two)
        for one, two in itertools.combinations(spots, 2)
        if overlap(spots[one], spots[two], actors[one].label, actors[two].label)
    ]


def test_parts_that_nothing_connects_are_all_placed_apart(
    actors: Actors, make_tie: MakeTie
) -> None:
    """A disconnected network has one place for every actor."""
    graph = build_alliance_network([make_tie("a", "b"), make_tie("c", "d")], actors)
    spots = place_actors(graph)
    assert set(spots) == set("abcd")
    assert len(set(spots.values())) == 4


def test_an_actor_tied_only_to_itself_is_placed(actors: Actors, make_tie: MakeTie) -> None:
    """One actor is a network too."""
    assert list(place_actors(build_alliance_network([make_tie("a", "a")], actors))) == ["a"]


def test_an_empty_network_has_no_places(actors: Actors) -> None:
    """No ties, no picture, no error."""
    assert place_actors(build_alliance_network([], actors)) == {}


def test_portrait_is_upright(actors: Actors, two_camps: list[Tie]) -> None:
    """On narrow screens the longer side of the picture is its height."""
    spots = place_actors(build_alliance_network(two_camps, actors), portrait=True).values()
    xs, ys = [spot.x for spot in spots], [spot.y for spot in spots]
    assert max(ys) - min(ys) > max(xs) - min(xs)


def test_a_long_label_is_wrapped_and_cut() -> None:
    """A label never takes more than four lines of fifteen letters."""
    lines = to_label_box("many words " * 20).text.split("\n")
    assert len(lines) == 4
    assert max(map(len, lines)) <= 15
    assert lines[-1].endswith("…")
