"""Finds the reference data's names in running text, longest match first."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from syriakg.reference import Entry, Reference, normalise_name

# A dotted acronym, or a word with inner apostrophes (Dar'a) but without a possessive 's.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['`](?!s\b)[^\W_]+)*")
_GAP = re.compile(r"[ \-\u2010-\u2013./']{1,2}")
_SHORT_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name at ``[start, end)`` of a clean text and the entries that bear it."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class NameFinder:
    """Finds proper names; case matters, accents, hyphens and apostrophes do not."""

    def __init__(self, reference: Reference) -> None:
        self._names: dict[str, dict[tuple[str, ...], list[tuple[str, Entry]]]] = defaultdict(dict)
        for name, entry in reference.all_names():
            words = tuple(normalise_name(name).split())
            if words:
                self._names[words[0]].setdefault(words, []).append((name, entry))

    def find(self, text: str) -> list[NameMatch]:
        """Return the names in ``text``, left to right, none overlapping another."""
        tokens = [(m.start(), m.end(), normalise_name(m.group())) for m in _WORD.finditer(text)]
        shouting = _is_shouting(text)
        found: list[NameMatch] = []
        at = 0
        while at < len(tokens):
            match, used = self._match(text, tokens, at, shouting=shouting)
            if match:
                found.append(match)
            at += max(used, 1)
        return found

    def _match(
        self, text: str, tokens: list[tuple[int, int, str]], at: int, *, shouting: bool
    ) -> tuple[NameMatch | None, int]:
        candidates = self._names.get(tokens[at][2], {})
        for words in sorted(candidates, key=len, reverse=True):
            last = at + len(words) - 1
            if last >= len(tokens) or tuple(t[2] for t in tokens[at : last + 1]) != words:
                continue
            gaps = zip(tokens[at:last], tokens[at + 1 : last + 1], strict=True)
            if not all(_GAP.fullmatch(text[a[1] : b[0]]) for a, b in gaps):
                continue
            start, end = tokens[at][0], tokens[last][1]
            written = text[start:end]
            entries = [
                entry
                for name, entry in candidates[words]
                if _case_fits(name, written, shouting=shouting)
            ]
            if entries:
                return NameMatch(start, end, tuple(dict.fromkeys(entries))), len(words)
        return None, 0


def _is_shouting(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > _SHORT_ACRONYM and all(char.isupper() for char in letters)


def _case_fits(name: str, written: str, *, shouting: bool) -> bool:
    """Say whether ``written`` may be ``name``: "IS" is not "is", "US" is not "us"."""
    bare = re.sub(r"\W", "", written)
    label = re.sub(r"\W", "", name)
    if len(label) <= _SHORT_ACRONYM and label.isupper():
        return bare.isupper() and not shouting
    first = next((char for char in name.removeprefix("the ") if char.isalpha()), "")
    return not first.isupper() or written[0].isupper() or not written[0].isalpha()
