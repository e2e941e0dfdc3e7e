"""Article -> readings: frames matched sentence by sentence, roles filled, status read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from syriakg.reading.discourse import Discourse
from syriakg.reading.frames import FrameMatch, FrameMatcher
from syriakg.reading.language import Language, load_language
from syriakg.reading.mentions import MentionResolver
from syriakg.reading.roles import RoleFiller, Roles
from syriakg.reading.status import Status, StatusReader
from syriakg.reading.time import find_times
from syriakg.records import (
    Article,
    Certainty,
    Entity,
    Evidence,
    Polarity,
    Reading,
    Realis,
    TimeBounds,
)
from syriakg.reference import Reference
from syriakg.text import Paragraph, TextReader
from syriakg.vocabulary import load_vocabulary

_FAR = 10  # a time that hangs on the verb above comes after one that hangs on the noun
_UNNAMED = "unnamed reports"
_CITING = frozenset({"cite", "quote"})
_CUT = frozenset({"relcl", "acl", "advcl", "ccomp", "appos", "parataxis"})


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that yielded no claim; ``reason`` says why."""

    document: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleReadings:
    """What was read in one article and what was not."""

    readings: tuple[Reading, ...]
    unread: tuple[Unread, ...]
    sentences: int


class ArticleReader:
    """Reads articles one after another; holds the model, the names and the frames."""

    def __init__(self, reference: Reference, language: Language | None = None) -> None:
        self._reference = reference
        self._language = language or load_language()
        self._text = TextReader(reference)
        self._frames = FrameMatcher(self._language.frames, self._language.nouns)
        self._status = StatusReader(self._language.cues)

    def read(self, article: Article) -> ArticleReadings:
        """Return the readings of ``article`` in the order of its text."""
        discourse = Discourse()
        readings: list[Reading] = []
        unread: list[Unread] = []
        sentences = 0
        for paragraph in self._text.read(article):
            mentions = MentionResolver(paragraph, self._reference, self._language.nouns, discourse)
            if paragraph.is_heading:
                discourse.open_section()
            for sentence in paragraph.doc.sents:
                sentences += 1
                mentions.resolve_sentence(iter(sentence))
                found, reason = self._read_sentence(sentence, paragraph, mentions)
                readings.extend(found)
                if not found:
                    start, end = _span(paragraph, list(sentence))
                    unread.append(Unread(article.stem, start, end, reason))
        return ArticleReadings(tuple(readings), tuple(unread), sentences)

    def _read_sentence(
        self, sentence: Span, paragraph: Paragraph, mentions: MentionResolver
    ) -> tuple[list[Reading], str]:
        filler = RoleFiller(mentions, self._reference)
        found: dict[tuple[object, ...], Reading] = {}
        reason = "no frame has a trigger in it"
        for token in sentence:
            for match in self._frames.find(token, paragraph):
                roles = filler.fill(match)
                if roles is None:
                    reason = f"frame {match.frame.id} found no participant for a required role"
                    continue
                reading = self._to_reading(match, roles, paragraph, mentions)
                found.setdefault(_identity(reading), reading)
                mentions.note_act(reading)
        return sorted(found.values(), key=lambda r: (r.evidence.start, r.evidence.end)), reason

    def _to_reading(
        self, match: FrameMatch, roles: Roles, paragraph: Paragraph, mentions: MentionResolver
    ) -> Reading:
        frame = match.frame
        is_relation = load_vocabulary().is_relation(frame.type)
        status = self._status.read(match.predicate, is_relation=is_relation)
        source = self._find_source(status, mentions)
        polarity = status.polarity
        if frame.polarity == "negative":
            flipped = polarity is Polarity.POSITIVE
            polarity = Polarity.NEGATIVE if flipped else Polarity.POSITIVE
        start, end = _evidence_span(match, roles, paragraph, status)
        raw = paragraph.article.raw
        return Reading(
            type=frame.type,
            agent=roles.agent,
            target=roles.target,
            place=roles.place,
            polarity=polarity,
            certainty=Certainty(frame.certainty) if frame.certainty else status.certainty,
            realis=Realis(frame.realis) if frame.realis else status.realis,
            source=source,
            citing=_find_citing(status, mentions) if source else (),
            time=_find_time(match, paragraph),
            evidence=Evidence(
                paragraph.article.stem,
                start,
                end,
                raw[start:end],
                paragraph.article.sha256,
                frame.id,
            ),
            support_kind=frame.support_kind,
            strained=frame.strained,
            inferred=roles.inferred,
        )

    def _find_source(self, status: Status, mentions: MentionResolver) -> tuple[Entity, ...]:
        found = tuple(
            dict.fromkeys(
                entity
                for speaker in status.speakers
                for token in mentions.coordinated(speaker)
                for entity in mentions.find_actors(token, mint=True)
            )
        )
        if found or not (status.speakers or status.is_reported):
            return found
        unnamed = self._reference.find_named(_UNNAMED)
        return tuple(entry.to_entity() for entry in unnamed)


def _find_citing(status: Status, mentions: MentionResolver) -> tuple[Entity, ...]:
    """Return on whom the speaker relies: "officials, citing intelligence sources"."""
    found: list[Entity] = []
    for speaker in status.speakers:
        near = [*speaker.subtree, *speaker.head.children]
        for verb in near:
            if verb.lemma_.lower() in _CITING and verb.pos_ == "VERB":
                objects = [c for c in verb.children if c.dep_ == "dobj"]
                found += [e for t in objects for e in mentions.find_actors(t, mint=True)]
    return tuple(dict.fromkeys(found))


def _find_time(match: FrameMatch, paragraph: Paragraph) -> TimeBounds:
    """Return the time expression that hangs nearest below or beside the predicate."""
    sentence = match.predicate.sent
    best: tuple[int, TimeBounds] | None = None
    for mention in find_times(sentence.text, paragraph.article.published):
        anchor = sentence.char_span(mention.start, mention.end, alignment_mode="expand")
        distance = _tree_distance(anchor.root, match.predicate)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, mention.bounds)
    return best[1] if best else TimeBounds()


def _tree_distance(token: Token, predicate: Token) -> int | None:
    """Count the steps up to the predicate; None when another verb governs the expression."""
    for steps, ancestor in enumerate(token.ancestors):
        if ancestor == predicate:
            return steps
        if ancestor.pos_ in {"VERB", "AUX"} and ancestor.dep_ not in {"aux", "auxpass"}:
            governs = ancestor in {predicate.head, predicate.head.head}
            return steps + _FAR if governs and predicate.pos_ == "NOUN" else None
    return None


def _evidence_span(
    match: FrameMatch, roles: Roles, paragraph: Paragraph, status: Status
) -> tuple[int, int]:
    """Cover the clause of the trigger, the phrases of the roles and who says so."""
    sentence = match.predicate.sent
    tokens = [*match.parts, *_clause(match.predicate), *status.heads]
    for token in (*roles.tokens, *status.speakers):
        if token.sent == sentence:
            tokens += _phrase(token)
    return _span(paragraph, tokens)


def _clause(predicate: Token) -> list[Token]:
    """Return the tokens of the smallest clause around the predicate, without clauses below it."""
    verb = predicate
    while verb.pos_ not in {"VERB", "AUX"} and verb.dep_ not in _CUT and verb.head != verb:
        verb = verb.head
    return _phrase(verb)


def _phrase(head: Token) -> list[Token]:
    """Return the tokens of a phrase without the clauses that hang on it."""
    tokens = [head]
    for child in head.children:
        coordinate = child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}
        if child.dep_ not in _CUT and child.dep_ not in {"punct", "cc", "mark"} and not coordinate:
            tokens += _phrase(child)
    return tokens


def _span(paragraph: Paragraph, tokens: Iterable[Token]) -> tuple[int, int]:
    indices = [token.i for token in tokens]
    return paragraph.offsets[min(indices)][0], paragraph.offsets[max(indices)][1]


def _identity(reading: Reading) -> tuple[object, ...]:
    """Two frames that read the same in one sentence make one reading."""
    return (
        reading.type,
        reading.agent,
        reading.target,
        reading.place,
        reading.polarity,
        reading.certainty,
        reading.realis,
        reading.source,
    )
