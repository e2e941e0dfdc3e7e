"""Actors and places: loading them, what stops the loading, and who fights whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from syriakg.errors import OntologyError
from syriakg.reference import Reference, load_reference, normalise_name

PREFIXES = """
@prefix skg: <https://w3id.org/syriakg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix actor: <https://w3id.org/syriakg/id/actor/> .
@prefix place: <https://w3id.org/syriakg/id/place/> .
"""
ACTORS = """
actor:crown a skg:Government ; skos:prefLabel "Crown"@en ; skg:governs place:arden .
actor:guard a skg:ArmedForce ; skos:prefLabel "Crown Guard"@en ; skg:armedForceOf actor:crown .
actor:queen a skg:Person ; skos:prefLabel "Queen Rosalind"@en ; skg:headOf actor:crown .
actor:outlaws a skg:ArmedGroup ; skos:prefLabel "Outlaws"@en ; skg:insurgentAgainst actor:crown .
actor:archers a skg:ArmedGroup ; skos:prefLabel "Archers"@en ; skg:componentOf actor:outlaws .
actor:millers a skg:PopulationGroup ; skos:prefLabel "Millers"@en .
"""
PLACES = """
place:arden a skg:Country ; skos:prefLabel "Arden"@en ; skg:demonym "Ardenite" .
"""
ACTOR = "https://w3id.org/syriakg/id/actor/"


def load(folder: Path, actors: str = ACTORS, places: str = PLACES) -> Reference:
    """Load a small world from ``folder``."""
    (folder / "actors.ttl").write_text(PREFIXES + actors, encoding="utf-8")
    (folder / "places.ttl").write_text(PREFIXES + places, encoding="utf-8")
    return load_reference(folder)


def adversaries(world: Reference, name: str) -> list[str]:
    """Return the labels of who ``name`` is by definition up against."""
    return [entry.label for entry in world.adversaries_of(ACTOR + name)]


def test_shipped_reference_loads(reference: Reference) -> None:
    """The shipped data pass their own rules and name the country they are about."""
    assert reference.entries[reference.focus].label == "Syria"


def test_entry_carries_kind_and_label(tmp_path: Path) -> None:
    """An entry is known by its name, with its class and its links."""
    [entry] = load(tmp_path).find_named("crown guard")
    assert (entry.label, entry.kind, entry.is_place) == ("Crown Guard", "ArmedForce", False)
    assert entry.links["armedForceOf"] == (ACTOR + "crown",)


def test_demonym_leads_to_the_government(tmp_path: Path) -> None:
    """An adjective stands for the country, the country for who governs it."""
    world = load(tmp_path)
    [country] = world.find_demonym("Ardenite")
    government = world.government_of(country)
    assert government is not None
    assert government.label == "Crown"


def test_actor_and_place_may_share_a_name(tmp_path: Path) -> None:
    """A state is called as its country is."""
    actors = ACTORS + 'actor:arden a skg:State ; skos:prefLabel "Arden"@en .'
    assert [entry.is_place for entry in load(tmp_path, actors).find_named("Arden")] == [False, True]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('actor:x a skg:State ; skos:prefLabel "X"@en ; skos:altLabel "OUTLAWS"@en .', "outlaws"),
        ('actor:x a skg:State ; skos:prefLabel "X"@en ; skg:seat place:nowhere .', "place/nowhere"),
        ('actor:x a skg:State ; skos:altLabel "X"@en .', "0 English preferred labels"),
        ('actor:x a skg:State ; skos:prefLabel "X"@en, "Y"@en .', "2 English preferred labels"),
        ("actor:x a skg:State ; skos:prefLabel .", "actors.ttl"),
    ],
    ids=["shared name", "dangling link", "no label", "two labels", "bad Turtle"],
)
def test_faulty_reference_stops(tmp_path: Path, more: str, message: str) -> None:
    """A fault stops the loading, names the term, and says what to do."""
    with pytest.raises(OntologyError, match=r"\(.+\)$") as caught:
        load(tmp_path, ACTORS + more)
    assert message in str(caught.value)


def test_missing_file_stops(tmp_path: Path) -> None:
    """A folder without places says so."""
    (tmp_path / "actors.ttl").write_text(PREFIXES, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"places\.ttl: no such file"):
        load_reference(tmp_path)


@pytest.mark.parametrize(
    ("actor", "against"),
    [
        ("outlaws", ["Crown"]),
        ("archers", ["Crown"]),
        ("crown", ["Outlaws"]),
        ("guard", ["Outlaws"]),
        ("queen", ["Outlaws"]),
        ("millers", []),
        ("nobody", []),
    ],
)
def test_adversaries(tmp_path: Path, actor: str, against: list[str]) -> None:
    """Insurgents and their government are adversaries, with their parts, armies and heads."""
    assert adversaries(load(tmp_path), actor) == against


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("Deir-ez-Zor", "deir ez zor"),
        ("Dar'a", "dara"),
        ("the U.S.", "us"),
        ("The", "the"),
    ],
)
def test_names_are_folded(written: str, folded: str) -> None:
    """Case, accents, hyphens, dots, apostrophes and an article keep no spellings apart."""
    assert normalise_name(written) == folded
