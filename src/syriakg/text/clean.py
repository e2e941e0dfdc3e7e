"""Raw text -> blocks of clean text that still know their raw offsets."""

from __future__ import annotations

import calendar
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

# What is written -> what the parser should see. Order matters only within one position.
_REPLACEMENTS = {
    r"[^\w\s]{40,}": " ",  # a ruler or a drawing; the tokenizer is slow on it
    r"\\+(?=[\"'“”‘’])": "",  # a stray backslash before a quote
    r"[“”„«»]": '"',
    r"[‘’ʼ]": "'",
    r"[\u00a0\u2007\u202f]": " ",
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]": "",  # invisible controls
    r"[\x00-\x08\x0b-\x1f\x7f]": "",
    r"\]\([^)\s]*\)": "",  # Markdown link target
    r"!?\[(?=[^\]\n]*\]\()": "",
    r"\*{1,3}|_{2,3}|`{1,3}": "",
    r"</?[A-Za-z][^<>\n]{0,200}>": "",  # HTML tag
    r"[ \t]{2,}": " ",
}
_REPLACE = re.compile("|".join(f"({pattern})" for pattern in _REPLACEMENTS))
_WITH = tuple(_REPLACEMENTS.values())
_LINE_PREFIX = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|[-*•>][ \t]+|\d{1,2}[.)][ \t]+)?")
# "BEIRUT, Dec 7 (Reuters) - " and "14:35 GMT - " are about the text, not part of a sentence.
# A group's acronym can stand in the same place, but what follows it is no new sentence.
_AGENCY = (
    r"(?:Reuters|AP|AFP|UPI|dpa|DPA|EFE|ANSA|CNN|Xinhua|TASS|SANA|Anadolu|AA|Rudaw|WAM|KUNA|QNA"
    r"|IRNA)(?:[ /][A-Za-z /.]{2,30})?"
)
_DATELINE = re.compile(
    rf"[A-Z][\w' /-]{{2,30}}(?:, [^()\n]{{2,40}})? ?\({_AGENCY}\) ?[-–—]+ "
    r"|[A-Z][A-Z' /-]{2,30}(?:, [A-Z][\w .]{1,30})? ?[–—-]{1,2} (?=[\"'A-Z\d])"
)
_TIMESTAMP = re.compile(
    r"\[?\d{1,2}(?:[:h]|\.(?!\d+ (?:million|billion)))\d{2}"
    r"(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|EST|EET|local time)(?:[+-]\d+)?)?\]?"
    r"[ \t]*(?:[:–—|-]+[ \t]*)?"
)
_MONTH = f"(?:{'|'.join(calendar.month_name[1:])})"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LEADING_TIME = re.compile(
    r"(?:^|(?<=[.!?] ))(?:In|On|By|Since|After|Before|Until|During|From) "
    r"(?:(?:early|late|mid)[- ])?"
    rf"(?:the )?(?:\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?(?!\d)"
    rf"|{_MONTH}(?: \d{{4}})?|\d{{4}}|{_WEEKDAY}(?: (?:morning|evening|night|afternoon))?)"
    r"(?= (?:[A-Z]|the |a |an |at |rebel|insurgent|government|opposition|thousands|hundreds))"
)
_TERMINAL = re.compile(r"[.!?…:;][\"')\]”’]*\s*$")
_WRAPPED_WIDTH = (50, 110)
_HEADING_WIDTH = 160
_SENTENCE_BREAK = re.compile(r"[.!?]['\")]* [A-Z]")


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text for the parser; character ``i`` stands for ``raw[starts[i]:ends[i]]``."""

    text: str
    starts: array[int]
    ends: array[int]

    def replace(self, pieces: list[tuple[int, int, str]]) -> CleanText:
        """Return a copy in which each ``(start, end, new)`` piece is replaced by ``new``.

        Every character of ``new`` stands for the whole raw stretch it replaces.
        """
        text: list[str] = []
        starts, ends = array("L"), array("L")
        at = 0
        for start, end, new in [*pieces, (len(self.text), len(self.text), "")]:
            text.append(self.text[at:start])
            starts.extend(self.starts[at:start])
            ends.extend(self.ends[at:start])
            if new:
                text.append(new)
                starts.extend([self.starts[start]] * len(new))
                ends.extend([self.ends[end - 1]] * len(new))
            at = end
        return CleanText("".join(text), starts, ends)

    def lower(self, keep: list[tuple[int, int]]) -> CleanText:
        """Return a copy in lower case but for the stretches to ``keep``."""
        kept = {i for start, end in keep for i in range(start, end)}
        text = "".join(
            char if i in kept or len(char.lower()) != 1 else char.lower()
            for i, char in enumerate(self.text)
        )
        return CleanText(text, self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list item; ``dateline`` is the prefix taken off its front."""

    clean: CleanText
    is_heading: bool
    dateline: str = ""


def split_blocks(raw: str, start: int, end: int) -> Iterator[Block]:
    """Yield the blocks of ``raw[start:end]`` in order; hard-wrapped lines are joined."""
    for group in _group_lines(raw, start, end):
        first, last = group[0][0], group[-1][1]
        prefix = _LINE_PREFIX.match(raw, first, last)
        first = prefix.end() if prefix else first
        marked = "#" in (prefix.group() if prefix else "")
        clean = _clean(raw, first, last)
        lead = _DATELINE.match(clean.text) or _TIMESTAMP.match(clean.text)
        if lead:
            clean = clean.replace([(0, lead.end(), "")])
        if clean.text.strip():
            heading = marked or not (lead or _reads_as_prose(clean.text))
            yield Block(clean, heading, lead.group().strip() if lead else "")


def set_off_times(clean: CleanText) -> CleanText:
    """Put the comma that many writers leave out: "In June 2018[,] the army launched".

    Without it the parser takes the time and the subject for one phrase.
    """
    ends = [match.end() for match in _LEADING_TIME.finditer(clean.text)]
    return clean.replace([(end, end, ",") for end in ends])


def _reads_as_prose(text: str) -> bool:
    return bool(
        _TERMINAL.search(text) or len(text) > _HEADING_WIDTH or _SENTENCE_BREAK.search(text)
    )


def _group_lines(raw: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Group line spans into blocks: blank lines part them, hard-wrapped lines stay together."""
    group: list[tuple[int, int]] = []
    for match in re.compile(r"[^\r\n]*(?:\r?\n|\r|\Z)").finditer(raw, start, end):
        span = (match.start(), match.start() + len(match.group().rstrip("\r\n")))
        if raw[span[0] : span[1]].strip():
            group.append(span)
        else:
            yield from _unwrap(raw, group)
            group = []
    yield from _unwrap(raw, group)


def _unwrap(raw: str, lines: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    widths = [end - start for start, end in lines]
    wrapped = (
        len(lines) > 1
        and max(widths) <= _WRAPPED_WIDTH[1]
        and median(widths[:-1]) >= _WRAPPED_WIDTH[0]
        and not all(_TERMINAL.search(raw[start:end]) for start, end in lines)
    )
    if wrapped:
        yield lines
    else:
        yield from ([line] for line in lines)


def _clean(raw: str, start: int, end: int) -> CleanText:
    text: list[str] = []
    starts, ends = array("L"), array("L")
    at = start
    for match in [*_REPLACE.finditer(raw, start, end), None]:
        stop = match.start() if match else end
        text.append(raw[at:stop].replace("\r", " ").replace("\n", " "))
        starts.extend(range(at, stop))
        ends.extend(range(at + 1, stop + 1))
        if match:
            new = _WITH[(match.lastindex or 1) - 1]
            text.append(new)
            starts.extend([match.start()] * len(new))
            ends.extend([match.end()] * len(new))
            at = match.end()
    return CleanText("".join(text), starts, ends)
