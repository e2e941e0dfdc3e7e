"""How far a claim agrees with a record, and which claim is paired with which record."""

from __future__ import annotations

import pytest
from tests.evaluation.worlds import make_claim, make_gold, make_labels

from syriakg.evaluation.matching import find_level, pair_statements
from syriakg.evaluation.records import Level
from syriakg.records import Modality


@pytest.mark.parametrize(
    ("gold", "claim", "level"),
    [
        pytest.param({}, {}, Level.FULL, id="the same"),
        pytest.param({}, {"start": 20, "end": 40}, Level.NONE, id="spans only touch"),
        pytest.param({"start": 20, "end": 40}, {}, Level.NONE, id="they touch on the other side"),
        pytest.param({}, {"start": 19, "end": 40}, Level.FULL, id="spans share one character"),
        pytest.param({}, {"type": "Advance"}, Level.ROOT, id="another leaf of one root"),
        pytest.param({"also": ["Advance"]}, {"type": "Advance"}, Level.FULL, id="also right"),
        pytest.param({}, {"type": "Displacement"}, Level.NONE, id="another root"),
        pytest.param({}, {"agent": ["iran"]}, Level.ROOT, id="a filled role is wrong"),
        pytest.param({}, {"agent": [], "place": []}, Level.NONE, id="nobody in common"),
        pytest.param({}, {"target": ["iran"]}, Level.FULL, id="an empty role is open"),
        pytest.param({}, {"modality": Modality.DENIED}, Level.CORE, id="another modality"),
        pytest.param({"source": ["iran"]}, {}, Level.CORE, id="the source is missing"),
        pytest.param({}, {"source": ["iran"]}, Level.FULL, id="the record names no source"),
        pytest.param(
            {"agent": ["sdf"]}, {"agent": ["kurdish forces"]}, Level.FULL, id="equivalent"
        ),
        pytest.param(
            {"type": "supports"}, {"type": "MilitarySupport"}, Level.ROOT, id="state and act"
        ),
    ],
)
def test_level(gold: dict[str, object], claim: dict[str, object], level: Level) -> None:
    """Each rule of agreement, one at a time."""
    assert find_level(make_gold(**gold), make_claim(**claim), make_labels()) == level


@pytest.mark.parametrize(
    ("type_", "level"),
    [("ArmedClash", Level.FULL), ("Killing", Level.FULL), ("Shelling", Level.ROOT)],
)
def test_agent_and_target_change_places_only_where_order_is_open(type_: str, level: Level) -> None:
    """A clash has no first party, a victim is a target whoever killed; who shelled whom matters."""
    gold = make_gold(type=type_, agent=["iran"], target=["israel"], place=[])
    claim = make_claim(type=type_, agent=["israel"], target=["iran"], place=[])
    assert find_level(gold, claim, make_labels()) == level


def test_the_best_agreement_is_paired_first() -> None:
    """A looser claim that comes earlier does not take the record."""
    claims = [make_claim(type="Advance"), make_claim()]
    assert pair_statements([make_gold()], claims, make_labels()).pairs == ((0, 1, Level.FULL),)


def test_a_claim_goes_to_the_record_that_must_be_found() -> None:
    """Among equals the optional record waits."""
    golds = [make_gold(must=False), make_gold()]
    assert pair_statements(golds, [make_claim()], make_labels()).pairs == ((1, 0, Level.FULL),)


def test_a_claim_goes_to_the_record_with_more_names_in_common() -> None:
    """Among equals the closer record comes first, whatever the order."""
    golds = [make_gold(), make_gold(agent=["syrian rebels", "turkey"])]
    claims = [make_claim(agent=["syrian rebels", "turkey"])]
    assert pair_statements(golds, claims, make_labels()).pairs == ((1, 0, Level.FULL),)


def test_a_repeat_is_neither_right_nor_wrong() -> None:
    """A second claim of a fact that is already paired is set aside."""
    pairing = pair_statements([make_gold()], [make_claim(), make_claim()], make_labels())
    assert pairing.repeats == {1}


def test_a_loose_second_claim_is_no_repeat() -> None:
    """A claim that only shares the root counts as wrong."""
    claims = [make_claim(), make_claim(type="Advance")]
    assert pair_statements([make_gold()], claims, make_labels()).repeats == frozenset()
