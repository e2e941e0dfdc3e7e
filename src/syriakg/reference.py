"""Reference actors and places: ``ontology/actors.ttl`` and ``places.ttl`` as typed records.

This is all that the reader knows of the world; another conflict is another
pair of files. Names are compared by `normalise_name`, so that case, accents,
hyphens and apostrophes do not keep two spellings apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyoxigraph

from syriakg.errors import OntologyError
from syriakg.records import Entity
from syriakg.resources import get_folder
from syriakg.terms import RDF, SKG, SKOS

_NAME_FILES = ("actors.ttl", "places.ttl")
_WORD = re.compile(r"\w+")
_PARTICIPLE = re.compile(
    r"^\S+-(?:backed|led|aligned|allied|supported|held|controlled|sponsored)\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One reference actor or place.

    ``links`` maps the local name of a property (``governs``, ``seat``,
    ``locatedIn`` ...) to the IRIs it points at.
    """

    iri: str
    label: str
    kind: str
    is_place: bool
    names: tuple[str, ...]
    common_names: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def to_entity(self) -> Entity:
        """Return the entity by which claims refer to this entry."""
        return Entity(self.iri, self.label, self.kind)


class Reference:
    """The reference data, with the look-ups that reading needs. Built once, then only read."""

    def __init__(self, entries: Iterable[Entry], focus: str) -> None:
        self.entries = {entry.iri: entry for entry in entries}
        self.focus = focus
        self._by_name: dict[str, list[Entry]] = defaultdict(list)
        self._by_demonym: dict[str, list[Entry]] = defaultdict(list)
        self._by_common: dict[str, list[Entry]] = defaultdict(list)
        self._by_qualifier: dict[str, Entry] = {}
        self._inverse: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            self._index(entry)

    def _index(self, entry: Entry) -> None:
        for name in dict.fromkeys(normalise_name(name) for name in entry.names):
            if not _yields_to_capital(name, entry, self.entries):
                self._by_name[name].append(entry)
        for word in entry.demonyms:
            self._by_demonym[normalise_name(word)].append(entry)
        for word in entry.common_names:
            self._by_common[normalise_name(word)].append(entry)
        for word in entry.qualifiers:
            self._by_qualifier[normalise_name(word)] = entry
        for word in _find_participles(entry.names):
            self._by_qualifier.setdefault(normalise_name(word), entry)
        for link, targets in entry.links.items():
            for target in targets:
                self._inverse[link, target].append(entry)

    def find_named(self, name: str) -> list[Entry]:
        """Return the entries that bear ``name``: none, one, or an actor and its place."""
        return self._by_name.get(normalise_name(name), [])

    def find_demonym(self, word: str) -> list[Entry]:
        """Return what an adjective such as ``Turkish`` refers to."""
        return self._by_demonym.get(normalise_name(word), [])

    def find_common(self, words: str) -> list[Entry]:
        """Return what a common noun such as ``rebel`` means by itself."""
        return self._by_common.get(normalise_name(words), [])

    def find_qualified(self, word: str) -> Entry | None:
        """Return the actor that ``word`` before a noun for armed people means."""
        return self._by_qualifier.get(normalise_name(word))

    def follow(self, entry: Entry, link: str) -> Entry | None:
        """Return the first entry that ``entry`` points at by ``link``."""
        return next((self.entries[iri] for iri in entry.links.get(link, ())), None)

    def find_inverse(self, link: str, entry: Entry) -> list[Entry]:
        """Return the entries that point at ``entry`` by ``link``."""
        return self._inverse.get((link, entry.iri), [])

    def government_of(self, country: Entry) -> Entry | None:
        """Return the state or government that governs ``country``."""
        found = self.find_inverse("governs", country)
        return found[0] if found else None

    def adversaries_of(self, iri: str) -> list[Entry]:
        """Return who an actor is by definition up against: insurgents and their government.

        Holds for the components, armies, organs and heads of the two sides too.
        """
        side = self._side_of(iri)
        against = [t for entry in side for t in entry.links.get("insurgentAgainst", ())]
        found = [self.entries[target] for target in against]
        found += [e for entry in side for e in self.find_inverse("insurgentAgainst", entry)]
        return list(dict.fromkeys(found))

    def _side_of(self, iri: str) -> list[Entry]:
        """Return the entry, then what it is a component, army, organ or head of."""
        entry = self.entries.get(iri)
        side = [entry] if entry else []
        for member in side:
            for link in ("componentOf", "armedForceOf", "organOf", "headOf"):
                owner = self.follow(member, link)
                if owner and owner not in side:
                    side.append(owner)
        return side

    def all_names(self) -> Iterator[tuple[str, Entry]]:
        """Yield every proper name with the entry that bears it.

        A name such as "Iran-backed militias" is left out: it states a relation,
        which is lost when the phrase is taken for one word.
        """
        for entry in self.entries.values():
            for name in entry.names:
                if _PARTICIPLE.search(name):
                    continue
                if not _yields_to_capital(normalise_name(name), entry, self.entries):
                    yield name, entry


def _find_participles(names: Iterable[str]) -> Iterator[str]:
    """Yield "Iran-backed" for the name "Iran-backed militias"."""
    for name in names:
        match = _PARTICIPLE.search(name)
        if match:
            yield name[: match.end()]


def _yields_to_capital(name: str, entry: Entry, entries: Mapping[str, Entry]) -> bool:
    """Say whether ``name`` means the capital: "Idlib" is the city, "Idlib province" is not."""
    capitals = [entries[iri] for iri in entry.links.get("capital", ()) if iri in entries]
    return any(name in map(normalise_name, capital.names) for capital in capitals)


@cache
def normalise_name(name: str) -> str:
    """Fold case, accents, hyphens, dots and apostrophes: ``Türkiye`` -> ``turkiye``."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub(r"['’‘ʻʿ`.]", "", plain)
    words = _WORD.findall(plain)
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def load_reference(folder: Path | None = None) -> Reference:
    """Load actors and places from ``folder`` (default: the shipped ``ontology/``).

    Raises OntologyError for a file that does not parse, an unlabelled entry, a
    dangling reference, or a name that two entries share without a rule that
    decides between them.
    """
    return _load_cached((folder or get_folder("ontology")).resolve())


@cache
def _load_cached(folder: Path) -> Reference:
    subjects: dict[str, dict[str, list[pyoxigraph.NamedNode | pyoxigraph.Literal]]] = {}
    for name in _NAME_FILES:
        _read_file(folder / name, subjects)
    focus = ""
    entries = []
    for iri, properties in sorted(subjects.items()):
        for value in properties.get(str(SKG.focus), []):
            focus = value.value
        entry = _to_entry(iri, properties)
        if entry:
            entries.append(entry)
    _check(entries, folder)
    return Reference(entries, focus)


def _read_file(
    path: Path, subjects: dict[str, dict[str, list[pyoxigraph.NamedNode | pyoxigraph.Literal]]]
) -> None:
    try:
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            properties = subjects.setdefault(getattr(quad.subject, "value", ""), {})
            if isinstance(quad.object, (pyoxigraph.NamedNode, pyoxigraph.Literal)):
                properties.setdefault(quad.predicate.value, []).append(quad.object)
    except FileNotFoundError:
        raise OntologyError("no such file", where=str(path), cure="add it to the folder") from None
    except SyntaxError as error:
        raise OntologyError(str(error), where=str(path), cure="mend the Turtle") from None


_LINKS = (
    "governs",
    "seat",
    "armedForceOf",
    "organOf",
    "headOf",
    "componentOf",
    "formerNameOf",
    "insurgentAgainst",
    "outletOf",
    "locatedIn",
    "capital",
)


def _to_entry(
    iri: str, properties: Mapping[str, list[pyoxigraph.NamedNode | pyoxigraph.Literal]]
) -> Entry | None:
    def literals(term: str, language: str = "") -> tuple[str, ...]:
        return tuple(
            value.value
            for value in properties.get(term, [])
            if isinstance(value, pyoxigraph.Literal)
            and (not language or value.language in (language, None))
        )

    kinds = [
        value.value.removeprefix(str(SKG.Actor).removesuffix("Actor"))
        for value in properties.get(str(RDF.type), [])
        if value.value.startswith(str(SKG.Actor).removesuffix("Actor"))
    ]
    if not kinds:
        return None
    labels = literals(str(SKOS.prefLabel), "en")
    if len(labels) != 1:
        raise OntologyError(
            f"{len(labels)} English preferred labels", where=iri, cure='give one "..."@en'
        )
    base = str(SKG.Actor).removesuffix("Actor")
    return Entry(
        iri=iri,
        label=labels[0],
        kind=kinds[0],
        is_place="/id/place/" in iri,
        names=(labels[0], *literals(str(SKOS.altLabel), "en")),
        common_names=literals(str(SKG.commonName)),
        qualifiers=literals(str(SKG.qualifier)),
        demonyms=literals(str(SKG.demonym)),
        links={
            link: tuple(value.value for value in properties[base + link])
            for link in _LINKS
            if base + link in properties
        },
    )


def _check(entries: list[Entry], folder: Path) -> None:
    """Stop at dangling references and at names that two entries share."""
    known = {entry.iri: entry for entry in entries}
    owners: dict[str, Entry] = {}
    for entry in entries:
        for link, targets in entry.links.items():
            for target in targets:
                if target not in known:
                    raise OntologyError(
                        f"skg:{link} points at {target}, which is nowhere defined",
                        where=f"{folder}: {entry.iri}",
                        cure="define it or mend the IRI",
                    )
        for name in {normalise_name(name) for name in entry.names}:
            if _yields_to_capital(name, entry, known):
                continue
            other = owners.setdefault(f"{entry.is_place}:{name}", entry)
            if other.iri != entry.iri:
                raise OntologyError(
                    f"the name {name!r} is shared by {other.iri} and {entry.iri}",
                    where=str(folder),
                    cure="leave it to one of them; an actor and a place may share a name",
                )
