"""Grammatical functions of a predicate, the same however the sentence puts it.

Active and passive, relative and participial clauses, control and raising,
coordination, nominalisation and support verbs ("launched an offensive") all
come out as one mapping from function to the heads of the phrases that fill it:
``subject``, ``object``, ``poss``, ``modifier``, ``self`` and the prepositions.
Frames are written against these functions and never see the tree.
"""

from __future__ import annotations

from spacy.tokens import Token

from syriakg.reading.prepositions import Functions, add, add_fallback, add_prepositions
from syriakg.reading.subjects import find_objects, is_passive, surface_subject
from syriakg.reading.words import (
    VERBAL,
    coordinated,
    expand,
    find_hyphen_prefix,
    lemma_of,
    modifiers,
    possessors,
)

_PARTICIPANTS = frozenset({"subject", "by", "subject:poss"})
# "a wave of strikes": who carries out the wave carries out the strikes.
_STRETCHES = frozenset(
    {
        *("wave", "series", "spate", "string", "round", "number", "dozen", "hundred", "campaign"),
        *("start", "launch", "beginning", "resumption", "continuation"),
    }
)
_PARTITIVES = frozenset({"one", "some", "part", "many", "most", "all", "several"})


def find_functions(predicate: Token, support_verbs: frozenset[str] = frozenset()) -> Functions:
    """Return the functions around ``predicate``: a verb, or a noun or adjective that names one.

    A noun takes the subject of the verb that governs it only where that is one
    of ``support_verbs``: who launches an offensive wages it, who fears it does not.
    """
    if predicate.pos_ in VERBAL:
        return _verb_functions(predicate)
    return find_noun_functions(predicate, support_verbs)


def _verb_functions(verb: Token) -> Functions:
    found: Functions = {}
    passive = is_passive(verb)
    subject = surface_subject(verb)
    prefix = find_hyphen_prefix(verb)
    if passive:
        add(found, "object", subject)
        if prefix is not None:
            add(found, "subject", [prefix])
    else:
        add(found, "subject", subject)
        add(found, "object", find_objects(verb))
    add_prepositions(found, verb)
    given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    add(found, "dative", [t for c in given for t in coordinated(c)])
    if passive:
        add(found, "subject", found.get("by", []))
        add(
            found,
            "second",
            [t for c in verb.children if c.dep_ == "dobj" for t in expand(c, verb)],
        )
    for child in verb.children:
        if child.dep_ in {"dobj", "attr"}:
            add_fallback(found, child)
    for function, tokens in _clause_above(verb).items():
        add(found, f"above:{function}", tokens)
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        add(found, "beside", surface_subject(verb.head))
    if passive:
        add(found, "object:is", [t for o in found.get("object", []) for t in _equated(o)])
    for held in found.get("object", []):
        _add_owners(found, held)
    owners = [t for s in found.get("subject", []) for t in possessors(s)]
    add(found, "subject:poss", owners)
    return found


def find_noun_functions(noun: Token, support_verbs: frozenset[str]) -> Functions:
    """Return the functions around a noun, or a gerund that is used as one."""
    found: Functions = {"self": [noun]}
    add(found, "poss", possessors(noun))
    add(found, "modifier", list(modifiers(noun)))
    add_prepositions(found, noun)
    for inner in [*found.get("by", []), *found.get("of", [])]:
        add_fallback(found, inner)
    add(found, "is", _equated(noun))
    verb = _governing_verb(noun)
    if verb is not None:
        supports = verb.lemma_.lower() in support_verbs
        for function, tokens in _verb_functions(verb).items():
            others = [t for t in tokens if t != noun]
            if supports or function not in _PARTICIPANTS:
                add(found, f"verb:{function}", others)
            if function == "by" and not is_passive(verb):
                add(found, "by", others)  # "feared the capture of Homs by rebels"
        for function, tokens in _clause_above(verb).items():
            add(found, f"above:{function}", tokens)
    return found


def _add_owners(found: Functions, noun: Token) -> None:
    """Add whose the object is: "condemned the Turkish operation", "rejected Iran's offer"."""
    borrowed: Functions = {}
    add_prepositions(borrowed, noun)
    add(found, "object:owner", [*possessors(noun), *modifiers(noun), *borrowed.get("by", [])])


def _clause_above(verb: Token) -> Functions:
    """Return the objects of the clause that a participle continues: "..., providing aid"."""
    head = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or head.pos_ not in VERBAL:
        return {}
    plain = _verb_functions(head).items()
    found = {name: tokens for name, tokens in plain if name != "subject" and ":" not in name}
    for child in head.children:
        if child.dep_ in {"acomp", "attr"}:
            add_prepositions(found, child)
    return found


def _equated(noun: Token) -> list[Token]:
    """Return the phrases that ``noun`` is said to be the same as: "X, a backer of Y"."""
    found: list[Token] = []
    whole = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and whole.lemma_.lower() in _PARTITIVES:
        found += _equated(whole)
    if noun.dep_ in {"attr", "oprd", "acomp"} and noun.head.pos_ in VERBAL:
        found += surface_subject(noun.head)
    if noun.dep_ == "appos" or (noun.dep_ == "conj" and noun.head.dep_ == "appos"):
        anchor = noun.head if noun.dep_ == "appos" else noun.head.head
        found += coordinated(anchor)
    if noun.dep_ in {"compound", "nmod"} and noun.head.pos_ == "PROPN":
        found.append(noun.head)
    if noun.dep_ in {"amod", "acl"} and noun.pos_ in {"ADJ", "VERB"}:
        found += coordinated(noun.head)
    found += _regarded(noun)
    for child in noun.children:
        found += _apposed(child, noun)
    return [t for t in found if t != noun]


def _regarded(noun: Token) -> list[Token]:
    """Return what is taken for ``noun``: "regards the YPG as an extension"."""
    if noun.dep_ == "prep":
        verb = noun.head
    elif noun.dep_ == "pobj" and noun.head.lower_ == "as":
        verb = noun.head.head
    else:
        return []
    if verb.pos_ not in VERBAL:
        return []
    objects = [] if is_passive(verb) else find_objects(verb)
    return objects or surface_subject(verb)


def _apposed(child: Token, noun: Token) -> list[Token]:
    listed = child.dep_ == "conj" and child.pos_ == "PROPN" and _colon_like(child)
    if child.dep_ == "appos" or listed:
        return coordinated(child)
    named = child.dep_ == "compound" and child.pos_ == "PROPN" and child.i > noun.i
    return [child] if named else []


def _colon_like(child: Token) -> bool:
    """Tell "Assad's allies, Russia and Iran" from a list: a comma and no conjunction between."""
    between = child.doc[child.head.i + 1 : child.i]
    return any(t.text == "," for t in between) and not any(t.dep_ == "cc" for t in between)


def _governing_verb(noun: Token) -> Token | None:
    """Return the verb that ``noun`` is subject, object or prepositional object of."""
    token = noun
    while token.dep_ == "conj" and token.head.pos_ not in VERBAL:
        token = token.head
    if token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} and token.head.pos_ in VERBAL:
        return token.head
    if token.dep_ != "pobj":
        return None
    above = token.head.head
    if above.pos_ in VERBAL:
        return above
    listed = token.head.lower_ in {"including", "as", "like"} and above.pos_ == "NOUN"
    listed = listed or (token.head.lower_ == "of" and lemma_of(above) in _STRETCHES)
    return _governing_verb(above) if listed and above != noun else None
