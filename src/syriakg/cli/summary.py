"""What a build found, for the person at the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

_MODALITIES = ("asserted", "attributed", "hypothetical", "denied")


def print_summary(manifest: Mapping[str, Any], folder: Path) -> None:
    """Print claims by type and modality, what else was found, and where the pages are."""
    console = Console(highlight=False)
    console.print(_tabulate(manifest["claimsByType"], manifest["claimsByModality"]))
    counts = manifest["counts"]
    for name in ("actors", "places", "ties", "alliances"):
        console.print(f"{counts[name]:>5} {name}")
    contested = counts["contradictions"]
    console.print(
        f"{contested:>5} contested pairs, {counts['corroborations']} corroborated, "
        f"{counts['tensions']} tensions"
    )
    console.print(f"{counts['unread sentences']:>5} of {counts['sentences']} sentences unread")
    console.print("Open in a browser:")
    for page in sorted(folder.resolve().glob("*.html")):
        console.print(f"  {page}", soft_wrap=True)


def _tabulate(by_type: Mapping[str, Mapping[str, int]], total: Mapping[str, int]) -> Table:
    table = Table(title="Claims", title_justify="left", box=None, pad_edge=False)
    table.add_column("type")
    for modality in _MODALITIES:
        table.add_column(modality, justify="right")
    for name, counts in by_type.items():
        table.add_row(name, *(str(counts.get(modality, "")) for modality in _MODALITIES))
    table.add_section()
    table.add_row("all", *(str(total.get(modality, 0)) for modality in _MODALITIES))
    return table
