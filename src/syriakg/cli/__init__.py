"""The command line: arguments in, exit code out.

Commands import what they need when they run, so that ``--help`` is instant.
"""

from __future__ import annotations

from syriakg.cli.main import main

__all__ = ["main"]
