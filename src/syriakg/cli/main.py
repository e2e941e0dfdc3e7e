"""The application: its commands, and how every fault becomes one line and an exit code.

Exit codes: 0 done; 1 the data has faults, or a query found a forbidden row;
2 wrong usage or unreadable input.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, Final

import typer

from syriakg.cli.articles import build, extract
from syriakg.cli.asking import network, query
from syriakg.cli.checking import validate
from syriakg.cli.measuring import evaluate
from syriakg.errors import SyriakgError

WRONG_USAGE: Final = 2
_INTERRUPTED: Final = 130

app = typer.Typer(
    name="syriakg",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (extract, build, query, network, validate, evaluate):
    app.command()(command)


@app.callback(invoke_without_command=True)
def show_version(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.")
    ] = False,
) -> None:
    """Turn conflict news into a knowledge graph of claims, and ask it."""
    if version:
        import syriakg  # noqa: PLC0415

        typer.echo(f"syriakg {syriakg.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing is raised.

    ``arguments`` default to those of the process.
    """
    try:
        given = None if arguments is None else list(arguments)
        code = app(args=given, prog_name="syriakg", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except Exception as error:
        message = _explain(error)
        if message is None:
            raise
        return _report(message)
    return code if isinstance(code, int) else 0


def _explain(error: Exception) -> str | None:
    """Return what the person can do about an error; None when the error is ours."""
    if isinstance(error, SyriakgError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'system'}: {error.strerror or error}"
    # typer's own faults, whose base class differs between its versions
    explain = getattr(error, "format_message", None)
    return None if explain is None else f"{str(explain()).rstrip('.')} (see syriakg --help)"


def _report(message: str) -> int:
    line = " ".join(message.split())
    sys.stderr.write(f"syriakg: {''.join(mark for mark in line if mark.isprintable())}\n")
    return WRONG_USAGE
