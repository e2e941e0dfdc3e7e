"""Loads the language of conflict news: ``nouns.toml``, ``cues.toml`` and ``frames/*.toml``.

Strict at the door: an unknown key, a missing example or a word of the wrong
type stops with the file, the entry and the cure.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from syriakg.errors import OntologyError
from syriakg.records import Certainty, Polarity, Realis
from syriakg.resources import get_folder
from syriakg.vocabulary import load_vocabulary

_Record = TypeVar("_Record")
_ROLES = frozenset({"agent", "target", "place"})
_SOURCES = frozenset({"", "subject", "owner", "object", "unnamed"})
# The steps that reading/scope.py names, and the prepositions that cues govern through.
_SCOPES = frozenset(
    {
        *("clause", "infinitive", "participle", "object-noun", "noun", "relative", "attribute"),
        *("of", "for", "from", "to", "about", "over", "against", "with", "at", "as", "out"),
    }
)


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns by class; see ``ontology/nouns.toml``."""

    transparent: frozenset[str]
    force: frozenset[str]
    authority: frozenset[str]
    official: frozenset[str]
    leader: frozenset[str]
    partner: frozenset[str]
    anonymous: frozenset[str]
    alone: frozenset[str]
    support_verb: frozenset[str]
    carrier: frozenset[str]
    place: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that changes how surely, or on whose word, what it governs is said.

    ``source`` names whose word it is: the ``subject`` of a verb, the ``owner`` of
    a noun ("the army's claim"), the ``object`` of a preposition ("according to"),
    somebody ``unnamed``, or nobody. ``scope`` lists the steps from what is governed
    up to the word; see `syriakg.reading.scope`.
    """

    id: str
    example: str
    counter: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    polarity: str = ""
    certainty: str = ""
    realis: str = ""
    source: str = ""
    scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own with the claim that a frame must read from it."""

    text: str
    agent: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    modality: str = "asserted"


@dataclass(frozen=True, slots=True)
class Frame:
    """How language says one kind of event or relation; see ``ontology/frames/README.md``.

    Exactly one of ``verbs``, ``nouns`` and ``adjectives`` holds the triggers.
    ``agent``, ``target`` and ``place`` list grammatical functions, the first
    that holds an entity of the right sort wins. Each of ``require`` names roles
    of which one must be filled; ``infer`` names roles that may be supplied from
    who fights whom; ``default`` gives a role's entity when the text has none.
    ``object_known`` asks that an object be an actor or a place: leaving a city
    is read, leaving a message is not.
    """

    id: str
    type: str
    example: Example
    counter: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: tuple[str, ...] = ("location",)
    require: tuple[str, ...] = ()
    infer: tuple[str, ...] = ()
    default: Mapping[str, str] | None = None
    with_words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    support_kind: str = ""
    polarity: str = ""
    certainty: str = ""
    realis: str = ""
    agent_sort: str = "actor"
    agent_kinds: tuple[str, ...] = ()
    target_kinds: tuple[str, ...] = ()
    strained: bool = False
    object_known: bool = False
    passive: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """All of the language data."""

    nouns: Nouns
    cues: tuple[Cue, ...]
    frames: tuple[Frame, ...]


@cache
def load_language(folder: Path | None = None) -> Language:
    """Load the language data from ``folder`` (default: the shipped ``ontology/``).

    Raises OntologyError at an unknown key, a missing or repeated one, or a
    frame of a type that the ontology lacks.
    """
    folder = folder or get_folder("ontology")
    frame_files = sorted((folder / "frames").glob("*.toml"))
    frames = [
        _to_frame(entry, path) for path in frame_files for entry in _read(path).get("frame", [])
    ]
    cues_path = folder / "cues.toml"
    cues = [_build(Cue, entry, cues_path) for entry in _read(cues_path).get("cue", [])]
    for cue in cues:
        _check_cue(cue, cues_path)
    _check_ids(frames, folder)
    _check_ids(cues, folder)
    return Language(_to_nouns(folder / "nouns.toml"), tuple(cues), tuple(frames))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise OntologyError("no such file", where=str(path), cure="add it") from None
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(str(error), where=str(path), cure="mend the TOML") from None


def _to_nouns(path: Path) -> Nouns:
    data = _read(path)
    place = {key: frozenset(words) for key, words in data.pop("place", {}).items()}
    sets = {key: frozenset(words) for key, words in data.items()}
    _check_keys(Nouns, {**sets, "place": place}, path, "nouns")
    return Nouns(**sets, place=place)


def _to_frame(entry: dict[str, Any], path: Path) -> Frame:
    name = str(entry.get("id", "a frame without id"))
    example = entry.get("example")
    if not isinstance(example, dict) or not entry.get("counter"):
        raise OntologyError(
            "lacks an example or a counter",
            where=f"{path}: {name}",
            cure="give a sentence that it must read and one that it must not",
        )
    frame = _build(Frame, {**entry, "example": _build(Example, example, path)}, path)
    if frame.type not in load_vocabulary().types:
        raise OntologyError(
            f"has the unknown type {frame.type!r}",
            where=f"{path}: {name}",
            cure="use an event class or relation of the ontology",
        )
    _check_values(frame, path)
    unknown = {role for group in frame.require for role in group.split("|")} - _ROLES
    unknown |= {*frame.infer, *(frame.default or {})} - _ROLES
    if unknown:
        raise OntologyError(
            f"speaks of the role {min(unknown)!r}",
            where=f"{path}: {name}",
            cure=f"use {', '.join(sorted(_ROLES))}",
        )
    if sum(bool(words) for words in (frame.verbs, frame.nouns, frame.adjectives)) != 1:
        raise OntologyError(
            "needs triggers of one sort",
            where=f"{path}: {name}",
            cure="give exactly one of verbs, nouns, adjectives",
        )
    return frame


def _build(record: type[_Record], entry: dict[str, Any], path: Path) -> _Record:
    where = str(entry.get("id", entry.get("text", record.__name__)))
    _check_keys(record, entry, path, where)
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
    try:
        return record(**values)
    except TypeError as error:
        raise OntologyError(
            str(error).partition("() ")[2], where=f"{path}: {where}", cure="add the key"
        ) from None


def _check_keys(record: type[object], entry: Mapping[str, object], path: Path, where: str) -> None:
    known = {field.name for field in fields(record)}  # type: ignore[arg-type]
    unknown = sorted(set(entry) - known)
    if unknown:
        raise OntologyError(
            f"unknown key {unknown[0]!r}",
            where=f"{path}: {where}",
            cure=f"use one of {', '.join(sorted(known))}",
        )


def _check_cue(cue: Cue, path: Path) -> None:
    """Stop at a value that no rule knows; a misspelt one would do nothing, in silence."""
    _check_values(cue, path)
    where = f"{path}: {cue.id}"
    unknown = set(cue.scope) - _SCOPES
    if unknown:
        raise OntologyError(
            f"has the unknown scope {min(unknown)!r}",
            where=where,
            cure=f"use {', '.join(sorted(_SCOPES))}",
        )
    if cue.source not in _SOURCES:
        raise OntologyError(
            f"has the unknown source {cue.source!r}",
            where=where,
            cure=f"use {', '.join(sorted(filter(None, _SOURCES)))}",
        )


def _check_values(entry: Frame | Cue, path: Path) -> None:
    where = f"{path}: {entry.id}"
    for key, kind in (("polarity", Polarity), ("certainty", Certainty), ("realis", Realis)):
        value = getattr(entry, key)
        if value and value not in set(kind):
            raise OntologyError(
                f"has the unknown {key} {value!r}",
                where=where,
                cure=f"use {', '.join(kind)}",
            )
    for field in fields(entry):
        if str(field.type).startswith("tuple") and not isinstance(
            getattr(entry, field.name), tuple
        ):
            raise OntologyError(f"{field.name} is no list", where=where, cure='write it as ["..."]')


def _check_ids(entries: Sequence[Frame | Cue], folder: Path) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise OntologyError(
                f"two entries are called {entry.id!r}", where=str(folder), cure="rename one"
            )
        seen.add(entry.id)
