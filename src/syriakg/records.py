"""The typed, frozen records that pass between the stages.

articles -> text -> mentions -> readings -> claims -> RDF -> store -> questions -> networks -> pages

Spans are half-open ``[start, end)`` offsets in Unicode code points into the raw
text of the article, everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Polarity(StrEnum):
    """Whether the text says that it holds or that it does not (GRaSP factuality)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How sure the text is (GRaSP factuality)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNDERSPECIFIED = "underspecified"


class Realis(StrEnum):
    """Whether it is said to be so, to be coming, or to hang on a condition."""

    ACTUAL = "actual"
    FUTURE = "future"
    CONDITIONAL = "conditional"


class Modality(StrEnum):
    """The reader-facing summary of polarity, certainty, realis and source."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Article:
    """One news text as it lies in its file.

    ``raw`` is the file decoded from UTF-8 and nothing else; all spans point
    into it. ``body`` is where the text proper begins (after front matter).
    """

    stem: str
    path: str
    raw: str
    sha256: str
    title: str
    body: int = 0
    restates: str = ""
    outlets: tuple[str, ...] = ()
    published: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """An actor or a place as a claim refers to it.

    ``provisional`` marks one that the reference data lack; it was minted from
    the text and waits for review.
    """

    iri: str
    label: str
    kind: str  # local name of its class: State, ArmedGroup, City, ...
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class TimeBounds:
    """Bounds of a stretch of time, ISO dates; an empty string is an open bound."""

    text: str = ""
    earliest_begin: str = ""
    latest_begin: str = ""
    earliest_end: str = ""
    latest_end: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The characters of one article that say a claim, and the rule that read them."""

    document: str
    start: int
    end: int
    quote: str
    sha256: str
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one rule read at one place of one article, before claims are merged."""

    type: str
    agent: tuple[Entity, ...]
    target: tuple[Entity, ...]
    place: tuple[Entity, ...]
    polarity: Polarity
    certainty: Certainty
    realis: Realis
    source: tuple[Entity, ...]
    citing: tuple[Entity, ...]
    time: TimeBounds
    evidence: Evidence
    support_kind: str = ""
    strained: bool = False
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, by whom and how surely; apart from where it is said.

    Two articles that say the same are one claim with two pieces of evidence.
    ``citing`` holds those on whom the source itself relies, in the order of the
    chain ("officials, citing intelligence sources"). ``inferred`` names the
    roles that the sentence leaves unsaid and the reader supplied from who fights
    whom ("the rebels took Hama": from the government).
    """

    iri: str
    type: str
    root: str | None
    agent: tuple[Entity, ...]
    target: tuple[Entity, ...]
    place: tuple[Entity, ...]
    modality: Modality
    polarity: Polarity
    certainty: Certainty
    realis: Realis
    source: tuple[Entity, ...]
    citing: tuple[Entity, ...]
    time: TimeBounds
    evidence: tuple[Evidence, ...] = field(default=())
    support_kind: str = ""
    strained: bool = False
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TieClaim:
    """One claim as an edge of a network shows it."""

    iri: str
    type: str
    modality: str
    certainty: str
    speaker: str
    time: str
    article: str
    outlets: tuple[str, ...]
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A signed edge between two actors with the claims it rests on.

    ``sign`` is +1, 0 or -1; ``status`` is ``established`` (some claim is
    asserted), ``reported`` (somebody's word only) or ``possible``
    (hypothetical only). ``disputed`` says that a claim denies it or that the
    same pair also has a tie of the opposite sign.
    """

    iri: str
    source: str
    target: str
    kind: str
    sign: int
    directed: bool
    status: str
    disputed: bool
    weight: int
    claims: tuple[TieClaim, ...] = ()
