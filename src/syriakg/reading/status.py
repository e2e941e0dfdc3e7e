"""How sure, and on whose word: cues applied along the dependency path, not by distance.

From the predicate the path is climbed to the root of the sentence. Each step
asks whether the word above governs what is below it, and which cues that word,
its auxiliaries, adverbs and marks bring. Past a factual boundary ("after the
capture of Homs, ...") only the question of whose word it is goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from syriakg.reading.language import Cue
from syriakg.reading.scope import (
    find_speakers,
    is_awaited,
    is_inverted_condition,
    is_presupposed,
    name_relation,
)
from syriakg.reading.words import VERBAL, lemma_of
from syriakg.records import Certainty, Polarity, Realis

_MODALS_OVER_SUBJECT = frozenset({"could", "would", "might", "may", "can"})
_CONDITIONS = frozenset({"if", "inversion", "subject-of-modal"})
_NO = frozenset({"no", "none", "neither", "nobody", "nothing"})
_MAX_STEPS = 24


@dataclass(slots=True)
class Status:
    """What the path from a predicate to the root says of it."""

    negations: int = 0
    certainty: Certainty = Certainty.CERTAIN
    realis: Realis = Realis.ACTUAL
    speakers: list[Token] = field(default_factory=list)
    is_reported: bool = False  # on somebody's word whom the text does not name
    cues: list[str] = field(default_factory=list)
    hedges: list[str] = field(default_factory=list)
    path: list[Token] = field(default_factory=list)  # from the predicate up
    heads: list[Token] = field(default_factory=list)  # the words that say on whose word it is

    @property
    def polarity(self) -> Polarity:
        """Two negations cancel: "denied that they had failed to"."""
        return Polarity.NEGATIVE if self.negations % 2 else Polarity.POSITIVE


class StatusReader:
    """Applies the cues."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self._by_word: dict[tuple[str, str], list[Cue]] = {}
        for cue in cues:
            for sort in (
                "verbs",
                "nouns",
                "adjectives",
                "adverbs",
                "auxiliaries",
                "marks",
                "prepositions",
            ):
                for word in getattr(cue, sort):
                    self._by_word.setdefault((sort, word), []).append(cue)

    def read(self, predicate: Token, *, is_relation: bool = False) -> Status:
        """Return the status of the event or relation that ``predicate`` names.

        A relation that a phrase merely takes for granted ("its Kurdish
        partners", "Turkish-backed rebels") holds whatever is said of the phrase.
        """
        status = Status()
        token, factual = predicate, False
        status.path.append(token)
        self._apply_local(status, token)
        if is_relation and is_presupposed(predicate):
            return status
        for _ in range(_MAX_STEPS):
            head = token.head
            if head == token:
                break
            factual = self._step(status, token, head, factual=factual)
            token = head
            status.path.append(token)
        if any(is_inverted_condition(t) for t in (predicate, *predicate.ancestors)):
            self._be(status, realis="conditional")
            status.cues.append("inversion")
        if predicate.sent[-1].text == "?" or any(t.text == "?" for t in predicate.sent[-2:]):
            status.certainty = Certainty.POSSIBLE
            status.cues.append("question")
        return status

    def _step(self, status: Status, token: Token, head: Token, *, factual: bool) -> bool:
        """Climb from ``token`` to ``head``; return whether a factual boundary lies below."""
        relation = name_relation(token)
        if relation in {"relative", "factual", "apposition"}:
            self._apply_head(status, head, relation, attribution_only=True)
            if is_awaited(token):
                self._be(status, realis="future")
                status.cues.append("awaited")
            if relation == "factual" and head.pos_ in VERBAL:
                self._apply_according(status, head)
            return True
        self._apply_head(status, head, relation, attribution_only=factual)
        if factual:
            self._apply_according(status, head)
            return True
        if relation == "subject":
            self._apply_subject_modal(status, head)
            self._apply_refutation(status, head)
            self._apply_according(status, head)
            return True
        if relation == "purpose":
            self._be(status, realis="future")
            status.cues.append("purpose")
        if relation in {"coordinate", "other"} and token.pos_ in VERBAL:
            self._inherit_modal(status, token, head)
            self._apply_according(status, head)
            return False
        if relation == "clause" and self._is_attribution(head):
            self._apply_unsaid(status, head)
            self._apply_according(status, head)
            return True
        self._apply_local(status, head)
        return False

    def _apply_head(
        self, status: Status, head: Token, relation: str, *, attribution_only: bool
    ) -> None:
        sort = {"NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}.get(head.pos_, "verbs")
        if head.pos_ == "ADP" or head.lower_ == "according":
            sort = "prepositions"
        lemma = lemma_of(head)
        cues = self._by_word.get((sort, lemma), [])
        if head.tag_ in {"VBN", "JJ"}:  # "poised to" is tagged either way
            adjectives = self._by_word.get(("adjectives", head.lower_), [])
            cues = [*cues, *(cue for cue in adjectives if cue.scope)]
        for cue in dict.fromkeys(cues):
            if cue.scope and relation not in cue.scope:
                continue
            if attribution_only and not (cue.source and relation in {"clause", "relative"}):
                continue
            self._apply(status, cue, head)

    def _apply(self, status: Status, cue: Cue, head: Token) -> None:
        status.cues.append(cue.id)
        if cue.polarity:
            status.negations += 1
        self._be(status, certainty=cue.certainty, realis=cue.realis)
        if cue.source and not cue.certainty and self._is_backshifted(status):
            status.certainty = Certainty.CERTAIN
            status.realis = Realis.FUTURE
        if cue.certainty:
            status.hedges.append(cue.id)
        if cue.source:
            status.heads.append(head)
        if cue.source == "unnamed":
            status.is_reported = True
        elif cue.source and (cue.polarity or not status.speakers):
            status.speakers.clear()  # who denies a report is its source, not who spread it
            speakers = find_speakers(head, cue.source)
            status.speakers.extend(speakers)
            status.is_reported = status.is_reported or not speakers

    def _be(self, status: Status, *, certainty: str = "", realis: str = "") -> None:
        """Weaken, never strengthen: what is once possible stays possible."""
        if certainty and (status.certainty is Certainty.CERTAIN or certainty == "possible"):
            status.certainty = Certainty(certainty)
        if realis and status.realis is Realis.ACTUAL:
            status.realis = Realis(realis)

    def _apply_local(self, status: Status, token: Token) -> None:
        """Apply the auxiliaries, adverbs, marks and adjectives that hang on ``token``."""
        for child in token.children:
            lower = child.lower_
            sort = ""
            if child.dep_ in {"neg", "advmod"}:
                sort = "adverbs"
            elif child.dep_ == "aux" and child.tag_ == "MD":
                sort = "auxiliaries"
            elif child.dep_ == "mark":
                sort = "marks"
            elif child.dep_ in {"amod", "det"} and token.pos_ not in VERBAL:
                sort = "adjectives"
            elif child.dep_ in {"preconj", "cc"} and lower == "neither":
                sort = "adverbs"
            for cue in self._find_local(sort, child):
                if sort != "adjectives" or not cue.scope or "noun" in cue.scope:
                    self._apply(status, cue, token)
        if token.pos_ in VERBAL:
            self._apply_negated_subject(status, token)
        self._apply_parenthesis(status, token)
        self._apply_rumour(status, token)
        self._apply_according(status, token)

    def _apply_according(self, status: Status, token: Token) -> None:
        if status.speakers:
            return
        for child in token.children:
            for cue in self._by_word.get(("prepositions", child.lower_), []):
                if cue.source == "object":
                    self._apply(status, cue, child)

    @staticmethod
    def _is_backshifted(status: Status) -> bool:
        """Tell "said that it would not", a "will not" in the past, from a condition."""
        return set(status.hedges) == {"would"} and not _CONDITIONS & set(status.cues)

    def _find_local(self, sort: str, child: Token) -> list[Cue]:
        """Return the cues of a word, or of a phrase such as "no longer"."""
        if not sort:
            return []
        phrase = " ".join(token.lower_ for token in child.subtree)
        return self._by_word.get((sort, child.lower_)) or self._by_word.get((sort, phrase), [])

    @staticmethod
    def _apply_negated_subject(status: Status, verb: Token) -> None:
        """Negate what nobody does: "No troops withdrew", "Neither side attacked"."""
        subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
        subjects = [c for c in subjects if c not in status.path]  # its "no" has counted already
        words = {word.lower_ for subject in subjects for word in (subject, *subject.children)}
        if words & _NO:
            status.negations += 1
            status.cues.append("no-subject")

    def _apply_parenthesis(self, status: Status, token: Token) -> None:
        """Apply a verb of saying put in between: "residents fled, the army said, to Homs"."""
        for child in token.children:
            behind = child.dep_ in {"ccomp", "advcl", "dep"} and child.i > token.i
            own = any(c.dep_ in {"ccomp", "mark", "dobj"} for c in child.children)
            if own or not (behind or child.dep_ == "parataxis"):
                continue
            for cue in self._by_word.get(("verbs", lemma_of(child)), []):
                if cue.source == "subject" and "clause" in cue.scope and not cue.polarity:
                    self._apply(status, cue, child)

    def _apply_rumour(self, status: Status, verb: Token) -> None:
        """Apply a rumour that is the subject: "Rumours tell of evacuations"."""
        if verb.pos_ not in VERBAL or status.speakers:
            return
        for subject in (c for c in verb.children if c.dep_ == "nsubj"):
            cues = self._by_word.get(("nouns", lemma_of(subject)), [])
            if any(cue.source == "owner" for cue in cues):
                status.heads.append(verb)
                status.speakers.append(subject)

    def _apply_refutation(self, status: Status, verb: Token) -> None:
        """Negate what is called false: "Reports that Homs has fallen are unfounded"."""
        for child in verb.children:
            if child.dep_ in {"acomp", "attr"}:
                for cue in self._by_word.get(("adjectives", child.lower_), []):
                    if cue.polarity and "noun" in cue.scope:
                        self._apply(status, cue, verb)

    def _apply_unsaid(self, status: Status, verb: Token) -> None:
        """Weaken what is not said: "has never admitted that", "would not confirm that"."""
        if any(c.dep_ == "neg" for c in verb.children):
            self._be(status, certainty="possible")
            status.cues.append("unsaid")

    def _apply_subject_modal(self, status: Status, verb: Token) -> None:
        """Weaken the subject of a modal: in "the fall of Homs would hurt" Homs has not fallen."""
        modal = next((c for c in verb.children if c.tag_ == "MD"), None)
        if modal is not None and modal.lower_ in _MODALS_OVER_SUBJECT:
            self._be(status, certainty="possible", realis="conditional")
            status.cues.append("subject-of-modal")

    def _inherit_modal(self, status: Status, token: Token, head: Token) -> None:
        """Let one auxiliary or "not" serve both verbs: "could fall and trigger"."""
        own = any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in token.children if c.tag_ != "TO")
        if own and token.tag_ != "VBG":
            return
        contrary = any(c.lower_ == "but" for c in head.children if c.dep_ == "cc")
        for child in head.children:
            if child.dep_ == "aux" and child.tag_ == "MD":
                sort = "auxiliaries"
            elif child.dep_ == "neg" and token.dep_ == "conj" and not contrary:
                sort = "adverbs"
            else:
                continue
            for cue in self._by_word.get((sort, child.lower_), []):
                self._apply(status, cue, head)

    def _is_attribution(self, head: Token) -> bool:
        if head.pos_ not in VERBAL:
            return False  # "reports" may be a noun
        cues = self._by_word.get(("verbs", lemma_of(head)), [])
        return any(cue.source == "subject" and "clause" in cue.scope for cue in cues)
