"""How sure, and on whose word: attribution, denial, condition, plan, question, fact."""

from __future__ import annotations

import pytest
from tests.conftest import ReadClaims
from tests.reading.outlines import names, stance

TOOK = "TerritorialCapture"
UNNAMED = "unnamed reports"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose word
        ("Turkey said that rebels had captured Manbij.", (TOOK, "attributed", "Turkey")),
        ("Ankara said that rebels had captured Manbij.", (TOOK, "attributed", "Turkey")),
        ("Rebels had captured Manbij, Turkey said.", (TOOK, "attributed", "Turkey")),
        ("According to Turkey, rebels captured Manbij.", (TOOK, "attributed", "Turkey")),
        ("Rebels captured Manbij, according to Turkey.", (TOOK, "attributed", "Turkey")),
        ("A report said that rebels had captured Hama.", (TOOK, "attributed", UNNAMED)),
        ("Rebels reportedly captured Hama.", (TOOK, "attributed", UNNAMED)),
        ("Rebels captured Hama.", (TOOK, "asserted", "")),
        # denied
        ("Russia did not strike Idlib.", ("Airstrike", "denied", "")),
        ("Russia denied that it had struck Idlib.", ("Airstrike", "denied", "Russia")),
        ("Turkey denied shelling Manbij.", ("Shelling", "denied", "Turkey")),
        ("Turkey said it will not withdraw from Manbij.", ("Withdrawal", "denied", "Turkey")),
        ("Israel said it would not strike Damascus.", ("Airstrike", "denied", "Israel")),
        ("Rebels failed to capture Homs.", (TOOK, "denied", "")),
        ("The army prevented rebels from capturing Homs.", (TOOK, "denied", "")),
        ("No airstrikes were reported in Homs.", ("Airstrike", "denied", UNNAMED)),
        # not so, or not yet
        ("Rebels may capture Homs.", (TOOK, "hypothetical", "")),
        ("Israel will strike Damascus.", ("Airstrike", "hypothetical", "")),
        ("Turkey said that rebels may capture Manbij.", (TOOK, "hypothetical", "Turkey")),
        ("Rebels would capture Homs.", (TOOK, "hypothetical", "")),
        ("Did rebels capture Homs?", (TOOK, "hypothetical", "")),
        ("Have rebels captured Homs?", (TOOK, "hypothetical", "")),
        ("Rebels plan to capture Homs.", (TOOK, "hypothetical", "")),
        ("Turkey offered to withdraw from Manbij.", ("Withdrawal", "hypothetical", "Turkey")),
        ("Turkey threatened to shell Manbij.", ("Shelling", "hypothetical", "")),
        ("Rebels may not capture Homs.", (TOOK, "hypothetical", "")),
        ("Rebels, Turkey said, had captured Manbij.", (TOOK, "attributed", "Turkey")),
        ("Rebels stopped the army from capturing Hama.", (TOOK, "denied", "")),
    ],
)
def test_stance_of_the_last_claim(
    text: str, expected: tuple[str, str, str], claims_of: ReadClaims
) -> None:
    """Type, modality and source of what the sentence is about."""
    assert stance(claims_of(text)[-1]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "If rebels capture Homs, residents will flee Hama.",
        "Residents will flee Hama if rebels capture Homs.",
        "Should rebels capture Homs, residents would flee Hama.",
        "Should the regime fall, civilians would flee Damascus.",
        "Unless rebels capture Homs, residents will flee Hama.",
        "Were the regime to fall, civilians would flee Damascus.",
    ],
)
def test_condition_and_consequence_are_hypothetical(text: str, claims_of: ReadClaims) -> None:
    """Neither what is supposed nor what would follow has happened."""
    claims = claims_of(text)
    assert [claim.modality.value for claim in claims] == ["hypothetical", "hypothetical"]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Rebels attacked Homs to capture it.", ["asserted", "hypothetical"]),
        ("After the capture of Hama, rebels advanced on Homs.", ["asserted", "asserted"]),
        ("Following the fall of Aleppo, residents fled Hama.", ["asserted", "asserted"]),
        ("Before the fall of Aleppo, rebels shelled Hama.", ["asserted", "asserted"]),
        ("Despite the capture of Hama, the army shelled Homs.", ["asserted", "asserted"]),
        ("Rebels, who captured Hama, may shell Homs.", ["asserted", "hypothetical"]),
        ("Rebels captured Hama, but they did not capture Homs.", ["asserted", "denied"]),
        ("Rebels captured Hama and could capture Homs.", ["asserted", "hypothetical"]),
        ("Damascus accused Turkey of shelling Manbij.", ["asserted", "attributed"]),
        ("Rebels could capture Homs and shell Hama.", ["hypothetical", "hypothetical"]),
    ],
)
def test_each_event_has_its_own_stance(
    text: str, stances: list[str], claims_of: ReadClaims
) -> None:
    """A cue reaches what it governs and stops at what the sentence takes for granted."""
    assert [claim.modality.value for claim in claims_of(text)] == stances


def test_purpose_is_not_yet_so(claims_of: ReadClaims) -> None:
    """What troops are sent for has not happened; that they are sent has."""
    sent, capture = claims_of("Russia sent troops to capture Idlib.")
    assert stance(sent) == ("Deployment", "asserted", "")
    assert stance(capture) == (TOOK, "hypothetical", "")


def test_source_that_cites_another(claims_of: ReadClaims) -> None:
    """Whose word it is, and on whom they rely, are kept apart."""
    [claim] = claims_of(
        "U.S. officials, citing intelligence sources, said that rebels had captured Manbij."
    )
    assert (names(claim.source), names(claim.citing)) == ("United States", UNNAMED)


def test_source_that_cites_an_organisation(claims_of: ReadClaims) -> None:
    """The cited one is no source of the sentence itself."""
    [claim] = claims_of("Turkey, citing the United Nations, said that rebels captured Manbij.")
    assert (names(claim.source), names(claim.citing)) == ("Turkey", "United Nations")


def test_source_that_cites_nobody(claims_of: ReadClaims) -> None:
    """An empty chain is empty."""
    [claim] = claims_of("Turkey said that rebels had captured Manbij.")
    assert claim.citing == ()


def test_refusal_is_an_act_and_a_denial(claims_of: ReadClaims) -> None:
    """That the army refuses is so; that it withdraws is not."""
    refusal, withdrawal = claims_of("The army refused to withdraw from Hama.")
    assert (refusal.type, refusal.modality.value) == ("Reject", "asserted")
    assert (withdrawal.type, withdrawal.modality.value) == ("Withdrawal", "denied")
