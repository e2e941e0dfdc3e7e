"""What has been mentioned so far: the memory that pronouns and definite phrases point into."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from syriakg.records import Entity

_ORGANISED = frozenset(
    [
        "State",
        "Government",
        "ArmedForce",
        "ArmedGroup",
        "Coalition",
        "InternationalOrganization",
        "AidOrganization",
        "MediaOutlet",
    ]
)
_GROUPS = frozenset({"ArmedGroup", "Coalition", "ArmedForce", "AidOrganization"})
_MEMORY = 60
_SETTING_REACH = 2


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An earlier mention. ``sentence`` counts sentences from the start of the article."""

    actors: tuple[Entity, ...]
    places: tuple[Entity, ...]
    sentence: int
    is_subject: bool
    is_plural: bool
    is_acting: bool = False
    head: str = ""


class Discourse:
    """The mentions of one article in the order of the text."""

    def __init__(self) -> None:
        self.sentence = 0
        self._section = 0
        self._attacker: tuple[int, tuple[Entity, ...]] = (0, ())
        self._allies: dict[str, tuple[Entity, ...]] = {}
        self._mentions: list[Antecedent] = []

    def add(self, mention: Antecedent) -> None:
        """Remember a mention; who is merely quoted is nobody that a pronoun could mean."""
        people = tuple(actor for actor in mention.actors if actor.kind != "UnnamedSource")
        # An unresolved subject stays too: a later "it" means it, not somebody before it.
        if people or mention.places or mention.is_subject:
            self._mentions.append(replace(mention, actors=people))
            del self._mentions[:-_MEMORY]

    def open_section(self) -> None:
        """Note a heading: what came before it is no longer what the text is about."""
        self._section = self.sentence

    def find_setting(self, focus: str) -> tuple[Entity, ...]:
        """Return the place that the last two sentences of this section were set in.

        A foreign country is not a setting: its name mostly stands for its state.
        """
        for mention in reversed(self._mentions):
            near = self.sentence - mention.sentence <= _SETTING_REACH
            if not near or mention.sentence <= self._section:
                break
            if mention.is_acting:
                continue  # "Ankara said": the state, not the city
            places = [p for p in mention.places if p.kind != "Country" or p.iri == focus]
            if places:
                return tuple(places)
        return ()

    def find_same_noun(self, lemma: str) -> tuple[Entity, ...]:
        """Return what a phrase with the same noun meant before: "the minister"."""
        return self._find_actors(lambda a: a.head == lemma and bool(a.actors), reach=4)

    def note_alliance(self, agent: tuple[Entity, ...], target: tuple[Entity, ...]) -> None:
        """Remember who was last said to stand with whom."""
        self._allies = {"agent": agent, "target": target}

    def recall_alliance(self, role: str) -> tuple[Entity, ...]:
        """Return one end of what "these alliances" means."""
        return self._allies.get(role, ())

    def note_attacker(self, actors: tuple[Entity, ...]) -> None:
        """Remember who is said to be attacking, advancing or taking ground."""
        self._attacker = (self.sentence, actors)

    def find_attacker(self) -> tuple[Entity, ...]:
        """Return who was attacking in this section within the last sentences."""
        sentence, actors = self._attacker
        near = self.sentence - sentence <= _SETTING_REACH and sentence > self._section
        return actors if near else ()

    def find_force(self) -> tuple[Entity, ...]:
        """Return whose "troops" or "reinforcements" they are when nothing says so."""
        return self._find_actors(
            lambda a: (
                a.sentence < self.sentence
                and len(a.actors) == 1
                and a.actors[0].kind in {"ArmedForce", "ArmedGroup"}
            ),
            reach=1,
        )

    def find_person(self) -> tuple[Entity, ...]:
        """Return whom "he" or "she" means."""
        return self._find_actors(lambda a: len(a.actors) == 1 and a.actors[0].kind == "Person")

    def find_organised(self, *, skip_unknown: bool = False) -> tuple[Entity, ...]:
        """Return what "it" means when it acts; "its" may skip subjects that are nobody."""
        return self._find_actors(
            lambda a: (
                not a.is_plural
                and (
                    (len(a.actors) == 1 and a.actors[0].kind in _ORGANISED)
                    or (_is_unknown(a) and not skip_unknown)
                )
            )
        )

    def find_group(self) -> tuple[Entity, ...]:
        """Return what "the group" means."""
        return self._find_actors(
            lambda a: len(a.actors) == 1 and a.actors[0].kind in _GROUPS, reach=8
        )

    def find_plural(self) -> tuple[Entity, ...]:
        """Return whom "they" means."""
        return self._find_actors(
            lambda a: (
                (a.is_plural and (bool(a.actors) or _is_unknown(a)))
                or len(a.actors) > 1
                or any(actor.kind in _GROUPS for actor in a.actors)
            )
        )

    def find_place(
        self, kinds: frozenset[str] = frozenset(), reach: int = 6, *, skip_acting: bool = False
    ) -> tuple[Entity, ...]:
        """Return the last place mentioned, of one of ``kinds`` unless that is empty.

        With ``skip_acting`` a capital that stands for its state is no place.
        """
        near = [
            m
            for m in self._mentions
            if self.sentence - m.sentence <= reach
            and not (m.is_acting and (skip_acting or all(p.kind == "Country" for p in m.places)))
            and any(not kinds or place.kind in kinds for place in m.places)
        ]
        if not near:
            return ()
        of_sentence = [m for m in near if m.sentence == near[-1].sentence]
        subjects = [m for m in of_sentence if m.is_subject]
        return (subjects or of_sentence)[-1].places

    def find_named(self, iris: Iterable[str]) -> tuple[Entity, ...]:
        """Return the last mentioned of the actors with these ``iris``."""
        wanted = set(iris)
        for mention in reversed(self._mentions):
            for actor in mention.actors:
                if actor.iri in wanted:
                    return (actor,)
        return ()

    def _find_actors(
        self, fits: Callable[[Antecedent], bool], reach: int = 3
    ) -> tuple[Entity, ...]:
        """Return the best antecedent: the same sentence first, then subjects, then the nearest."""
        near = [m for m in self._mentions if self.sentence - m.sentence <= reach and fits(m)]
        if not near:
            return ()
        latest = max(m.sentence for m in near)
        of_sentence = [m for m in near if m.sentence == latest]
        subjects = [m for m in of_sentence if m.is_subject]
        return (subjects or of_sentence)[-1].actors


def _is_unknown(mention: Antecedent) -> bool:
    return not mention.actors and not mention.places
