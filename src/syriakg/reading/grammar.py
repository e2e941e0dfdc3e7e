"""Grammatical functions of a predicate, the same however the sentence puts it.

Active and passive, relative and participial clauses, control and raising,
coordination, nominalisation and support verbs ("launched an offensive") all
come out as one mapping from function to the heads of the phrases that fill it:
``subject``, ``object``, ``poss``, ``modifier``, ``self`` and the prepositions.
Frames are written against these functions and never see the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

Functions = dict[str, list[Token]]

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "agree", "offer"})
_PARTICIPANTS = frozenset({"subject", "by", "subject:poss"})
_CONTROLLING = frozenset({"of", "from", "for", "into"})
_PARTITIVES = frozenset({"one", "some", "part", "many", "most", "all", "several"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "'d"})
_OBJECT_CONTROL = frozenset("accuse suspect prevent stop keep bar discourage convict blame".split())
_MAX_DEPTH = 8


def find_functions(predicate: Token, support_verbs: frozenset[str] = frozenset()) -> Functions:
    """Return the functions around ``predicate``: a verb, or a noun or adjective that names one.

    A noun takes the subject of the verb that governs it only where that is one
    of ``support_verbs``: who launches an offensive wages it, who fears it does not.
    """
    if predicate.pos_ in _VERBAL:
        return _verb_functions(predicate)
    return _noun_functions(predicate, support_verbs)


def lemma_of(token: Token) -> str:
    """Return the lemma in lower case; a common noun mistaken for a name loses its plural too."""
    if token.pos_ != "PROPN":
        return token.lemma_.lower()
    lower = token.lower_
    return lower[:-1] if lower.endswith("s") and not lower.endswith(("ss", "us")) else lower


def coordinated(token: Token) -> list[Token]:
    """Return ``token`` and what is coordinated with it, in the order of the text."""
    found, queue = [token], [token]
    while queue:
        for child in queue.pop(0).children:
            if child.dep_ == "conj" and child.pos_ not in _VERBAL:
                found.append(child)
                queue.append(child)
    return found


def is_passive(verb: Token) -> bool:
    """Say whether the surface subject of ``verb`` undergoes it."""
    if any(child.dep_ in _PASSIVE_SUBJECTS or child.dep_ == "auxpass" for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        helped = any(child.dep_ in {"aux", "dobj"} for child in verb.children)
        return not helped and verb.dep_ != "conj"
    if any(child.lower_ in _HAVE and child.dep_ == "aux" for child in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "amod", "advcl", "relcl", "pcomp", "ccomp", "ROOT", "oprd", "prep"}


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of the phrase that ``verb`` has as its subject, or inherits as one."""
    holders = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    own = [c for h in holders for c in h.children if c.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS]
    if own:
        return [t for child in own for t in _expand(child, verb)]
    hyphenated = _hyphen_prefix(verb)
    if hyphenated is not None or verb.dep_ == "amod":
        return coordinated(verb.head) if verb.dep_ == "amod" else []
    if depth > _MAX_DEPTH:
        return []
    return _inherited_subject(verb, depth + 1)


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    head, dep = verb.head, verb.dep_
    if dep in {"conj", "advcl", "ccomp", "dep", "parataxis"} and head.pos_ in _VERBAL:
        return surface_subject(head, depth)
    if dep == "xcomp":
        return _controller(head, depth)
    if dep in {"acl", "relcl", "appos"}:
        return _subject_from_noun(verb, head, depth)
    if dep == "pcomp" and head.pos_ in {"ADP", "SCONJ"}:
        if head.lower_ in _CONTROLLING and head.head.pos_ in _VERBAL:
            return _controller(head.head, depth)  # "accused the army of shelling Homs"
        if head.lower_ in _CONTROLLING and head.head.head.lemma_.lower() in _OBJECT_CONTROL:
            return coordinated(head.head)  # the same, with "of" hung on "army"
        return _subject_through(head.head, depth)
    if dep in {"acomp", "attr", "oprd", "advcl"} or head.pos_ == "ADJ":
        return surface_subject(head, depth) if head != verb else []
    if dep == "csubj":
        return _experiencer(head)
    return []


def _experiencer(verb: Token) -> list[Token]:
    """ "Losing Homs would be a blow to the regime": whom it befalls is whose act it is."""
    found: Functions = {}
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "dobj"}:
            _add_prepositions(found, child)
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
    if noun.pos_ in _VERBAL:
        return surface_subject(noun, depth)
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return _subject_through(noun, depth) if infinitive else coordinated(noun)


def _subject_through(head: Token, depth: int) -> list[Token]:
    """Return the possessor of a noun such as "effort", else the subject that governs it."""
    for _ in range(_MAX_DEPTH):
        if head.pos_ in _VERBAL:
            return surface_subject(head, depth)
        owners = [t for c in head.children if c.dep_ == "poss" for t in coordinated(c)]
        if owners or head.head == head:
            return owners
        head = head.head
    return []


def _expand(token: Token, verb: Token) -> list[Token]:
    """Coordinate ``token``; a relative pronoun becomes its antecedent."""
    if token.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return coordinated(verb.head)
    if token.lower_ in _RELATIVES and token.tag_ in {"WDT", "WP"}:
        clause = next((a for a in verb.ancestors if a.dep_ == "relcl"), None)
        return coordinated(clause.head) if clause is not None else []
    return coordinated(token)


def _verb_functions(verb: Token) -> Functions:
    found: Functions = {}
    passive = is_passive(verb)
    subject = surface_subject(verb)
    prefix = _hyphen_prefix(verb)
    if passive:
        _add(found, "object", subject)
        if prefix is not None:
            _add(found, "subject", [prefix])
    else:
        _add(found, "subject", subject)
        _add(found, "object", _objects(verb))
    _add_prepositions(found, verb)
    given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    _add(found, "dative", [t for c in given for t in coordinated(c)])
    if passive:
        _add(found, "subject", found.get("by", []))
        _add(
            found,
            "second",
            [t for c in verb.children if c.dep_ == "dobj" for t in _expand(c, verb)],
        )
    for child in verb.children:
        if child.dep_ in {"dobj", "attr"}:
            _add_fallback(found, child)
    for function, tokens in _clause_above(verb).items():
        _add(found, f"above:{function}", tokens)
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
        _add(found, "beside", surface_subject(verb.head))
    if passive:
        _add(found, "object:is", [t for o in found.get("object", []) for t in _equated(o)])
    owners = [t for s in found.get("subject", []) for t in _possessors(s)]
    _add(found, "subject:poss", owners)
    return found


def _possessors(noun: Token) -> list[Token]:
    return [t for c in noun.children if c.dep_ == "poss" for t in coordinated(c)]


def _objects(verb: Token) -> list[Token]:
    own = [t for c in verb.children if c.dep_ in {"dobj", "attr", "oprd"} for t in _expand(c, verb)]
    if own:
        return own
    shared = [
        t
        for c in verb.children
        if c.dep_ == "conj"
        and c.pos_ == "VERB"
        and not any(g.dep_ in _SUBJECTS for g in c.children)
        for g in c.children
        if g.dep_ == "dobj"
        for t in coordinated(g)
    ]
    if shared and not any(c.dep_ in _PREPOSITIONAL for c in verb.children):
        return shared
    has_subject = any(c.dep_ in _SUBJECTS and c.lower_ not in _RELATIVES for c in verb.children)
    if verb.dep_ == "relcl" and has_subject and verb.head.pos_ in _NOMINAL:
        return coordinated(verb.head)
    return []


def _noun_functions(noun: Token, support_verbs: frozenset[str]) -> Functions:
    found: Functions = {"self": [noun]}
    _add(found, "poss", _possessors(noun))
    _add(found, "modifier", list(modifiers(noun)))
    _add_prepositions(found, noun)
    for inner in [*found.get("by", []), *found.get("of", [])]:
        _add_fallback(found, inner)
    _add(found, "is", _equated(noun))
    verb = _governing_verb(noun)
    if verb is not None:
        supports = verb.lemma_.lower() in support_verbs
        for function, tokens in _verb_functions(verb).items():
            others = [t for t in tokens if t != noun]
            if supports or function not in _PARTICIPANTS:
                _add(found, f"verb:{function}", others)
            if function == "by" and not is_passive(verb):
                _add(found, "by", others)  # "feared the capture of Homs by rebels"
        for function, tokens in _clause_above(verb).items():
            _add(found, f"above:{function}", tokens)
    return found


def _clause_above(verb: Token) -> Functions:
    """Return the objects of the clause that a participle continues: "..., providing aid"."""
    head = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or head.pos_ not in _VERBAL:
        return {}
    plain = _verb_functions(head).items()
    found = {name: tokens for name, tokens in plain if name != "subject" and ":" not in name}
    for child in head.children:
        if child.dep_ in {"acomp", "attr"}:
            _add_prepositions(found, child)
    return found


def modifiers(noun: Token) -> Iterator[Token]:
    """Yield the nouns, names and adjectives that modify ``noun``, coordinated ones too."""
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "nmod"} and child.tag_ != "VBN":
            yield from (t for t in coordinated(child) if t.dep_ != "conj" or t.pos_ != "VERB")
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    if before is not None and before.head != noun and before.tag_ == "NN":
        if before.dep_ == "nsubj" and before.head == noun.head:  # "an insurgent push" misparsed
            yield before


def _equated(noun: Token) -> list[Token]:
    """Return the phrases that ``noun`` is said to be the same as: "X, a backer of Y"."""
    found: list[Token] = []
    whole = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and whole.lemma_.lower() in _PARTITIVES:
        found += _equated(whole)
    if noun.dep_ in {"attr", "oprd"} and noun.head.pos_ in _VERBAL:
        found += surface_subject(noun.head)
    if noun.dep_ == "acomp":
        found += surface_subject(noun.head)
    if noun.dep_ == "appos" or (noun.dep_ == "conj" and noun.head.dep_ == "appos"):
        anchor = noun.head if noun.dep_ == "appos" else noun.head.head
        found += coordinated(anchor)
    if noun.dep_ in {"compound", "nmod"} and noun.head.pos_ == "PROPN":
        found.append(noun.head)
    if noun.dep_ in {"amod", "acl"} and noun.pos_ in {"ADJ", "VERB"}:
        found += coordinated(noun.head)
    if noun.dep_ == "prep" or noun.dep_ == "pobj" and noun.head.lower_ == "as":
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if verb.pos_ in _VERBAL:
            objects = [] if is_passive(verb) else _objects(verb)
            found += objects or surface_subject(verb)
    for child in noun.children:
        if child.dep_ == "appos" or (
            child.dep_ == "conj" and child.pos_ == "PROPN" and _colon_like(child)
        ):
            found += coordinated(child)
        elif child.dep_ == "compound" and child.pos_ == "PROPN" and child.i > noun.i:
            found.append(child)
    return [t for t in found if t != noun]


def _colon_like(child: Token) -> bool:
    """Tell "Assad's allies, Russia and Iran" from a list: a comma and no conjunction between."""
    between = child.doc[child.head.i + 1 : child.i]
    return any(t.text == "," for t in between) and not any(t.dep_ == "cc" for t in between)


def _governing_verb(noun: Token) -> Token | None:
    """Return the verb that ``noun`` is subject, object or prepositional object of."""
    token = noun
    while token.dep_ == "conj" and token.head.pos_ not in _VERBAL:
        token = token.head
    if token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} and token.head.pos_ in _VERBAL:
        return token.head
    if token.dep_ != "pobj":
        return None
    above = token.head.head
    if above.pos_ in _VERBAL:
        return above
    listed = token.head.lower_ in {"including", "as", "like"} and above.pos_ == "NOUN"
    return _governing_verb(above) if listed and above != noun else None


def _add_prepositions(found: Functions, token: Token, depth: int = 0) -> None:
    for child in token.children:
        if child.dep_ in _PREPOSITIONAL and child.pos_ != "NOUN":
            _add_preposition(found, child)
        elif depth == 0 and child.dep_ in {"advmod", "acomp", "npadvmod", "prt"}:
            _add_prepositions(found, child, depth + 1)


def _add_preposition(found: Functions, preposition: Token, depth: int = 0) -> None:
    name = preposition.lower_
    objects = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
    _add(found, name, [t for c in objects for t in _expand(c, c)])
    for child in preposition.children:
        if child.dep_ in _PREPOSITIONAL and depth < _MAX_DEPTH:
            nested: Functions = {}
            _add_preposition(nested, child, depth + 1)
            for tokens in nested.values():
                _add(found, name, tokens)
            for function, tokens in nested.items():
                _add(found, function, tokens)
        elif child.dep_ in {"conj", "cc"} and child.pos_ == "ADP":
            _add_preposition(found, child, depth + 1)


def _add_fallback(found: Functions, noun: Token) -> None:
    """Lend a verb the prepositions that the parser hung on its object, "of" excepted."""
    borrowed: Functions = {}
    _add_prepositions(borrowed, noun)
    for function, tokens in borrowed.items():
        if function != "of" and function not in found:
            _add(found, function, tokens)


def _hyphen_prefix(participle: Token) -> Token | None:
    """Return "Turkish" for "backed" in "Turkish-backed"."""
    doc, i = participle.doc, participle.i
    if participle.tag_ not in {"VBN", "VBD", "JJ", "VBG"} or i < 2 or doc[i - 1].text != "-":
        return None
    return doc[i - 2] if not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_ else None


def _add(found: Functions, function: str, tokens: Iterable[Token]) -> None:
    known = found.setdefault(function, [])
    known.extend(t for t in tokens if t not in known)
    if not known:
        del found[function]
