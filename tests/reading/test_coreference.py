"""Pronouns and definite phrases: whom and what they mean."""

from __future__ import annotations

import pytest
from tests.conftest import ReadClaims
from tests.reading.outlines import names, outline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hayat Tahrir al-Sham captured Hama. It then shelled Homs.",
            ("Shelling", "Hayat Tahrir al-Sham", "", "Homs"),
        ),
        (
            "Rebels captured Hama. They then shelled Homs.",
            ("Shelling", "Syrian rebels", "", "Homs"),
        ),
        (
            "Russia and Iran met in Moscow. They support the government.",
            ("supports", "Russia, Iran", "Government of Syria", ""),
        ),
        (
            "Bashar al-Assad left Damascus, and he met Vladimir Putin in Moscow.",
            ("Meeting", "Bashar al-Assad", "Vladimir Putin", "Moscow"),
        ),
        (
            "Hezbollah withdrew from Homs because it was attacked by Israel.",
            ("Assault", "Israel", "Hezbollah", "Homs"),
        ),
        (
            "Rebels captured Hama. The army later shelled the city.",
            ("Shelling", "Syrian Army", "", "Hama"),
        ),
        (
            "Rebels captured Hama. They then advanced on the capital.",
            ("Advance", "Syrian rebels", "", "Damascus"),
        ),
        (
            "Rebels captured Hama. Turkish troops shelled the Syrian capital.",
            ("Shelling", "Turkey", "", "Damascus"),
        ),
        (
            "Hayat Tahrir al-Sham captured Hama. The group then shelled Homs.",
            ("Shelling", "Hayat Tahrir al-Sham", "", "Homs"),
        ),
        (
            "Iran sent aid to Hama. Its forces shelled Homs.",
            ("Shelling", "Iran", "", "Homs"),
        ),
    ],
)
def test_later_mention_means_the_earlier_one(
    text: str, expected: tuple[str, str, str, str], claims_of: ReadClaims
) -> None:
    """The last claim has the entity in it, not the pronoun."""
    assert outline(claims_of(text)[-1]) == expected


def test_capital_of_another_country(claims_of: ReadClaims) -> None:
    """A capital with a demonym is not that of the country that the data are about."""
    [claim] = claims_of("Israel struck the Iranian capital.")
    assert names(claim.place) == "Tehran"


def test_pronoun_without_antecedent_means_nobody(claims_of: ReadClaims) -> None:
    """Nobody is invented."""
    assert [c.agent for c in claims_of("They shelled Homs.")] in ([], [()])


def test_it_rains_means_nobody(claims_of: ReadClaims) -> None:
    """An "it" that stands for nothing takes no group into the claim."""
    claims = claims_of("Hayat Tahrir al-Sham captured Hama. It rained in Homs.")
    assert [claim.type for claim in claims] == ["TerritorialCapture"]


def test_articles_do_not_share_their_mentions(claims_of: ReadClaims) -> None:
    """A pronoun at the head of an article does not point into the one read before."""
    claims_of("Hayat Tahrir al-Sham captured Hama.")
    assert all("Hayat" not in names(c.agent) for c in claims_of("It shelled Homs."))


def test_leader_who_flees_does_not_withdraw_his_state(claims_of: ReadClaims) -> None:
    """A president's flight is his own departure and nothing else."""
    claims = claims_of("Bashar al-Assad met Vladimir Putin in Moscow. He then fled Syria.")
    assert [claim.type for claim in claims] == ["Meeting", "LeaderDeparture"]
