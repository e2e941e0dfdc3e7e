"""What the tests of the packaging share: the checkout, its settings, its files."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Made by tools or by git; none of it is part of the project.
_NOT_OURS = re.compile(
    r"(?:\.git|\.venv|build|dist)/|(?:.*/)?(?:__pycache__|\.\w+_cache|\.hypothesis)/"
)


def is_ours(relative: Path) -> bool:
    """Tell whether a path from the top folder is the project's own."""
    return _NOT_OURS.match(f"{relative.as_posix()}/") is None


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def settings() -> dict[str, Any]:
    """Return pyproject.toml as plain values."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Return every text file of the project by its path from the top folder."""
    found: dict[str, str] = {}
    for path in sorted(ROOT.rglob("*")):
        relative = path.relative_to(ROOT)
        if not is_ours(relative) or not path.is_file():
            continue
        try:
            found[relative.as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or the like
    return found


@pytest.fixture(scope="session")
def copy_of_checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project's own files, with no git beside them."""
    copy = tmp_path_factory.mktemp("copy") / "checkout"

    def find_strangers(folder: str, names: list[str]) -> set[str]:
        relative = Path(folder).relative_to(ROOT)
        return {name for name in names if not is_ours(relative / name)}

    shutil.copytree(ROOT, copy, ignore=find_strangers)
    return copy
