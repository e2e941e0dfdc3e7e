"""What the tests of the evaluation share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.evaluation.worlds import RECORD, TEXT, Write


@pytest.fixture
def write_gold(tmp_path: Path) -> Write:
    """Return a function that writes a gold folder of one record, some of its fields changed."""

    def write(**changed: object) -> Path:
        record = {key: value for key, value in {**RECORD, **changed}.items() if value is not None}
        (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "x.gold.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
        return tmp_path

    return write
