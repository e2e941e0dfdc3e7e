"""Mints actors and places that the reference data lack; they wait for review."""

from __future__ import annotations

import calendar
import hashlib

from spacy.tokens import Token

from syriakg.reading.language import Nouns
from syriakg.reading.words import lemma_of
from syriakg.records import Entity
from syriakg.reference import normalise_name
from syriakg.terms import ID_ACTOR, ID_PLACE
from syriakg.text import Paragraph

_DETERMINERS = frozenset({"DET", "PUNCT", "CCONJ", "PART", "NUM", "PRON"})
_MAX_WORDS = 6
_PEOPLE = frozenset(
    [
        "family",
        "tribe",
        "trader",
        "worker",
        "activist",
        "community",
        "prisoner",
        "detainee",
        "leader",
    ]
)
_STATES = frozenset(["country", "nation", "neighbor", "neighbour", "power", "state"])
_CALENDAR = frozenset(name.lower() for name in (*calendar.month_name, *calendar.day_name))
_TITLES = frozenset(
    ["mr.", "mrs.", "ms.", "dr.", "president", "minister", "general", "gen.", "col.", "colonel"]
)


def mint_actor(noun: Token, paragraph: Paragraph, nouns: Nouns) -> Entity | None:
    """Return a provisional actor for an unknown name or class of people, else None."""
    if noun.lower_ in _CALENDAR:
        return None
    if noun.pos_ == "PROPN" and noun.i not in paragraph.names:
        label = _label(noun, paragraph)
        kind = "Person" if _looks_like_person(noun) else "ArmedGroup"
        return _mint(ID_ACTOR, label, kind) if label and label[0].isupper() else None
    lemma = lemma_of(noun)
    if _describes_a_name(noun, paragraph):
        return None
    if noun.pos_ != "NOUN" or lemma not in nouns.anonymous:
        return None
    label = _label(noun, paragraph)
    if " " not in label and lemma not in nouns.alone:  # a bare "officials" says nobody
        return None
    if lemma in _PEOPLE:
        kind = "PopulationGroup"
    else:
        kind = "Coalition" if lemma in _STATES else "ArmedGroup"
    return _mint(ID_ACTOR, label, kind)


def mint_place(noun: Token, paragraph: Paragraph, nouns: Nouns) -> Entity | None:
    """Return a provisional place for an unknown name in the role of a place, else None."""
    known = noun.i in paragraph.names
    if (
        noun.pos_ != "PROPN"
        or known
        or lemma_of(noun) in _CALENDAR
        or noun.lower_ in _CALENDAR
        or lemma_of(noun) in nouns.force
    ):
        return None
    label = _label(noun, paragraph)
    return _mint(ID_PLACE, label, "Town") if label and label[0].isupper() else None


def _label(noun: Token, paragraph: Paragraph) -> str:
    """Return the phrase up to its noun as the raw text has it, without determiners."""
    tokens = [t for t in noun.doc[noun.left_edge.i : noun.i + 1] if t.sent == noun.sent]
    while tokens and (tokens[0].pos_ in _DETERMINERS or tokens[0].lower_ in _TITLES):
        del tokens[0]
    if (
        not tokens
        or len(tokens) > _MAX_WORDS
        or any(t.pos_ in {"VERB", "ADP"} and t.tag_ != "VBN" for t in tokens[:-1])
    ):
        tokens = [noun]
    return " ".join(paragraph.surface(tokens).split())


def _describes_a_name(noun: Token, paragraph: Paragraph) -> bool:
    """Tell "Hayat Tahrir al-Sham, a powerful group, ..." from a list of two actors."""
    first = noun.left_edge
    follows = first.i > 0 and first.nbor(-1).text == "," and first.lower_ in {"a", "an"}
    return noun.dep_ in {"conj", "appos"} and noun.head.i in paragraph.names and follows


def _looks_like_person(noun: Token) -> bool:
    return any(c.dep_ in {"compound", "appos"} and c.lower_ in _TITLES for c in noun.children)


def _mint(base: str, label: str, kind: str) -> Entity:
    slug = normalise_name(label).replace(" ", "-")
    if not slug.isascii() or not slug:
        slug = hashlib.sha256(label.encode()).hexdigest()[:12]
    return Entity(f"{base}provisional/{slug}", label, kind, provisional=True)
