"""One thing that is wrong with a dataset, as every kind of check reports it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether the dataset is wrong, or only looks as if it might be."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong, with which node, which check says so, and what to do about it.

    ``focus`` is the IRI of the node, empty where the dataset as a whole is meant;
    ``where`` names the shape, the query or the reasoner.
    """

    severity: Severity
    focus: str
    what: str
    where: str
    cure: str
