"""Phrase -> places: names, "the city of", "the capital", "Idlib province", "there"."""

from __future__ import annotations

from spacy.tokens import Token

from syriakg.reading.discourse import Discourse
from syriakg.reading.language import Nouns
from syriakg.reading.phrases import find_prepositional_objects
from syriakg.reading.provisional import mint_place
from syriakg.reading.words import coordinated, lemma_of, modifiers
from syriakg.records import Entity
from syriakg.reference import Entry, Reference
from syriakg.text import Paragraph

Entities = tuple[Entity, ...]
_BESIDE = frozenset(
    [
        "nearby",
        "neighboring",
        "neighbouring",
        "surrounding",
        "adjacent",
        "near",
        "outside",
        "around",
    ]
)
_AROUND_TOWNS = frozenset({"Governorate", "Region", "Country"})
_KINDS = {
    "country": frozenset({"Country"}),
    "city": frozenset({"City"}),
    "town": frozenset({"Town", "City", "Site"}),
    "province": frozenset({"Governorate", "Region"}),
    "base": frozenset({"MilitaryBase", "Site"}),
}


class PlaceResolver:
    """Resolves the tokens of one paragraph as places."""

    def __init__(
        self, paragraph: Paragraph, reference: Reference, nouns: Nouns, discourse: Discourse
    ) -> None:
        self._paragraph = paragraph
        self._reference = reference
        self._nouns = nouns
        self._discourse = discourse
        self._known: dict[int, Entities] = {}
        self._stand_ins: set[int] = set()

    def remember_pronoun(self, token: Token) -> None:
        """Fix what "it" or "there" means as a place, while the discourse stands here."""
        self._known[token.i] = self._discourse.find_place(reach=1, skip_acting=True)

    def find(self, token: Token, *, mint: bool = False) -> Entities:
        """Return the places that the phrase headed by ``token`` names."""
        if token.i not in self._known:
            self._known[token.i] = ()  # breaks circles
            self._known[token.i] = self._find(token)
        found = self._known[token.i]
        if not found and mint:
            minted = mint_place(token, self._paragraph, self._nouns)
            return (minted,) if minted else ()
        return found

    def _find(self, token: Token) -> Entities:
        if token.i in self._paragraph.names:
            return self._from_name(self._paragraph.names[token.i])
        if token.lower_ in {"who", "which", "that", "where"} and token.pos_ in {
            "PRON",
            "DET",
            "SCONJ",
        }:
            clause = next((a for a in (token, *token.ancestors) if a.dep_ == "relcl"), None)
            return self.find(clause.head) if clause is not None else ()
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "ADV"}:
            return ()
        return (
            self._from_inner(token)
            or self._from_modifiers(token)
            or self._from_common(token)
            or self._from_definite(token)
            or self._from_setting(token)
        )

    def is_stand_in(self, token: Token) -> bool:
        """Say whether an unnamed site was given the place that it lies in."""
        return token.i in self._stand_ins

    def _from_setting(self, token: Token) -> Entities:
        found = self._from_site(token)
        if found:
            self._stand_ins.add(token.i)
        return found

    def _from_name(self, entries: tuple[Entry, ...]) -> Entities:
        places = tuple(entry.to_entity() for entry in entries if entry.is_place)
        if places:
            return places
        governed = [self._reference.follow(entry, "governs") for entry in entries]
        return tuple(
            place.to_entity()
            for entry, place in zip(entries, governed, strict=True)
            if place and entry.kind == "State"
        )

    def _from_inner(self, noun: Token) -> Entities:
        """Read what is inside the phrase: "the city of Homs", "the capital, Damascus"."""
        named = [c for c in noun.children if c.dep_ == "appos" and c.i in self._paragraph.names]
        listed = [
            grandchild
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in {"including", "as", "like"}
            for grandchild in c.children
            if grandchild.dep_ == "pobj"
        ]
        found = tuple(e for c in [*named, *listed] for t in coordinated(c) for e in self.find(t))
        if found:
            return found
        around = self._nouns.place["around"] | self._nouns.transparent
        if lemma_of(noun) in around or noun.pos_ in {"NUM", "DET", "ADV"}:
            named = find_prepositional_objects(noun, frozenset({"of"}))
            inner = named or find_prepositional_objects(noun, frozenset({"in"}))
            if inner and not named and self._is_site(noun):
                self._stand_ins.add(noun.i)  # a base in Daraa is not Daraa
            found = tuple(dict.fromkeys(e for t in inner for e in self.find(t)))
            compass = any(c.is_place for c in self._reference.find_common(lemma_of(noun)))
            if compass and all(place.iri == self._reference.focus for place in found):
                return ()  # "the south of the country" is a region of its own
            return found
        return ()

    def _from_modifiers(self, noun: Token) -> Entities:
        """Read the words before: "Idlib province", "the Homs front", "Turkish soil"."""
        lemma = lemma_of(noun)
        if lemma not in self._nouns.place["around"] and noun.pos_ != "PROPN":
            return ()
        for word in modifiers(noun):
            entries = self._paragraph.names.get(word.i, ()) or tuple(
                self._reference.find_demonym(word.text)
            )
            places = [entry for entry in entries if entry.is_place]
            if places:
                exact = self._reference.find_named(f"{places[0].label} {lemma}")
                return tuple(p.to_entity() for p in ([e for e in exact if e.is_place] or places))
        owners = [c for c in noun.children if c.dep_ == "poss" and c.i in self._paragraph.names]
        return tuple(e for owner in owners for e in self.find(owner))

    def _from_common(self, noun: Token) -> Entities:
        lemma = lemma_of(noun)
        if lemma in self._nouns.place["capital"]:
            return self._capital(noun)
        if lemma in self._nouns.transparent and not self._points_at_focus(noun):
            return ()
        words = [f"{m.lower_} {lemma}" for m in modifiers(noun)] + [lemma]
        for phrase in words:
            places = [e for e in self._reference.find_common(phrase) if e.is_place]
            if places:
                return tuple(place.to_entity() for place in places)
        return ()

    def _points_at_focus(self, noun: Token) -> bool:
        """Say whether "the south" means that of the country that the data are about."""
        definite = any(c.lower_ in {"the", "both"} for c in noun.children) or noun.dep_ == "conj"
        inner = [
            child
            for prep in noun.children
            if prep.dep_ == "prep" and prep.lower_ == "of"
            for child in prep.children
        ]
        focus = self._reference.focus
        return definite and all(any(p.iri == focus for p in self.find(t)) for t in inner)

    def _capital(self, noun: Token) -> Entities:
        owners = [c for c in noun.children if c.dep_ in {"poss", "amod", "compound"}]
        owners += [
            child
            for prep in noun.children
            if prep.dep_ == "prep" and prep.lower_ == "of"
            for child in prep.children
        ]
        countries = [self._country_of(owner) for owner in owners]
        focus = self._reference.entries.get(self._reference.focus)
        country = next((c for c in countries if c), focus)
        city = self._reference.follow(country, "capital") if country else None
        return (city.to_entity(),) if city else ()

    def _country_of(self, token: Token) -> Entry | None:
        entries = [*self._reference.find_demonym(token.text)]
        entries += [self._reference.entries[e.iri] for e in self.find(token) if not e.provisional]
        return next((e for e in entries if "capital" in e.links), None)

    def _is_site(self, noun: Token) -> bool:
        sorts = ("town", "base", "site")
        return any(lemma_of(noun) in self._nouns.place[sort] for sort in sorts)

    def _from_site(self, noun: Token) -> Entities:
        """Give an unnamed site the named place that the text has just put it in."""
        lemma = lemma_of(noun)
        if not self._is_site(noun) or any(c.lower_ in _BESIDE for c in noun.children):
            return ()
        settled = lemma in self._nouns.place["town"]
        if settled:  # a town lies in a province or a region, not in the city just named
            return self._discourse.find_place(_AROUND_TOWNS, reach=0)
        return self._discourse.find_setting(self._reference.focus)

    def _from_definite(self, noun: Token) -> Entities:
        lemma = lemma_of(noun)
        if not any(c.lower_ in {"the", "this", "that"} for c in noun.children):
            return ()
        if any(c.dep_ in {"amod", "compound"} and c.pos_ != "ADV" for c in noun.children):
            return ()
        for sort, kinds in _KINDS.items():
            if lemma in self._nouns.place[sort]:
                found = self._discourse.find_place(kinds)
                focus = self._reference.entries.get(self._reference.focus)
                if sort == "country" and focus:
                    return (focus.to_entity(),)
                return found
        return ()
