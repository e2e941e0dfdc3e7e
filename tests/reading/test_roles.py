"""Who did what to whom, and where: sentence patterns and the roles they fill."""

from __future__ import annotations

import pytest
from tests.conftest import ReadClaims
from tests.reading.outlines import names, outline

REBELS, ARMY, GOVERNMENT = "Syrian rebels", "Syrian Army", "Government of Syria"
TOOK_HAMA = ("TerritorialCapture", REBELS, GOVERNMENT, "Hama")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rebels captured Hama.", [TOOK_HAMA], id="active"),
        pytest.param("Hama was captured by rebels.", [TOOK_HAMA], id="passive"),
        pytest.param(
            "Palmyra was retaken by the army from the Islamic State group.",
            [("TerritorialCapture", ARMY, "Islamic State", "Palmyra")],
            id="passive with source",
        ),
        pytest.param(
            "The rebels, who captured Hama, shelled Homs.",
            [TOOK_HAMA, ("Shelling", REBELS, "", "Homs")],
            id="relative clause",
        ),
        pytest.param(
            "Rebels who are backed by Turkey shelled Manbij.",
            [("supports", "Turkey", REBELS, ""), ("Shelling", REBELS, "", "Manbij")],
            id="passive relative clause",
        ),
        pytest.param(
            "Rebels advanced on Homs, capturing Hama.",
            [("Advance", REBELS, "", "Homs"), TOOK_HAMA],
            id="participle",
        ),
        pytest.param(
            "Rebels captured Hama and shelled Homs.",
            [TOOK_HAMA, ("Shelling", REBELS, "", "Homs")],
            id="coordinated verbs",
        ),
        pytest.param(
            "Russia and Iran support the government.",
            [("supports", "Russia, Iran", GOVERNMENT, "")],
            id="coordinated subjects",
        ),
        pytest.param(
            "Rebels captured Hama, Homs and Daraa.",
            [("TerritorialCapture", REBELS, GOVERNMENT, "Hama, Homs, Daraa")],
            id="coordinated objects",
        ),
        pytest.param(
            "Rebels and Kurdish forces clashed in Manbij.",
            [("ArmedClash", "Syrian rebels, Kurdish forces", "", "Manbij")],
            id="both sides as subject",
        ),
        pytest.param(
            "Rebels forced government troops to retreat from Hama.",
            [("Withdrawal", ARMY, "", "Hama")],
            id="control: the object retreats",
        ),
        pytest.param(
            "Turkey launched an airstrike on Kurdish forces in Manbij.",
            [("Airstrike", "Turkey", "Kurdish forces", "Manbij")],
            id="support verb",
        ),
        pytest.param(
            "Israel carried out airstrikes in Damascus.",
            [("Airstrike", "Israel", "", "Damascus")],
            id="support verb with particle",
        ),
        pytest.param(
            "US-backed Kurdish fighters seized Deir ez-Zor.",
            [
                ("supports", "United States", "Kurdish forces", ""),
                ("TerritorialCapture", "Kurdish forces", "", "Deir ez-Zor"),
            ],
            id="hyphenated participle after a name",
        ),
        pytest.param(
            "Turkish-backed rebels shelled Manbij.",
            [
                ("supports", "Turkey", "Syrian rebels", ""),
                ("Shelling", "Syrian rebels", "", "Manbij"),
            ],
            id="hyphenated participle after a demonym",
        ),
        pytest.param(
            "The army withdrew from Hama after the rebels had shelled Homs.",
            [("Withdrawal", ARMY, "", "Hama"), ("Shelling", REBELS, "", "Homs")],
            id="subordinate clause",
        ),
        pytest.param(
            "Assad's troops shelled the Turkish-held town of Afrin.",
            [("Shelling", ARMY, "", "Afrin"), ("controls", "Turkey", "", "Afrin")],
            id="possessor of troops, and who holds a place",
        ),
        pytest.param(
            "Rebels forced troops to retreat from Hama.",
            [("Withdrawal", ARMY, "", "Hama")],
            id="bare troops are the adversary's",
            marks=pytest.mark.xfail(
                strict=True, reason='"troops" without an antecedent has no owner'
            ),
        ),
        pytest.param(
            "Iran-backed militias shelled Idlib.",
            [
                ("supports", "Iran", "Iran-backed militias", ""),
                ("Shelling", "Iran-backed militias", "", "Idlib"),
            ],
            id="hyphenated participle in a name",
        ),
        pytest.param(
            "Israel struck the base that Hezbollah controls.",
            [("Airstrike", "Israel", "", ""), ("controls", "Hezbollah", "", "")],
            id="unnamed base is not where the attacker is",
            marks=pytest.mark.xfail(
                strict=True, reason="the subject's own country is taken for the base's place"
            ),
        ),
    ],
)
def test_pattern_fills_the_roles(
    text: str, expected: list[tuple[str, str, str, str]], claims_of: ReadClaims
) -> None:
    """Each pattern yields these claims and no others."""
    assert [outline(claim) for claim in claims_of(text)] == expected


@pytest.mark.parametrize(
    ("word", "actor"),
    [
        ("Ankara", "Turkey"),
        ("Moscow", "Russia"),
        ("The Kremlin", "Russia"),
        ("Turkish officials", "Turkey"),
        ("The Iranian foreign ministry", "Iran"),
        ("Iran's foreign minister", "Iran"),
        ("The regime", GOVERNMENT),
        ("Insurgents", REBELS),
        ("The Syrian military", ARMY),
    ],
)
def test_phrase_names_the_actor(word: str, actor: str, claims_of: ReadClaims) -> None:
    """Capitals, demonyms, organs and common nouns stand for actors."""
    [claim] = claims_of(f"{word} criticised Israel.")
    assert outline(claim) == ("Criticism", actor, "Israel", "")


def test_capital_that_falls_is_a_place(claims_of: ReadClaims) -> None:
    """A fall is about the city, not about its government."""
    [claim] = claims_of("The fall of Damascus stunned Iran.")
    assert outline(claim) == ("TerritorialCapture", "", "", "Damascus")


def test_capital_that_one_flees_is_a_place(claims_of: ReadClaims) -> None:
    """People flee a city, not a state."""
    [claim] = claims_of("Residents fled Moscow.")
    assert outline(claim) == ("Displacement", "", "Civilians", "Moscow")


def test_unknown_actor_is_minted(claims_of: ReadClaims) -> None:
    """A name that the reference data lack becomes a provisional actor, not nothing."""
    [claim] = claims_of("The Eastern Hawks shelled Homs.")
    [actor] = claim.agent
    assert (actor.label, actor.provisional) == ("Eastern Hawks", True)


def test_person_with_a_title_is_minted_as_a_person(claims_of: ReadClaims) -> None:
    """The title says what the name is, and is no part of it."""
    [claim] = claims_of("General Omar Deeb met Vladimir Putin in Moscow.")
    [actor] = claim.agent
    assert (actor.label, actor.kind, actor.provisional) == ("Omar Deeb", "Person", True)


def test_unknown_place_is_minted(claims_of: ReadClaims) -> None:
    """A name in the role of a place becomes a provisional place."""
    [claim] = claims_of("Rebels advanced on Tal Qartal.")
    [place] = claim.place
    assert (place.label, place.provisional) == ("Tal Qartal", True)


def test_unknown_place_that_is_captured_is_not_detained(claims_of: ReadClaims) -> None:
    """What is captured is a place or a prisoner, not both."""
    claims = claims_of("Rebels captured Tal Qartal.")
    assert [claim.type for claim in claims] == ["TerritorialCapture"]


def test_known_actor_is_not_provisional(claims_of: ReadClaims) -> None:
    """What the reference data hold is reviewed."""
    [claim] = claims_of("Turkey shelled Manbij.")
    assert not any(entity.provisional for entity in (*claim.agent, *claim.place))


def test_inferred_opponent_is_flagged(claims_of: ReadClaims) -> None:
    """Rebels take from the government: the sentence does not say so, and the claim says that."""
    [claim] = claims_of("Rebels captured Hama.")
    assert (names(claim.target), claim.inferred) == (GOVERNMENT, ("target",))


def test_stated_opponent_is_not_flagged(claims_of: ReadClaims) -> None:
    """What the sentence says is not inferred."""
    [claim] = claims_of("Rebels captured Hama from the Islamic State group.")
    assert (names(claim.target), claim.inferred) == ("Islamic State", ())


def test_no_opponent_is_inferred_without_a_rule(claims_of: ReadClaims) -> None:
    """Whom Kurdish forces took a town from is not theirs to say by definition."""
    [claim] = claims_of("Kurdish forces captured Hama.")
    assert (claim.target, claim.inferred) == ((), ())


def test_place_from_another_clause_is_flagged(claims_of: ReadClaims) -> None:
    """Residents flee the city that the sentence speaks of; that is inferred."""
    flight = claims_of("If rebels capture Homs, residents will flee.")[-1]
    assert (names(flight.place), flight.inferred) == ("Homs", ("place",))


def test_kind_of_support_is_kept(claims_of: ReadClaims) -> None:
    """Weapons are military support."""
    [claim] = claims_of("Russia provided the government with weapons.")
    assert (claim.type, claim.support_kind) == ("MilitarySupport", "military")


def test_strained_alliance_is_flagged(claims_of: ReadClaims) -> None:
    """An alliance under strain still is one."""
    claims = claims_of("The alliance between Russia and Iran is strained.")
    assert [(c.type, c.strained) for c in claims if c.strained] == [("alliedWith", True)]
