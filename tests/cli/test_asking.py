"""``query``, ``network`` and ``validate`` on a small dataset."""

from __future__ import annotations

import csv
import gc
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.cli.conftest import Run

from syriakg.store import Store


def test_without_a_question_all_are_listed(run: Run) -> None:
    """Each line is a name and what it asks."""
    done = run("query")
    assert done.code == 0
    assert any(line.startswith("who-supports-whom  ") for line in done.out.splitlines())


def test_named_question_as_table(run: Run, war_folder: Path) -> None:
    """A table with labels is what people get."""
    done = run("query", "who-met-whom", "--data", war_folder)
    assert done.code == 0
    assert "Turkey" in done.out
    assert "Doha" in done.out


def test_csv_has_a_header_and_rows(run: Run, war_folder: Path) -> None:
    """CSV holds IRIs and labels."""
    done = run("query", "who-met-whom", "--data", war_folder, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(done.out))
    assert row["party"] == "https://w3id.org/syriakg/id/actor/russia"
    assert row["partyLabel"] == "Russia"


def test_binding_narrows(run: Run, war_folder: Path) -> None:
    """``--bind`` fixes a variable."""
    arguments = ("who-supports-whom", "--data", war_folder, "--format", "json")
    done = run("query", *arguments, "--bind", "supporter=actor:russia")
    assert len(json.loads(done.out)["results"]["bindings"]) == 1


@pytest.mark.parametrize("pair", ["supporter", "=x", "a b=c"])
def test_bad_binding_is_refused(run: Run, war_folder: Path, pair: str) -> None:
    """A binding is variable=value."""
    done = run("query", "who-supports-whom", "--data", war_folder, "--bind", pair)
    assert done.code == 2
    assert "variable=value" in done.err


def test_query_file(run: Run, war_folder: Path, tmp_path: Path) -> None:
    """A file of the user's own needs no header and no prefixes."""
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?x { actor:russia skg:supports ?x }", encoding="utf-8")
    done = run("query", file, "--data", war_folder, "--format", "tsv")
    assert "government-of-syria" in done.out


def test_query_from_standard_input(
    run: Run, war_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``-`` reads the query from a pipe."""
    query = b"CONSTRUCT { ?s skg:supports ?o } WHERE { ?s skg:supports ?o }"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(query)))
    done = run("query", "-", "--data", war_folder, "--format", "ttl")
    assert "actor:russia skg:supports actor:government-of-syria" in done.out


def test_broken_query_file_names_file_and_line(run: Run, war_folder: Path, tmp_path: Path) -> None:
    """A broken .rq is one line with file, line and cure."""
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?x\n{ actor:russia skg:supports ?x ] }\n", encoding="utf-8")
    done = run("query", file, "--data", war_folder)
    assert done.code == 2
    assert f"{file}:2: broken SPARQL" in done.err


def test_fetching_query_is_refused(run: Run, war_folder: Path, tmp_path: Path) -> None:
    """SERVICE does not leave the machine."""
    file = tmp_path / "mine.rq"
    file.write_text("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", encoding="utf-8")
    done = run("query", file, "--data", war_folder)
    assert done.code == 2
    assert "SERVICE is refused" in done.err


def test_query_cannot_change_the_data(run: Run, tmp_path: Path) -> None:
    """An update is no query."""
    Store.open(tmp_path / "store").update("INSERT DATA { skg:a skg:b 1 }")
    file = tmp_path / "mine.rq"
    file.write_text("DELETE WHERE { ?s ?p ?o }", encoding="utf-8")
    assert run("query", file, "--store", tmp_path / "store").code == 2
    gc.collect()  # the error's traceback held the store, and with it the lock
    assert len(Store.open(tmp_path / "store")) == 1


def test_store_on_disk_can_be_asked(run: Run, tmp_path: Path) -> None:
    """``--store`` opens a store's folder."""
    Store.open(tmp_path / "store").update("INSERT DATA { skg:a skg:b 'found' }")
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?o { ?s skg:b ?o }", encoding="utf-8")
    assert "found" in run("query", file, "--store", tmp_path / "store").out


def test_missing_store_is_not_made(run: Run, tmp_path: Path) -> None:
    """A misspelt ``--store`` is an error, not a new folder."""
    assert run("query", "who-met-whom", "--store", tmp_path / "none").code == 2
    assert list(tmp_path.iterdir()) == []


def test_forbidden_rows_are_code_1(run: Run, war_folder: Path) -> None:
    """With ``--forbid-rows`` a question that finds something fails, and shows it."""
    arguments = ("who-met-whom", "--data", war_folder, "--forbid-rows")
    done = run("query", *arguments)
    assert done.code == 1
    assert "Doha" in done.out
    assert run("query", *arguments, "--bind", "party=actor:hts").code == 0


def test_output_file_is_written(run: Run, war_folder: Path, tmp_path: Path) -> None:
    """``-o`` writes there and prints nothing."""
    file = tmp_path / "out.csv"
    done = run("query", "who-met-whom", "--data", war_folder, "--format", "csv", "-o", file)
    assert done.out == ""
    assert b"Doha" in file.read_bytes()


def test_failed_query_leaves_the_output_file_alone(
    run: Run, war_folder: Path, tmp_path: Path
) -> None:
    """An error does not truncate what is there."""
    file = tmp_path / "out.csv"
    file.write_bytes(b"old")
    assert run("query", "nonsense", "--data", war_folder, "-o", file).code == 2
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["alliance", "influence"])
def test_network_page_stands_alone(run: Run, war_folder: Path, tmp_path: Path, name: str) -> None:
    """The default is one HTML file."""
    file = tmp_path / "net.html"
    assert run("network", name, "--data", war_folder, "-o", file).code == 0
    assert file.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_network_for_other_programs(run: Run, war_folder: Path) -> None:
    """GraphML and GEXF are XML, JSON holds the claims of every edge."""
    for form in ("graphml", "gexf"):
        done = run("network", "alliance", "--data", war_folder, "--format", form)
        ET.fromstring(done.out)  # noqa: S314 - our own output
    done = run("network", "alliance", "--data", war_folder, "--format", "json")
    assert all(edge["claims"] for edge in json.loads(done.out)["edges"])


def test_broken_dataset_is_code_2(run: Run, tmp_path: Path) -> None:
    """A file that is no RDF is unreadable input."""
    file = tmp_path / "x.trig"
    file.write_bytes(b"not RDF at all")
    for command in (("query", "who-met-whom", "--data"), ("validate", "--no-reasoner")):
        done = run(*command, file)
        assert done.code == 2
        assert "broken RDF" in done.err


def test_a_fault_in_the_data_is_code_1(run: Run, tmp_path: Path) -> None:
    """``validate`` names the faults of a dataset, one a line."""
    file = tmp_path / "x.ttl"
    file.write_text(
        "<https://w3id.org/syriakg/id/claim/1> a <https://w3id.org/syriakg/ontology#Claim> .",
        encoding="utf-8",
    )
    done = run("validate", file, "--no-reasoner")
    assert done.code == 1
    assert all(line.startswith(("error: ", "warning: ")) for line in done.out.splitlines())
    assert "no evidence" in done.out
