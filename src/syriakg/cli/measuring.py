"""``evaluate``: how well articles are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from syriakg.cli.output import check_choice, put_out

_FORMATS = ("table", "json")


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="A folder with NAME.gold.jsonl files.")
    ],
    texts: Annotated[
        Path | None, typer.Option("--texts", help="Where the texts lie; default: GOLD_DIR.")
    ] = None,
    reference: Annotated[
        Path | None,
        typer.Option("--reference", help="A folder with other actors.ttl and places.ttl."),
    ] = None,
    names: Annotated[str, typer.Option("--names", help="Only these documents: NAME,NAME,...")] = "",
    form: Annotated[str, typer.Option("--format", help="table or json")] = "table",
    details: Annotated[
        bool, typer.Option("--details", help="List each miss, extra claim and unread sentence.")
    ] = False,
) -> None:
    """Score what is read in articles against a gold standard."""
    check_choice(form, _FORMATS, "--format")
    from rich.console import Console  # noqa: PLC0415

    from syriakg.evaluation import evaluate_folder, to_json, to_table  # noqa: PLC0415

    with Console(stderr=True).status("reading the articles"):
        evaluation = evaluate_folder(
            gold,
            texts=texts,
            reference=reference,
            names=[name.strip() for name in names.split(",") if name.strip()],
        )
    write = {"table": to_table, "json": to_json}[form]
    put_out(write(evaluation, details=details).encode(), None)
