"""HermiT finds what contradicts the ontology; without Java nothing is proved, and it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from syriakg.errors import StoreError
from syriakg.validation import reasoner
from syriakg.validation.reasoner import Proof, find_java, load_world, reason

World = Callable[..., list[ox.Quad]]
FOLDER = Path(__file__).resolve().parents[2] / "ontology"

needs_java = pytest.mark.skipif(find_java() is None, reason="no Java: HermiT cannot run")


@pytest.mark.reasoner
@needs_java
def test_a_sound_world_is_consistent(world: World) -> None:
    """The ontology, the facts and the claims of a sound world contradict nothing."""
    assert reason(world()).proof is Proof.CONSISTENT


@pytest.mark.reasoner
@needs_java
def test_the_reference_data_are_consistent() -> None:
    """No reference actor or place contradicts the ontology."""
    quads: list[ox.Quad] = []
    for name in ("syriakg.ttl", "actors.ttl", "places.ttl"):
        if not (FOLDER / name).is_file():
            pytest.skip(f"no ontology/{name}")
        quads += ox.parse(path=str(FOLDER / name), format=ox.RdfFormat.TURTLE)
    verdict = reason(quads)
    assert (verdict.proof, verdict.unsatisfiable) == (Proof.CONSISTENT, ())


@pytest.mark.reasoner
@needs_java
@pytest.mark.parametrize(
    ("old", "new", "more"),
    [
        ("", "", "actor:chief a skg:Place ."),
        ("", "", "actor:chief skg:locatedIn place:land ."),
        ("", "", "claim:taken a skg:Event ."),
        ("skg:polarity skg:positive", "skg:polarity skg:positive, skg:negative", ""),
        ("skg:endOffset 6", 'skg:endOffset "six"', ""),
    ],
    ids=["person is a place", "person lies somewhere", "claim is an event", "both", "no number"],
)
def test_a_contradiction_is_found(world: World, old: str, new: str, more: str) -> None:
    """What the ontology excludes is caught, said outright or by a property."""
    assert reason(world(old, new, more)).proof is Proof.INCONSISTENT


@pytest.mark.reasoner
@needs_java
def test_a_class_that_can_have_no_member_is_named(world: World) -> None:
    """A class below two disjoint classes is reported by its IRI."""
    more = """@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        skg:Ghost a owl:Class ; rdfs:subClassOf skg:Person , skg:Place ."""
    verdict = reason(world(more=more))
    assert verdict.proof is Proof.INCONSISTENT
    assert verdict.unsatisfiable == ("https://w3id.org/syriakg/ontology#Ghost",)


@pytest.mark.reasoner
@needs_java
def test_a_denied_claim_entails_no_event(world: World) -> None:
    """To claim a capture of something that cannot be captured contradicts nothing."""
    assert reason(world("claimPlace place:port", "claimPlace place:hill")).proof is Proof.CONSISTENT


def test_without_java_nothing_is_proved(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing Java is said, and does not pass for a proof."""
    monkeypatch.setattr(reasoner, "find_java", lambda: None)
    verdict = reason(world())
    assert verdict.proof is Proof.NONE
    assert "nothing was proved" in verdict.message


def test_only_a_sample_of_claims_is_reasoned_about(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no claims sampled, those left are the default graph alone."""
    monkeypatch.setattr(reasoner, "find_java", lambda: None)
    quads = world()
    facts = {quad.triple for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}
    assert reason(quads, claims=0).triples == len(facts)
    assert reason(quads, claims=1).triples > len(facts)


def test_owlready2_holds_every_triple(ontology: list[ox.Quad]) -> None:
    """What HermiT is given is the whole ontology, triple for triple."""
    triples = {quad.triple for quad in ontology}
    held = {iri: len(loaded.graph) for iri, loaded in load_world(triples).ontologies.items()}
    assert held["https://w3id.org/syriakg/ontology#"] == len(triples)


def test_nothing_is_fetched(ontology: list[ox.Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    """An import in the data does not make the reasoner open a connection."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("the network was asked")

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    monkeypatch.setattr("socket.create_connection", refuse)
    header = ox.NamedNode("https://w3id.org/syriakg/ontology")
    imports = ox.NamedNode("http://www.w3.org/2002/07/owl#imports")
    elsewhere = ox.NamedNode("http://example.invalid/more")
    load_world([*(quad.triple for quad in ontology), ox.Triple(header, imports, elsewhere)])


def test_a_number_written_in_two_ways_is_one(ontology: list[ox.Quad]) -> None:
    """A weight of 1 and a weight of 1.0 are no lost triple."""
    weighed, weight = (
        ox.NamedNode(f"https://w3id.org/syriakg/ontology#{name}")
        for name in ("Support", "influenceWeight")
    )
    decimal = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    again = ox.Triple(weighed, weight, ox.Literal("1.00", datatype=decimal))
    load_world([*(quad.triple for quad in ontology), again])


def test_a_triple_that_owlready2_loses_is_found(
    ontology: list[ox.Quad], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were the triples handed over in part, the count would tell."""
    whole = ox.serialize

    def lose_one(triples: Iterable[ox.Triple], format: ox.RdfFormat) -> bytes:  # noqa: A002
        return whole(list(triples)[1:], format=format) or b""

    monkeypatch.setattr("syriakg.validation.reasoner.ox.serialize", lose_one)
    with pytest.raises(StoreError, match=r"holds \d+ triples of \d+"):
        load_world({quad.triple for quad in ontology})


def test_what_owl_cannot_say_is_not_loaded_as_junk() -> None:
    """A triple about a triple, which owlready2 takes for something else, is refused."""
    node = ox.NamedNode("https://w3id.org/syriakg/id/actor/alpha")
    inner = ox.Triple(node, node, node)
    with pytest.raises(StoreError, match="owlready2 holds"):
        load_world([ox.Triple(node, node, inner)])
