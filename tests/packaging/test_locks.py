"""The lock files pin and hash all that pyproject.toml asks for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("build", "runtime", "dev")


def read_lock(root: Path, lock: str) -> list[str]:
    """Return the lock's entries, each with its hashes on one line, comments left out."""
    text = (root / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    return "\n".join(lines).replace("\\\n", " ").split("\n")


def read_pins(root: Path, lock: str) -> dict[str, Requirement]:
    """Return the lock's pins by package name."""
    pins = [Requirement(entry.split("--hash")[0]) for entry in read_lock(root, lock) if entry]
    return {canonicalize_name(pin.name): pin for pin in pins}


def find_asked(settings: dict[str, Any], lock: str) -> list[Requirement]:
    """Return what pyproject.toml asks of a lock directly."""
    groups = settings["dependency-groups"]
    runtime = settings["project"]["dependencies"]
    asked = {
        "build": groups["build"],
        "runtime": runtime,
        "dev": [*runtime, *groups["build"], *(e for e in groups["dev"] if isinstance(e, str))],
    }
    return [Requirement(text) for text in asked[lock]]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_every_direct_dependency_in_its_range(
    root: Path, settings: dict[str, Any], lock: str
) -> None:
    """A dependency added to or changed in pyproject.toml needs `make lock`."""
    pins = read_pins(root, lock)
    for asked in find_asked(settings, lock):
        pin = pins.get(canonicalize_name(asked.name))
        assert pin is not None, f"{lock}.txt lacks {asked.name}; run make lock"
        version = str(pin.specifier).removeprefix("==")
        assert asked.specifier.contains(version), f"{lock}.txt has {pin}, asked is {asked}"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_one_exact_version_with_hashes(root: Path, lock: str) -> None:
    """Nothing but the very files that were locked can be installed."""
    entry_form = re.compile(r"[a-z0-9-]+==[^ ,]+( ; [^-]+)?( +--hash=sha256:[0-9a-f]{64})+ *")
    odd = [entry for entry in read_lock(root, lock) if entry and not entry_form.fullmatch(entry)]
    assert odd == []


@pytest.mark.parametrize("inner", ["build", "runtime"])
def test_dev_lock_holds_the_other_locks(root: Path, inner: str) -> None:
    """The tests run on the very versions that the demo runs on."""
    dev = read_pins(root, "dev")
    assert {name: str(pin) for name, pin in read_pins(root, inner).items()}.items() <= {
        name: str(pin) for name, pin in dev.items()
    }.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_address(root: Path, lock: str) -> None:
    """Which registry serves the packages is the reader's choice."""
    assert "://" not in (root / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("heavy", ["torch", "tensorflow", "jax", "transformers"])
def test_no_lock_holds_a_deep_learning_framework(root: Path, heavy: str) -> None:
    """The project runs on a small machine without a graphics card."""
    assert heavy not in read_pins(root, "dev")


def test_every_direct_dependency_has_its_licence_stated(
    root: Path, settings: dict[str, Any]
) -> None:
    """THIRD_PARTY.md has a row for each, and no row for a package no longer used."""
    table = (root / "THIRD_PARTY.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| ([a-z0-9-]+) \| (?!licence)", table, flags=re.MULTILINE))
    assert rows == {canonicalize_name(asked.name) for asked in find_asked(settings, "dev")}
