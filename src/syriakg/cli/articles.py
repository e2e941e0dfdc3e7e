"""``extract`` and ``build``: what begins with articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from syriakg.cli.output import check_choice, put_out, tell

if TYPE_CHECKING:
    from syriakg.claims import ReadingReport
    from syriakg.records import Article

Files = Annotated[
    list[Path], typer.Argument(help="Articles: text or Markdown in UTF-8; - reads standard input.")
]


def extract(
    files: Files,
    form: Annotated[str, typer.Option("--format", help="jsonl: one claim a line.")] = "jsonl",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write to this file.")
    ] = None,
) -> None:
    """Read articles and print their claims, one JSON object a line, in document order."""
    check_choice(form, ("jsonl",), "--format")
    from rich.console import Console  # noqa: PLC0415

    from syriakg.build import read_articles  # noqa: PLC0415
    from syriakg.claims import read_claims  # noqa: PLC0415

    articles = read_articles(files)
    with Console(stderr=True).status("reading the articles"):
        report = read_claims(articles)
    put_out(to_lines(articles, report), output)
    warn_about_silence(articles, {e.document for c in report.claims for e in c.evidence})
    tell(f"{len(report.unread)} of {report.sentences} sentences yielded no claim")


def warn_about_silence(articles: Iterable[Article], speaking: set[str]) -> None:
    """Name the articles that yielded nothing: an empty file, or one without a known name."""
    for article in articles:
        if article.stem not in speaking:
            what = "yields no claim" if article.raw.strip() else "is empty"
            tell(f"syriakg: warning: {article.path}: {what}")


def to_lines(articles: Sequence[Article], report: ReadingReport) -> bytes:
    """Return claims as JSON lines, one for each piece of evidence, in document order."""
    from syriakg.claims import iterate_evidence, to_record  # noqa: PLC0415

    order = {article.stem: number for number, article in enumerate(articles)}
    pairs = sorted(
        iterate_evidence(report.claims),
        key=lambda pair: (order[pair[1].document], pair[1].start, pair[1].end),
    )
    lines = (json.dumps(to_record(*pair), ensure_ascii=False) + "\n" for pair in pairs)
    return "".join(lines).encode()


def build(
    files: Files,
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write.")],
) -> None:
    """Build the dataset, its networks and a manifest from articles."""
    from rich.console import Console  # noqa: PLC0415

    from syriakg.build import build_dataset, read_articles  # noqa: PLC0415
    from syriakg.cli.summary import print_summary  # noqa: PLC0415

    with Console(stderr=True).status("starting") as status:
        result = build_dataset(files, output, on_step=status.update)
    print_summary(result.manifest, output)
    claims = result.graph.claims()
    warn_about_silence(
        read_articles(files) if files != [Path("-")] else [],
        {evidence.document for claim in claims for evidence in claim.evidence},
    )
    faults = result.manifest["faults"]
    if faults["error"]:
        tell(f"{faults['error']} faults: see syriakg validate {output}")
        raise typer.Exit(1)
