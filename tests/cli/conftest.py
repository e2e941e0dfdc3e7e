"""A small dataset, and the command line called from within."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.queries.small_war import make_war

from syriakg.cli import main
from syriakg.store import to_files


class Done(NamedTuple):
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Return a function that runs the command line with some arguments."""

    def call(*arguments: str | Path) -> Done:
        code = main([str(argument) for argument in arguments])
        captured = capfdbinary.readouterr()
        return Done(code, captured.out.decode(), captured.err.decode())

    return call


@pytest.fixture(scope="session")
def war_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the dataset of the small war."""
    folder = tmp_path_factory.mktemp("war")
    (folder / "syriakg.trig").write_bytes(to_files(make_war()).trig)
    return folder
