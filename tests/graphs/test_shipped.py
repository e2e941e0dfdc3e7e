"""The committed ``graphs/`` is what the committed articles, rules and code give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import syriakg
from syriakg.build import build_dataset
from syriakg.resources import get_folder


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder built from ``articles/`` just now."""
    folder = tmp_path_factory.mktemp("graphs") / "fresh"
    build_dataset(sorted(get_folder("articles").glob("*.md")), folder)
    return folder


def test_shipped_graph_is_the_one_that_a_build_gives(fresh: Path) -> None:
    """Every shipped file equals the one built now, to the byte; run `make graphs` if not."""
    shipped = {path.name: path.read_bytes() for path in get_folder("graphs").iterdir()}
    assert set(shipped) == {
        *("alliance.html", "index.html", "influence.html", "manifest.json", "syriakg.trig")
    }
    stale = [name for name in sorted(shipped) if shipped[name] != (fresh / name).read_bytes()]
    assert stale == []


def test_two_builds_give_the_same_bytes(fresh: Path, tmp_path: Path) -> None:
    """A second build, its articles named in another order, repeats every byte."""
    articles = sorted(get_folder("articles").glob("*.md"), reverse=True)
    build_dataset(articles, tmp_path / "again")
    for path in fresh.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


def test_shipped_graph_answers(fresh: Path) -> None:
    """The library's front door opens the shipped graph: both networks hold the main powers."""
    kg = syriakg.KnowledgeGraph.load()
    assert len(kg.query("who-supports-whom")) > 0
    labels = {label for _, label in kg.network("alliance").nodes(data="label")}
    assert labels >= {
        *("Russia", "Iran", "Turkey", "United States"),
        *("Hayat Tahrir al-Sham", "Kurdish forces", "Syrian rebels", "Government of Syria"),
    }
    manifest = json.loads((fresh / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["faults"]["error"] == 0
