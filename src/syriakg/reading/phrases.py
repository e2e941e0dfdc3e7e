"""The words before and behind a noun, put together again: "anti-regime", "of the rebels"."""

from __future__ import annotations

from spacy.tokens import Token

from syriakg.reading.words import coordinated, modifiers
from syriakg.text import Paragraph


class Premodifier:
    """A premodifier with its hyphenated parts joined: "anti-regime"."""

    __slots__ = ("is_coordinated", "is_participle", "text", "token")

    def __init__(self, tokens: list[Token], paragraph: Paragraph) -> None:
        self.text = paragraph.surface(tokens)
        self.token = tokens[0]
        before = self.token.nbor(-1).text.lower() if self.token.i else ""
        self.is_coordinated = before in {"and", ",", "or"} or self.token.dep_ == "conj"
        self.is_participle = len(tokens) > 1 and tokens[-1].tag_ in {"VBN", "VBG", "VBD", "JJ"}
        if len(tokens) > 1 and tokens[0].text.lower() in {"anti", "pro"}:
            self.is_participle = False


def find_premodifiers(noun: Token, paragraph: Paragraph) -> list[Premodifier]:
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
    return [Premodifier(tokens, paragraph) for tokens in words]


def find_prepositional_objects(noun: Token, names: frozenset[str]) -> list[Token]:
    """Return what hangs on ``noun`` by one of the prepositions ``names``."""
    return [
        t
        for prep in noun.children
        if prep.dep_ == "prep" and prep.lower_ in names
        for child in prep.children
        if child.dep_ == "pobj"
        for t in coordinated(child)
    ]
