"""Fills the roles of a matched frame with actors and places."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from syriakg.reading.frames import FrameMatch
from syriakg.reading.language import Frame
from syriakg.reading.mentions import MentionResolver
from syriakg.records import Entity
from syriakg.reference import Reference

_VAGUE_PLACES = frozenset({"location", "above"})

# "recalled:agent" is one end of the alliance that the text last spoke of.
_RECALLED = "recalled:"


@dataclass(frozen=True, slots=True)
class Roles:
    """Who and where; ``tokens`` are the heads that said so, ``inferred`` the roles none said."""

    agent: tuple[Entity, ...]
    target: tuple[Entity, ...]
    place: tuple[Entity, ...]
    tokens: tuple[Token, ...]
    inferred: tuple[str, ...] = ()


class RoleFiller:
    """Turns grammatical functions into roles."""

    def __init__(self, mentions: MentionResolver, reference: Reference) -> None:
        self._mentions = mentions
        self._reference = reference

    def fill(self, match: FrameMatch) -> Roles | None:
        """Return the roles, or None when a required one stays empty."""
        frame = match.frame
        if frame.object_known and self._has_unknown_object(match):
            return None
        place, place_tokens = self._places(match)
        inferred_place = () if place else self._infer_place(match)
        if frame.agent_sort == "place":
            agent, agent_tokens = self._first(match, frame.agent, as_place=True)
        else:
            agent, agent_tokens = self._first(match, frame.agent, kinds=frame.agent_kinds)
        target, target_tokens = self._first(match, frame.target, kinds=frame.target_kinds)
        agent, target = _part(agent, target)
        filled = {"agent": agent, "target": target, "place": place}
        for group in frame.require:
            if not any(filled[role] for role in group.split("|")):
                return None
        for role, name in (frame.default or {}).items():
            if not filled[role]:
                if self._names_something_else(match, getattr(frame, role)):
                    return None
                entries = [e for e in self._reference.find_named(name) if not e.is_place]
                filled[role] = tuple(entry.to_entity() for entry in entries)
        inferred = self._infer(frame, filled)
        if place_tokens and all(self._mentions.is_stand_in(token) for token in place_tokens):
            inferred = (*inferred, "place")
        if inferred_place:
            filled["place"] = inferred_place
            inferred = (*inferred, "place")
        tokens = (*agent_tokens, *target_tokens, *place_tokens)
        return Roles(filled["agent"], filled["target"], filled["place"], tokens, inferred)

    def _has_unknown_object(self, match: FrameMatch) -> bool:
        objects = [
            token
            for token in match.functions.get("object", [])
            if token.pos_ == "NOUN" and token not in match.parts
        ]
        return bool(objects) and not any(
            self._mentions.is_site(token)
            or self._mentions.find_places(token)
            or self._mentions.find_actors(token)
            for token in objects
        )

    def _names_something_else(self, match: FrameMatch, functions: tuple[str, ...]) -> bool:
        """Say whether a phrase fills the role that is no actor: then no default may."""
        return any(
            not self._mentions.is_quantity(token) and not self._mentions.find_places(token)
            for function in functions
            for token in match.functions.get(function, [])
        )

    def _infer(self, frame: Frame, filled: dict[str, tuple[Entity, ...]]) -> tuple[str, ...]:
        """Supply an unsaid opponent where the two sides are opponents by definition."""
        inferred: list[str] = []
        attacker = self._mentions.attacker_in_context()
        if "agent" in frame.infer and not filled["agent"] and not filled["target"] and attacker:
            filled["agent"] = attacker
            inferred.append("agent")
        for role in frame.infer:
            other = filled["agent" if role == "target" else "target"]
            if filled[role] or not other:
                continue
            found = [e for entity in other for e in self._reference.adversaries_of(entity.iri)]
            filled[role] = tuple(dict.fromkeys(entry.to_entity() for entry in found))
            if filled[role]:
                inferred.append(role)
        return tuple(inferred)

    def _infer_place(self, match: FrameMatch) -> tuple[Entity, ...]:
        """Supply the one place that the sentence speaks of, else the last, else the country."""
        functions = match.frame.place
        if "location" not in functions:
            return ()
        named = self._mentions.places_of_sentence(match.predicate.sent)
        if len(set(named)) == 1:
            return named[0]
        if "context" not in functions or named:
            return ()
        focus = self._reference.entries.get(self._reference.focus)
        return self._mentions.place_in_context() or ((focus.to_entity(),) if focus else ())

    def _first(
        self,
        match: FrameMatch,
        functions: tuple[str, ...],
        *,
        kinds: tuple[str, ...] = (),
        as_place: bool = False,
    ) -> tuple[tuple[Entity, ...], tuple[Token, ...]]:
        """Return what the first function that holds an entity holds, with its tokens."""
        for function in functions:
            if function.startswith(_RECALLED) and _is_definite(match.predicate):
                recalled = self._mentions.recall(function.removeprefix(_RECALLED))
                if recalled:
                    return recalled, ()
            found: list[Entity] = []
            tokens: list[Token] = []
            for token in match.functions.get(function, []):
                if token in match.parts and function != "self":
                    continue
                # "advanced on Damascus" is about the city where the frame looks there for a place
                if as_place:
                    entities = self._mentions.find_places(token)
                else:
                    entities = self._mentions.find_actors(
                        token,
                        metonym=function not in match.frame.place,
                        mint=function not in {"self", "modifier", "is", *match.frame.place},
                    )
                entities = tuple(e for e in entities if _fits(e, kinds))
                if entities:
                    found += entities
                    tokens.append(token)
            if found:
                return tuple(dict.fromkeys(found)), tuple(tokens)
        return (), ()

    def _places(self, match: FrameMatch) -> tuple[tuple[Entity, ...], tuple[Token, ...]]:
        functions = match.frame.place
        if "location" in functions:
            functions = (*functions, "above")
        for function in functions:
            found: list[Entity] = []
            tokens: list[Token] = []
            for token in match.functions.get(function, []):
                if token in match.parts:
                    continue
                entities = self._mentions.find_places(token, mint=function not in _VAGUE_PLACES)
                if entities:
                    found += entities
                    tokens.append(token)
            if found:
                kept = tokens if function != "above" else []
                return tuple(dict.fromkeys(found)), tuple(kept)
        return (), ()


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "these", "those", "this", "that"} for c in noun.children)


def _part(
    agent: tuple[Entity, ...], target: tuple[Entity, ...]
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Let nobody be on both ends: "the rebels, including HTS and other rebels"."""
    others = tuple(entity for entity in target if entity not in agent)
    if others or not target:
        return agent, others
    return tuple(entity for entity in agent if entity not in target), target


def _fits(entity: Entity, kinds: tuple[str, ...]) -> bool:
    """Say whether an entity may fill a role: an unnamed source speaks, it does not act."""
    return entity.kind in kinds if kinds else entity.kind != "UnnamedSource"
