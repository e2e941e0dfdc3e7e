"""Phrase -> actors or places: names, demonyms, qualifiers, common nouns, pronouns.

The same phrase may be read as an actor and as a place ("Turkey", "Damascus");
the role it fills in a frame decides which reading counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from syriakg.reading.discourse import Discourse
from syriakg.reading.language import Nouns
from syriakg.reading.places import PlaceResolver
from syriakg.reading.provisional import mint_actor
from syriakg.reading.words import coordinated, lemma_of, modifiers
from syriakg.records import Entity, Polarity, Reading
from syriakg.reference import Entry, Reference
from syriakg.text import Paragraph

Entities = tuple[Entity, ...]
_PERSON_PRONOUNS = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_THING_PRONOUNS = frozenset(["it", "its", "itself"])
_PLURAL_PRONOUNS = frozenset(["they", "them", "their", "theirs", "themselves", "both"])
_RELATIVES = frozenset(["who", "which", "that", "whom", "whose"])
_GROUP_NOUNS = frozenset(
    ["group", "organisation", "organization", "faction", "militia", "movement", "force"]
)
_ATTACKS = frozenset(["Offensive", "Advance", "TerritorialCapture"])
_BONDS = frozenset(["alliedWith", "supports", "MilitarySupport"])
_BARE_FORCES = frozenset(["troop", "soldier", "force", "reinforcement"])
_OWNER_PREPOSITIONS = frozenset({"of", "from", "for"})
_MAX_DEPTH = 6


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
        self._actors: dict[tuple[int, bool], Entities] = {}
        self._pronouns: dict[int, Entities] = {}

    def resolve_sentence(self, tokens: Iterator[Token]) -> None:
        """Meet the phrases of one sentence from left to right and remember them."""
        self._discourse.sentence += 1
        for token in tokens:
            lower = token.lower_
            if lower in _PERSON_PRONOUNS:
                self._pronouns[token.i] = self._discourse.find_person()
            elif lower in _THING_PRONOUNS:
                owner = token.dep_ == "poss"
                self._pronouns[token.i] = self._discourse.find_organised(skip_unknown=owner)
                self._places.remember_pronoun(token)
            elif lower in _PLURAL_PRONOUNS and token.pos_ == "PRON":
                self._pronouns[token.i] = self._discourse.find_plural()
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
            actors,
            self._places.find(token),
            is_subject=token.dep_ in {"nsubj", "nsubjpass"},
            is_plural=token.tag_ in {"NNS", "NNPS"} or len(group) > 1,
            is_acting=self._acts_as_actor(token),
            head=lemma_of(token),
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

    def is_site(self, token: Token) -> bool:
        """Say whether a noun names a kind of place: "home", "district"."""
        return any(lemma_of(token) in nouns for nouns in self._nouns.place.values())

    def is_quantity(self, token: Token) -> bool:
        """Say whether a phrase only counts: "thousands", "more than half"."""
        return lemma_of(token) in self._nouns.transparent

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
        """A state that is a subject or object acts; after a preposition of place it is a place."""
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
        """Return the actors that the phrase headed by ``token`` names.

        With ``metonym`` a capital stands for its government; with ``mint`` an
        unknown name or class of people becomes a provisional actor.
        """
        key = (token.i, metonym)
        if key not in self._actors:
            self._actors[key] = ()  # breaks circles such as "one of them, one of ..."
            self._actors[key] = self._find(token, metonym)
        found = self._actors[key]
        if not found and mint:
            minted = mint_actor(token, self.paragraph, self._nouns)
            return (minted,) if minted else ()
        return found

    def _find(self, token: Token, metonym: bool) -> Entities:
        if token.i in self._pronouns:
            return self._pronouns[token.i]
        if token.lower_ in _RELATIVES and token.tag_ in {"WDT", "WP", "WP$"}:
            clause = next((a for a in (token, *token.ancestors) if a.dep_ == "relcl"), None)
            return self.find_actors(clause.head, metonym=metonym) if clause is not None else ()
        if token.i in self.paragraph.names:
            named = self._from_name(self.paragraph.names[token.i], metonym)
            return tuple(dict.fromkeys((*named, *self._from_office(token))))
        demonym = self._from_demonym(token)
        if demonym and token.pos_ in {"ADJ", "PROPN", "NOUN"} and token.tag_ != "NNS":
            return demonym
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"}:
            return self._from_noun(token)
        return ()

    def _from_name(self, entries: tuple[Entry, ...], metonym: bool) -> Entities:
        actors = tuple(entry.to_entity() for entry in entries if not entry.is_place)
        if actors:
            return actors
        for place in entries:
            ruler = self._reference.government_of(place)
            seats = self._reference.find_inverse("seat", place)
            if ruler or (metonym and seats):
                return ((ruler or seats[0]).to_entity(),)
        return ()

    def _from_office(self, name: Token) -> Entities:
        """ "Turkish President Erdogan" names the state too, for which he acts."""
        titles = [c for c in name.children if c.dep_ == "compound" and c.pos_ in {"NOUN", "PROPN"}]
        if not any(lemma_of(title) in self._nouns.official for title in titles):
            return ()
        near = [*name.children, *(c for title in titles for c in title.children)]
        found = (self._from_demonym(t) for t in near if t.dep_ in {"amod", "compound", "poss"})
        return next((entities for entities in found if entities), ())

    def _from_demonym(self, token: Token) -> Entities:
        for entry in self._reference.find_demonym(_bare(token)):
            actor = self._reference.government_of(entry) if entry.is_place else entry
            if actor:
                return (actor.to_entity(),)
        return ()

    def _from_noun(self, noun: Token) -> Entities:
        lemma = lemma_of(noun)
        if lemma in self._nouns.transparent or noun.pos_ in {"NUM", "DET"}:
            inner = _prepositional_objects(noun, frozenset({"of"}))
            found = tuple(e for t in inner for e in self.find_actors(t))
            if found:
                return found
        return (
            self._from_appositive(noun)
            or self._from_modifiers(noun, lemma)
            or self._from_owner(noun, lemma)
            or self._from_phrase_name(noun)
            or self._from_common(noun, lemma)
            or self._from_definite(noun, lemma)
        )

    def _from_appositive(self, noun: Token) -> Entities:
        """ "the group, Hayat Tahrir al-Sham": the name beside the noun says who it is."""
        if noun.dep_ == "appos" and noun.head.i in self.paragraph.names:
            return self.find_actors(noun.head)
        named = [
            c
            for c in noun.children
            if c.dep_ in {"appos", "nmod", "compound"}
            and c.i > noun.i
            and c.i in self.paragraph.names
        ]
        if not named or lemma_of(noun) in self._nouns.partner:
            return ()
        return tuple(e for c in named for t in coordinated(c) for e in self.find_actors(t))

    def _from_phrase_name(self, noun: Token) -> Entities:
        """A common name of more than one word: "aid agencies", "rebel alliance"."""
        for word in _premodifiers(noun):
            entries = self._reference.find_common(f"{word.text} {noun.lemma_}")
            if entries:
                return tuple(e.to_entity() for e in entries if not e.is_place)
        return ()

    def _from_modifiers(self, noun: Token, lemma: str) -> Entities:
        is_force, is_official = lemma in self._nouns.force, lemma in self._nouns.official
        is_authority, is_partner = lemma in self._nouns.authority, lemma in self._nouns.partner
        if not (is_force or is_official or is_authority or is_partner):
            return ()
        common = [e for e in self._reference.find_common(lemma) if not e.is_place]
        found: list[Entity] = []
        for word in _premodifiers(noun):
            entities = self._from_modifier(word, lemma, bool(common))
            if entities and not word.is_coordinated:
                found.clear()  # "Syrian Kurdish fighters": the inner word decides
            found += entities
        if found and is_official and lemma in self._nouns.leader:
            return self._head_of(found[0]) or tuple(found)
        return tuple(dict.fromkeys(found))

    def _from_modifier(self, word: _Word, lemma: str, has_common: bool) -> Entities:
        """Read one modifier: a name, a demonym, or a qualifier such as "rebel"."""
        is_force = lemma in self._nouns.force and lemma not in self._nouns.official
        named = [e for e in self.paragraph.names.get(word.token.i, ()) if not e.is_place]
        if named and not word.is_participle:
            return self._belonging(named[0], lemma)
        qualified = self._reference.find_qualified(word.text)
        if qualified and is_force:
            return (qualified.to_entity(),)
        entries = self._reference.find_demonym(word.text) if not word.is_participle else []
        for entry in entries:
            owner = self._reference.government_of(entry) if entry.is_place else entry
            if owner and not (has_common and is_force):
                return self._belonging(owner, lemma)
        if qualified and lemma in self._nouns.official | self._nouns.authority:
            return self._belonging(qualified, lemma)
        if word.token.pos_ == "NOUN" and not word.is_participle:
            return self.find_actors(word.token)
        return ()

    def _belonging(self, owner: Entry, lemma: str) -> Entities:
        """Return what a noun such as "troops", "officials" or "regime" of ``owner`` is."""
        headed = self._reference.follow(owner, "headOf") if owner.kind == "Person" else None
        if headed and lemma in self._nouns.authority | self._nouns.force | self._nouns.official:
            owner = headed
        if owner.kind == "ArmedForce" and lemma in self._nouns.official | self._nouns.authority:
            owner = self._reference.follow(owner, "armedForceOf") or owner
        if lemma in self._nouns.force and lemma not in self._nouns.official | self._nouns.partner:
            armies = self._reference.find_inverse("armedForceOf", owner)
            owner = next((army for army in armies if army.qualifiers), owner)
        return (owner.to_entity(),)

    def _from_owner(self, noun: Token, lemma: str) -> Entities:
        """ "Assad's regime", "its troops", "ministers from Iran and Russia"."""
        classes = self._nouns.force | self._nouns.authority | self._nouns.official
        if lemma not in classes or lemma in self._nouns.partner:
            return ()
        owners = [t for c in noun.children if c.dep_ == "poss" for t in coordinated(c)]
        if lemma in self._nouns.official | self._nouns.authority | self._nouns.force:
            owners += _prepositional_objects(noun, _OWNER_PREPOSITIONS)
        found: list[Entity] = []
        for owner in owners:
            for entity in self.find_actors(owner):
                entry = self._reference.entries.get(entity.iri)
                found += self._belonging(entry, lemma) if entry else (entity,)
        if found and lemma in self._nouns.leader:
            return self._head_of(found[0]) or tuple(found)
        return tuple(dict.fromkeys(found))

    def _head_of(self, entity: Entity) -> Entities:
        """Return the person who heads ``entity`` when the article has named one."""
        entry = self._reference.entries.get(entity.iri)
        if entry is None:
            return ()
        heads = [e.iri for e in self._reference.find_inverse("headOf", entry)]
        return self._discourse.find_named(heads)

    def _from_common(self, noun: Token, lemma: str) -> Entities:
        entries = [e for e in self._reference.find_common(lemma) if not e.is_place]
        if entries and noun.pos_ in {"NOUN", "PROPN"}:
            return tuple(entry.to_entity() for entry in entries)
        focus = self._reference.entries.get(self._reference.focus)
        definite = noun.dep_ == "compound" or any(
            c.lower_ in {"the", "this"} for c in noun.children
        )
        ruler = self._reference.government_of(focus) if focus else None
        if ruler is None or any(c.dep_ in {"poss", "amod"} for c in noun.children):
            return ()
        if lemma in {"government", "regime"} or (definite and lemma in {"army", "military"}):
            return self._belonging(ruler, lemma)
        if definite and lemma == "president":
            return self._head_of(ruler.to_entity())
        return ()

    def _from_definite(self, noun: Token, lemma: str) -> Entities:
        definite = any(c.lower_ in {"the", "this", "these", "those"} for c in noun.children)
        plain = not any(c.dep_ in {"amod", "compound", "acl", "relcl"} for c in noun.children)
        if plain and lemma in _BARE_FORCES and noun.tag_ == "NNS":
            return self._discourse.find_force()
        if definite and plain and lemma in _GROUP_NOUNS:
            return self._discourse.find_group()
        if definite and plain and lemma in self._nouns.official | self._nouns.anonymous:
            return self._discourse.find_same_noun(lemma)
        if definite and plain and lemma == "country" and noun.tag_ == "NNS":
            return self._discourse.find_plural()
        return ()


class _Word:
    """A premodifier with its hyphenated parts joined: "anti-regime"."""

    __slots__ = ("is_coordinated", "is_participle", "text", "token")

    def __init__(self, tokens: list[Token]) -> None:
        self.text = "".join(token.text for token in tokens)
        self.token = tokens[0]
        before = self.token.nbor(-1).text.lower() if self.token.i else ""
        self.is_coordinated = before in {"and", ",", "or"} or self.token.dep_ == "conj"
        self.is_participle = len(tokens) > 1 and tokens[-1].tag_ in {"VBN", "VBG", "VBD", "JJ"}
        if len(tokens) > 1 and tokens[0].text.lower() in {"anti", "pro"}:
            self.is_participle = False


def _premodifiers(noun: Token) -> list[_Word]:
    """Return the words before ``noun`` that modify it, coordinated ones too."""
    wanted = {t.i for t in modifiers(noun) if t.i < noun.i}
    wanted |= {t.i for c in noun.children if c.i < noun.i and c.dep_ == "amod" for t in c.subtree}
    words: list[list[Token]] = []
    doc = noun.doc
    for i in range(noun.left_edge.i, noun.i):
        token = doc[i]
        joined = (
            bool(words)
            and i > 0
            and not doc[i - 1].whitespace_
            and (token.text == "-" or doc[i - 1].text == "-")
        )
        if joined:
            words[-1].append(token)
        elif i in wanted or (token.pos_ in {"ADJ", "PROPN", "NOUN"} and token.head == noun):
            words.append([token])
    return [_Word(tokens) for tokens in words]


def _prepositional_objects(noun: Token, names: frozenset[str]) -> list[Token]:
    return [
        t
        for prep in noun.children
        if prep.dep_ == "prep" and prep.lower_ in names
        for child in prep.children
        if child.dep_ == "pobj"
        for t in coordinated(child)
    ]


def _bare(token: Token) -> str:
    return token.text
