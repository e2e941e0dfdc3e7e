"""Each shape catches its own fault, and none finds fault with a sound world."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, SH, Graph

from syriakg.errors import OntologyError
from syriakg.validation.faults import Severity
from syriakg.validation.shapes import find_shape_faults

SHAPES = Path(__file__).resolve().parents[2] / "ontology" / "shapes.ttl"
World = Callable[..., list[ox.Quad]]

# shape, what is replaced, by what, the node at fault, words of the message
MUTATIONS = [
    ("ClaimShape", "skg:claimType skg:Advance ; ", "", "maybe", "exactly one type"),
    ("ClaimShape", "skg:claimType skg:Advance", "skg:claimType skg:Tie", "maybe", "no event class"),
    ("ClaimShape", "skg:modality skg:attributed ; ", "", "said", "exactly one modality"),
    ("ClaimShape", "skg:polarity skg:positive", "skg:polarity skg:certain", "taken", "polarity"),
    ("ClaimShape", "skg:certainty skg:possible ; ", "", "maybe", "exactly one certainty"),
    ("ClaimShape", "skg:realis skg:actual", "skg:realis skg:future, skg:actual", "taken", "realis"),
    (
        "ClaimShape",
        "claimAgent actor:new",
        "claimAgent article:one",
        "maybe",
        "the agent of a claim",
    ),
    (
        "ClaimShape",
        "claimTarget actor:alpha",
        "claimTarget claim:said",
        "backed",
        "target of a claim",
    ),
    ("ClaimShape", "claimPlace place:port", "claimPlace actor:beta", "maybe", "is no place"),
    ("ClaimShape", "claimSource actor:chief", "claimSource place:port", "said", "is no actor"),
    (
        "ClaimShape",
        "claimCites actor:wire",
        "claimCites place:port",
        "said",
        "relies on is no actor",
    ),
    ("ClaimShape", '"arms"', '"moral"', "backed", "unknown kind of support"),
    ("ClaimShape", "skg:strained true", 'skg:strained "yes"', "backed", "no single boolean"),
    ("ClaimShape", '"since 2015"', '"since 2015", "then"', "taken", "several time texts"),
    ("ClaimShape", " ; skg:evidence evidence:maybe", "", "maybe", "no evidence"),
    (
        "AssertedClaimShape",
        "skg:polarity skg:positive",
        "skg:polarity skg:negative",
        "taken",
        "asserted",
    ),
    ("AssertedClaimShape", "skg:realis skg:actual", "skg:realis skg:future", "taken", "asserted"),
    ("AttributedClaimShape", "skg:claimSource actor:chief ; ", "", "said", "on nobody's word"),
    ("DeniedClaimShape", "skg:negative", "skg:positive", "denied", "denied, yet positive"),
    ("HypotheticalClaimShape", "skg:possible", "skg:certain", "maybe", "certain and actual"),
    (
        "NobodyClaimShape",
        "skg:claimAgent actor:new ; skg:claimPlace place:port ; ",
        "",
        "maybe",
        "nobody and nowhere",
    ),
    ("TimeShape", '"2015-12-31"^^xsd:date', '"2015"^^xsd:gYear', "taken", "no single day"),
    ("TimeShape", '"2015-12-31"', '"2014-12-31"', "taken", "after the latest begin"),
    ("TimeShape", '"2016-12-31"', '"2015-12-31"', "taken", "after the latest end"),
    (
        "TimeShape",
        'skg:earliestEnd "2016-01-01"^^xsd:date ; skg:latestEnd "2016-12-31"',
        'skg:latestEnd "2014-12-31"',
        "taken",
        "ends before it can begin",
    ),
    ("EvidenceShape", "skg:article article:one", "skg:article actor:wire", "taken", "one article"),
    ("EvidenceShape", "skg:startOffset 0", "skg:startOffset -1", "taken", "start offset"),
    ("EvidenceShape", "skg:endOffset 17 ; ", "", "backed", "exactly one end offset"),
    ("EvidenceShape", "skg:endOffset 17", "skg:endOffset 10", "backed", "ends where it starts"),
    ("EvidenceShape", '"taken."', '""', "taken", "the quote of evidence"),
    ("EvidenceShape", " ; skg:rule frame:advance", "", "maybe", "exactly one rule"),
    ("ArticleShape", ", schema:NewsArticle ", "", "one", "no schema:NewsArticle"),
    ("ArticleShape", '"00000', '"x0000', "one", "SHA-256"),
    ("ArticleShape", '"One"', '"One", "Two"', "one", "title of an article"),
    ("ArticleShape", '"another text"', '"another text", "more"', "one", "several texts"),
    ("ArticleShape", "skg:cites actor:wire", "skg:cites actor:alpha", "one", "no media outlet"),
    ("EventShape", "skg:agent actor:alpha", "skg:agent place:port", "taken", "agent of an event"),
    (
        "EventShape",
        "skg:target actor:beta",
        "skg:target article:one",
        "taken",
        "target of an event",
    ),
    ("EventShape", "skg:place place:hill", "skg:place actor:beta", "taken", "place of an event"),
    ("EventShape", " ; prov:wasDerivedFrom claim:taken", "", "taken", "rests on no claim"),
    ("EntityShape", '"Gamma"@en', '"Gamma"@fr', "gamma", "exactly one English"),
    ("EntityShape", '"Gamma"@en', '"Gamma"@en, "G"@en', "gamma", "exactly one English"),
    ("EntityShape", '"بيتا"@ar', '"بيتا"@ar, "ب"@ar', "beta", "empty, repeated"),
    ("EntityShape", '"Alphas"', '"Alpha"', "alpha", "both the preferred"),
    ("EntityShape", '"Alphas"', '""', "alpha", "alternative label is empty"),
    ("EntityShape", '"fighter"', '"Fighter"', "alpha", "has a capital"),
    ("EntityShape", '"Landish"', '""', "land", "demonym is empty"),
    ("EntityShape", "skg:provisional true", 'skg:provisional "maybe"', "new", "no single boolean"),
    ("EntityShape", '"2015"^^xsd:gYear', '"2015"', "alpha", "skg:from"),
    ("EntityShape", '"2015-01-01"^^xsd:date .', '"long ago" .', "oldalpha", "skg:until"),
    ("ActorShape", "skg:governs place:land", "skg:governs place:hill", "beta", "no country"),
    ("ActorShape", "skg:seat place:port", "skg:seat actor:army", "beta", "seat of an actor"),
    ("ActorShape", "armedForceOf actor:beta", "armedForceOf place:land", "army", "armed force"),
    ("ActorShape", "organOf actor:beta", "organOf place:land", "office", "an organ belongs"),
    ("ActorShape", "headOf actor:beta", "headOf place:land", "chief", "a person heads"),
    ("ActorShape", "componentOf actor:alpha", "componentOf place:land", "wing", "a group is part"),
    (
        "ActorShape",
        "formerNameOf actor:alpha",
        "formerNameOf place:hill",
        "oldalpha",
        "former name",
    ),
    ("ActorShape", "insurgentAgainst actor:beta", "insurgentAgainst place:land", "alpha", "rise"),
    ("ActorShape", "outletOf place:land", "outletOf article:one", "wire", "an outlet belongs"),
    ("ActorShape", '"hill"', '" "', "alpha", "a qualifier is empty"),
    (
        "ArmedForceShape",
        "actor:army a skg:ArmedForce",
        "actor:army a skg:ArmedGroup",
        "army",
        "armed",
    ),
    ("HeadShape", "actor:chief a skg:Person", "actor:chief a skg:Government", "chief", "no person"),
    (
        "OutletShape",
        "actor:wire a skg:MediaOutlet",
        "actor:wire a skg:State",
        "wire",
        "no media outlet",
    ),
    (
        "PlaceShape",
        'place:port a skg:City ; skos:prefLabel "Port"@en ; skg:locatedIn place:land',
        'place:port a skg:City ; skos:prefLabel "Port"@en ; skg:locatedIn actor:beta',
        "port",
        "lies in",
    ),
    (
        "PlaceShape",
        "skg:capital place:port",
        "skg:capital actor:beta",
        "land",
        "capital of a place",
    ),
    ("PlaceShape", "wgs:lat 35.5", "wgs:lat 95.5", "hill", "a latitude"),
    ("PlaceShape", "wgs:long 36.5", 'wgs:long "36.5"', "hill", "a longitude"),
    ("PlaceShape", "skg:accuracyMetres 1000", "skg:accuracyMetres 0", "hill", "the accuracy"),
    ("PlaceShape", '"a map"', '"a map", "a book"', "hill", "source of coordinates"),
    ("PointShape", "wgs:lat 35.5 ; ", "", "hill", "no latitude"),
    ("PointShape", "wgs:long 36.5 ; ", "", "hill", "no longitude"),
    ("PointShape", "skg:accuracyMetres 1000 ; ", "", "hill", "no accuracy"),
    ("PointShape", ' ; skg:coordinateSource "a map"', "", "hill", "no source"),
    ("TieShape", "skg:tieFrom actor:alpha ; ", "", "fight", "start at exactly one"),
    ("TieShape", "skg:tieTo actor:beta", "skg:tieTo place:hill", "fight", "end at exactly one"),
    ("TieShape", "skg:tieTo actor:beta", "skg:tieTo actor:alpha", "fight", "to itself"),
    ("TieShape", 'skg:tieKind "fights" ; ', "", "fight", "exactly one kind"),
    ("TieShape", "skg:sign -1", "skg:sign 2", "fight", "one sign"),
    ("TieShape", "skg:directed true", 'skg:directed "so"', "fight", "whether it is directed"),
    ("TieShape", '"established"', '"certain"', "fight", "known status"),
    ("TieShape", "skg:disputed true ; ", "", "fight", "whether it is disputed"),
    ("TieShape", "skg:claimCount 1", "skg:claimCount 0", "fight", "claim count"),
    ("TieShape", "skg:tieClaim claim:backed", "skg:tieClaim actor:wire", "backing", "on no claim"),
    ("AllianceShape", "actor:alpha , actor:gamma", "actor:alpha", "one", "fewer than two"),
    (
        "AllianceShape",
        "skg:strained true ; skg:strainE",
        'skg:strained "so" ; skg:strainE',
        "one",
        "strained",
    ),
    (
        "AllianceShape",
        "strainEvidence claim:backed",
        "strainEvidence actor:wire",
        "one",
        "no claim",
    ),
    (
        "ClaimPairShape",
        "claim:taken , claim:denied ; skg:reason",
        "claim:taken ; skg:reason",
        "against",
        "two claims",
    ),
    ("ContradictionShape", '"polarity"', '"mood"', "against", "one known reason"),
    ("TensionShape", "skg:tensionActor actor:gamma ; ", "", "torn", "exactly one actor"),
    (
        "TensionShape",
        "skg:tensionOver actor:alpha , actor:beta",
        "skg:tensionOver actor:alpha",
        "torn",
        "two sides",
    ),
    (
        "TensionShape",
        "actor:beta ; skg:between claim:backed , claim:said",
        "actor:beta",
        "torn",
        "on no claim",
    ),
]


def test_a_sound_world_has_no_fault(world: World) -> None:
    """Nothing is found where nothing is wrong."""
    assert find_shape_faults(world()) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda row: f"{row[0]}: {row[4]}")
def test_a_shape_catches_its_fault(world: World, mutation: tuple[str, str, str, str, str]) -> None:
    """One broken field is reported by its shape, at its node, with what to do."""
    shape, old, new, focus, says = mutation
    faults = find_shape_faults(world(old, new))
    caught = [fault for fault in faults if fault.where == f"shape {shape}" and says in fault.what]
    assert [fault.focus.rsplit("/", 1)[1] for fault in caught].count(focus) == 1
    assert all(fault.cure.endswith(".") for fault in faults)


def test_every_shape_has_a_fault_to_catch() -> None:
    """A shape without a test that trips it is not known to work."""
    shapes = Graph().parse(SHAPES).subjects(RDF.type, SH.NodeShape)
    names = {re.split(r"[#/]", str(shape))[-1] for shape in shapes}
    assert names == {row[0] for row in MUTATIONS}


def test_every_message_has_a_cure() -> None:
    """Who reads a fault also reads what to do."""
    messages = list(Graph().parse(SHAPES).objects(None, SH.message))
    assert messages
    assert [message for message in messages if str(message).count(". Cure: ") != 1] == []


def test_only_an_empty_claim_is_no_more_than_a_warning(world: World) -> None:
    """A claim about nobody may be true; all else is wrong."""
    bare = world("skg:claimAgent actor:new ; skg:claimPlace place:port ; ")
    assert {fault.severity for fault in find_shape_faults(bare)} == {Severity.WARNING}
    untyped = world("skg:claimType skg:Advance ; ")
    assert {fault.severity for fault in find_shape_faults(untyped)} == {Severity.ERROR}


def test_broken_shapes_are_said(world: World, tmp_path: Path) -> None:
    """A shapes file that does not parse is an error the user can mend."""
    broken = tmp_path / "shapes.ttl"
    broken.write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"shapes\.ttl"):
        find_shape_faults(world(), broken)


def test_missing_shapes_are_said(world: World, tmp_path: Path) -> None:
    """A shapes file that is not there is an error the user can mend."""
    with pytest.raises(OntologyError, match="cannot be read"):
        find_shape_faults(world(), tmp_path / "none.ttl")
