"""The words in which pages say what a tie or a claim amounts to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from syriakg.network.records import Stance
from syriakg.records import TieClaim

ARTICLE_ITSELF = "the article itself"


@dataclass(frozen=True, slots=True)
class StanceStyle:
    """How a stance is told apart without colour: words, symbol, line, arrow head.

    ``dashes`` is the line's pattern in canvas units (empty = solid); ``arrow``
    names an arrow type of vis-network.
    """

    label: str
    symbol: str
    meaning: str
    dashes: tuple[int, ...]
    arrow: str


STANCES: dict[Stance, StanceStyle] = {
    Stance.ALLIED: StanceStyle("Allied", "=", "stand together", (), "diamond"),
    Stance.SUPPORTING: StanceStyle("Supports", "+", "one backs the other", (), "arrow"),
    Stance.OPPOSED: StanceStyle("Opposed", "−", "oppose or fight", (12, 7), "bar"),
    Stance.NEUTRAL: StanceStyle("Neutral", "○", "meet, or act without taking sides", (3, 7), "vee"),
}
DISPUTED_DASHES = (20, 7, 4, 7)
DISPUTED_MARK = "?"

STATUSES = {
    "established": "an article states it in its own voice",
    "reported": "only on somebody's word",
    "possible": "only as a possibility",
}

# Ties stand between singular and plural names: a participle fits both.
_PARTICIPLES = {
    "allied": "allied with",
    "controls": "controlling",
    "cooperates": "cooperating with",
    "meets": "meeting",
    "protests": "protesting against",
    "truce": "in a truce with",
}
_MODALITIES = {
    "asserted": "stated as a fact",
    "attributed": "passed on as somebody's word",
    "hypothetical": "raised as a possibility",
    "denied": "denied",
}
_CERTAINTIES = {
    "certain": "said without hedging",
    "probable": "said to be probable",
    "possible": "said to be possible",
    "underspecified": "how sure is left open",
}
# Where a tie stands on the card of the actor it comes from, and of the one it goes to.
_MEETINGS = ("Meets or agrees with", "Meets or agrees with")
_STANCE_HEADINGS = {
    Stance.ALLIED: ("Is allied with", "Is allied with"),
    Stance.SUPPORTING: ("Supports", "Is supported by"),
    Stance.OPPOSED: ("Opposes", "Is opposed by"),
    Stance.NEUTRAL: ("Addresses", "Is addressed by"),
}
_KIND_HEADINGS = {
    "controls": ("Controls", "Is controlled by"),
    "fights": ("Fights", "Is fought by"),
    "leads": ("Leads", "Is led by"),
    "memberOf": ("Belongs to", "Has as members"),
}


def to_phrase(kind: str) -> str:
    """Turn a kind of tie into the words between its two actors: ``supporting``."""
    if kind in _PARTICIPLES or not re.fullmatch("[a-z]+[^s]s", kind):
        return _PARTICIPLES.get(kind, to_words(kind))
    return kind.removesuffix("s").removesuffix("e") + "ing"


def list_headings() -> list[str]:
    """List the headings of an actor's card in the order in which they stand there."""
    pairs = (*_STANCE_HEADINGS.values(), *_KIND_HEADINGS.values(), _MEETINGS)
    return list(dict.fromkeys(heading for pair in pairs for heading in pair))


def to_headings(kind: str, stance: Stance, *, directed: bool) -> tuple[str, str]:
    """Say under what a tie stands on its first actor's card and on its second's."""
    if stance is Stance.NEUTRAL and not directed:
        return _MEETINGS
    forth, back = _KIND_HEADINGS.get(kind, _STANCE_HEADINGS[stance])
    return (forth, back) if directed else (forth, forth)


def to_words(name: str) -> str:
    """Turn a class name such as ``ArmedGroup`` into words: ``armed group``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def describe_certainty(claim: TieClaim) -> str:
    """Say in words how a claim is put forward and how sure it is."""
    modality = _MODALITIES.get(claim.modality, claim.modality)
    certainty = _CERTAINTIES.get(claim.certainty, claim.certainty)
    return f"{modality}; {certainty}"
