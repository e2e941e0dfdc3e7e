"""The library's front door."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from tests.graph.worlds import make_article, make_claim

import syriakg
from syriakg import KnowledgeGraph, terms
from syriakg.errors import QuestionError, StoreError
from syriakg.records import Claim, TimeBounds
from syriakg.store import to_files

FULL = make_claim(
    "MilitarySupport",
    "russia",
    "government-of-syria",
    "syria",
    "attributed",
    source="united-states",
    citing="unnamed-reports",
    time=TimeBounds("since 2015", "2015-01-01", "2015-12-31"),
    documents=("first", "second"),
    quote="they have helped since 2015",
    support_kind="military",
    strained=True,
)
PLAIN = make_claim("supports", "russia", "government-of-syria", quote="they help")
DENIAL = make_claim(
    "supports", "russia", "government-of-syria", "", "denied", source="russia", quote="we do not"
)
ARTICLES = [make_article("first", ("Nowhere Daily",)), make_article("second")]


def build(ontology: Path, *claims: Claim) -> KnowledgeGraph:
    """Return the graph of some claims."""
    return KnowledgeGraph.from_claims(ARTICLES, claims, ontology=ontology)


def test_import_is_cheap() -> None:
    """``import syriakg`` brings in no other library."""
    code = (
        "import sys, syriakg; print(sorted({'rdflib', 'spacy', 'pyoxigraph'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_unknown_name_is_an_attribute_error() -> None:
    """The lazy package does not answer to everything."""
    with pytest.raises(AttributeError, match="nonsense"):
        _ = syriakg.nonsense


def test_claims_come_back_as_they_went_in(small_ontology: Path) -> None:
    """Every field of a claim survives the graph."""
    assert build(small_ontology, FULL).claims() == (replace(FULL, root="Support"),)


def test_claims_come_in_document_order(small_ontology: Path) -> None:
    """The order is that of the articles and of the text."""
    claims = build(small_ontology, FULL, PLAIN, DENIAL).claims()
    places = [(claim.evidence[0].document, claim.evidence[0].start) for claim in claims]
    assert places == sorted(places)
    assert len(places) == 3


def test_ties_carry_their_evidence(small_ontology: Path) -> None:
    """One entry for each piece of evidence, denials included and not counted."""
    (tie,) = build(small_ontology, FULL, PLAIN, DENIAL).ties()
    assert (tie.kind, tie.sign, tie.status, tie.disputed) == ("supports", 1, "established", True)
    assert tie.weight == 2
    assert len(tie.claims) == 4
    (first,) = [claim for claim in tie.claims if claim.quote == "they help"]
    assert (first.article, first.speaker, first.outlets) == (
        "Title of first",
        "",
        ("Nowhere Daily",),
    )
    speakers = {claim.speaker for claim in tie.claims}
    assert speakers == {"", "Russia", "United States"}


def test_named_question_with_a_binding(small_ontology: Path) -> None:
    """A question is asked by name, its variables fixed by keyword."""
    graph = build(small_ontology, PLAIN)
    assert len(graph.query("who-supports-whom", supporter="actor:russia")) == 1
    assert len(graph.query("who-supports-whom", supporter="actor:iran")) == 0


def test_sparql_needs_no_prefixes(small_ontology: Path) -> None:
    """The project's prefixes are known."""
    rows = build(small_ontology, PLAIN).query("SELECT ?o { actor:russia skg:supports ?o }")
    assert [row["o"] for row in rows] == [URIRef(f"{terms.ID_ACTOR}government-of-syria")]


def test_query_is_for_rows(small_ontology: Path) -> None:
    """ASK and CONSTRUCT are sent to the store instead."""
    with pytest.raises(QuestionError, match=r"store\.run"):
        build(small_ontology).query("ASK { ?s ?p ?o }")


def test_networks_have_evidence_on_their_edges(small_ontology: Path) -> None:
    """Both networks show the tie between the two actors with its claims."""
    graph = build(small_ontology, PLAIN)
    for name in ("alliance", "influence"):
        ((source, target, attributes),) = graph.network(name).edges(data=True)
        assert source == f"{terms.ID_ACTOR}russia"
        assert target == f"{terms.ID_ACTOR}government-of-syria"
        assert [claim.quote for claim in attributes["claims"]] == ["they help"]


def test_unknown_network_is_an_error(small_ontology: Path) -> None:
    """The message names the networks there are."""
    with pytest.raises(QuestionError, match="alliance, influence"):
        build(small_ontology).network("friends")


def test_rdflib_gets_the_same_graphs(small_ontology: Path) -> None:
    """Facts are in the default graph, claims in theirs."""
    dataset = build(small_ontology, PLAIN).to_rdflib()
    russia = URIRef(f"{terms.ID_ACTOR}russia")
    assert (russia, terms.SKG.supports, None) in dataset.default_graph
    claims = dataset.graph(terms.GRAPH_CLAIMS)
    assert isinstance(claims, Graph)
    assert (URIRef(PLAIN.iri), terms.SKG.claimAgent, russia) in claims
    assert (russia, terms.SKOS.prefLabel, Literal("Russia", lang="en")) in dataset.default_graph


def test_owlready2_reads_actors_as_individuals(small_ontology: Path) -> None:
    """Actors are instances of their classes; a denied support is no support."""
    iran = make_claim("supports", "iran", "government-of-syria", "", "denied", source="iran")
    world = build(small_ontology, PLAIN, iran).owl()
    russia = world[f"{terms.ID_ACTOR}russia"]
    assert [kind.name for kind in russia.is_a] == ["State"]
    assert [actor.name for actor in russia.supports] == ["government-of-syria"]
    assert list(world[f"{terms.ID_ACTOR}iran"].supports) == []


def test_loads_what_was_saved(small_ontology: Path, tmp_path: Path) -> None:
    """A dataset's file or its folder gives the same graph again."""
    graph = build(small_ontology, PLAIN)
    files = to_files(graph.store)
    (tmp_path / "syriakg.trig").write_bytes(files.trig)
    for place in (tmp_path, tmp_path / "syriakg.trig", str(tmp_path)):
        assert to_files(KnowledgeGraph.load(place).store) == files


def test_missing_dataset_is_an_error(tmp_path: Path) -> None:
    """The message says how to get one."""
    with pytest.raises(StoreError, match="syriakg build"):
        KnowledgeGraph.load(tmp_path)


def test_order_of_articles_and_claims_does_not_matter(small_ontology: Path) -> None:
    """The same claims in any order are the same graph."""
    one = KnowledgeGraph.from_claims(ARTICLES, [FULL, PLAIN, DENIAL], ontology=small_ontology)
    other = KnowledgeGraph.from_claims(
        ARTICLES[::-1], [DENIAL, PLAIN, FULL], ontology=small_ontology
    )
    assert to_files(one.store) == to_files(other.store)


def test_a_removed_article_takes_only_its_evidence(small_ontology: Path) -> None:
    """A claim of two articles outlives one of them; nothing of the other is touched."""
    both = build(small_ontology, FULL, PLAIN)
    alone = KnowledgeGraph.from_claims(
        ARTICLES[:1], [replace(FULL, evidence=FULL.evidence[:1]), PLAIN], ontology=small_ontology
    )
    gone = set(both.store) - set(alone.store)
    assert not set(alone.store) - set(both.store)
    assert {str(quad.subject) for quad in gone} == {
        f"<{terms.ID_ARTICLE}second>",
        f"<{FULL.iri}>",
        *{str(quad.object) for quad in gone if quad.predicate.value == str(terms.SKG.evidence)},
    }
