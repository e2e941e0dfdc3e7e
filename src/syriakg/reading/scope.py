"""The steps of a dependency path, named as ``cues.toml`` names the scopes of its words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from syriakg.reading.subjects import is_passive, surface_subject
from syriakg.reading.words import SUBJECTS, VERBAL

# What follows these has happened, whatever is said of the clause above.
_FACTUAL_MARKS = frozenset(
    {
        *("as", "after", "because", "since", "when", "while", "although", "though", "before"),
        *("until", "once", "where", "amid", "following", "despite", "during", "with", "by", "on"),
        *("upon", "through"),
    }
)
_AWAITING = frozenset({"once", "until", "till", "when", "after", "before"})
_SIMPLE = {
    "ccomp": "clause",
    "parataxis": "clause",
    "csubjpass": "clause",
    "relcl": "relative",
    "appos": "apposition",
    "nsubj": "subject",
    "csubj": "subject",
    "conj": "coordinate",
    "pcomp": "participle",
    "xcomp": "participle",
    "attr": "attribute",
    "dobj": "object-noun",
    "nsubjpass": "object-noun",
    "pobj": "inner",
}
_INFINITIVAL = frozenset({"xcomp", "acl", "advcl", "pcomp"})


def is_presupposed(predicate: Token) -> bool:
    """Say whether a phrase takes the relation for granted: "its allies", "Turkish-backed"."""
    if predicate.pos_ in VERBAL:
        marked = any(c.dep_ == "mark" for c in predicate.children)
        return predicate.dep_ in {"amod", "acl"} and predicate.tag_ == "VBN" and not marked
    owned = any(c.dep_ == "poss" for c in predicate.children)
    return owned or predicate.dep_ in {"appos", "compound"}


def name_relation(token: Token) -> str:
    """Name the step from ``token`` to its head; a preposition goes by its own name."""
    dep = token.dep_
    name = _SIMPLE.get(dep, "other")
    if dep in _INFINITIVAL and _has_to(token):
        name = "purpose" if dep == "advcl" else "infinitive"
    elif dep in {"acl", "relcl"}:
        name = "clause" if any(c.dep_ == "mark" for c in token.children) else "relative"
    elif dep == "advcl":
        marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"}}
        name = "factual" if marks & _FACTUAL_MARKS else "other"
    elif dep == "prep":
        name = "factual" if token.lower_ in _FACTUAL_MARKS - {"as"} else token.lower_
    return name


def _has_to(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def is_awaited(clause: Token) -> bool:
    """Say whether a time clause speaks of what has not come: "will flee once Homs falls"."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
    if clause.dep_ != "advcl" or not marks & _AWAITING:
        return False
    return any(c.tag_ == "MD" for c in clause.head.children)


def is_inverted_condition(token: Token) -> bool:
    """Say whether an auxiliary opens a clause that asks nothing: "Should the regime fall"."""
    if token.sent[-1].text == "?":
        return False
    if token.lower_ == "were" and _opens_clause(token):
        return any(c.dep_ in SUBJECTS and c.i > token.i for c in token.children)
    subjects = [c.i for c in token.children if c.dep_ in SUBJECTS or c.dep_ == "nsubjpass"]
    return any(
        c.dep_ in {"aux", "auxpass"}
        and c.lower_ in {"should", "were", "had"}
        and _opens_clause(c)
        and c.i < min(subjects, default=token.i)
        for c in token.children
    )


def _opens_clause(token: Token) -> bool:
    return token.i == token.sent.start or token.nbor(-1).text in {",", ";"}


def find_speakers(head: Token, source: str) -> list[Token]:
    """Return the heads of the phrases that name whose word it is."""
    if source == "object":
        return list(_prepositional(head, "to"))
    if source == "owner" or head.pos_ == "NOUN":
        owners = [c for c in head.children if c.dep_ == "poss"]
        owners += [*_prepositional(head, "by"), *_prepositional(head, "from")]
        return owners or ([head] if source == "owner" else [])
    if is_passive(head):
        return list(_prepositional(head, "by"))
    return surface_subject(head)


def _prepositional(head: Token, name: str) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ == name:
            yield from (c for c in child.children if c.dep_ == "pobj")
