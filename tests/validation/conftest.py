"""The small world that the validation tests break in one place at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

WORLD = Path(__file__).with_name("world.trig").read_text(encoding="utf-8")
ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology" / "syriakg.ttl"

World = Callable[..., list[ox.Quad]]


@pytest.fixture(scope="session")
def ontology() -> list[ox.Quad]:
    """Return the shipped ontology as quads."""
    return list(ox.parse(path=str(ONTOLOGY), format=ox.RdfFormat.TURTLE))


@pytest.fixture
def world(ontology: list[ox.Quad]) -> World:
    """Return a function that gives the world with ``old`` replaced by ``new``, and ``more``."""

    def make(old: str = "", new: str = "", more: str = "") -> list[ox.Quad]:
        assert old in WORLD, f"the world does not hold {old!r}"
        text = WORLD.replace(old, new, 1) if old else WORLD
        return [*ontology, *ox.parse(f"{text}\n{more}", format=ox.RdfFormat.TRIG)]

    return make
