"""The whole way from a gold folder to figures, and their agreement with the field's scorer."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.evaluation.worlds import ROOT, Write

from syriakg.articles import read_article
from syriakg.claims import iterate_evidence, read_claims, to_record
from syriakg.cli import main
from syriakg.evaluation import Evaluation, Level, evaluate_folder, to_json, to_table
from syriakg.records import Modality

DEV = ROOT / "evaluation" / "dev"
SCORER = ROOT.parent / "shared" / "gold" / "score.py"
FACT_FROM_MAY = {
    "quote": "Russia may send troops to Tartus",
    "type": "Deployment",
    "agent": ["Russia"],
    "place": ["Tartus"],
}


@pytest.fixture(scope="module")
def dev() -> Evaluation:
    """Return the evaluation of the development articles."""
    return evaluate_folder(DEV)


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what the shared scorer prints, run with our own labels on the same claims."""
    if not SCORER.is_file():
        pytest.skip("the shared scorer is not beside the checkout")
    folder = tmp_path_factory.mktemp("scorer")
    shutil.copy(SCORER, folder)
    shutil.copy(ROOT / "evaluation" / "labels.json", folder)
    articles = [read_article(path) for path in sorted(DEV.glob("*.txt"))]
    pairs = sorted(
        iterate_evidence(read_claims(articles).claims),
        key=lambda pair: (pair[1].document, pair[1].start, pair[1].end),
    )
    claims = folder / "claims.jsonl"
    lines = (json.dumps(to_record(*pair)) + "\n" for pair in pairs)
    claims.write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, *map(str, (folder / SCORER.name, DEV, DEV, claims))]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    return result.stdout


def print_row(name: str, evaluation: Evaluation, digits: int) -> str:
    """Return a score as the shared scorer prints it."""
    scores = {score.name: score for score in (*evaluation.documents, evaluation.overall)}
    score = scores[name]
    figures = " ".join(
        f"{level.name.lower()} P{measure.precision.value:.{digits}f}"
        f" R{measure.recall.value:.{digits}f} F{measure.f1.value:.{digits}f}"
        for level, measure in score.measures.items()
    )
    return f"gold {score.tally.gold:3d} pred {score.tally.predicted:3d} {figures}"


def test_overall_figures_equal_the_scorers(dev: Evaluation, scored: str) -> None:
    """Two programs written from one set of rules count the same."""
    assert print_row("all", dev, 3) in scored


def test_document_figures_equal_the_scorers(dev: Evaluation, scored: str) -> None:
    """For each article."""
    for score in dev.documents:
        assert f"{score.name.ljust(10)} {print_row(score.name, dev, 2)}\n" in scored


def test_recall_by_type_equals_the_scorers(dev: Evaluation, scored: str) -> None:
    """For each type that has a record that must be found."""
    ours = {
        score.name: f"{score.tally.recalled[1]}/{score.tally.gold}"
        for score in dev.types
        if score.tally.gold
    }
    assert f"by type {ours}\n" in scored


def test_modality_and_unreal_equal_the_scorers(dev: Evaluation, scored: str) -> None:
    """Full agreement given the core, by modality, and what is wrongly recorded as fact."""
    total = {
        gold: sum(dev.confusion.get((gold, made), 0) for made in Modality) for gold in Modality
    }
    ours = {gold.value: f"{dev.full_given_core.get(gold, 0)}/{total[gold]}" for gold in Modality}
    assert f"modality given core {ours}\n" in scored
    assert f"unreal recorded as fact {dev.unreal_as_fact}/{dev.unreal}\n" in scored


def test_what_is_found_is_counted(write_gold: Write) -> None:
    """A sentence that is read as recorded scores in full."""
    evaluation = evaluate_folder(write_gold())
    assert evaluation.overall.measures[Level.FULL].recall.value == 1
    assert evaluation.confusion == {(Modality.ASSERTED, Modality.ASSERTED): 1}


def test_an_optional_record_that_is_found_counts_for_precision_only(write_gold: Write) -> None:
    """It is no part of recall, nor of what is compared given the core."""
    evaluation = evaluate_folder(write_gold(must=False))
    assert evaluation.overall.tally.gold == 0
    assert evaluation.overall.tally.precise[-1] == 1
    assert evaluation.confusion == {}


def test_an_optional_record_that_is_not_found_is_no_miss(write_gold: Write) -> None:
    """It counts neither for nor against."""
    evaluation = evaluate_folder(write_gold(must=False, type="Meeting", agent=["Iran"], place=[]))
    assert evaluation.overall.tally.gold == 0
    assert [found for found in evaluation.findings if found.kind == "miss"] == []


def test_an_assertion_of_what_is_denied_is_unreal_as_fact(write_gold: Write) -> None:
    """The worst error: the record says that it did not happen, the claim that it did."""
    evaluation = evaluate_folder(write_gold(modality="denied"))
    assert (evaluation.unreal, evaluation.unreal_as_fact) == (1, 1)
    assert evaluation.confusion == {(Modality.DENIED, Modality.ASSERTED): 1}


def test_a_possibility_read_as_such_is_no_such_error(write_gold: Write) -> None:
    """May is read as may."""
    evaluation = evaluate_folder(write_gold(**FACT_FROM_MAY, modality="hypothetical"))
    assert (evaluation.unreal, evaluation.unreal_as_fact) == (1, 0)


def test_a_source_that_the_claim_lacks_is_silent(write_gold: Write) -> None:
    """The record rests on somebody's word; the claim on nobody's."""
    sources = evaluate_folder(write_gold(source=["Iran"])).sources
    assert (sources.named, sources.same, sources.silent, sources.added) == (1, 0, 1, 0)


def test_unread_sentences_are_counted_by_reason(write_gold: Write) -> None:
    """The headline yields no claim, and the reason is given."""
    evaluation = evaluate_folder(write_gold())
    assert evaluation.sentences == 3
    assert evaluation.unread == {"no frame has a trigger in it": 1}
    assert "Headline" in [found.quote for found in evaluation.findings if found.kind == "unread"]


def test_a_miss_is_listed_with_its_words(write_gold: Write) -> None:
    """The details say which record was not found."""
    evaluation = evaluate_folder(write_gold(type="Meeting", agent=["Iran"], place=[]))
    (miss,) = [found for found in evaluation.findings if found.kind == "miss"]
    assert miss.what == "x-01 Meeting: iran > - @ -; asserted by -"
    assert miss.quote == "Rebels captured Hama"


def test_labels_of_the_gold_folder_come_first(write_gold: Write) -> None:
    """A folder about another war brings its own names."""
    folder = write_gold(agent=["Risers"])
    assert evaluate_folder(folder).overall.measures[Level.CORE].recall.value == 0
    own: dict[str, Any] = {
        "surface": {"Risers": ["Syrian rebels"]},
        "equivalent": [],
        "symmetric_types": [],
        "affected_in_target_types": [],
    }
    (folder / "labels.json").write_text(json.dumps(own), encoding="utf-8")
    assert evaluate_folder(folder).overall.measures[Level.CORE].recall.value == 1


def test_another_conflict_is_read_with_its_own_reference_data() -> None:
    """With other actors and places the same article yields more that is right."""
    held_out = ROOT / "evaluation" / "held-out"
    foreign = evaluate_folder(held_out, names=["tigray"])
    own = evaluate_folder(
        held_out, names=["tigray"], reference=ROOT / "evaluation" / "held-out-reference"
    )
    before, after = (one.overall.measures[Level.CORE].f1.value for one in (foreign, own))
    assert after > before


def test_one_document_has_no_interval_over_documents(write_gold: Write) -> None:
    """Drawing one article from one says nothing."""
    evaluation = evaluate_folder(write_gold())
    assert evaluation.over_documents is None
    assert json.loads(to_json(evaluation))["overDocuments"] is None
    assert re.search(r"core recall +1\.000 +\S+ +-\n", to_table(evaluation))


def test_json_and_table_say_the_same(write_gold: Write) -> None:
    """Both give the counts and the figures of the evaluation."""
    evaluation = evaluate_folder(write_gold())
    data = json.loads(to_json(evaluation, details=True))
    assert data["overall"]["core"]["recall"]["value"] == 1
    assert data["modality"]["asserted"]["predicted"]["asserted"] == 1
    assert {finding["kind"] for finding in data["details"]} >= {"unread"}
    assert re.search(r"core recall +1\.000", to_table(evaluation))


def test_the_command_prints_json(write_gold: Write, capfd: pytest.CaptureFixture[str]) -> None:
    """Standard output holds the result and nothing else."""
    assert main(["evaluate", str(write_gold()), "--format", "json"]) == 0
    data = json.loads(capfd.readouterr().out)
    assert data["overall"]["gold"] == 1
    assert "details" not in data


def test_the_command_scores_only_the_documents_named(capfd: pytest.CaptureFixture[str]) -> None:
    """A folder may hold articles about more than one war."""
    names = "kobani-siege, sweida-truce"
    assert main(["evaluate", str(DEV), "--names", names, "--format", "json"]) == 0
    scores = json.loads(capfd.readouterr().out)["documents"]
    assert [score["name"] for score in scores] == ["kobani-siege", "sweida-truce"]


def test_the_command_lists_details(write_gold: Write, capfd: pytest.CaptureFixture[str]) -> None:
    """Each fault is one line, however its sentence is broken."""
    assert main(["evaluate", str(write_gold()), "--details"]) == 0
    assert "\nunread x no frame has a trigger in it: Headline\n" in capfd.readouterr().out


def test_the_command_refuses_a_folder_without_gold(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line says what is wrong; exit code 2."""
    assert main(["evaluate", str(tmp_path)]) == 2
    assert "holds no *.gold.jsonl" in capfd.readouterr().err
