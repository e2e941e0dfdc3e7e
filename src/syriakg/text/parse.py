"""Blocks -> parsed paragraphs, with names masked so that the parser knows every word.

A name such as "Deir ez-Zor" or "Hayat Tahrir al-Sham" is foreign to the model
and derails its parse. Each name is therefore replaced by a familiar word of
its sort before tokenising, and the token remembers what it stands for and
where the raw text has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from syriakg.articles import find_credit, find_reference_list
from syriakg.records import Article
from syriakg.reference import Entry, Reference
from syriakg.text.clean import Block, CleanText, set_off_times, split_blocks
from syriakg.text.model import load_model
from syriakg.text.names import NameFinder, NameMatch

_STAND_IN = {"place": "London", "Person": "Obama", "State": "Germany", "MediaOutlet": "Reuters"}
_STAND_IN_GROUP = "Hamas"
_PLURAL_STAND_IN = "Democrats"
_PLURAL_KINDS = frozenset({"PopulationGroup"})
_CLOSING = frozenset({'"', "'", "''", ")", "]"})
_FINAL = frozenset({".", "?", "!", "…", "..."})
# What runs on for longer is no sentence, and reading takes the square of a sentence's length.
_LONGEST_SENTENCE = 300


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed block.

    ``offsets[i]`` is the half-open raw span of token ``i``; ``names`` maps the
    index of a token to the entries that it may stand for.
    """

    article: Article
    doc: Doc
    offsets: tuple[tuple[int, int], ...]
    names: Mapping[int, tuple[Entry, ...]]
    is_heading: bool
    dateline: str

    def surface(self, tokens: Iterable[Token]) -> str:
        """Return the raw text that ``tokens`` cover, from the first to the last."""
        indices = [token.i for token in tokens]
        if not indices:
            return ""
        return self.article.raw[self.offsets[min(indices)][0] : self.offsets[max(indices)][1]]


class TextReader:
    """Parses articles; holds the model and the names."""

    def __init__(self, reference: Reference, model: Language | None = None) -> None:
        self._model = model or load_model()
        self._finder = NameFinder(reference)

    def read(self, article: Article) -> Iterator[Paragraph]:
        """Yield the parsed paragraphs of ``article`` in order; its list of sources is left out."""
        end = find_reference_list(article.raw, article.body)
        blocks = list(split_blocks(article.raw, article.body, end))
        prepared = [self._prepare(block) for block in blocks]
        docs = self._model.pipe((doc for doc, _, _ in prepared), batch_size=64)
        for block, doc, (_, offsets, names) in zip(blocks, docs, prepared, strict=True):
            yield Paragraph(article, doc, offsets, names, block.is_heading, block.dateline)

    def _prepare(
        self, block: Block
    ) -> tuple[Doc, tuple[tuple[int, int], ...], dict[int, tuple[Entry, ...]]]:
        clean = block.clean
        if not block.is_heading:
            credit = find_credit(clean.text)
            clean = clean.replace([(credit, len(clean.text), "")])
        clean = set_off_times(clean)
        matches = self._finder.find(clean.text)
        if block.is_heading:
            clean = _sentence_case(clean, matches)
        masked, at_names = _mask(clean, matches)
        doc = self._model.make_doc(masked.text)
        names: dict[int, tuple[Entry, ...]] = {}
        for token in doc:
            entries = at_names.get(token.idx)
            if entries:
                names[token.i] = entries
        _mark_sentences(doc)
        offsets = tuple(
            (masked.starts[token.idx], masked.ends[token.idx + len(token) - 1]) for token in doc
        )
        return doc, offsets, names


def _mask(
    clean: CleanText, matches: list[NameMatch]
) -> tuple[CleanText, dict[int, tuple[Entry, ...]]]:
    """Replace names by stand-ins; also map where each stand-in begins to its entries."""
    pieces: list[tuple[int, int, str]] = []
    at_names: dict[int, tuple[Entry, ...]] = {}
    shift = 0
    for match in matches:
        word = _stand_in(match.entries)
        at_names[match.start + shift] = match.entries
        shift += len(word) - (match.end - match.start)
        pieces.append((match.start, match.end, word))
    return clean.replace(pieces), at_names


def _stand_in(entries: tuple[Entry, ...]) -> str:
    actors = [entry for entry in entries if not entry.is_place]
    if not actors:
        return _STAND_IN["place"]
    kind = actors[0].kind
    return _STAND_IN.get(kind, _PLURAL_STAND_IN if kind in _PLURAL_KINDS else _STAND_IN_GROUP)


def _sentence_case(clean: CleanText, matches: list[NameMatch]) -> CleanText:
    """Undo a headline's capitals, which the tagger takes for names."""
    keep = [(match.start, match.end) for match in matches]
    return clean.lower(keep)


def _mark_sentences(doc: Doc) -> None:
    """Set sentence starts by punctuation; the parser then never joins or cuts sentences."""
    starts, begin = False, 0
    marks = [1] + [-1] * (len(doc) - 1)
    for token in doc:
        if token.i:
            opens = token.text[0].isupper() or token.text[0].isdigit() or token.text in {'"', "("}
            closes = token.text in _CLOSING and not _opens_quote(token)
            too_long = token.i - begin >= _LONGEST_SENTENCE
            if too_long or (starts and opens and not closes):
                begin = token.i
                marks[begin] = 1
            if starts and closes:
                continue
        starts = token.text in _FINAL
    if len(doc):  # token.is_sent_start = ... looks through the whole text each time
        column: Any = np.array(marks, dtype="int64").astype("uint64")
        doc.from_array(["SENT_START"], column)


def _opens_quote(token: Token) -> bool:
    """Say whether a quotation mark opens: a space before it and none after it."""
    return bool(token.i and token.doc[token.i - 1].whitespace_ and not token.whitespace_)
