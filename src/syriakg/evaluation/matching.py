"""Which claim is which record: how far two agree, and the best one-to-one pairing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeVar

from syriakg.evaluation.labels import Labels
from syriakg.evaluation.records import GoldRecord, Level, Prediction, Statement
from syriakg.vocabulary import load_vocabulary

S = TypeVar("S", bound=Statement)

_ROLES: Final = ("agent", "target", "place")
# States of affairs that amount to the event of supporting: right root, wrong type.
_LIKE_SUPPORT: Final = frozenset({"supports", "alliedWith"})


class Pair(NamedTuple):
    """A record and a claim that belong together, by their numbers, and how far they agree."""

    gold: int
    prediction: int
    level: Level


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of one document.

    ``repeats`` numbers further claims of a fact that is already paired (said
    twice in a sentence, a split record): neither right nor wrong.
    """

    pairs: tuple[Pair, ...]
    repeats: frozenset[int]


def find_level(gold: GoldRecord, prediction: Prediction, labels: Labels) -> Level:
    """Return how far ``prediction`` agrees with ``gold``. A role that gold leaves empty is open."""
    if not (gold.start < prediction.end and prediction.start < gold.end):
        return Level.NONE
    right_type = prediction.type == gold.type or prediction.type in gold.also
    if not right_type and _get_root(gold.type) != _get_root(prediction.type):
        return Level.NONE
    if gold.type in labels.symmetric | labels.affected:
        gold, prediction = _pool(gold), _pool(prediction)
    expected, given = _get_roles(gold), _get_roles(prediction)
    filled = [role for role in _ROLES if expected[role]]
    anyone = frozenset[str]().union(*expected.values())
    if anyone and not labels.share(anyone, frozenset[str]().union(*given.values())):
        return Level.NONE
    if not right_type or not all(labels.share(expected[role], given[role]) for role in filled):
        return Level.ROOT
    same_word = not gold.source or labels.share(gold.source, prediction.source)
    return Level.FULL if gold.modality == prediction.modality and same_word else Level.CORE


def pair_statements(
    golds: Sequence[GoldRecord], predictions: Sequence[Prediction], labels: Labels
) -> Pairing:
    """Pair records and claims one to one, the best agreement first.

    Among equals those records go first that must be found, then the pair with
    more names in common, then the order of the text.
    """
    candidates = [
        Pair(number, other, level)
        for number, gold in enumerate(golds)
        for other, prediction in enumerate(predictions)
        if (level := find_level(gold, prediction, labels))
    ]

    def rank(pair: Pair) -> tuple[int, ...]:
        gold, prediction = golds[pair.gold], predictions[pair.prediction]
        expected, given = _get_roles(gold), _get_roles(prediction)
        common = sum(len(expected[role] & given[role]) for role in _ROLES)
        return -pair.level, not gold.must, -common, pair.gold, pair.prediction

    by_gold: dict[int, Pair] = {}
    taken: set[int] = set()
    for pair in sorted(candidates, key=rank):
        if pair.gold not in by_gold and pair.prediction not in taken:
            by_gold[pair.gold] = pair
            taken.add(pair.prediction)
    repeats = {pair.prediction for pair in candidates if pair.level >= Level.CORE} - taken
    return Pairing(tuple(by_gold[number] for number in sorted(by_gold)), frozenset(repeats))


def _get_roles(statement: Statement) -> dict[str, frozenset[str]]:
    return {"agent": statement.agent, "target": statement.target, "place": statement.place}


def _pool(statement: S) -> S:
    """Put agent and target together where either order is right."""
    return replace(statement, agent=statement.agent | statement.target, target=frozenset())


def _get_root(type_name: str) -> str:
    if type_name in _LIKE_SUPPORT:
        return "Support"
    return load_vocabulary().root_of(type_name) or type_name
