"""Functions as a mapping, and the prepositions that fill most of it."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from syriakg.reading.words import expand

Functions = dict[str, list[Token]]

_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_MAX_DEPTH = 8


def add(found: Functions, function: str, tokens: Iterable[Token]) -> None:
    """Add ``tokens`` to a function, each once; a function without any is left out."""
    known = found.setdefault(function, [])
    known.extend(t for t in tokens if t not in known)
    if not known:
        del found[function]


def add_prepositions(found: Functions, token: Token, depth: int = 0) -> None:
    """Add what hangs on ``token`` by a preposition under that preposition's name."""
    for child in token.children:
        if child.dep_ in _PREPOSITIONAL and child.pos_ != "NOUN":
            _add_one(found, child)
        elif depth == 0 and child.dep_ in {"advmod", "acomp", "npadvmod", "prt"}:
            add_prepositions(found, child, depth + 1)


def _add_one(found: Functions, preposition: Token, depth: int = 0) -> None:
    name = preposition.lower_
    objects = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
    add(found, name, [t for c in objects for t in expand(c, c)])
    for child in preposition.children:
        if child.dep_ in _PREPOSITIONAL and depth < _MAX_DEPTH:
            nested: Functions = {}
            _add_one(nested, child, depth + 1)
            for tokens in nested.values():
                add(found, name, tokens)
            for function, tokens in nested.items():
                add(found, function, tokens)
        elif child.dep_ in {"conj", "cc"} and child.pos_ == "ADP":
            _add_one(found, child, depth + 1)


def add_fallback(found: Functions, noun: Token) -> None:
    """Lend a verb the prepositions that the parser hung on its object, "of" excepted."""
    borrowed: Functions = {}
    add_prepositions(borrowed, noun)
    for function, tokens in borrowed.items():
        if function != "of" and function not in found:
            add(found, function, tokens)
