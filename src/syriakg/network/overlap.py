"""Labels kept off each other, and unconnected parts side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

_GAP_X = 40.0
_GAP_Y = 40.0
_ROUNDS = 120
_GROW = 1.12
_SHELF = 1400.0  # width at which a row of parts is full; the height where upright
_PART_GAP = 90.0


@dataclass(frozen=True, slots=True)
class Box:
    """An actor's label: centre and size in canvas units."""

    iri: str
    x: float
    y: float
    width: float
    height: float


def push_apart(boxes: list[Box]) -> list[Box]:
    """Move overlapping boxes apart, each as little as it takes.

    Where pushing alone does not settle, everything is spread out a little and
    pushed again, which ends because spreading alone would part any boxes that
    do not share a centre, and pushing parts those that do.
    """
    spread = list(boxes)
    while True:
        for _ in range(_ROUNDS):
            if not _push_once(spread):
                return spread
        spread = [replace(box, x=box.x * _GROW, y=box.y * _GROW) for box in spread]


def _push_once(boxes: list[Box]) -> bool:
    """Push every overlapping pair once, in place; say whether any was."""
    pushed = False
    for first in range(len(boxes)):
        for second in range(first + 1, len(boxes)):
            one, two = boxes[first], boxes[second]
            over_x = (one.width + two.width) / 2 + _GAP_X - abs(one.x - two.x)
            over_y = (one.height + two.height) / 2 + _GAP_Y - abs(one.y - two.y)
            if over_x <= 0 or over_y <= 0:
                continue
            pushed = True
            # a whole unit more than needed survives the rounding of positions
            if over_x < over_y:
                step = (over_x + 1) / 2 * (1 if one.x > two.x else -1)
                boxes[first], boxes[second] = _shift(one, step, 0), _shift(two, -step, 0)
            else:
                step = (over_y + 1) / 2 * (1 if one.y > two.y else -1)
                boxes[first], boxes[second] = _shift(one, 0, step), _shift(two, 0, -step)
    return pushed


def pack_side_by_side(parts: list[list[Box]], *, portrait: bool) -> list[Box]:
    """Set parts in rows (columns where ``portrait``) with a gap between them."""
    packed: list[Box] = []
    along = across = deepest = 0.0
    for part in parts:
        left = min(box.x - box.width / 2 for box in part)
        top = min(box.y - box.height / 2 for box in part)
        width = max(box.x + box.width / 2 for box in part) - left
        height = max(box.y + box.height / 2 for box in part) - top
        length, depth = (height, width) if portrait else (width, height)
        if along > 0 and along + length > _SHELF:
            along, across, deepest = 0.0, across + deepest + _PART_GAP, 0.0
        move_x, move_y = (across, along) if portrait else (along, across)
        packed.extend(_shift(box, move_x - left, move_y - top) for box in part)
        along += length + _PART_GAP
        deepest = max(deepest, depth)
    return packed


def _shift(box: Box, x: float, y: float) -> Box:
    return replace(box, x=box.x + x, y=box.y + y)
