"""The vocabulary as the code sees it: roots, kinds, symmetric types, ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from syriakg.errors import OntologyError
from syriakg.vocabulary import TieRule, Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

TINY = """
@prefix skg: <https://w3id.org/syriakg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
skg:Help rdfs:subClassOf skg:Event ; skg:ploverRoot true ;
    skg:tieKind "helps" ; skg:tieSign 1 ; skg:tieDirected true ; skg:influenceWeight 0.5 .
skg:Loan rdfs:subClassOf skg:Help .
"""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary."""
    return load_vocabulary()


def write(folder: Path, text: str) -> Path:
    """Write an ontology and return its path."""
    path = folder / "tiny.ttl"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "root"),
    [
        ("TerritorialCapture", "Assault"),
        ("Ceasefire", "Retreat"),
        ("Assault", "Assault"),
        ("Displacement", None),
        ("Defection", None),
        ("supports", None),
    ],
)
def test_root_is_the_plover_type(vocabulary: Vocabulary, name: str, root: str | None) -> None:
    """A leaf has the root above it, a root itself; outside PLOVER there is none."""
    assert vocabulary.root_of(name) == root


def test_parent_is_the_class_right_above(vocabulary: Vocabulary) -> None:
    """A leaf stands below its root, a root below Event; a relation has no parent."""
    parents = {name: vocabulary.claim_types[name].parent for name in ("Shelling", "Assault")}
    assert parents == {"Shelling": "Assault", "Assault": "Event"}
    assert vocabulary.claim_types["supports"].parent is None


def test_relations_are_not_events(vocabulary: Vocabulary) -> None:
    """The eight relations are relations, and nothing else is."""
    names = "supports opposes alliedWith memberOf leads controls presentIn locatedIn"
    assert vocabulary.relations == set(names.split())
    assert all(vocabulary.is_relation(name) for name in names.split())
    assert not any(vocabulary.is_event(name) for name in names.split())
    assert vocabulary.is_event("Killing")
    assert not vocabulary.is_relation("Killing")


def test_types_leave_out_the_tops(vocabulary: Vocabulary) -> None:
    """Nobody can claim an Event or a relation that says no more."""
    assert vocabulary.types.isdisjoint({"Event", "relation", "Claim", "Actor"})
    assert vocabulary.types == vocabulary.events | vocabulary.relations


def test_kinds_of_actor_and_place(vocabulary: Vocabulary) -> None:
    """All kinds that reference data may use, none of the abstract ones."""
    actors = (
        "State Government ArmedForce ArmedGroup Coalition Person InternationalOrganization "
        "AidOrganization MediaOutlet PopulationGroup UnnamedSource"
    )
    places = "Country Governorate City Town Region MilitaryBase Border Site"
    assert vocabulary.actor_kinds == set(actors.split())
    assert vocabulary.place_kinds == set(places.split())


def test_symmetric_types(vocabulary: Vocabulary) -> None:
    """Agent and target may change places in these types only."""
    names = "Meeting Consult Agreement Agree Ceasefire Cooperate ArmedClash alliedWith"
    assert vocabulary.symmetric_types == set(names.split())


@pytest.mark.parametrize(
    ("name", "kind", "sign"),
    [
        ("supports", "supports", 1),
        ("MilitarySupport", "supports", 1),
        ("alliedWith", "allied", 1),
        ("memberOf", "memberOf", 1),
        ("leads", "leads", 1),
        ("opposes", "opposes", -1),
        ("Airstrike", "fights", -1),
        ("Blockade", "pressures", -1),
        ("Sanction", "pressures", -1),
        ("Warning", "pressures", -1),
        ("Criticism", "criticises", -1),
        ("Reject", "rejects", -1),
        ("Meeting", "meets", 0),
        ("Agreement", "cooperates", 1),
        ("Cooperate", "cooperates", 1),
        ("controls", "controls", 0),
    ],
)
def test_tie_of_a_type(vocabulary: Vocabulary, name: str, kind: str, sign: int) -> None:
    """A type makes the tie that is declared for it or above it."""
    rule = vocabulary.tie_of(name)
    assert rule is not None
    assert (rule.kind, rule.sign) == (kind, sign)


@pytest.mark.parametrize("name", ["Displacement", "Withdrawal", "presentIn", "locatedIn"])
def test_some_types_make_no_tie(vocabulary: Vocabulary, name: str) -> None:
    """What does not stand between two actors ties nobody."""
    assert vocabulary.tie_of(name) is None


def test_symmetric_ties_have_no_direction(vocabulary: Vocabulary) -> None:
    """Who meets whom is one tie, whoever is named first."""
    for name in vocabulary.symmetric_types - {"ArmedClash"}:
        rule = vocabulary.tie_of(name)
        assert rule is not None
        assert not rule.directed, name


def test_influence_is_for_acts_with_a_direction(vocabulary: Vocabulary) -> None:
    """Only ties by which one acts on another carry influence."""
    rules = [vocabulary.tie_of(name) for name in vocabulary.types]
    assert all(rule.directed for rule in rules if rule and rule.influence)
    assert vocabulary.influence.keys() == {"supports", "aids", "pressures", "controls", "leads"}


def test_a_subclass_inherits_the_tie(tmp_path: Path) -> None:
    """A tie declared on a class holds for the classes below it."""
    vocabulary = load_vocabulary(write(tmp_path, TINY))
    assert vocabulary.tie_of("Loan") == TieRule("helps", 1, directed=True, influence=0.5)
    assert vocabulary.root_of("Loan") == "Help"


def test_the_nearest_declaration_wins(tmp_path: Path) -> None:
    """A class with a tie of its own takes nothing from above, its weight neither."""
    own = 'skg:Loan skg:tieKind "lends" ; skg:tieSign 0 ; skg:tieDirected true .'
    vocabulary = load_vocabulary(write(tmp_path, TINY + own))
    assert vocabulary.tie_of("Loan") == TieRule("lends", 0, directed=True, influence=0.0)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ('skg:Loan skg:tieKind "lends" .', "lacks or garbles"),
        ('skg:Loan skg:tieKind "x" ; skg:tieSign 2 ; skg:tieDirected true .', "out of range"),
        ('skg:Loan skg:tieKind "helps" ; skg:tieSign -1 ; skg:tieDirected true .', "two ways"),
        ("skg:Loan rdfs:subClassOf", "error"),
    ],
)
def test_a_broken_ontology_does_not_load(tmp_path: Path, change: str, says: str) -> None:
    """A wrong declaration stops at the door and names the file."""
    path = write(tmp_path, TINY + change)
    with pytest.raises(OntologyError, match=says) as caught:
        load_vocabulary(path)
    assert "tiny.ttl" in caught.value.where


def test_a_missing_ontology_is_said(tmp_path: Path) -> None:
    """A file that is not there is an error the user can mend."""
    with pytest.raises(OntologyError, match="cannot be read"):
        load_vocabulary(tmp_path / "none.ttl")


def test_an_unknown_type_is_refused(vocabulary: Vocabulary) -> None:
    """A mistyped name is an error, not a None."""
    with pytest.raises(OntologyError, match="Advence"):
        vocabulary.root_of("Advence")
