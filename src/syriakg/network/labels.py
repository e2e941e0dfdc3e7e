"""How much room a label takes on the canvas, without a browser to ask."""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass

FONT_SIZE = 20
MAX_LINE = 15
MAX_LINES = 4
_MEAN_ADVANCE = 0.56  # of the font size; sans-serif faces at weight 400 lie below it
_PADDING_X = 22
_PADDING_Y = 20


@dataclass(frozen=True, slots=True)
class LabelBox:
    """A label as wrapped lines and the room it takes, in canvas units."""

    text: str
    width: int
    height: int


def to_label_box(label: str) -> LabelBox:
    """Wrap a label into at most four short lines and say how large its box is."""
    lines = textwrap.wrap(label, MAX_LINE, max_lines=MAX_LINES, placeholder=" …") or ["?"]
    width = max(_count_cells(line) for line in lines) * _MEAN_ADVANCE * FONT_SIZE + _PADDING_X
    height = len(lines) * FONT_SIZE + _PADDING_Y
    return LabelBox("\n".join(lines), round(width), height)


def _count_cells(line: str) -> int:
    """Count narrow letters as one and wide ones as two; marks take no room."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in line)
    marks = sum(unicodedata.combining(char) > 0 for char in line)
    return len(line) + wide - marks
