"""The wheel holds all that an installed syriakg reads."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

DATA_FOLDERS = ("ontology", "queries", "graphs", "articles")


@pytest.fixture(scope="module")
def wheel(copy_of_checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Return the wheel built from a copy of the checkout with a compiled leftover in it."""
    out = tmp_path_factory.mktemp("wheel")
    (copy_of_checkout / "src" / "syriakg" / "left.pyc").write_bytes(b"")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", out],
        cwd=copy_of_checkout,
        check=True,
        capture_output=True,
    )
    return zipfile.ZipFile(next(out.glob("*.whl")))


def files_under(folder: Path, prefix: str) -> set[str]:
    """Return the files of a folder, as the wheel names them below ``prefix``."""
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


@pytest.mark.parametrize("folder", DATA_FOLDERS)
def test_wheel_carries_every_file_of_a_data_folder(
    wheel: zipfile.ZipFile, copy_of_checkout: Path, folder: str
) -> None:
    """What get_folder() finds in a checkout it finds in an installation."""
    expected = files_under(copy_of_checkout / folder, f"syriakg/data/{folder}")
    assert expected
    assert expected <= set(wheel.namelist())


def test_wheel_carries_every_file_of_the_package(
    wheel: zipfile.ZipFile, copy_of_checkout: Path
) -> None:
    """Modules, page templates and the typing marker all travel."""
    expected = files_under(copy_of_checkout / "src" / "syriakg", "syriakg")
    assert "syriakg/py.typed" in expected
    assert expected <= set(wheel.namelist())


def test_wheel_carries_nothing_else(wheel: zipfile.ZipFile) -> None:
    """No test, tool or compiled leftover is installed into anybody's environment."""
    strangers = [
        name
        for name in wheel.namelist()
        if not name.startswith(("syriakg/", "syriakg-")) or name.endswith(".pyc")
    ]
    assert strangers == []


def test_wheel_installs_the_command(wheel: zipfile.ZipFile) -> None:
    """The command ``syriakg`` runs the command line's main function."""
    entry_points = next(n for n in wheel.namelist() if n.endswith("entry_points.txt"))
    assert "syriakg = syriakg.cli:main" in wheel.read(entry_points).decode()


def test_wheel_states_its_licence(wheel: zipfile.ZipFile) -> None:
    """The licence is named in the metadata and its text is packed."""
    names = wheel.namelist()
    metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
    assert Parser().parsestr(wheel.read(metadata).decode())["License-Expression"] == "Apache-2.0"
    assert any(name.endswith("licenses/LICENSE") for name in names)
