"""Which names mean one entity."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.evaluation.worlds import ROOT, make_labels

from syriakg.evaluation.labels import normalize_label, read_labels
from syriakg.evaluation.records import EvaluationError

EMPTY: dict[str, object] = {
    "surface": {},
    "equivalent": [],
    "symmetric_types": [],
    "affected_in_target_types": [],
}


@pytest.mark.parametrize("name", ["The U.S.", "u s", "Ü.S."])
def test_spellings_that_differ_in_form_only_are_one(name: str) -> None:
    """Case, accents, punctuation and the article do not tell names apart."""
    assert normalize_label(name) == "u s"


def test_an_alias_is_its_entity() -> None:
    """A surface form resolves to the canonical label; an unknown name stays itself."""
    assert make_labels().resolve(["Rebels", "Iran"], "x") == {"syrian rebels", "iran"}


def test_a_name_can_mean_something_else_in_one_document() -> None:
    """Who the authorities are depends on the year."""
    labels = make_labels()
    assert labels.resolve(["The authorities"], "later") == {"new government"}
    assert labels.resolve(["The authorities"], "earlier") == {"authorities"}


def test_a_name_of_two_entities_is_refused(tmp_path: Path) -> None:
    """A label that two entities share would make a wrong claim right."""
    path = tmp_path / "labels.json"
    path.write_text(json.dumps({**EMPTY, "surface": {"A": ["x"], "B": ["X"]}}), encoding="utf-8")
    with pytest.raises(EvaluationError, match="stands for 'a' and for 'b'"):
        read_labels(path)


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    """A misspelt key would be ignored in silence."""
    path = tmp_path / "labels.json"
    path.write_text(json.dumps({**EMPTY, "surfaces": {}}), encoding="utf-8")
    with pytest.raises(EvaluationError, match="surfaces"):
        read_labels(path)


@pytest.mark.parametrize("path", ["labels.json", "held-out/labels.json"])
def test_our_own_labels_are_sound(path: str) -> None:
    """They load, and their equivalences hold between entities that they resolve to."""
    labels = read_labels(ROOT / "evaluation" / path)
    assert labels.share(
        labels.resolve(["Syrian Democratic Forces"], ""), labels.resolve(["Kurds"], "")
    )
