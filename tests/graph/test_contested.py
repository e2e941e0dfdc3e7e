"""What cannot both hold, what several sources say, and who backs both sides."""

from __future__ import annotations

import pytest
from tests.graph.worlds import make_claim, make_store

from syriakg.records import Claim, TimeBounds

ASSAD = "bashar-al-assad"


def reasons(*claims: Claim) -> list[object]:
    """Return the reasons of all contradictions between the claims."""
    query = "SELECT ?r { GRAPH g:contested { ?c a skg:Contradiction ; skg:reason ?r } } ORDER BY ?r"
    return [row["r"] for row in make_store(claims).select(query)]


def count(kind: str, *claims: Claim) -> int:
    """Return how many comparisons of a kind there are between the claims."""
    query = f"SELECT ?c {{ GRAPH g:contested {{ ?c a skg:{kind} }} }}"
    return len(make_store(claims).select(query))


def denied(kind: str, agent: str, target: str = "", place: str = "") -> Claim:
    """Return a denial by the Government of Syria."""
    return make_claim(kind, agent, target, place, "denied", source="government-of-syria")


@pytest.mark.parametrize("modality", ["asserted", "attributed", "hypothetical"])
def test_a_denial_contradicts_what_is_said(modality: str) -> None:
    """Denied and said to be so, or perhaps so, of the same parties."""
    other = make_claim("LeaderDeparture", ASSAD, modality=modality, source="unnamed-reports")
    assert reasons(denied("LeaderDeparture", ASSAD), other) == ["polarity"]


def test_a_forecast_contradicts_nobody() -> None:
    """He has not fled, and he may flee: both can hold."""
    forecast = make_claim("LeaderDeparture", ASSAD, modality="hypothetical", realis="future")
    assert reasons(denied("LeaderDeparture", ASSAD), forecast) == []


def test_a_denial_about_others_contradicts_nothing() -> None:
    """Another agent, another target or another type is another matter."""
    denial = denied("Airstrike", "russia", "hts")
    assert (
        reasons(
            denial,
            make_claim("Airstrike", "syrian-army", "hts"),
            make_claim("Airstrike", "russia", "civilians"),
            make_claim("Shelling", "russia", "hts"),
            make_claim("Airstrike", "hts", "russia"),
        )
        == []
    )


def test_parties_of_a_symmetric_type_may_change_places() -> None:
    """Denying that A met B denies that B met A."""
    denial = denied("Meeting", "russia", "hts")
    assert reasons(denial, make_claim("Meeting", "hts", "russia")) == ["polarity"]


def test_a_denial_covers_the_places_within() -> None:
    """Not in Syria at all excludes Damascus; not in Damascus leaves Syria open."""
    in_damascus = make_claim("presentIn", ASSAD, place="damascus")
    in_syria = make_claim("presentIn", ASSAD, place="syria")
    assert reasons(denied("presentIn", ASSAD, place="syria"), in_damascus) == ["polarity"]
    assert reasons(denied("presentIn", ASSAD, place="damascus"), in_syria) == []


@pytest.mark.parametrize(
    ("left", "expected"), [("", ["location"]), ("damascus", ["location"]), ("aleppo", [])]
)
def test_who_has_left_is_not_there(left: str, expected: list[str]) -> None:
    """Leaving a place excludes being in it, leaving another does not."""
    present = make_claim("presentIn", ASSAD, "", "damascus", "attributed", source="iran")
    departed = make_claim("LeaderDeparture", ASSAD, place=left, modality="hypothetical")
    assert reasons(present, departed) == expected


def test_leaving_a_city_does_not_mean_leaving_its_country() -> None:
    """He may have left Damascus and still be in Syria."""
    assert (
        reasons(
            make_claim("presentIn", ASSAD, place="syria"),
            make_claim("LeaderDeparture", ASSAD, place="damascus"),
        )
        == []
    )


def test_nobody_is_in_two_places_at_once() -> None:
    """Damascus and Moscow exclude each other."""
    assert reasons(
        make_claim("presentIn", ASSAD, place="damascus"),
        make_claim("presentIn", ASSAD, "", "moscow", "attributed", source="unnamed-reports"),
    ) == ["location"]


def test_a_place_within_another_is_no_contradiction() -> None:
    """Damascus is in Syria."""
    assert (
        reasons(
            make_claim("presentIn", ASSAD, place="damascus"),
            make_claim("presentIn", ASSAD, place="syria"),
        )
        == []
    )


def test_regions_may_overlap() -> None:
    """Southern Syria may hold Damascus."""
    assert (
        reasons(
            make_claim("presentIn", ASSAD, place="damascus"),
            make_claim("presentIn", ASSAD, place="southern-syria"),
        )
        == []
    )


def test_an_army_can_be_in_two_places() -> None:
    """Only persons are in one place at a time."""
    assert (
        reasons(
            make_claim("presentIn", "hts", place="aleppo"),
            make_claim("presentIn", "hts", place="homs"),
        )
        == []
    )


def test_two_places_at_different_times_are_no_contradiction() -> None:
    """He can be in Moscow after he was in Damascus."""
    before = TimeBounds("until 2020", latest_end="2020-12-31")
    after = TimeBounds("since 2022", earliest_begin="2022-01-01")
    assert (
        reasons(
            make_claim("presentIn", ASSAD, place="damascus", time=before),
            make_claim("presentIn", ASSAD, place="moscow", time=after),
        )
        == []
    )


def test_two_rivals_cannot_hold_one_place() -> None:
    """Whose a place is that two are said to control is contested."""
    assert reasons(
        make_claim("controls", "hts", place="homs"),
        make_claim("controls", "government-of-syria", place="homs"),
    ) == ["outcome"]


def test_a_force_and_its_government_are_no_rivals() -> None:
    """What the army holds its government holds."""
    assert (
        reasons(
            make_claim("controls", "syrian-army", place="homs"),
            make_claim("controls", "government-of-syria", place="homs"),
        )
        == []
    )


def test_a_capture_that_the_loser_disputes_is_contested() -> None:
    """The article says it was taken; the government's word is that its army holds it."""
    assert reasons(
        make_claim("TerritorialCapture", "hts", "government-of-syria", "homs"),
        make_claim(
            "controls", "syrian-army", "", "homs", "attributed", source="government-of-syria"
        ),
    ) == ["outcome"]


def test_a_capture_after_control_is_a_story() -> None:
    """Held once and taken later, both in the article's voice, is no contradiction."""
    assert (
        reasons(
            make_claim("TerritorialCapture", "hts", "government-of-syria", "homs"),
            make_claim("controls", "government-of-syria", place="homs"),
        )
        == []
    )


def test_two_sources_corroborate() -> None:
    """The same on the word of two sources is said once more."""
    claims = [
        make_claim("presentIn", ASSAD, "", "damascus", "attributed", source=source)
        for source in ("government-of-syria", "iran")
    ]
    assert count("Corroboration", *claims) == 1


def test_two_articles_corroborate() -> None:
    """The same with different times in two articles is two claims that agree."""
    claims = [
        make_claim("Airstrike", "russia", "hts", documents=("first",)),
        make_claim("Airstrike", "russia", "hts", documents=("second",), time=TimeBounds("today")),
    ]
    assert count("Corroboration", *claims) == 1


def test_one_article_does_not_corroborate_itself() -> None:
    """Saying it twice in one voice is not two sources."""
    claims = [
        make_claim("Airstrike", "russia", "hts"),
        make_claim("Airstrike", "russia", "hts", time=TimeBounds("today")),
    ]
    assert count("Corroboration", *claims) == 0


def test_forecasts_and_opposites_do_not_corroborate() -> None:
    """Only what is said to be so corroborates what is said to be so."""
    claims = [
        make_claim("presentIn", ASSAD, "", "damascus", "attributed", source="iran"),
        make_claim("presentIn", ASSAD, "", "damascus", "hypothetical", source="qatar"),
        make_claim("presentIn", ASSAD, "", "damascus", "denied", source="turkey"),
    ]
    assert count("Corroboration", *claims) == 0


def test_backing_both_sides_is_a_tension() -> None:
    """One who supports two that fight each other is in tension with itself."""
    claims = [
        make_claim("supports", "united-states", "kurdish-forces"),
        make_claim("supports", "united-states", "syrian-rebels"),
        make_claim("TerritorialCapture", "kurdish-forces", "syrian-rebels", "deir-ez-zor"),
    ]
    assert count("Tension", *claims) == 1
    assert count("Tension", *claims[:2]) == 0


def test_a_side_fights_by_its_force() -> None:
    """Whoever fights the army fights the government that is supported."""
    claims = [
        make_claim("supports", "turkey", "government-of-syria"),
        make_claim("supports", "turkey", "hts"),
        make_claim("Offensive", "hts", "syrian-army"),
    ]
    assert count("Tension", *claims) == 1


def test_a_possible_fight_is_no_tension() -> None:
    """What may come tears nobody yet."""
    claims = [
        make_claim("supports", "turkey", "kurdish-forces"),
        make_claim("supports", "turkey", "hts"),
        make_claim("Offensive", "hts", "kurdish-forces", "", "hypothetical", realis="future"),
    ]
    assert count("Tension", *claims) == 0
