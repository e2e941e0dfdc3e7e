"""What is compared: a record of the gold standard and a claim that was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from syriakg.errors import SyriakgError
from syriakg.records import Article, Modality


class EvaluationError(SyriakgError):
    """A gold standard, or its labels, that breaks its own rules."""


class Level(IntEnum):
    """How far a claim agrees with a record; each level includes those below it.

    ROOT: the same PLOVER root (or relation) and one participant in common.
    CORE: the type, and an entity in common in every role that the record fills.
    FULL: CORE, and the modality, and the source where the record names one.
    """

    NONE = 0
    ROOT = 1
    CORE = 2
    FULL = 3


LEVELS = (Level.ROOT, Level.CORE, Level.FULL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is said where: entities as canonical labels, a half-open span of the raw text."""

    type: str
    agent: frozenset[str]
    target: frozenset[str]
    place: frozenset[str]
    source: frozenset[str]
    modality: Modality
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRecord(Statement):
    """What a reader would record.

    ``also`` holds other types that are right; ``must`` is false for what is
    optional, which counts neither for nor against.
    """

    id: str
    also: frozenset[str]
    must: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction(Statement):
    """One claim at one place of an article, and the rule that read it."""

    rule: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An article with everything that a reader would record from it."""

    name: str
    article: Article
    records: tuple[GoldRecord, ...]
