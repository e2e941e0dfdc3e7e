"""One small war that every question has something to say about."""

from __future__ import annotations

from tests.graph.worlds import make_article, make_claim, make_store

from syriakg.records import Claim, TimeBounds
from syriakg.store import Store

ASSAD = "bashar-al-assad"
GOVERNMENT = "government-of-syria"


def support_claims() -> list[Claim]:
    """Return who backs whom: the government by two, the United States on both sides."""
    return [
        make_claim(
            "supports", "russia, iran", GOVERNMENT, support_kind="military", quote="they back him"
        ),
        make_claim("FinancialSupport", "united-states", "kurdish-forces", quote="money"),
        make_claim(
            "supports", "united-states", "syrian-rebels", documents=["second"], quote="the West"
        ),
        make_claim(
            "supports", "iran", "hts", "", "denied", source="iran", quote="we never backed them"
        ),
        make_claim("alliedWith", ASSAD, "russia", strained=True, quote="the alliance is tested"),
    ]


def fighting_claims() -> list[Claim]:
    """Return who took and holds what."""
    return [
        make_claim("TerritorialCapture", "hts", GOVERNMENT, "aleppo", quote="Aleppo fell"),
        make_claim(
            "TerritorialCapture",
            "kurdish-forces",
            "syrian-rebels",
            "deir-ez-zor",
            "attributed",
            source="united-states",
            quote="the east fell",
        ),
        make_claim("controls", "syrian-army", place="homs", quote="the army holds Homs"),
    ]


def leader_claims() -> list[Claim]:
    """Return what is said about where Assad is, and whether he falls."""
    return [
        make_claim(
            "LeaderDeparture", ASSAD, "", "", "denied", source=GOVERNMENT, quote="he is not gone"
        ),
        make_claim(
            "LeaderDeparture",
            ASSAD,
            modality="hypothetical",
            source="unnamed-reports",
            quote="he may be gone",
        ),
        make_claim(
            "presentIn", ASSAD, "", "damascus", "attributed", source=GOVERNMENT, quote="he is here"
        ),
        make_claim(
            "presentIn", ASSAD, "", "damascus", "attributed", source="iran", quote="he stays"
        ),
        make_claim(
            "GovernmentCollapse",
            target=GOVERNMENT,
            modality="hypothetical",
            realis="future",
            source="united-states",
            citing="unnamed-reports",
            quote="it could fall",
        ),
    ]


def other_claims() -> list[Claim]:
    """Return talks, words and need."""
    return [
        make_claim(
            "Meeting", "russia, turkey", place="doha", time=TimeBounds("last week"), quote="talks"
        ),
        make_claim("Criticism", "qatar", ASSAD, quote="he missed his chance"),
        make_claim("Displacement", target="civilians", place="homs", quote="people flee"),
        make_claim(
            "HumanitarianEmergency",
            target="civilians",
            modality="attributed",
            source="unnamed-reports",
            documents=["second"],
            quote="bread is scarce",
        ),
    ]


def make_war() -> Store:
    """Return the store of the whole war, told by two articles."""
    claims = [*support_claims(), *fighting_claims(), *leader_claims(), *other_claims()]
    articles = [make_article("first", ("Nowhere Daily",)), make_article("second", ("Other Post",))]
    return make_store(claims, articles)
