"""Small worlds of ties."""

from __future__ import annotations

from typing import Protocol

import pytest

from syriakg.network import NetworkActor
from syriakg.records import Tie, TieClaim


class MakeClaim(Protocol):
    """Makes a claim of which only what matters to a test is said."""

    def __call__(
        self, *, modality: str = "asserted", speaker: str = "", article: str = "a"
    ) -> TieClaim:
        """Make a claim."""
        ...


class MakeTie(Protocol):
    """Makes a tie of which only what matters to a test is said."""

    def __call__(  # noqa: PLR0913 - a keyword for each field that some test sets
        self,
        source: str,
        target: str,
        *,
        kind: str = "supports",
        sign: int = 1,
        directed: bool = True,
        status: str = "established",
        disputed: bool = False,
        claims: tuple[TieClaim, ...] = (),
    ) -> Tie:
        """Make a tie."""
        ...


@pytest.fixture
def make_claim() -> MakeClaim:
    """Return a maker of claims."""

    def make(*, modality: str = "asserted", speaker: str = "", article: str = "a") -> TieClaim:
        iri = f"claim/{modality}-{speaker}-{article}"
        words = "Said so."
        return TieClaim(
            iri, "supports", modality, "certain", speaker, "", article, (), words, "rule"
        )

    return make


@pytest.fixture
def make_tie(make_claim: MakeClaim) -> MakeTie:
    """Return a maker of ties; a tie that is given no claims rests on one asserted claim."""

    def make(  # noqa: PLR0913 - see MakeTie
        source: str,
        target: str,
        *,
        kind: str = "supports",
        sign: int = 1,
        directed: bool = True,
        status: str = "established",
        disputed: bool = False,
        claims: tuple[TieClaim, ...] = (),
    ) -> Tie:
        claims = claims or (make_claim(),)
        iri = f"tie/{source}--{target}--{kind}"
        count = len(claims)
        return Tie(iri, source, target, kind, sign, directed, status, disputed, count, claims)

    return make


@pytest.fixture
def actors() -> dict[str, NetworkActor]:
    """Return actors named by single letters, some with long names."""
    labels = {"a": "Hayat Tahrir al-Sham", "b": "Government of Syria", "c": "Allies of a State"}
    return {iri: NetworkActor(iri, labels.get(iri, iri.upper()), "State") for iri in "abcdefgh"}
