"""``python -m syriakg`` is the command ``syriakg``."""

from __future__ import annotations

import sys

from syriakg.cli import main

sys.exit(main())
