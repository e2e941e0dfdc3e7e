"""A gold standard that breaks its own rules is refused at the door."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.evaluation.worlds import ROOT, TEXT, Write, make_labels

from syriakg.evaluation.gold import read_gold
from syriakg.evaluation.records import EvaluationError


def test_a_quote_is_found_in_its_text(write_gold: Write) -> None:
    """The span of a record is where its quote stands."""
    folder = write_gold()
    (record,) = read_gold(folder, folder, make_labels())[0].records
    assert TEXT[record.start : record.end] == "Rebels captured Hama"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"quote": "Rebels took Hama"}, "x.gold.jsonl:1: the quote of x-01 is not in the text"),
        ({"quote": ""}, "the quote of x-01"),
        ({"type": "Conquest"}, "'Conquest' is no type of claim"),
        ({"also": ["Conquest"]}, "'Conquest' is no type of claim"),
        ({"modality": "likely"}, "'likely' is no modality"),
        ({"agent": "Syrian rebels"}, "'agent' is no list of names"),
        ({"must": "yes"}, "'must' is neither"),
        ({"actor": []}, "the key 'actor' is missing or unknown"),
        ({"must": None}, "the key 'must' is missing or unknown"),
    ],
)
def test_a_faulty_record_is_refused(
    write_gold: Write, changed: dict[str, object], message: str
) -> None:
    """The message names the line and the fault."""
    folder = write_gold(**changed)
    with pytest.raises(EvaluationError, match=message):
        read_gold(folder, folder, make_labels())


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    """An empty evaluation would look like a score of zero."""
    with pytest.raises(EvaluationError, match="holds no"):
        read_gold(tmp_path, tmp_path, make_labels())


def test_an_unknown_name_is_refused(write_gold: Write) -> None:
    """The message lists what there is."""
    folder = write_gold()
    with pytest.raises(EvaluationError, match="choose from x"):
        read_gold(folder, folder, make_labels(), ["y"])


def test_a_missing_text_is_refused(write_gold: Write, tmp_path: Path) -> None:
    """The message says how to name the folder of the texts."""
    folder = write_gold()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with pytest.raises(EvaluationError, match="--texts"):
        read_gold(folder, elsewhere, make_labels())


@pytest.mark.parametrize("folder", ["dev", "held-out"])
def test_our_own_gold_is_sound(folder: str) -> None:
    """Every record of the shipped gold standards loads, and each quote stands once in its text."""
    path = ROOT / "evaluation" / folder
    documents = read_gold(path, path, make_labels())
    twice = [
        record.id
        for document in documents
        for record in document.records
        if document.article.raw.count(record.quote) != 1
    ]
    assert twice == []
