"""The ontology says what each of its terms means, and the code's constants are its terms."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, URIRef

from syriakg import terms

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology" / "syriakg.ttl"
EVENTS = {
    "Assault": "Offensive Advance TerritorialCapture ArmedClash Airstrike Shelling Killing",
    "Retreat": "Withdrawal Surrender Ceasefire",
    "Mobilize": "Deployment",
    "Coerce": "Detention Blockade",
    "Protest": "Uprising",
    "Consult": "Meeting",
    "Support": "DiplomaticSupport MilitarySupport FinancialSupport",
    "Aid": "HumanitarianAid PrisonerRelease",
    "Agree": "Agreement",
    "Threaten": "Warning",
    "Accuse": "Criticism",
    "Request": "Appeal",
    "Cooperate": "",
    "Concede": "",
    "Sanction": "",
    "Reject": "",
    "Event": "Displacement HumanitarianEmergency GovernmentCollapse LeaderDeparture Defection",
}
ANNOTATIONS = {
    "tieKind",
    "tieSign",
    "tieDirected",
    "influenceWeight",
    "symmetricType",
    "ploverRoot",
    "claimType",
    "focus",
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    """Return the shipped ontology."""
    return Graph().parse(ONTOLOGY)


def own_terms(graph: Graph) -> set[URIRef]:
    """Return the subjects in the project's own namespace."""
    subjects = {term for term in graph.subjects() if isinstance(term, URIRef)}
    return {term for term in subjects if term.startswith(terms.PREFIXES["skg"])}


def test_constants_are_up_to_date() -> None:
    """terms.py is what the generator makes of the ontology."""
    command = [sys.executable, str(ROOT / "tools" / "generate_terms.py"), "--check"]
    assert subprocess.run(command, check=False, capture_output=True, text=True).returncode == 0


def test_a_keyword_gets_an_underscore() -> None:
    """A term named like a Python keyword can still be written in Python."""
    assert terms.SKG.from_ == URIRef("https://w3id.org/syriakg/ontology#from")


@pytest.mark.parametrize("needed", [RDFS.label, SKOS.definition])
def test_every_term_is_explained_in_english_once(ontology: Graph, needed: URIRef) -> None:
    """Every term has exactly one English label and one English definition."""
    for term in own_terms(ontology):
        values = list(ontology.objects(term, needed))
        assert [getattr(value, "language", None) for value in values] == ["en"], term


def test_every_term_names_its_source(ontology: Graph) -> None:
    """Every term says where its definition comes from."""
    assert [
        term for term in own_terms(ontology) if (term, DCTERMS.source, None) not in ontology
    ] == []


def test_every_term_is_declared(ontology: Graph) -> None:
    """Every term says whether it is a class, a property or an individual."""
    kinds = {
        OWL.Class,
        OWL.ObjectProperty,
        OWL.DatatypeProperty,
        OWL.AnnotationProperty,
        OWL.NamedIndividual,
    }
    for term in own_terms(ontology):
        assert len(kinds & set(ontology.objects(term, RDF.type))) == 1, term


def test_no_two_terms_share_a_definition(ontology: Graph) -> None:
    """A definition tells its term from all others."""
    definitions = list(ontology.objects(None, SKOS.definition))
    assert len(definitions) == len(set(definitions))


def test_classes_are_nouns_in_camel_case_and_properties_begin_small(ontology: Graph) -> None:
    """A reader tells a class from a property by its first letter."""
    for term in own_terms(ontology):
        name = term.removeprefix(terms.PREFIXES["skg"])
        is_class = (term, RDF.type, OWL.Class) in ontology
        assert name[0].isupper() is is_class, term


@pytest.mark.parametrize(("parent", "leaves"), EVENTS.items())
def test_the_event_tree_is_the_shared_one(ontology: Graph, parent: str, leaves: str) -> None:
    """Each root has its leaves, each leaf its root."""
    below = {
        str(term).removeprefix(terms.PREFIXES["skg"])
        for term in ontology.subjects(RDFS.subClassOf, URIRef(terms.PREFIXES["skg"] + parent))
    }
    assert below - EVENTS.keys() == set(leaves.split())


def test_sixteen_roots_are_plovers(ontology: Graph) -> None:
    """PLOVER has sixteen types, and no leaf is one of them."""
    roots = set(ontology.subjects(terms.SKG.ploverRoot, None))
    names = {str(root).removeprefix(terms.PREFIXES["skg"]) for root in roots}
    assert names == EVENTS.keys() - {"Event"}


def test_there_are_no_blank_nodes(ontology: Graph) -> None:
    """The ontology can be hashed and merged line by line."""
    assert not [node for triple in ontology for node in triple if isinstance(node, BNode)]


def test_the_ontology_says_what_it_is(ontology: Graph) -> None:
    """Title, licence and version stand in its header, and the versions agree."""
    header = terms.ONTOLOGY
    assert ontology.value(header, DCTERMS.title) is not None
    licence = ontology.value(header, DCTERMS.license)
    assert licence == URIRef("https://creativecommons.org/licenses/by/4.0/")
    version = ontology.value(header, OWL.versionInfo)
    assert ontology.value(header, OWL.versionIRI) == URIRef(f"{header}/{version}")


def test_what_it_borrows_is_declared(ontology: Graph) -> None:
    """Every class above and every property used is declared, as OWL 2 DL asks."""
    declared = set(ontology.subjects(RDF.type, None)) | {RDFS.label, OWL.Thing}
    above = set(ontology.objects(None, RDFS.subClassOf))
    above |= set(ontology.objects(None, RDFS.subPropertyOf))
    language = (str(RDF), str(RDFS), str(OWL))
    used = {term for term in ontology.predicates() if not str(term).startswith(language)}
    assert (above | used) - declared == set()


def test_claim_type_and_tie_declarations_entail_nothing(ontology: Graph) -> None:
    """To name a class in a claim is not to use it: these are annotation properties."""
    for name in ANNOTATIONS:
        term = URIRef(terms.PREFIXES["skg"] + name)
        assert set(ontology.objects(term, RDF.type)) == {OWL.AnnotationProperty}, name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *combinations(["Entity", "Event", "Claim", "Evidence", "Article"], 2),
        ("Actor", "Place"),
        ("Person", "State"),
        ("ArmedForce", "ArmedGroup"),
        ("Country", "City"),
    ],
)
def test_what_excludes_each_other_says_so(ontology: Graph, one: str, other: str) -> None:
    """A claim is no event, a person is no place."""
    first, second = (URIRef(terms.PREFIXES["skg"] + name) for name in (one, other))
    pairs = {(first, OWL.disjointWith, second), (second, OWL.disjointWith, first)}
    assert any(pair in ontology for pair in pairs)
