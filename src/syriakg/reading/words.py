"""Single words of a parse: lemmas, coordination, modifiers, possessors."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "csubj"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_PARTICIPLES = frozenset({"VBN", "VBD", "JJ", "VBG"})
_HYPHENATED = 2  # a word and its hyphen stand before the participle


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
            if child.dep_ == "conj" and child.pos_ not in VERBAL:
                found.append(child)
                queue.append(child)
    return found


def expand(token: Token, verb: Token) -> list[Token]:
    """Coordinate ``token``; a relative pronoun becomes its antecedent."""
    if token.lower_ in RELATIVES and verb.dep_ == "relcl":
        return coordinated(verb.head)
    if token.lower_ in RELATIVES and token.tag_ in {"WDT", "WP"}:
        clause = next((a for a in verb.ancestors if a.dep_ == "relcl"), None)
        return coordinated(clause.head) if clause is not None else []
    return coordinated(token)


def possessors(noun: Token) -> list[Token]:
    """Return the phrases that own ``noun``: "Assad's", "its"."""
    return [t for c in noun.children if c.dep_ == "poss" for t in coordinated(c)]


def modifiers(noun: Token) -> Iterator[Token]:
    """Yield the nouns, names and adjectives that modify ``noun``, coordinated ones too."""
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "nmod"} and child.tag_ != "VBN":
            yield from (t for t in coordinated(child) if t.dep_ != "conj" or t.pos_ != "VERB")
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    doubled = before != noun and before.tag_ == "NN" and before.dep_ == "nsubj"
    if doubled and before.head == noun.head:  # "an insurgent push", taken for two subjects
        yield before


def find_hyphen_prefix(participle: Token) -> Token | None:
    """Return "Turkish" for "backed" in "Turkish-backed"."""
    doc, i = participle.doc, participle.i
    if participle.tag_ not in _PARTICIPLES or i < _HYPHENATED or doc[i - 1].text != "-":
        return None
    return doc[i - 2] if not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_ else None
