"""Where a command's result goes: a file that appears whole, or standard output."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from syriakg.errors import SyriakgError


def put_out(data: bytes, file: Path | None) -> None:
    """Write a command's result to ``file``, or to standard output when it is None."""
    if file is None:
        _print(data)
        return
    from syriakg.build.output import write_atomically  # noqa: PLC0415

    write_atomically(file, data)


def _print(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # the reader of our output has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(message: str) -> None:
    """Say something to the person at the terminal, apart from the result."""
    sys.stderr.write(f"{message}\n")


def check_choice(value: str, choices: tuple[str, ...], option: str) -> None:
    """Raise SyriakgError when an option's value is none of its choices."""
    if value not in choices:
        raise SyriakgError(
            f"{value!r} is no choice", where=option, cure=f"use one of: {', '.join(choices)}"
        )
