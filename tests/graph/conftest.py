"""Folders and builds that stand in for the shipped ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.graph.worlds import WORLD

from syriakg.resources import get_folder


@pytest.fixture
def small_ontology(tmp_path: Path) -> Path:
    """Return an ontology folder with the real terms and only the world's entities."""
    folder = tmp_path / "ontology"
    folder.mkdir()
    shutil.copy(get_folder("ontology") / "syriakg.ttl", folder)
    shutil.copy(WORLD, folder / "actors.ttl")
    (folder / "places.ttl").write_text("", encoding="utf-8")
    return folder
