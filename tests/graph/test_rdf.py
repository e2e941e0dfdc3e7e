"""Claims and articles become the quads of the data model, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.graph.worlds import NOTHING_KNOWN, make_article, make_claim

from syriakg import terms
from syriakg.errors import OntologyError
from syriakg.rdf import Run, find_outlet, to_quads
from syriakg.records import Article, Claim, Entity, TimeBounds
from syriakg.reference import Entry, Reference
from syriakg.store import Store

NEW_GROUP = Entity(f"{terms.ID_ACTOR}provisional/new-group", "New Group", "ArmedGroup", True)  # noqa: FBT003
REUTERS = Entry(
    f"{terms.ID_ACTOR}reuters", "Reuters", "MediaOutlet", is_place=False, names=("Reuters",)
)


def store_of(claims: list[Claim], articles: list[Article] | None = None) -> Store:
    """Return a store with the quads of claims and nothing derived."""
    store = Store.open()
    known = Reference((REUTERS,), "")
    store.add(to_quads(articles or [make_article("first")], claims, reference=known))
    return store


def ask(store: Store, pattern: str) -> bool:
    """Tell whether a pattern is found."""
    return len(store.select(f"SELECT * {{ {pattern} }}")) > 0


def test_claim_has_its_roles_and_status() -> None:
    """Type, roles and the four status fields are properties of the claim node."""
    store = store_of([make_claim("TerritorialCapture", "hts", "syrian-army", "aleppo")])
    assert ask(
        store,
        """GRAPH g:claims { ?c a skg:Claim ; skg:claimType skg:TerritorialCapture ;
        skg:claimAgent actor:hts ; skg:claimTarget actor:syrian-army ; skg:claimPlace place:aleppo ;
        skg:modality skg:asserted ; skg:polarity skg:positive ; skg:certainty skg:certain ;
        skg:realis skg:actual }""",
    )


def test_claim_has_its_source_and_whom_it_cites() -> None:
    """Whose word it is stays apart from whom that source relies on."""
    claim = make_claim(
        "GovernmentCollapse",
        target="government-of-syria",
        modality="attributed",
        source="united-states",
        citing="unnamed-reports",
    )
    assert ask(
        store_of([claim]),
        """GRAPH g:claims { ?c skg:claimSource actor:united-states ;
        skg:claimCites actor:unnamed-reports }""",
    )


def test_open_bounds_of_time_are_left_out() -> None:
    """Only bounds that are known are written, as dates."""
    time = TimeBounds("since 2015", "2015-01-01", "2015-12-31")
    store = store_of([make_claim("presentIn", "russia", place="syria", time=time)])
    assert ask(
        store,
        """GRAPH g:claims { ?c skg:timeText "since 2015" ;
        skg:earliestBegin "2015-01-01"^^xsd:date ; skg:latestBegin "2015-12-31"^^xsd:date }""",
    )
    assert not ask(store, "GRAPH g:claims { ?c skg:earliestEnd|skg:latestEnd ?end }")


def test_evidence_points_at_its_characters() -> None:
    """Evidence names article, offsets, quote and rule."""
    claim = make_claim("Meeting", "russia", "iran", quote="they met")
    start = claim.evidence[0].start
    assert ask(
        store_of([claim]),
        f"""GRAPH g:claims {{ ?c skg:evidence ?e . ?e skg:article article:first ;
        skg:startOffset {start} ; skg:endOffset {start + 8} ; skg:quote "they met" ;
        skg:rule frame:some-rule }}""",
    )


def test_one_claim_of_two_articles_has_two_pieces_of_evidence() -> None:
    """What is said has one node; where it is said has one each."""
    claim = make_claim("Meeting", "russia", "iran", documents=("first", "second"))
    store = store_of([claim], [make_article("first"), make_article("second")])
    assert len(store.select("SELECT ?e { GRAPH g:claims { ?c skg:evidence ?e } }")) == 2


def test_hostile_text_stays_text() -> None:
    """Quotes, newlines and Turtle inside a quote come back as they were."""
    quote = '"""^^xsd:x . } <script> \\u0041 \n\t\u202e é'
    answer = store_of([make_claim("Meeting", "russia", "iran", quote=quote)]).select(
        "SELECT ?q { GRAPH g:claims { ?e skg:quote ?q } }"
    )
    assert [row["q"] for row in answer] == [quote]


def test_names_of_files_become_safe_iris() -> None:
    """A stem with spaces and brackets is percent-encoded."""
    store = store_of([], [make_article("my <odd> article")])
    assert ask(store, "GRAPH g:claims { article:my%20%3Codd%3E%20article a skg:Article }")


def test_provisional_entity_is_described_in_the_default_graph() -> None:
    """What the reference data lack is typed, labelled and marked for review."""
    claim = replace(make_claim("Meeting", target="iran"), agent=(NEW_GROUP,))
    assert ask(
        store_of([claim]),
        '?e a skg:ArmedGroup ; skos:prefLabel "New Group"@en ; skg:provisional true',
    )


def test_provisional_entity_has_one_label_and_one_kind() -> None:
    """Two articles that name it differently do not make it two things."""
    other = Entity(NEW_GROUP.iri, "The New Group", "Person", provisional=True)
    claim = replace(make_claim("Meeting"), agent=(NEW_GROUP,), target=(other,))
    store = store_of([claim])
    assert len(store.select("SELECT ?l ?k { ?e skos:prefLabel ?l ; a ?k }")) == 1


def test_known_entities_are_not_described_again() -> None:
    """Reference actors are described by the reference data only."""
    store = store_of([make_claim("supports", "russia", "iran")])
    assert not ask(store, "actor:russia ?p ?o")


def test_cited_outlet_is_the_reference_actor() -> None:
    """An outlet is found by its name, whatever its case."""
    store = store_of([], [make_article("first", ("REUTERS",))])
    assert ask(store, "GRAPH g:claims { article:first skg:cites actor:reuters }")


def test_unknown_outlet_is_minted_as_provisional() -> None:
    """An outlet that the reference data lack is kept and marked."""
    outlet = find_outlet("Nowhere Daily", NOTHING_KNOWN)
    assert (outlet.label, outlet.kind, outlet.provisional) == ("Nowhere Daily", "MediaOutlet", True)
    store = store_of([], [make_article("first", ("Nowhere Daily",))])
    assert ask(store, 'GRAPH g:claims { ?a skg:cites ?o } ?o skos:prefLabel "Nowhere Daily"@en')


def test_unknown_claim_type_is_an_error() -> None:
    """A type that the ontology lacks stops with its name."""
    claim = replace(make_claim("Meeting"), type="Picnic")
    with pytest.raises(OntologyError, match="no term 'Picnic'"):
        store_of([claim])


def test_provenance_names_inputs_and_software() -> None:
    """The run used the articles and data files, by software with versions."""
    run = Run(files=(("ontology/a.ttl", "ff"),), software=(("syriakg", "9"),))
    store = Store.open()
    store.add(to_quads([make_article("first")], [], run=run, reference=NOTHING_KNOWN))
    assert ask(
        store,
        """GRAPH g:provenance { ?run a prov:Activity ; prov:used article:first, ?file ;
        prov:wasAssociatedWith ?agent . ?file schema:name "ontology/a.ttl" ; schema:sha256 "ff" .
        ?agent schema:name "syriakg" ; schema:softwareVersion "9" .
        g:claims prov:wasGeneratedBy ?run }""",
    )


def test_provenance_has_no_clock() -> None:
    """A rebuild is the same: no time of building is written."""
    run = Run(software=(("syriakg", "9"),))
    store = Store.open()
    store.add(to_quads([make_article("first")], [], run=run, reference=NOTHING_KNOWN))
    times = "prov:startedAtTime|prov:endedAtTime|prov:generatedAtTime"
    assert not ask(store, f"GRAPH ?g {{ ?s {times} ?t }}")


def test_no_blank_nodes() -> None:
    """Every node has an IRI."""
    run = Run(software=(("syriakg", "9"),))
    store = store_of([make_claim("Meeting", "russia", "iran")])
    store.add(to_quads([make_article("first")], [], run=run, reference=NOTHING_KNOWN))
    assert not ask(
        store, "{ ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER(isBlank(?s) || isBlank(?o))"
    )
