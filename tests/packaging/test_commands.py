"""The commands of the Makefile, and the set-up under them."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

TOOLS_OF_A_BARE_MACHINE = ("sh", "env", "dirname", "cat", "cksum", "rm", "mkdir")


def targets(makefile: str) -> set[str]:
    """Return the Makefile's targets that a person calls."""
    phony = re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)
    assert phony is not None
    return set(phony[1].split()) - {"runtime", "dev", "browser"}  # the set-up's steps


def test_help_lists_every_target(root: Path) -> None:
    """Nobody has to read the Makefile to find a command."""
    printed = subprocess.run(
        ["make", "--no-print-directory", "-C", root, "help"],  # noqa: S607 - make is on the path
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    listed = set(re.findall(r"^ +make ([a-z-]+) ", printed, flags=re.MULTILINE))
    assert listed == targets((root / "Makefile").read_text(encoding="utf-8"))


def test_continuous_integration_runs_the_same_command(root: Path) -> None:
    """What passes here passes there."""
    script = root / ".ci" / "run"
    assert "make test" in script.read_text(encoding="utf-8")
    assert script.stat().st_mode & stat.S_IXUSR


def make_program(folder: Path, name: str, body: str) -> None:
    """Write a small shell program that stands in for another."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """Return a folder of programs as on a machine without any Python."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in TOOLS_OF_A_BARE_MACHINE:
        found = shutil.which(name)
        assert found is not None
        (programs / name).symlink_to(found)
    return programs


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """Return a checkout with only what the set-up reads."""
    copy = tmp_path / "checkout"
    (copy / "tools").mkdir(parents=True)
    shutil.copy2(root / "tools" / "set_up.sh", copy / "tools")
    shutil.copytree(root / "requirements", copy / "requirements")
    shutil.copy2(root / "pyproject.toml", copy)
    return copy


def set_up(checkout: Path, programs: Path) -> subprocess.CompletedProcess[str]:
    """Run the set-up with nothing on the path but the given programs."""
    return subprocess.run(
        [checkout / "tools" / "set_up.sh", "runtime"],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": os.fspath(programs)},
    )


def test_set_up_names_the_cure_when_python_is_too_old(checkout: Path, bare_machine: Path) -> None:
    """An old Python is refused with the versions that would do."""
    body = 'case "$2" in *print*) echo 3.9;; *) exit 1;; esac'
    make_program(bare_machine, "python3", body)
    done = set_up(checkout, bare_machine)
    assert done.returncode == 2
    assert "needs Python 3.11, 3.12 or 3.13 (found: 3.9)" in done.stderr
    assert not (checkout / ".venv").exists()


def test_set_up_names_the_package_when_venv_is_missing(checkout: Path, bare_machine: Path) -> None:
    """Debian splits the venv module off; the message says what to install."""
    body = 'case "$2" in *print*) echo 3.11;; *venv*) exit 1;; esac'
    make_program(bare_machine, "python3", body)
    done = set_up(checkout, bare_machine)
    assert done.returncode == 2
    assert "apt-get install python3-venv" in done.stderr


def test_set_up_takes_a_fitting_python_beside_an_old_one(
    checkout: Path, bare_machine: Path
) -> None:
    """python3.12 is used where plain python3 is too old."""
    make_program(bare_machine, "python3", "exit 1")
    make_program(bare_machine, "python3.12", 'case "$1" in -m) exit 9;; esac; echo 3.12')
    assert "making .venv with Python 3.12" in set_up(checkout, bare_machine).stdout


def test_set_up_makes_an_interrupted_environment_anew(checkout: Path, bare_machine: Path) -> None:
    """A half-made .venv is never taken for a whole one."""
    (checkout / ".venv" / "lib").mkdir(parents=True)
    (checkout / ".venv" / "lib" / "half.py").write_text("", encoding="utf-8")
    make_program(bare_machine, "python3", 'case "$1" in -m) exit 9;; esac; echo 3.11')
    assert "making it anew" in set_up(checkout, bare_machine).stdout
    assert not (checkout / ".venv" / "lib").exists()


def find_browser(
    root: Path, programs: Path, user: int, **more: str
) -> subprocess.CompletedProcess[str]:
    """Look for a browser as the user with this number; 0 may install packages."""
    make_program(programs, "id", f"echo {user}")
    return subprocess.run(
        [root / "tools" / "find_browser.sh"],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": os.fspath(programs), **more},
    )


def test_missing_browser_is_installed_where_that_needs_no_password(
    root: Path, bare_machine: Path
) -> None:
    """As root, Chromium comes from the system's packages without a question."""
    for name in ("mktemp", "tail", "ln"):
        (bare_machine / name).symlink_to(shutil.which(name) or "")
    installs = 'case "$*" in *chromium*) ln -s apt-get "$(dirname "$0")/chromium";; esac'
    make_program(bare_machine, "apt-get", installs)
    assert find_browser(root, bare_machine, user=0, CI="true").returncode == 0
    assert (bare_machine / "chromium").exists()


def test_missing_browser_is_named_with_its_cure(root: Path, bare_machine: Path) -> None:
    """Who may not install packages is told what to install, and goes on."""
    done = find_browser(root, bare_machine, user=1000)
    assert "apt-get install chromium" in done.stderr
    assert done.returncode == 0


def test_missing_browser_stops_continuous_integration(root: Path, bare_machine: Path) -> None:
    """Where nobody reads the note, skipped tests must not look like passed ones."""
    assert find_browser(root, bare_machine, user=1000, CI="true").returncode == 1
