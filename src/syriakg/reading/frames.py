"""Matches frames: trigger words and the roles that hang on them.

A trigger is a lemma or a short path of lemmas. For verbs: "capture";
"close in" (verb and particle, adverb or adjective); "take control" (verb and
object noun); "be at gate" (verb, preposition, noun). For nouns the last word
is the noun and the words before it modify it: "territorial gain".
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from syriakg.reading.grammar import find_functions, find_noun_functions
from syriakg.reading.language import Frame, Nouns
from syriakg.reading.prepositions import Functions
from syriakg.reading.subjects import is_passive
from syriakg.reading.words import lemma_of
from syriakg.text import Paragraph

_LOCATIVE = (
    "in",
    "at",
    "near",
    "around",
    "across",
    "inside",
    "within",
    "throughout",
    "outside",
    "along",
    "over",
    "on",
    "into",
    "toward",
    "towards",
    "against",
)
_ADJUNCT = ("in", "at", "near", "around", "across", "inside", "throughout", "outside")
_PARTIES = ("subject", "verb:subject", "object", "on", "against", "of", "verb:on", "verb:against")
_VERBAL = frozenset({"VERB", "AUX"})
_PARTICLES = frozenset({"prt", "advmod", "acomp", "prep", "oprd", "xcomp", "amod", "npadvmod"})
_OBJECTS = frozenset({"dobj", "attr", "nsubjpass", "nsubj", "oprd"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "csubj", "attr", "conj", "ROOT"})
_COMPLEMENTS = frozenset({"prep", "acomp", "attr", "dobj", "oprd", "prt", "agent"})
_MAX_CLIMB = 4


@dataclass(frozen=True, slots=True)
class FrameMatch:
    """A frame that fired at ``predicate``; ``parts`` are the tokens of its trigger."""

    frame: Frame
    predicate: Token
    parts: tuple[Token, ...]
    functions: Functions


class FrameMatcher:
    """All frames, indexed by the first word of verb triggers and the last of noun triggers."""

    def __init__(self, frames: tuple[Frame, ...], nouns: Nouns) -> None:
        self._support_verbs = nouns.support_verb
        self._carriers = nouns.carrier
        self._verbs: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
        self._nouns: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
        self._adjectives: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
        pairs = (tuple(t.split()) for frame in frames for t in frame.verbs)
        self._phrasal = frozenset(words for words in pairs if len(words) == 2)  # noqa: PLR2004
        for frame in frames:
            for trigger in frame.verbs:
                words = tuple(trigger.split())
                self._verbs.setdefault(words[0], []).append((words, frame))
            for trigger in frame.nouns:
                words = tuple(trigger.split())
                self._nouns.setdefault(words[-1], []).append((words, frame))
            for trigger in frame.adjectives:
                words = tuple(trigger.split())
                self._adjectives.setdefault(words[0], []).append((words, frame))

    def find(self, token: Token, paragraph: Paragraph) -> Iterator[FrameMatch]:
        """Yield the frames that ``token`` triggers."""
        if token.i in paragraph.names or token.text in calendar.month_name:
            return
        found: list[FrameMatch] = []
        lemma = lemma_of(token)
        if token.pos_ in _VERBAL or token.tag_.startswith("VB"):
            found += self._match_verb(token, lemma, paragraph)
        if token.pos_ in {"NOUN", "PROPN"} or (token.pos_ == "ADJ" and token.dep_ in _ARGUMENTS):
            found += self._match_noun(token, lemma, paragraph)
        elif token.tag_ == "VBG" and (token.dep_ in _ARGUMENTS or _has_determiner(token)):
            found += self._match_noun(token, token.lower_, paragraph)
        if token.pos_ in {"ADJ", "ADV", "VERB"}:
            found += self._match_adjective(token, paragraph)
        yield from sorted(found, key=_specificity, reverse=True)

    def _match_verb(self, verb: Token, lemma: str, paragraph: Paragraph) -> Iterator[FrameMatch]:
        particles = {(lemma, c.lower_) for c in verb.children if c.dep_ == "prt"}
        phrasal = bool(particles & self._phrasal)  # "close in" is not "close"
        for words, frame in self._verbs.get(lemma, []):
            if phrasal and len(words) == 1:
                continue
            parts = _match_path(verb, words)
            if parts is None or not _context_fits(verb, frame, paragraph):
                continue
            if frame.passive and (frame.passive == "yes") != is_passive(verb):
                continue
            functions = find_functions(verb)
            for inner in parts[1:]:
                if inner.pos_ in {"NOUN", "ADJ", "ADV"} and inner.dep_ not in {"advmod", "prt"}:
                    functions = _merge(find_functions(inner), functions, inner)
            yield FrameMatch(frame, verb, parts, _with_location(functions, verb))

    def _match_noun(self, noun: Token, lemma: str, paragraph: Paragraph) -> Iterator[FrameMatch]:
        for words, frame in self._nouns.get(lemma, []):
            parts = _match_compound(noun, words)
            if parts is not None and _context_fits(noun, frame, paragraph):
                named = noun.pos_ == "PROPN" and noun.head.pos_ == "PROPN"  # "Operation X"
                carried = noun.dep_ == "compound" and (
                    named or lemma_of(noun.head) in self._carriers
                )
                anchor = noun.head if carried else noun  # "relief flight", "aid convoy"
                functions = find_noun_functions(anchor, self._support_verbs)
                yield FrameMatch(frame, noun, parts, _with_location(functions, noun))

    def _match_adjective(self, adjective: Token, paragraph: Paragraph) -> Iterator[FrameMatch]:
        for words, frame in self._adjectives.get(adjective.lower_, []):
            parts = _match_path(adjective, words)
            if parts is not None and _context_fits(adjective, frame, paragraph):
                functions = find_functions(adjective)
                for inner in parts[1:]:
                    functions = _merge(find_functions(inner), functions, inner)
                yield FrameMatch(frame, adjective, parts, _with_location(functions, adjective))


def _specificity(match: FrameMatch) -> tuple[int, bool]:
    """Longer triggers and triggers with a context come first; equal readings keep the first."""
    return len(match.parts), bool(match.frame.with_words)


def _has_determiner(token: Token) -> bool:
    return any(child.dep_ == "det" for child in token.children)


def _match_path(head: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """Follow ``words[1:]`` down from ``head``: particle or object, or preposition and noun."""
    if len(words) == 1:
        return (head,)
    if len(words) == 2:  # noqa: PLR2004 - head and one dependent
        for child in head.children:
            fits = words[1] in {lemma_of(child), child.lower_}
            if fits and child.dep_ in _PARTICLES | _OBJECTS:
                return (head, child)
        return None
    for child in head.children:
        if child.lower_ != words[1] or child.dep_ not in {
            "prep",
            "prt",
            "advmod",
            "agent",
            "dative",
        }:
            continue
        for inner in child.subtree:
            if inner != child and lemma_of(inner) == words[2] and inner.head == child:
                return (head, child, inner)
    return None


def _match_compound(noun: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    parts = [noun]
    for word in words[:-1]:
        modifier = next(
            (t for c in noun.lefts for t in c.subtree if word in {lemma_of(t), t.lower_}), None
        )
        if modifier is None:
            return None
        parts.append(modifier)
    return tuple(parts)


def _context_fits(head: Token, frame: Frame, paragraph: Paragraph) -> bool:
    """Check ``with_words`` and ``without_words`` against the phrase of the trigger."""
    if not (frame.with_words or frame.without_words):
        return True
    beside = [c for c in head.head.children if c.i < head.head.i or c.dep_ in _COMPLEMENTS]
    around = [*head.subtree, head.head, *(t for c in beside for t in c.subtree)]
    near = {word for t in around for word in _forms(t, paragraph)}
    if frame.with_words and not near & set(frame.with_words):
        return False
    return not near & set(frame.without_words)


def _forms(token: Token, paragraph: Paragraph) -> tuple[str, ...]:
    """Return the lemma and the form of a word; of a masked name, what the text has."""
    if token.i in paragraph.names:
        written = paragraph.surface([token]).lower()
        return (written, written.removesuffix("s"))
    return (lemma_of(token), token.lower_)


def _merge(inner: Functions, outer: Functions, noun: Token) -> Functions:
    """Add the functions of a trigger's noun to its verb's; the noun itself fills no role."""
    merged = {name: [t for t in tokens if t != noun] for name, tokens in outer.items()}
    for name, tokens in inner.items():
        if name not in {"self", "is"} and not name.startswith("verb:"):
            kept = merged.setdefault(name, [])
            kept.extend(t for t in tokens if t not in kept)
    return {name: tokens for name, tokens in merged.items() if tokens}


def _with_location(functions: Functions, predicate: Token) -> Functions:
    """Add ``location``: where it is said to happen, in the phrase, else in the clauses above."""
    own = [t for name in _LOCATIVE for t in functions.get(name, [])]
    own += [t for name in _LOCATIVE for t in functions.get(f"verb:{name}", []) if t not in own]
    for party in [t for name in _PARTIES for t in functions.get(name, [])]:
        own += _adjuncts(party)
    own += [t for place in list(own) for t in _adjuncts(place)]
    if predicate.pos_ not in _VERBAL:
        own += functions.get("modifier", [])
        own += functions.get("poss", [])
    above: list[Token] = []
    token = predicate
    for _ in range(_MAX_CLIMB):
        token = token.head
        if token.pos_ in _VERBAL:
            outer = find_functions(token)
            above += [t for name in _ADJUNCT for t in outer.get(name, [])]
            above += [t for actor in outer.get("subject", []) for t in _adjuncts(actor)]
    return {**functions, "location": own, "above": [t for t in above if t not in own]}


def _adjuncts(noun: Token) -> list[Token]:
    """Return where a participant is said to be: "rebels in Daraa"."""
    functions = find_functions(noun) if noun.pos_ in {"NOUN", "PROPN"} else {}
    return [t for name in _ADJUNCT for t in functions.get(name, [])]
