"""Ties between actors: from which claims, how sure, how disputed; and alliances."""

from __future__ import annotations

import pytest
from tests.graph.worlds import make_claim, make_store

from syriakg.derive import derive
from syriakg.store import Store

TIE = """SELECT ?from ?to ?kind ?sign ?directed ?status ?disputed ?claims { GRAPH g:ties {
  ?tie a skg:Tie ; skg:tieFrom ?f ; skg:tieTo ?t ; skg:tieKind ?kind ; skg:sign ?sign ;
    skg:directed ?directed ; skg:tieStatus ?status ; skg:disputed ?disputed ;
    skg:claimCount ?claims }
  BIND(STRAFTER(STR(?f), "/actor/") AS ?from) BIND(STRAFTER(STR(?t), "/actor/") AS ?to) }
  ORDER BY ?from ?to ?kind"""
ALLIANCE = """SELECT ?one ?two ?strained { GRAPH g:ties {
    ?a a skg:Alliance ; skg:strained ?strained ; skg:allianceMember ?o, ?t
    FILTER(STR(?o) < STR(?t)) }
  BIND(STRAFTER(STR(?o), "/actor/") AS ?one)
  BIND(STRAFTER(STR(?t), "/actor/") AS ?two) }
  ORDER BY ?one ?two"""
RUSSIA = ("russia", "government-of-syria")


def ties(store: Store) -> list[tuple[object, ...]]:
    """Return every tie as from, to, kind, sign, directed, status, disputed, claims."""
    return [tuple(row.values()) for row in store.select(TIE)]


def test_kind_and_sign_come_from_the_type() -> None:
    """The ontology declares which tie a claim type makes."""
    store = make_store([make_claim("supports", *RUSSIA)])
    assert ties(store) == [(*RUSSIA, "supports", 1, True, "established", False, 1)]


def test_a_tie_is_inherited_from_the_class_above() -> None:
    """Airstrike declares no tie; Assault does."""
    store = make_store([make_claim("Airstrike", "russia", "hts", "homs")])
    assert [row[:4] for row in ties(store)] == [("russia", "hts", "fights", -1)]


def test_the_nearest_declaration_wins() -> None:
    """A subclass with a tie of its own makes that tie and not the inherited one."""
    store = make_store([make_claim("Airstrike", "russia", "hts", "homs")])
    store.update("DELETE WHERE { GRAPH g:ties { ?s ?p ?o } }")
    store.update(
        "INSERT DATA { skg:Airstrike skg:tieKind 'bombs' ; skg:tieSign -1 ; skg:tieDirected true }"
    )
    derive(store)
    assert [row[:3] for row in ties(store)] == [("russia", "hts", "bombs")]


def test_every_agent_is_tied_to_every_target() -> None:
    """Two that act on two make four ties."""
    store = make_store([make_claim("Criticism", "qatar, turkey", "russia, iran")])
    pairs = [row[:2] for row in ties(store)]
    assert pairs == [
        ("qatar", "iran"),
        ("qatar", "russia"),
        ("turkey", "iran"),
        ("turkey", "russia"),
    ]


def test_parties_of_a_meeting_are_tied_to_one_another() -> None:
    """Three that meet make three undirected ties."""
    store = make_store([make_claim("Meeting", "russia, iran, turkey", place="doha")])
    pairs = [row[:2] for row in ties(store)]
    assert pairs == [("iran", "russia"), ("iran", "turkey"), ("russia", "turkey")]


def test_agents_of_a_directed_type_are_not_tied() -> None:
    """Two that attack nobody in particular do not fight each other."""
    assert ties(make_store([make_claim("Offensive", "hts, syrian-rebels", place="homs")])) == []


def test_undirected_tie_is_one_whichever_way_it_is_told() -> None:
    """A is allied with B and B with A are one tie of two claims."""
    store = make_store(
        [make_claim("alliedWith", "russia", "iran"), make_claim("alliedWith", "iran", "russia")]
    )
    assert [(row[:3], row[7]) for row in ties(store)] == [(("iran", "russia", "allied"), 2)]


def test_places_are_not_tied() -> None:
    """Taking a place from nobody named ties nobody."""
    assert ties(make_store([make_claim("TerritorialCapture", "hts", place="aleppo")])) == []


@pytest.mark.parametrize(
    ("modalities", "status", "count"),
    [
        (["asserted", "attributed", "hypothetical"], "established", 3),
        (["attributed", "hypothetical"], "reported", 2),
        (["hypothetical"], "possible", 1),
    ],
)
def test_status_is_that_of_the_surest_claim(modalities: list[str], status: str, count: int) -> None:
    """One assertion establishes a tie; possibilities alone leave it possible."""
    claims = [make_claim("supports", *RUSSIA, "", modality) for modality in modalities]
    assert [(row[5], row[7]) for row in ties(make_store(claims))] == [(status, count)]


def test_a_tie_that_is_only_denied_is_no_tie() -> None:
    """A denial alone makes no edge."""
    assert ties(make_store([make_claim("supports", *RUSSIA, "", "denied", source="russia")])) == []


def test_a_denial_disputes_a_tie_and_is_not_counted() -> None:
    """It stays among the tie's claims, so that readers see it."""
    denial = make_claim("supports", *RUSSIA, "", "denied", source="russia")
    store = make_store([make_claim("supports", *RUSSIA), denial])
    assert ties(store) == [(*RUSSIA, "supports", 1, True, "established", True, 1)]
    assert len(store.select("SELECT ?c { GRAPH g:ties { ?tie skg:tieClaim ?c } }")) == 2


def test_opposite_ties_of_one_pair_dispute_each_other() -> None:
    """Support one way and criticism the other way are both disputed."""
    store = make_store(
        [make_claim("supports", "turkey", "hts"), make_claim("Criticism", "hts", "turkey")]
    )
    assert [row[6] for row in ties(store)] == [True, True]


def test_a_neutral_tie_disputes_nothing() -> None:
    """Friends may meet."""
    store = make_store(
        [make_claim("supports", "turkey", "hts"), make_claim("Meeting", "hts", "turkey")]
    )
    assert [row[6] for row in ties(store)] == [False, False]


def test_support_and_alliance_make_an_alliance() -> None:
    """A pair that supports or is allied stands together, once."""
    store = make_store([make_claim("supports", *RUSSIA), make_claim("alliedWith", *RUSSIA)])
    assert [tuple(row.values()) for row in store.select(ALLIANCE)] == [
        ("government-of-syria", "russia", False)
    ]


@pytest.mark.parametrize("kind", ["Meeting", "Criticism", "Airstrike"])
def test_other_ties_make_no_alliance(kind: str) -> None:
    """Who meets or fights is not allied by that."""
    assert len(make_store([make_claim(kind, *RUSSIA)]).select(ALLIANCE)) == 0


def test_a_possible_alliance_is_none() -> None:
    """What may come does not make allies."""
    store = make_store([make_claim("supports", *RUSSIA, "", "hypothetical", realis="future")])
    assert len(store.select(ALLIANCE)) == 0


def test_a_strained_claim_strains_its_alliance_only() -> None:
    """The strain names its claim; another alliance is untouched."""
    store = make_store(
        [
            make_claim("supports", *RUSSIA, strained=True),
            make_claim("supports", "united-states", "kurdish-forces"),
        ]
    )
    assert [tuple(row.values()) for row in store.select(ALLIANCE)] == [
        ("government-of-syria", "russia", True),
        ("kurdish-forces", "united-states", False),
    ]
    assert len(store.select("SELECT ?c { GRAPH g:ties { ?a skg:strainEvidence ?c } }")) == 1
