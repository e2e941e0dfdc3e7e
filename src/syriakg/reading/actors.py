"""Phrase -> actors: names, demonyms, qualifiers, possessors, common nouns, "the group"."""

from __future__ import annotations

from spacy.tokens import Token

from syriakg.reading.discourse import Discourse
from syriakg.reading.language import Nouns
from syriakg.reading.phrases import Premodifier, find_premodifiers, find_prepositional_objects
from syriakg.reading.provisional import mint_actor
from syriakg.reading.words import RELATIVES, coordinated, lemma_of
from syriakg.records import Entity
from syriakg.reference import Entry, Reference
from syriakg.text import Paragraph

Entities = tuple[Entity, ...]
_GROUP_NOUNS = frozenset(
    ["group", "organisation", "organization", "faction", "militia", "movement", "force"]
)
_BARE_FORCES = frozenset(["troop", "soldier", "force", "reinforcement"])
_OWNER_PREPOSITIONS = frozenset({"of", "from", "for"})


class ActorResolver:
    """Resolves the tokens of one paragraph as actors.

    ``pronouns`` maps the index of a pronoun to whom it means; whoever walks the
    sentence fills it, since a pronoun's meaning depends on what came before.
    """

    def __init__(
        self, paragraph: Paragraph, reference: Reference, nouns: Nouns, discourse: Discourse
    ) -> None:
        self._paragraph = paragraph
        self._reference = reference
        self._nouns = nouns
        self._discourse = discourse
        self._known: dict[tuple[int, bool], Entities] = {}
        self.pronouns: dict[int, Entities] = {}

    def find(self, token: Token, *, metonym: bool = True, mint: bool = False) -> Entities:
        """Return the actors that the phrase headed by ``token`` names.

        With ``metonym`` a capital stands for its government; with ``mint`` an
        unknown name or class of people becomes a provisional actor.
        """
        key = (token.i, metonym)
        if key not in self._known:
            self._known[key] = ()  # breaks circles such as "one of them, one of ..."
            self._known[key] = self._find(token, metonym=metonym)
        found = self._known[key]
        if not found and mint:
            inner = find_prepositional_objects(token, frozenset({"of"}))
            counted = lemma_of(token) in self._nouns.transparent and inner
            minted = mint_actor(inner[0] if counted else token, self._paragraph, self._nouns)
            return (minted,) if minted else ()
        return found

    def _find(self, token: Token, *, metonym: bool) -> Entities:
        if token.i in self.pronouns:
            return self.pronouns[token.i]
        if token.lower_ in RELATIVES and token.tag_ in {"WDT", "WP", "WP$"}:
            clause = next((a for a in (token, *token.ancestors) if a.dep_ == "relcl"), None)
            return self.find(clause.head, metonym=metonym) if clause is not None else ()
        if token.i in self._paragraph.names:
            named = self._from_name(self._paragraph.names[token.i], metonym=metonym)
            return tuple(dict.fromkeys((*named, *self._from_office(token))))
        demonym = self._from_demonym(token)
        if demonym and token.pos_ in {"ADJ", "PROPN", "NOUN"}:
            return demonym
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"}:
            return self._from_noun(token)
        return ()

    def _from_name(self, entries: tuple[Entry, ...], *, metonym: bool) -> Entities:
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
        """Return the state that a title names: "Turkish President Erdogan" acts for it."""
        titles = [c for c in name.children if c.dep_ == "compound" and c.pos_ in {"NOUN", "PROPN"}]
        if not any(lemma_of(title) in self._nouns.official for title in titles):
            return ()
        near = [*name.children, *(c for title in titles for c in title.children)]
        found = (self._from_demonym(t) for t in near if t.dep_ in {"amod", "compound", "poss"})
        return next((entities for entities in found if entities), ())

    def _from_demonym(self, token: Token) -> Entities:
        word = token.text
        if token.tag_ in {"NNPS", "NNS"}:  # "the Americans"
            word = word.removesuffix("s")
        for entry in self._reference.find_demonym(word):
            actor = self._reference.government_of(entry) if entry.is_place else entry
            if actor:
                return (actor.to_entity(),)
        return ()

    def _from_noun(self, noun: Token) -> Entities:
        lemma = lemma_of(noun)
        if lemma in self._nouns.transparent or noun.pos_ in {"NUM", "DET"}:
            inner = find_prepositional_objects(noun, frozenset({"of"}))
            found = tuple(e for t in inner for e in self.find(t))
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
        """Read the name beside the noun: "the group, Hayat Tahrir al-Sham"."""
        if noun.dep_ == "appos" and noun.head.i in self._paragraph.names:
            return self.find(noun.head)
        named = [
            c
            for c in noun.children
            if c.dep_ in {"appos", "nmod", "compound"}
            and c.i > noun.i
            and c.i in self._paragraph.names
        ]
        if not named or lemma_of(noun) in self._nouns.partner:
            return ()
        return tuple(e for c in named for t in coordinated(c) for e in self.find(t))

    def _from_phrase_name(self, noun: Token) -> Entities:
        """Read a common name of more than one word: "aid agencies", "rebel alliance"."""
        for word in find_premodifiers(noun, self._paragraph):
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
        for word in find_premodifiers(noun, self._paragraph):
            entities = self._from_modifier(word, lemma, has_common=bool(common))
            if entities and not word.is_coordinated:
                found.clear()  # "Syrian Kurdish fighters": the inner word decides
            found += entities
        if found and is_official and lemma in self._nouns.leader:
            return self._head_of(found[0]) or tuple(found)
        return tuple(dict.fromkeys(found))

    def _from_modifier(self, word: Premodifier, lemma: str, *, has_common: bool) -> Entities:
        """Read one modifier: a name, a demonym, or a qualifier such as "rebel"."""
        is_force = lemma in self._nouns.force and lemma not in self._nouns.official
        named = [e for e in self._paragraph.names.get(word.token.i, ()) if not e.is_place]
        if named and not word.is_participle:
            return self._belonging(named[0], lemma)
        qualified = self._reference.find_qualified(word.text)
        if qualified and is_force and not (has_common and word.is_participle):
            return (qualified.to_entity(),)
        entries = self._reference.find_demonym(word.text) if not word.is_participle else []
        for entry in entries:
            owner = self._reference.government_of(entry) if entry.is_place else qualified or entry
            if owner and not (has_common and is_force):
                return self._belonging(owner, lemma)
        if qualified and lemma in self._nouns.official | self._nouns.authority:
            return self._belonging(qualified, lemma)
        if word.token.pos_ == "NOUN" and not word.is_participle:
            return self.find(word.token)
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
        """Read whose it is: "Assad's regime", "its troops", "ministers from Iran and Russia"."""
        classes = self._nouns.force | self._nouns.authority | self._nouns.official
        if lemma not in classes or lemma in self._nouns.partner:
            return ()
        owners = [t for c in noun.children if c.dep_ == "poss" for t in coordinated(c)]
        owners += find_prepositional_objects(noun, _OWNER_PREPOSITIONS)
        if lemma in self._nouns.authority:  # "the defence ministry in Ankara"
            owners += find_prepositional_objects(noun, frozenset({"in"}))
        found: list[Entity] = []
        for owner in owners:
            for entity in self.find(owner):
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
        if entries and noun.pos_ in {"NOUN", "PROPN"} and not self._is_kin(noun):
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

    def _is_kin(self, noun: Token) -> bool:
        """Say whether somebody in person owns it: "his family" are no civilians at large."""
        owners = [t for c in noun.children if c.dep_ == "poss" for t in (c,)]
        return any(e.kind == "Person" for owner in owners for e in self.find(owner))

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
