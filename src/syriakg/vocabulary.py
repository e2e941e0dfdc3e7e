"""What a claim can say: the classes, relations and ties that ``ontology/syriakg.ttl`` declares.

Read once and frozen. Names are local names (``TerritorialCapture``); the typed
constants for the IRIs are in `syriakg.terms`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import pyoxigraph

from syriakg.errors import OntologyError
from syriakg.resources import get_folder
from syriakg.terms import PREFIXES, RDFS, SKG

_NAMESPACE: Final = PREFIXES["skg"]
_SIGNS: Final = (-1, 0, 1)
_TRUE: Final = ("true", "1")

# subject -> predicate -> values; own terms as local names, all else in full, as plain strings
# (a URIRef never equals a plain string).
_Statements = Mapping[str, Mapping[str, list[str]]]


@dataclass(frozen=True, slots=True)
class TieRule:
    """The tie between agent and target that follows from claims of a type.

    ``sign`` is 1, 0 or -1. ``influence`` is from 0 to 1; it is 0 where the type
    does not let one actor act on another.
    """

    kind: str
    sign: int
    directed: bool
    influence: float = 0.0


@dataclass(frozen=True, slots=True)
class ClaimType:
    """An event class or a relation.

    ``parent`` is the class right above an event class; ``root`` its PLOVER type,
    None outside PLOVER and for relations.
    """

    name: str
    is_event: bool
    parent: str | None
    root: str | None
    symmetric: bool
    tie: TieRule | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that claims can name: types of claim, kinds of actor, kinds of place."""

    claim_types: Mapping[str, ClaimType]
    actor_kinds: frozenset[str]
    place_kinds: frozenset[str]

    @property
    def types(self) -> frozenset[str]:
        """The names of all event classes and relations."""
        return frozenset(self.claim_types)

    @property
    def events(self) -> frozenset[str]:
        """The names of all event classes."""
        return frozenset(name for name in self.claim_types if self.is_event(name))

    @property
    def relations(self) -> frozenset[str]:
        """The names of all relations."""
        return self.types - self.events

    @property
    def symmetric_types(self) -> frozenset[str]:
        """The types whose agent and target may change places."""
        return frozenset(name for name, type_ in self.claim_types.items() if type_.symmetric)

    @property
    def influence(self) -> dict[str, float]:
        """The weight of each kind of tie by which one actor acts on another."""
        rules = (type_.tie for type_ in self.claim_types.values())
        return {rule.kind: rule.influence for rule in rules if rule and rule.influence > 0}

    def is_event(self, name: str) -> bool:
        """Tell whether ``name`` is an event class."""
        return name in self.claim_types and self.claim_types[name].is_event

    def is_relation(self, name: str) -> bool:
        """Tell whether ``name`` is a relation."""
        return name in self.claim_types and not self.claim_types[name].is_event

    def root_of(self, type_name: str) -> str | None:
        """Return the PLOVER type of an event class; None outside PLOVER and for relations."""
        return self._get(type_name).root

    def tie_of(self, name: str) -> TieRule | None:
        """Return the tie that follows from claims of this type, where one does."""
        return self._get(name).tie

    def _get(self, name: str) -> ClaimType:
        if name not in self.claim_types:
            raise OntologyError(
                f"no event class or relation is called {name!r}",
                where="ontology/syriakg.ttl",
                cure="use a name of the ontology, or add it there",
            )
        return self.claim_types[name]


def load_vocabulary(path: Path | None = None) -> Vocabulary:
    """Load the vocabulary from an ontology in Turtle (default: the shipped one).

    Raises OntologyError for a file that is missing or does not parse, for a tie
    declaration that is incomplete, and for two that disagree about one kind.
    """
    return _load_cached((path or get_folder("ontology") / "syriakg.ttl").resolve())


@lru_cache(maxsize=8)
def _load_cached(path: Path) -> Vocabulary:
    statements = _read_statements(path)
    events = _find_below(statements, RDFS.subClassOf, SKG.Event)
    relations = _find_below(statements, RDFS.subPropertyOf, SKG.relation)
    types = {
        name: _to_claim_type(name, statements, path, is_event=name in events)
        for name in sorted(events | relations)
    }
    _check_kinds(types.values(), path)
    return Vocabulary(
        claim_types=types,
        actor_kinds=_find_below(statements, RDFS.subClassOf, SKG.Actor),
        place_kinds=_find_below(statements, RDFS.subClassOf, SKG.Place),
    )


def _read_statements(path: Path) -> _Statements:
    statements: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(
                quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal
            ):
                values = statements[_local(quad.subject.value)][_local(quad.predicate.value)]
                values.append(_local(quad.object.value))
    except OSError as error:
        raise OntologyError(
            "cannot be read", where=str(path), cure="name a readable Turtle file"
        ) from error
    except SyntaxError as error:
        raise OntologyError(str(error), where=str(path), cure="mend the Turtle") from error
    return {subject: dict(properties) for subject, properties in statements.items()}


def _local(value: str) -> str:
    return value.removeprefix(_NAMESPACE)


def _find_below(statements: _Statements, step: str, top: str) -> frozenset[str]:
    """Return everything from which ``step`` leads to ``top``, without ``top`` itself."""
    found: set[str] = set()
    wanted = {_local(top)}
    while wanted:
        wanted = {
            name
            for name, properties in statements.items()
            if name not in found and not wanted.isdisjoint(properties.get(str(step), ()))
        }
        found |= wanted
    return frozenset(found)


def _walk_up(name: str, statements: _Statements) -> Iterator[str]:
    """Yield an event class or relation and what lies above it, as far as the project's own."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop(0)
        if current in seen or current not in statements:
            continue
        seen.add(current)
        yield current
        for step in (RDFS.subClassOf, RDFS.subPropertyOf):
            waiting += statements[current].get(str(step), ())


def _to_claim_type(name: str, statements: _Statements, path: Path, *, is_event: bool) -> ClaimType:
    line = list(_walk_up(name, statements))
    roots = [above for above in line if _flag(statements[above], SKG.ploverRoot)]
    ties = [_to_tie(above, statements[above], path) for above in line]
    return ClaimType(
        name=name,
        is_event=is_event,
        parent=next(_find_parents(name, statements), None) if is_event else None,
        root=roots[0] if roots else None,
        symmetric=_flag(statements[name], SKG.symmetricType),
        tie=next((tie for tie in ties if tie), None),
    )


def _find_parents(name: str, statements: _Statements) -> Iterator[str]:
    """Return the project's own classes right above ``name``."""
    above = statements[name].get(str(RDFS.subClassOf), ())
    return (parent for parent in above if ":" not in parent)


def _flag(properties: Mapping[str, list[str]], term: str) -> bool:
    return any(value in _TRUE for value in properties.get(_local(term), ()))


def _to_tie(name: str, properties: Mapping[str, list[str]], path: Path) -> TieRule | None:
    if _local(SKG.tieKind) not in properties:
        return None
    try:
        rule = TieRule(
            kind=properties[_local(SKG.tieKind)][0],
            sign=int(properties[_local(SKG.tieSign)][0]),
            directed=properties[_local(SKG.tieDirected)][0] in _TRUE,
            influence=float(properties.get(_local(SKG.influenceWeight), ["0"])[0]),
        )
    except (KeyError, ValueError) as error:
        raise _fault(f"its tie lacks or garbles {error}", name, path) from error
    if rule.sign not in _SIGNS or not 0 <= rule.influence <= 1:
        raise _fault("its tie has a sign or weight out of range", name, path)
    return rule


def _fault(what: str, name: str, path: Path) -> OntologyError:
    cure = "give skg:tieKind with skg:tieSign 1, 0 or -1, skg:tieDirected, and a weight of 0 to 1"
    return OntologyError(what, where=f"{path}: skg:{name}", cure=cure)


def _check_kinds(types: Iterable[ClaimType], path: Path) -> None:
    """Stop where two types make the same kind of tie with another sign, direction or weight."""
    rules: dict[str, TieRule] = {}
    for type_ in types:
        if type_.tie and rules.setdefault(type_.tie.kind, type_.tie) != type_.tie:
            raise OntologyError(
                f"the tie kind {type_.tie.kind!r} is declared in two ways",
                where=f"{path}: skg:{type_.name}",
                cure="give one kind one sign, direction and weight",
            )
