"""Claims: identity, merging of evidence, modality, and the record that other programs read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import syriakg
from syriakg.articles import read_article
from syriakg.claims import (
    decide_modality,
    iterate_evidence,
    merge_readings,
    read_claims,
    to_claim,
    to_record,
)
from syriakg.records import (
    Certainty,
    Claim,
    Entity,
    Evidence,
    Modality,
    Polarity,
    Reading,
    Realis,
    TimeBounds,
)

REBELS = Entity("urn:rebels", "Rebels", "ArmedGroup")
ARMY = Entity("urn:army", "Army", "ArmedForce")
HAMA, HOMS = Entity("urn:hama", "Hama", "City"), Entity("urn:homs", "Homs", "City")
EVIDENCE = Evidence("first", 10, 30, "Rebels captured Hama", "ab" * 32, "capture")
READING = Reading(
    type="TerritorialCapture",
    agent=(REBELS,),
    target=(ARMY,),
    place=(HAMA, HOMS),
    polarity=Polarity.POSITIVE,
    certainty=Certainty.CERTAIN,
    realis=Realis.ACTUAL,
    source=(),
    citing=(),
    time=TimeBounds(),
    evidence=EVIDENCE,
)
ELSEWHERE = replace(EVIDENCE, document="second", start=0, end=20, sha256="cd" * 32)


def test_same_statement_in_two_articles_is_one_claim() -> None:
    """What is said is one; where it is said is two, in the order of reading."""
    [claim] = merge_readings([READING, replace(READING, evidence=ELSEWHERE)])
    assert claim.evidence == (EVIDENCE, ELSEWHERE)


def test_same_evidence_counts_once() -> None:
    """Reading an article twice adds nothing."""
    [claim] = merge_readings([READING, READING])
    assert claim.evidence == (EVIDENCE,)


@pytest.mark.parametrize(
    "change",
    [
        {"evidence": ELSEWHERE},
        {"evidence": replace(EVIDENCE, rule="seize")},
        {"place": (HOMS, HAMA)},
        {"inferred": ("target",)},
        {"agent": (replace(REBELS, label="The rebels"),)},
    ],
    ids=["article", "rule", "order of names", "how a role was found", "label"],
)
def test_identity_does_not_depend_on(change: dict[str, object]) -> None:
    """A claim's IRI is made from what is claimed alone."""
    assert to_claim(replace(READING, **change)).iri == to_claim(READING).iri  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"type": "Advance"},
        {"agent": (ARMY,), "target": (REBELS,)},
        {"target": ()},
        {"place": (HAMA,)},
        {"polarity": Polarity.NEGATIVE},
        {"certainty": Certainty.POSSIBLE},
        {"realis": Realis.FUTURE},
        {"source": (ARMY,)},
        {"citing": (ARMY,)},
        {"time": TimeBounds("in 2019", "2019-01-01", "2019-12-31")},
        {"support_kind": "military"},
        {"strained": True},
    ],
    ids="+".join,
)
def test_identity_depends_on(change: dict[str, object]) -> None:
    """Whoever says another thing, or says it otherwise, makes another claim."""
    assert to_claim(replace(READING, **change)).iri != to_claim(READING).iri  # type: ignore[arg-type]


def test_swapped_chain_of_sources_is_another_claim() -> None:
    """Officials who cite a report are not a report that cites officials."""
    one, other = (replace(READING, citing=chain) for chain in ((REBELS, ARMY), (ARMY, REBELS)))
    assert to_claim(one).iri != to_claim(other).iri


def test_claim_keeps_the_root_of_its_type() -> None:
    """The PLOVER root comes from the ontology; a relation has none."""
    assert to_claim(READING).root == "Assault"
    assert to_claim(replace(READING, type="controls")).root is None


def test_order_of_articles_changes_no_identity() -> None:
    """Claims come in the order of reading, but are the same claims."""
    other = replace(READING, type="Advance", evidence=ELSEWHERE)
    forth, back = merge_readings([READING, other]), merge_readings([other, READING])
    assert {claim.iri for claim in forth} == {claim.iri for claim in back}


@pytest.mark.parametrize("has_source", [False, True])
@pytest.mark.parametrize(
    ("polarity", "certainty", "realis", "expected"),
    [
        ("positive", "certain", "actual", None),
        ("positive", "underspecified", "actual", None),
        ("positive", "possible", "actual", "hypothetical"),
        ("positive", "certain", "future", "hypothetical"),
        ("positive", "certain", "conditional", "hypothetical"),
        ("positive", "probable", "future", "hypothetical"),
        ("negative", "certain", "actual", "denied"),
        ("negative", "underspecified", "actual", "denied"),
        ("negative", "certain", "future", "denied"),
        ("negative", "possible", "actual", "hypothetical"),
        ("negative", "probable", "actual", "hypothetical"),
        ("negative", "certain", "conditional", "hypothetical"),
    ],
)
def test_modality(
    polarity: str, certainty: str, realis: str, expected: str | None, *, has_source: bool
) -> None:
    """The finer fields decide; only what is sure and so is a fact, or somebody's word."""
    found = decide_modality(
        Polarity(polarity), Certainty(certainty), Realis(realis), has_source=has_source
    )
    assert found.value == (expected or ("attributed" if has_source else "asserted"))


@pytest.mark.parametrize(
    ("has_source", "expected"), [(False, Modality.HYPOTHETICAL), (True, Modality.ATTRIBUTED)]
)
def test_modality_of_the_probable(expected: Modality, *, has_source: bool) -> None:
    """What somebody believes is that one's word; what the text calls probable is no fact."""
    found = decide_modality(
        Polarity.POSITIVE, Certainty.PROBABLE, Realis.ACTUAL, has_source=has_source
    )
    assert found is expected


def test_record_has_the_fields_of_the_contract() -> None:
    """A plain claim has these fields in this order and no others."""
    record = to_record(to_claim(READING), EVIDENCE)
    assert list(record) == [
        "document", "id", "type", "root", "agent", "target", "place", "modality", "polarity",
        "certainty", "realis", "source", "time", "evidence",
    ]  # fmt: skip
    assert record["evidence"] == {
        "start": 10,
        "end": 30,
        "quote": "Rebels captured Hama",
        "sha256": "ab" * 32,
        "rule": "capture",
    }
    assert record["document"] == "first"
    assert record["agent"] == [{"iri": "urn:rebels", "label": "Rebels"}]
    assert record["time"] == {}


def test_record_names_only_known_bounds() -> None:
    """An open bound is no field."""
    time = TimeBounds("since 2015", "2015-01-01", "2015-12-31")
    record = to_record(to_claim(replace(READING, time=time)), EVIDENCE)
    assert record["time"] == {
        "text": "since 2015",
        "earliestBegin": "2015-01-01",
        "latestBegin": "2015-12-31",
    }


def test_record_adds_what_only_some_claims_have() -> None:
    """Optional fields follow the contract's and are absent where they say nothing."""
    reading = replace(
        READING, citing=(ARMY,), support_kind="arms", strained=True, inferred=("target",)
    )
    record = to_record(to_claim(reading), EVIDENCE)
    assert {key: record[key] for key in list(record)[14:]} == {
        "citing": [{"iri": "urn:army", "label": "Army"}],
        "supportKind": "arms",
        "strained": True,
        "inferred": ["target"],
    }


def test_claim_is_listed_once_for_each_evidence() -> None:
    """A claim that two articles make is two lines with one id."""
    claims = merge_readings([READING, replace(READING, evidence=ELSEWHERE)])
    listed = list(iterate_evidence(claims))
    assert [evidence.document for _, evidence in listed] == ["first", "second"]
    assert len({claim.iri for claim, _ in listed}) == 1


TEXT = """Rebels take Hama

Rebels captured Hama in 2013. Turkey said that they may shell Homs. The sky was blue.
Russia and Iran, which support the government, denied that the Eastern Hawks had left Tal Qartal.
"""
PROGRAM = """
import json, sys
from syriakg.articles import read_article
from syriakg.claims import iterate_evidence, read_claims, to_record
report = read_claims([read_article(path) for path in sys.argv[1:]])
for claim, evidence in iterate_evidence(report.claims):
    print(json.dumps(to_record(claim, evidence), ensure_ascii=False))
"""


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Return two article files that share a statement."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(TEXT, encoding="utf-8")
    second.write_text("Residents fled. Rebels captured Hama in 2013.", encoding="utf-8")
    return [first, second]


def list_claims(paths: list[Path]) -> list[Claim]:
    """Read the articles at ``paths``."""
    return list(read_claims([read_article(path) for path in paths]).claims)


def test_two_articles_are_read_into_one_claim(articles: list[Path]) -> None:
    """The statement that both make has two pieces of evidence."""
    shared = [claim for claim in list_claims(articles) if len(claim.evidence) > 1]
    assert [(c.type, [e.document for e in c.evidence]) for c in shared] == [
        ("TerritorialCapture", ["first", "second"])
    ]


def test_removing_an_article_removes_only_its_evidence(articles: list[Path]) -> None:
    """Claims of the first article are the same with and without the second."""
    alone = {claim.iri: claim.evidence for claim in list_claims(articles[:1])}
    together = {
        claim.iri: tuple(e for e in claim.evidence if e.document == "first")
        for claim in list_claims(articles)
    }
    assert {iri: evidence for iri, evidence in together.items() if evidence} == alone


def test_report_counts_all_sentences(articles: list[Path]) -> None:
    """Read or unread, every sentence of every article is accounted for."""
    report = read_claims([read_article(path) for path in articles])
    assert report.sentences == 7
    assert "The sky was blue." in {TEXT[u.start : u.end] for u in report.unread}


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_run_gives_the_same_bytes(articles: list[Path], seed: str) -> None:
    """Neither the process nor the order of sets in it shows in the records."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": str(Path(syriakg.__file__).parents[1]),
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-c", PROGRAM, *map(str, articles)]
    run = subprocess.run(command, env=environment, capture_output=True, check=True)
    here = [
        json.dumps(to_record(claim, evidence), ensure_ascii=False)
        for claim, evidence in iterate_evidence(list_claims(articles))
    ]
    assert run.stdout.decode().splitlines() == here


def test_what_one_article_states_is_no_longer_inferred() -> None:
    """A role is inferred only as long as no sentence says it."""
    guessed = replace(READING, inferred=("target",))
    stated = replace(READING, evidence=ELSEWHERE)
    [claim] = merge_readings([guessed, stated])
    assert claim.inferred == ()
    [still] = merge_readings([guessed, replace(stated, inferred=("target",))])
    assert still.inferred == ("target",)
