"""Each plain-query check finds its own fault, and none finds fault with a sound world."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from syriakg.errors import QuestionError
from syriakg.validation.checks import find_check_faults, list_checks, read_check
from syriakg.validation.faults import Severity

World = Callable[..., list[ox.Quad]]

HEADER = "#+ summary: S\n#+ severity: error\n#+ cure: C.\n"
SECOND = 'actor:two a skg:ArmedGroup ; skos:prefLabel "Two"@en ; skg:commonName "fighter" .'
SAID_TIE = """g:ties { tie:said a skg:Tie ; skg:tieFrom actor:gamma ; skg:tieTo actor:beta ;
    skg:tieKind "supports" ; skg:sign 1 ; skg:directed true ; skg:claimCount 0 ;
    skg:tieClaim claim:denied . }"""
CIRCLE = "place:land skg:locatedIn place:port ."

# check, what is replaced, by what, what is added, the node at fault
MUTATIONS = [
    ("blank-node", "", "", "actor:alpha skos:note [] .", "alpha"),
    ("capital-elsewhere", '"Port"@en ; skg:locatedIn place:land', '"Port"@en', "", "land"),
    ("capital-elsewhere", '"Port"@en ; skg:locatedIn place:land', '"Port"@en', "", "beta"),
    ("claim-outside-its-graph", "", "", "claim:out a skg:Claim .", "out"),
    ("claim-type-unknown", "skg:claimType skg:Advance", "skg:claimType skg:Tie", "", "maybe"),
    ("claim-without-evidence", " ; skg:evidence evidence:maybe", "", "", "maybe"),
    ("common-name-shared", "", "", SECOND, "alpha"),
    ("entity-of-two-kinds", "gamma a skg:State", "gamma a skg:State, skg:Coalition", "", "gamma"),
    ("entity-undescribed", "claimPlace place:port", "claimPlace place:nowhere", "", "nowhere"),
    ("event-differs-from-claim", "", "", "event:taken skg:agent actor:gamma .", "taken"),
    ("event-differs-from-claim", "", "", "event:taken skg:place place:port .", "taken"),
    ("event-differs-from-claim", "", "", "event:taken skg:target actor:gamma .", "taken"),
    ("event-differs-from-claim", "", "", "event:taken a skg:Killing .", "taken"),
    ("event-from-unasserted-claim", "From claim:taken", "From claim:denied", "", "taken"),
    ("event-from-unasserted-claim", "From claim:taken", "From claim:maybe", "", "taken"),
    ("event-from-unasserted-claim", "From claim:taken", "From claim:said", "", "taken"),
    ("event-outside-facts", "", "", "g:ties { event:stray a skg:Killing . }", "stray"),
    ("event-outside-facts", "", "", "g:claims { actor:wing skg:opposes actor:beta . }", "wing"),
    ("evidence-end-before-start", "skg:endOffset 17", "skg:endOffset 10", "", "backed"),
    ("evidence-end-before-start", "skg:endOffset 17", "skg:endOffset 9", "", "backed"),
    (
        "evidence-of-no-claim",
        "skg:evidence evidence:maybe",
        "skg:evidence evidence:said",
        "",
        "maybe",
    ),
    ("evidence-quote-length", '"taken."', '"taken"', "", "taken"),
    ("label-shared", '"Gamma"@en', '"ALPHA"@en', "", "alpha"),
    ("label-shared", '"Port"@en', '"Hill"@en', "", "hill"),
    ("place-in-itself", "", "", CIRCLE, "land"),
    ("place-in-itself", "", "", CIRCLE, "port"),
    ("place-without-country", '"Hill"@en ; skg:locatedIn place:land', '"Hill"@en', "", "hill"),
    ("relation-without-claim", "", "", "actor:gamma skg:supports actor:beta .", "gamma"),
    ("relation-without-claim", "", "", "actor:wing skg:controls place:hill .", "wing"),
    ("term-unknown", "", "", "actor:alpha skg:suports actor:beta .", "suports"),
    ("term-unknown", "", "", "actor:alpha a skg:ArmyGroup .", "ArmyGroup"),
    ("tie-count", "skg:claimCount 1", "skg:claimCount 2", "", "fight"),
    (
        "tie-from-other-claim",
        "skg:tieClaim claim:backed",
        "skg:tieClaim claim:taken",
        "",
        "backing",
    ),
    ("tie-only-denied", "", "", SAID_TIE, "said"),
    ("tie-undeclared", "skg:sign -1", "skg:sign 1", "", "fight"),
    ("tie-undeclared", '"fights"', '"tickles"', "", "fight"),
    ("types-disjoint", "gamma a skg:State", "gamma a skg:State, skg:Person", "", "gamma"),
    ("types-disjoint", "", "", "actor:gamma skg:locatedIn place:land .", "gamma"),
    ("types-disjoint", "", "", "article:one skg:claimAgent actor:gamma .", "one"),
]


def test_a_sound_world_has_no_fault(world: World) -> None:
    """Nothing is found where nothing is wrong."""
    assert find_check_faults(world()) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda row: f"{row[0]}: {row[4]}")
def test_a_check_finds_its_fault(world: World, mutation: tuple[str, str, str, str, str]) -> None:
    """One broken place is reported by its check, at its node."""
    check, old, new, more, focus = mutation
    faults = find_check_faults(world(old, new, more))
    caught = {fault.focus for fault in faults if fault.where == f"check {check}"}
    assert focus in {node.replace("#", "/").rsplit("/", 1)[1] for node in caught}


def test_every_check_has_a_fault_to_find() -> None:
    """A check without a test that trips it is not known to work."""
    assert {check.name for check in list_checks()} == {row[0] for row in MUTATIONS}


def test_every_check_says_what_and_what_to_do() -> None:
    """A summary begins like a sentence, a cure ends like one, and no two summaries are alike."""
    checks = list_checks()
    assert all(check.summary[0].isupper() and check.cure.endswith(".") for check in checks)
    assert len({check.summary for check in checks}) == len(checks)


def test_an_alliance_holds_both_ways(world: World) -> None:
    """A symmetric relation that a reasoner turned round still has its claim."""
    allied = world(
        "skg:claimType skg:supports ; skg:claimAgent actor:gamma ; skg:claimTarget actor:alpha",
        "skg:claimType skg:alliedWith ; skg:claimAgent actor:gamma ; skg:claimTarget actor:alpha",
        "actor:alpha skg:alliedWith actor:gamma .",
    )
    faults = find_check_faults(allied)
    wanting = [fault.focus for fault in faults if fault.where == "check relation-without-claim"]
    assert wanting == ["https://w3id.org/syriakg/id/actor/gamma"]  # its plain skg:supports


def test_an_actor_and_a_place_may_share_a_name(world: World) -> None:
    """A state and its country bear one name."""
    assert find_check_faults(world('"Gamma"@en', '"Land"@en')) == []


def test_a_provisional_place_needs_no_country(world: World) -> None:
    """What an article names and nobody has reviewed may lie anywhere."""
    more = 'place:spot a skg:Site ; skos:prefLabel "Spot"@en ; skg:provisional true .'
    assert find_check_faults(world(more=more)) == []


def test_what_a_reasoner_adds_is_no_fault(world: World) -> None:
    """An event may be typed by the classes above its own."""
    more = "event:taken a skg:Assault , skg:Event ."
    assert find_check_faults(world(more=more)) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?focus WHERE { ?focus a ?class }", "without its header"),
        (HEADER.replace("error", "grave") + "SELECT ?focus {}", "unknown severity"),
        (HEADER + "SELECT ?focus WHERE {", "broken SPARQL"),
        (HEADER + "SELECT ?node WHERE { ?node a ?class }", "selects no"),
        (HEADER + "ASK { ?focus a ?class }", "selects no"),
    ],
)
def test_a_broken_check_does_not_pass_for_a_clean_one(
    world: World, tmp_path: Path, text: str, says: str
) -> None:
    """A check that cannot be run stops with its file."""
    (tmp_path / "odd.rq").write_text(text, encoding="utf-8")
    with pytest.raises(QuestionError, match=says) as caught:
        find_check_faults(world(), tmp_path)
    assert "odd.rq" in caught.value.where


def test_a_check_that_is_no_text_is_said(tmp_path: Path) -> None:
    """A file that is not UTF-8 is an error the user can mend."""
    path = tmp_path / "odd.rq"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(QuestionError, match="cannot be read"):
        read_check(path)


def test_a_warning_stays_a_warning(world: World) -> None:
    """The severity of a fault is the one that its check declares."""
    faults = find_check_faults(world(more=SECOND))
    assert {fault.severity for fault in faults} == {Severity.WARNING}
