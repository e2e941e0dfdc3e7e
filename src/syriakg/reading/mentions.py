"""The phrases of a paragraph as actors and as places, met in the order of the text.

The same phrase may be read as an actor and as a place ("Turkey", "Damascus");
the role it fills in a frame decides which reading counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from syriakg.reading.actors import ActorResolver
from syriakg.reading.discourse import Antecedent, Discourse
from syriakg.reading.language import Nouns
from syriakg.reading.places import PlaceResolver
from syriakg.reading.words import coordinated, lemma_of
from syriakg.records import Entity, Polarity, Reading
from syriakg.reference import Reference
from syriakg.text import Paragraph

Entities = tuple[Entity, ...]
_PERSON_PRONOUNS = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_THING_PRONOUNS = frozenset(["it", "its", "itself"])
_PLURAL_PRONOUNS = frozenset(["they", "them", "their", "theirs", "themselves", "both"])
_ATTACKS = frozenset(["Offensive", "Advance", "TerritorialCapture"])
_BONDS = frozenset(["alliedWith", "supports", "MilitarySupport"])


class MentionResolver:
    """Resolves the tokens of one paragraph; remembers what it resolved."""

    def __init__(
        self, paragraph: Paragraph, reference: Reference, nouns: Nouns, discourse: Discourse
    ) -> None:
        self.paragraph = paragraph
        self._reference = reference
        self._nouns = nouns
        self._discourse = discourse
        self._places = PlaceResolver(paragraph, reference, nouns, discourse)
        self._actors = ActorResolver(paragraph, reference, nouns, discourse)

    def resolve_sentence(self, tokens: Iterator[Token]) -> None:
        """Meet the phrases of one sentence from left to right and remember them."""
        self._discourse.sentence += 1
        for token in tokens:
            lower = token.lower_
            if lower in _PERSON_PRONOUNS:
                self._actors.pronouns[token.i] = self._discourse.find_person()
            elif lower in _THING_PRONOUNS:
                owner = token.dep_ == "poss"
                self._actors.pronouns[token.i] = self._discourse.find_organised(skip_unknown=owner)
                self._places.remember_pronoun(token)
            elif lower in _PLURAL_PRONOUNS and token.pos_ == "PRON":
                self._actors.pronouns[token.i] = self._discourse.find_plural()
            elif lower == "there" and token.pos_ == "ADV":
                self._places.remember_pronoun(token)
            elif token.pos_ in {"NOUN", "PROPN"} or token.i in self.paragraph.names:
                self._remember(token)

    def _remember(self, token: Token) -> None:
        if token.dep_ == "compound" and token.i not in self.paragraph.names:
            return
        group = coordinated(token)
        actors = tuple(dict.fromkeys(e for t in group for e in self.find_actors(t)))
        if token.dep_ == "conj":
            actors = self.find_actors(token)
        self._discourse.add(
            Antecedent(
                actors=actors,
                places=self._places.find(token),
                sentence=self._discourse.sentence,
                is_subject=token.dep_ in {"nsubj", "nsubjpass"},
                is_plural=token.tag_ in {"NNS", "NNPS"} or len(group) > 1,
                is_acting=self._acts_as_actor(token),
                head=lemma_of(token),
            )
        )

    def coordinated(self, token: Token) -> list[Token]:
        """Return ``token`` with what is coordinated with it."""
        return coordinated(token)

    def place_in_context(self) -> Entities:
        """Return the place that the sentences just before speak of."""
        if self.paragraph.is_heading:
            return ()
        return self._discourse.find_setting(self._reference.focus)

    def note_act(self, reading: Reading) -> None:
        """Remember the attacker of a reading that is not denied."""
        if reading.type in _ATTACKS and reading.agent and reading.polarity is Polarity.POSITIVE:
            self._discourse.note_attacker(reading.agent)
        if reading.type in _BONDS and reading.agent and reading.target:
            self._discourse.note_alliance(reading.agent, reading.target)

    def recall(self, role: str) -> Entities:
        """Return one end of the alliance that the text last spoke of."""
        return self._discourse.recall_alliance(role)

    def attacker_in_context(self) -> Entities:
        """Return who was attacking in the sentences just before."""
        return self._discourse.find_attacker()

    def is_stand_in(self, token: Token) -> bool:
        """Say whether an unnamed site was given the place that it lies in."""
        return self._places.is_stand_in(token)

    def is_site(self, token: Token) -> bool:
        """Say whether a noun names a kind of place: "home", "district"."""
        return any(lemma_of(token) in nouns for nouns in self._nouns.place.values())

    def is_quantity(self, token: Token) -> bool:
        """Say whether a phrase only counts: "thousands", not "thousands of soldiers"."""
        names = any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
        counts = lemma_of(token) in self._nouns.transparent or token.pos_ == "NUM"
        return counts and not names

    def places_of_sentence(self, sentence: Span) -> list[Entities]:
        """Return the places that a sentence names as places, not as part of an actor's name."""
        owners = self._nouns.force | self._nouns.official | self._nouns.authority
        found: list[Entities] = []
        for token in sentence:
            if token.pos_ not in {"NOUN", "PROPN", "PRON"} and token.i not in self.paragraph.names:
                continue
            if token.i + 1 < len(token.doc) and token.nbor().text == "-":
                continue  # "U.S.-led" names no place
            if token.dep_ in {"poss", "compound", "amod"} and lemma_of(token.head) in owners:
                continue
            places = self._places.find(token)
            if places and not self._acts_as_actor(token):
                found.append(places)
        return found

    def _acts_as_actor(self, token: Token) -> bool:
        """Say whether a name acts: as subject or object it does, after "in" it is a place."""
        return (
            bool(self.find_actors(token))
            and token.dep_ in {"nsubj", "nsubjpass", "dobj", "conj", "pobj"}
            and not (
                token.dep_ == "pobj"
                and token.head.lower_ in {"in", "across", "inside", "into", "to", "throughout"}
            )
        )

    def find_places(self, token: Token, *, mint: bool = False) -> Entities:
        """Return the places that the phrase headed by ``token`` names."""
        return self._places.find(token, mint=mint)

    def find_actors(self, token: Token, *, metonym: bool = True, mint: bool = False) -> Entities:
        """Return the actors that the phrase headed by ``token`` names; see `ActorResolver.find`."""
        return self._actors.find(token, metonym=metonym, mint=mint)
