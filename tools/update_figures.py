"""Writes the figures of docs/evaluation.md anew from the commands that it shows.

Every fenced block of that page that begins with ``$ syriakg evaluate`` is replaced by
what the command prints now, without the rows by type and the reasons for unread
sentences. The date in "Printed by the command on ..." becomes today's.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "evaluation.md"
BLOCK = re.compile(r"```\n\$ syriakg (evaluate [^\n]*)\n.*?```", re.DOTALL)
STAMP = re.compile(r"(Printed by the command on )\d{1,2} \w+ \d{4}")


def main() -> None:
    """Rewrite the page in place."""
    page = BLOCK.sub(lambda match: run(match.group(1)), PAGE.read_text(encoding="utf-8"))
    today = datetime.now(tz=UTC)
    page = STAMP.sub(rf"\g<1>{today.day} {today:%B %Y}", page)
    PAGE.write_text(page, encoding="utf-8")


def run(command: str) -> str:
    """Return the fenced block of one command with its output."""
    words = [sys.executable, "-m", "syriakg", *shlex.split(command)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    return f"```\n$ syriakg {command}\n{shorten(done.stdout)}\n```"


def shorten(output: str) -> str:
    """Leave out the rows by type and the reasons for unread sentences."""
    parts = [part for part in output.strip().split("\n\n") if not part.startswith("type ")]
    kept = [part if not part.startswith("unread:") else part.splitlines()[0] for part in parts]
    return "\n\n".join(part.rstrip() for part in kept)


if __name__ == "__main__":
    main()
