"""Help, version, and every fault as one line and an exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run

import syriakg

COMMANDS = ("extract", "build", "query", "network", "validate")


def test_help_names_every_command(run: Run) -> None:
    """``--help`` lists what there is."""
    done = run("--help")
    assert done.code == 0
    assert all(f"\n  {command} " in done.out for command in COMMANDS)


def test_no_command_shows_help(run: Run) -> None:
    """``syriakg`` alone is not an error."""
    assert run() == run("--help")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    """``syriakg COMMAND --help`` explains it."""
    done = run(command, "--help")
    assert done.code == 0
    assert f"syriakg {command}" in done.out


def test_version(run: Run) -> None:
    """``--version`` prints name and version."""
    done = run("--version")
    assert (done.code, done.out) == (0, f"syriakg {syriakg.__version__}\n")


def test_help_loads_nothing_heavy() -> None:
    """Help is instant because no language model, store or template library is imported."""
    code = (
        "import sys; from syriakg.cli import main; main(['--help']);"
        "print([n for n in ('spacy', 'rdflib', 'pyoxigraph', 'networkx') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("build",),
        ("build", "x.md"),
        ("query", "--nonsense"),
        ("network",),
        ("network", "friends"),
        ("network", "alliance", "--format", "pdf"),
        ("query", "who-met-whom", "--format", "pdf"),
        ("extract", "x.md", "--format", "csv"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(run: Run, arguments: tuple[str, ...]) -> None:
    """What is wrong and what to do, on standard error, and nothing on standard output."""
    done = run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("syriakg: ")
    assert done.err.count("\n") == 1
    assert done.err.endswith(")\n")


def test_control_characters_in_a_name_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    """A hostile file name cannot write to the terminal."""
    done = run("extract", tmp_path / "a\x1b[2J\nb.md")
    assert done.code == 2
    assert "\x1b" not in done.err
    assert done.err.count("\n") == 1


def test_python_m_is_the_command() -> None:
    """``python -m syriakg`` works and hands on the exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "syriakg", "nonsense"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 2


def test_a_reader_that_stops_listening_is_no_error(war_folder: Path) -> None:
    """``syriakg query ... | head`` ends quietly."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "syriakg", "query", "outside-powers", "--data"]
    command.append(str(war_folder))
    done = subprocess.run(command, check=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
