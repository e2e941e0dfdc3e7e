"""Facts are what the articles state in their own voice as actual and positive."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.graph.worlds import make_claim, make_store

from syriakg.derive import derive
from syriakg.records import Claim, TimeBounds
from syriakg.store import Store

EVENTS = "SELECT ?event ?type { ?event prov:wasDerivedFrom ?claim ; a ?type }"
RELATIONS = """SELECT ?s ?p ?o { ?p rdfs:subPropertyOf skg:relation . ?s ?p ?o
  FILTER(?p != skg:locatedIn) }"""
NOT_FACTS = [("attributed", "actual"), ("hypothetical", "future"), ("hypothetical", "actual")]
NOT_FACTS += [("denied", "actual"), ("denied", "future"), ("asserted", "future")]


def ask(store: Store, pattern: str) -> bool:
    """Tell whether a pattern is found in the default graph."""
    return len(store.select(f"SELECT * {{ {pattern} }}")) > 0


def test_an_asserted_event_is_an_individual() -> None:
    """Type, roles and time of the claim are those of the event."""
    time = TimeBounds("in 2024", "2024-01-01", "2024-12-31")
    claim = make_claim("TerritorialCapture", "hts", "syrian-army", "aleppo", time=time)
    assert ask(
        make_store([claim]),
        """?e a skg:TerritorialCapture ; skg:agent actor:hts ; skg:target actor:syrian-army ;
        skg:place place:aleppo ; skg:earliestBegin "2024-01-01"^^xsd:date ;
        prov:wasDerivedFrom ?claim""",
    )


def test_an_event_without_time_has_no_time() -> None:
    """Nothing invents a date."""
    store = make_store([make_claim("Airstrike", "syrian-army", place="homs")])
    times = "skg:earliestBegin|skg:latestBegin|skg:earliestEnd|skg:latestEnd"
    assert not ask(store, f"?e {times} ?date")


def test_one_claim_of_several_agents_is_one_event() -> None:
    """Who acts together acts in one event."""
    store = make_store([make_claim("Meeting", "russia, iran, turkey", place="doha")])
    assert len(store.select("SELECT DISTINCT ?e { ?e a skg:Meeting }")) == 1
    assert len(store.select("SELECT ?a { ?e a skg:Meeting ; skg:agent ?a }")) == 3


@pytest.mark.parametrize(("modality", "realis"), NOT_FACTS)
def test_what_is_not_stated_as_actual_is_no_event(modality: str, realis: str) -> None:
    """Attributed, hypothetical, denied and future claims give no event individual."""
    claim = make_claim(
        "TerritorialCapture", "hts", "syrian-army", "aleppo", modality, realis=realis
    )
    store = make_store([claim])
    assert len(store.select(EVENTS)) == 0
    assert not ask(store, "?e a skg:TerritorialCapture")


@pytest.mark.parametrize(("modality", "realis"), NOT_FACTS)
def test_what_is_not_stated_as_actual_is_no_relation(modality: str, realis: str) -> None:
    """Attributed, hypothetical, denied and future claims give no plain triple."""
    claim = make_claim("supports", "russia", "government-of-syria", "", modality, realis=realis)
    assert len(make_store([claim]).select(RELATIONS)) == 0


@pytest.mark.parametrize("modality", ["attributed", "hypothetical", "denied"])
def test_union_of_all_graphs_shows_no_false_fact(modality: str) -> None:
    """Even where all graphs are merged a claim does not look like what it claims."""
    claims = [
        make_claim("supports", "russia", "government-of-syria", "", modality),
        make_claim("Airstrike", "russia", "hts", "homs", modality),
    ]
    seen = {(quad.predicate.value, quad.object) for quad in make_store(claims)}
    predicates = {predicate.rpartition("#")[2] for predicate, _ in seen}
    assert predicates.isdisjoint({"supports", "agent", "target", "place"})


def test_an_asserted_relation_is_a_plain_triple() -> None:
    """Agent, relation, target."""
    store = make_store([make_claim("supports", "russia, iran", "government-of-syria")])
    assert ask(store, "actor:russia skg:supports actor:government-of-syria")
    assert ask(store, "actor:iran skg:supports actor:government-of-syria")
    assert len(store.select(RELATIONS)) == 2


def test_presence_relates_an_actor_to_a_place() -> None:
    """The object of presentIn is the place."""
    store = make_store([make_claim("presentIn", "united-states", place="syria")])
    assert ask(store, "actor:united-states skg:presentIn place:syria")


def test_control_of_a_place_is_about_the_place() -> None:
    """Where a place is given, an actor given beside it is not controlled."""
    store = make_store([make_claim("controls", "hts", "syrian-army", "aleppo")])
    assert ask(store, "actor:hts skg:controls place:aleppo")
    assert not ask(store, "actor:hts skg:controls actor:syrian-army")


def test_control_without_a_place_is_about_the_actor() -> None:
    """A leader can control a force."""
    store = make_store([make_claim("controls", "bashar-al-assad", "syrian-army")])
    assert ask(store, "actor:bashar-al-assad skg:controls actor:syrian-army")


def test_parties_of_a_symmetric_relation_hold_it_between_them() -> None:
    """Allies that all stand as agents are allied with one another, not with themselves."""
    store = make_store([make_claim("alliedWith", "russia, iran")])
    assert ask(store, "actor:russia skg:alliedWith actor:iran")
    assert ask(store, "actor:iran skg:alliedWith actor:russia")
    assert len(store.select(RELATIONS)) == 2


def test_deriving_twice_adds_nothing() -> None:
    """The rules have reached their end after one run."""
    store = make_store([make_claim("supports", "russia", "government-of-syria", strained=True)])
    before = set(store)
    derive(store)
    assert set(store) == before


def infer(claim: Claim, *roles: str) -> Claim:
    """Return the claim with ``roles`` supplied by the reader, not by the sentence."""
    return replace(claim, inferred=roles)


@pytest.mark.parametrize("role", ["agent", "target", "place"])
def test_an_inferred_role_is_no_part_of_an_event(role: str) -> None:
    """The event stands; the role that its sentence leaves unsaid does not."""
    claim = make_claim("TerritorialCapture", "hts", "syrian-army", "aleppo")
    store = make_store([infer(claim, role)])
    assert ask(store, "?e a skg:TerritorialCapture")
    assert not ask(store, f"?e a skg:TerritorialCapture ; skg:{role} ?anything")
    others = {"agent", "target", "place"} - {role}
    assert all(ask(store, f"?e a skg:TerritorialCapture ; skg:{other} ?it") for other in others)


@pytest.mark.parametrize(("kind", "role"), [("controls", "place"), ("supports", "target")])
def test_a_relation_with_an_inferred_end_is_no_fact(kind: str, role: str) -> None:
    """Who holds a base in a town does not hold the town."""
    end = ("", "aleppo") if role == "place" else ("hts", "")
    claim = make_claim(kind, "russia", *end)
    assert len(make_store([claim]).select(RELATIONS)) == 1
    assert len(make_store([infer(claim, role)]).select(RELATIONS)) == 0


@pytest.mark.parametrize("role", ["agent", "target"])
def test_an_inferred_party_makes_no_tie(role: str) -> None:
    """Whom the sentence does not name it does not tie."""
    claim = make_claim("TerritorialCapture", "hts", "syrian-army", "aleppo")
    ties = "SELECT ?tie { GRAPH g:ties { ?tie a skg:Tie } }"
    assert len(make_store([claim]).select(ties)) == 1
    assert len(make_store([infer(claim, role)]).select(ties)) == 0
