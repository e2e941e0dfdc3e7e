"""``validate``: whether a dataset is as it should be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from syriakg.cli.output import put_out, tell


def validate(
    dataset: Annotated[
        Path | None, typer.Argument(help="A dataset or a build's folder; default: the shipped one.")
    ] = None,
    reasoner: Annotated[
        bool, typer.Option("--reasoner/--no-reasoner", help="Run the OWL reasoner too.")
    ] = True,
) -> None:
    """Check a dataset: shapes, checks and the OWL reasoner. Exit code 1 when it has faults."""
    from rich.console import Console  # noqa: PLC0415

    from syriakg.graph import KnowledgeGraph  # noqa: PLC0415
    from syriakg.validation import validate_dataset  # noqa: PLC0415

    store = KnowledgeGraph.load(dataset).store
    with Console(stderr=True).status("checking"):
        report = validate_dataset(store, reasoner=reasoner)
    lines = [
        f"{fault.severity.value}: {fault.focus or 'dataset'}: {fault.what} [{fault.where}]"
        f" ({fault.cure})"
        for fault in report.faults
    ]
    put_out("".join(f"{' '.join(line.split())}\n" for line in lines).encode(), None)
    if report.verdict is not None:
        tell(report.verdict.message)
    tell(f"{len(report.errors)} errors, {len(report.faults) - len(report.errors)} warnings")
    if not report.is_valid:
        raise typer.Exit(1)
