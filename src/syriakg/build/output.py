"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from syriakg.errors import StoreError

MANIFEST: Final = "manifest.json"


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there when it is complete.

    Raises StoreError when the folder is missing or may not be written to.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise _cannot_write(path, error) from error


def check_target(folder: Path) -> None:
    """Raise StoreError unless ``folder`` is free, empty or an earlier build."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise StoreError("is a file", where=str(folder), cure="name a folder")
    if any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        raise StoreError(
            "holds something else than an earlier build",
            where=str(folder),
            cure="name a new or an empty folder",
        )
    foreign = sorted(path.name for path in folder.iterdir() if path.name not in _built(folder))
    if foreign:
        raise StoreError(
            f"holds {foreign[0]!r}, which no build made and the new one would remove",
            where=str(folder),
            cure="move it away, or name another folder",
        )


def _built(folder: Path) -> set[str]:
    """Return the names that an earlier build left in ``folder``, as its manifest lists them."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return set()
    try:
        files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    except (ValueError, KeyError, TypeError):
        return {MANIFEST}
    return {MANIFEST, *files}


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a new folder beside ``folder``, then put it in its place.

    Work that is interrupted leaves the old folder as it was. Raises StoreError as
    ``check_target`` does, and when something cannot be written.
    """
    check_target(folder)
    target = folder.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    try:
        try:
            draft.mkdir(parents=True)
            for name, data in files.items():
                (draft / name).write_bytes(data)
            _swap(draft, target, old)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error
    shutil.rmtree(old, ignore_errors=True)


def _swap(draft: Path, target: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    try:
        draft.rename(target)
    except BaseException:
        if old.exists():
            old.rename(target)
        raise


def _cannot_write(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"cannot be written: {error.strerror or error}",
        where=str(path),
        cure="name a place that exists and that you may write to",
    )
