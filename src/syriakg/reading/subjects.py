"""Who does it and whom it is done to, as the verb's surroundings tell."""

from __future__ import annotations

from spacy.tokens import Token

from syriakg.reading.prepositions import Functions, add_prepositions
from syriakg.reading.words import (
    RELATIVES,
    SUBJECTS,
    VERBAL,
    coordinated,
    expand,
    find_hyphen_prefix,
    possessors,
)

_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "agree", "offer"})
_OBJECT_CONTROL = frozenset(
    {"accuse", "suspect", "prevent", "stop", "keep", "bar", "discourage", "convict", "blame"}
)
_CONTROLLING = frozenset({"of", "from", "for", "into"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "'d"})
_CONTINUING = frozenset({"conj", "advcl", "ccomp", "dep", "parataxis"})
_PREDICATIVE = frozenset({"acomp", "attr", "oprd", "advcl"})
_PARTICIPIAL = frozenset(
    {"acl", "amod", "advcl", "relcl", "pcomp", "ccomp", "ROOT", "oprd", "prep"}
)
_MAX_DEPTH = 8


def is_passive(verb: Token) -> bool:
    """Say whether the surface subject of ``verb`` undergoes it."""
    if any(child.dep_ in _PASSIVE_SUBJECTS or child.dep_ == "auxpass" for child in verb.children):
        return True
    if verb.tag_ != "VBN" or _is_perfect(verb):
        return False
    if any(child.dep_ in SUBJECTS for child in verb.children):
        # "with millions displaced" is passive; "soldiers deserted" is a past tense mistaken.
        helped = any(child.dep_ in {"aux", "dobj"} for child in verb.children)
        framed = any(child.lower_ == "with" for child in verb.children)
        return not helped and (framed or verb.dep_ in {"pcomp", "acl"})
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return is_passive(verb.head)
    return verb.dep_ in _PARTICIPIAL


def _is_perfect(verb: Token) -> bool:
    """Tell "has captured", and a main verb taken for a participle by its own object."""
    perfect = any(child.lower_ in _HAVE and child.dep_ == "aux" for child in verb.children)
    return perfect or (verb.dep_ == "acl" and any(c.dep_ == "dobj" for c in verb.children))


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of the phrase that ``verb`` has as its subject, or inherits as one."""
    holders = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    own = [c for h in holders for c in h.children if c.dep_ in SUBJECTS | _PASSIVE_SUBJECTS]
    if own:
        return [t for child in own for t in expand(child, verb)]
    hyphenated = find_hyphen_prefix(verb)
    if hyphenated is not None or verb.dep_ == "amod":
        return coordinated(verb.head) if verb.dep_ == "amod" else []
    if depth > _MAX_DEPTH:
        return []
    return _inherited_subject(verb, depth + 1)


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    head, dep = verb.head, verb.dep_
    found: list[Token] = []
    if dep == "xcomp" and verb.tag_ == "VBG" and head.pos_ in VERBAL:
        found = surface_subject(head, depth)  # "spent years arming the rebels"
    elif dep == "xcomp":
        found = _controller(head, depth)
    elif dep in {"acl", "relcl", "appos"}:
        found = _subject_from_noun(verb, head, depth)
    elif dep == "pcomp" and head.pos_ in {"ADP", "SCONJ"}:
        found = _subject_from_preposition(head, depth)
    elif dep == "csubj":
        found = _experiencer(head)
    elif (dep in _CONTINUING and head.pos_ in VERBAL) or dep in _PREDICATIVE or head.pos_ == "ADJ":
        found = surface_subject(head, depth) if head != verb else []
    return found


def _subject_from_preposition(preposition: Token, depth: int) -> list[Token]:
    governor = preposition.head
    if preposition.lower_ in _CONTROLLING:
        if governor.pos_ in VERBAL:
            return _controller(governor, depth)  # "accused the army of shelling Homs"
        if governor.head.lemma_.lower() in _OBJECT_CONTROL:
            return coordinated(governor)  # the same, with "of" hung on "army"
    return _subject_through(governor, depth)


def _experiencer(verb: Token) -> list[Token]:
    """Return whom it befalls: "Losing Homs would be a blow to the regime"."""
    found: Functions = {}
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "dobj"}:
            add_prepositions(found, child)
    return [t for name in ("for", "to") for t in found.get(name, [])]


def _controller(head: Token, depth: int) -> list[Token]:
    """Return whoever does the complement of ``head``: its object when it has one."""
    if head.pos_ == "ADJ":
        return surface_subject(head.head, depth) if head.head != head else []
    objects = [c for c in head.children if c.dep_ in {"dobj", "dative"} and c.pos_ != "ADP"]
    if objects and head.lemma_ not in _SUBJECT_CONTROL:
        return [t for child in objects for t in coordinated(child)]
    return surface_subject(head, depth)


def _subject_from_noun(verb: Token, noun: Token, depth: int) -> list[Token]:
    if noun.pos_ in VERBAL:
        return surface_subject(noun, depth)
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return _subject_through(noun, depth) if infinitive else coordinated(noun)


def _subject_through(head: Token, depth: int) -> list[Token]:
    """Return the possessor of a noun such as "effort", else the subject that governs it."""
    for _ in range(_MAX_DEPTH):
        if head.pos_ in VERBAL:
            return surface_subject(head, depth)
        owners = possessors(head)
        if owners or head.head == head:
            return owners
        head = head.head
    return []


def find_objects(verb: Token) -> list[Token]:
    """Return the heads of the objects of ``verb``, shared and relativised ones too."""
    own = [t for c in verb.children if c.dep_ in {"dobj", "attr"} for t in expand(c, verb)]
    if own:
        return own
    shared = [
        t
        for c in verb.children
        if c.dep_ == "conj" and c.pos_ == "VERB" and not any(g.dep_ in SUBJECTS for g in c.children)
        for g in c.children
        if g.dep_ == "dobj"
        for t in coordinated(g)
    ]
    if shared and not any(c.dep_ in _PREPOSITIONAL for c in verb.children):
        return shared
    has_subject = any(c.dep_ in SUBJECTS and c.lower_ not in RELATIVES for c in verb.children)
    if verb.dep_ == "relcl" and has_subject and verb.head.pos_ in _NOMINAL:
        return coordinated(verb.head)
    return []
