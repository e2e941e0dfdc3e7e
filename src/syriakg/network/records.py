"""The records that networks take in and hand on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypedDict

from syriakg.errors import SyriakgError
from syriakg.records import Tie, TieClaim


class NetworkError(SyriakgError):
    """Ties that cannot be made into a network: unknown actor, sign, status or weight."""


@dataclass(frozen=True, slots=True, order=True)
class NetworkActor:
    """An actor as a network shows it; ``kind`` is the local name of its class."""

    iri: str
    label: str
    kind: str


class Stance(StrEnum):
    """How one actor stands to another, as the picture tells ties apart."""

    ALLIED = "allied"
    SUPPORTING = "supporting"
    OPPOSED = "opposed"
    NEUTRAL = "neutral"


class EdgeAttributes(TypedDict):
    """What every edge of a network states.

    ``voices`` counts the independent voices behind the tie (see
    ``count_voices``); ``weight`` is what the measures use.
    """

    kind: str
    sign: int
    directed: bool
    stance: str
    status: str
    disputed: bool
    voices: int
    weight: float
    claims: tuple[TieClaim, ...]


class Point(NamedTuple):
    """A place on the canvas in whole canvas units; y grows downwards."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class ActorMeasures:
    """What an actor's place in an influence network amounts to.

    ``influence`` and ``exposure`` are shares that sum to 1 over all actors:
    weighted PageRank against and along the edges. ``betweenness`` and
    ``reach`` lie between 0 and 1; ``reach`` is the share of the other actors
    that can be reached by following who acts on whom.
    """

    influence: float
    exposure: float
    betweenness: float
    reach: float


def to_stance(tie: Tie) -> Stance:
    """Say which stance a tie's sign and direction amount to."""
    if tie.sign == 0:
        return Stance.NEUTRAL
    if tie.sign < 0:
        return Stance.OPPOSED
    return Stance.SUPPORTING if tie.directed else Stance.ALLIED
