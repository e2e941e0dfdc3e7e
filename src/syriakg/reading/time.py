"""Time expressions -> bounds. What the text leaves open stays open; nothing is invented.

Expressions that need the article's date ("on Thursday") keep their words and
get bounds only when that date is known.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from syriakg.records import TimeBounds

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_POINT = (
    r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? "
    rf"(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,? (?P<year2>{_YEAR}))?"
    rf"|(?:(?:early|late|mid)[- ])?(?P<month3>{_MONTH})(?: of)?,? (?P<year3>{_YEAR})"
    rf"|(?:(?:early|late|mid)[- ])?(?P<year4>{_YEAR})"
    rf"|(?P<iso>{_YEAR}-\d\d-\d\d)"
)
_DATED = re.compile(
    r"\b(?:(?P<frame>since|from|until|till|before|by|after|in|on|during|between)\s+"
    rf"(?:at least )?)?(?:{_POINT})\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:(?P<word>today|yesterday|tonight|overnight)"
    rf"|(?:on |since )?(?P<weekday>{'|'.join(_DAYS)})"
    r"|(?P<last>last|this|next) (?P<unit>week|month|year|weekend)"
    r"|(?:in|over|for|during|within) (?:the )?(?:past |last |recent |coming |next |a matter of )?"
    r"(?:few |several |\w+ )?(?P<span>hours|days|weeks|months|years|decades?))\b",
    re.IGNORECASE,
)
_BARE_POINT = re.sub(r"\?P<\w+>", "?:", _POINT)
_RANGE = re.compile(
    rf"\b(?P<frame>between|from)\s+(?P<first>{_BARE_POINT})"
    rf"\s+(?:and|to|until|till|through)\s+(?P<final>{_BARE_POINT})\b",
    re.IGNORECASE,
)
_BEGIN_ONLY = frozenset({"since", "from"})
_END_ONLY = frozenset({"until", "till", "before", "by"})


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression at ``[start, end)`` of a text."""

    start: int
    end: int
    bounds: TimeBounds


def find_times(text: str, published: str = "") -> Iterator[TimeMention]:
    """Yield the time expressions of ``text``; ``published`` is an ISO date or empty."""
    anchor = date.fromisoformat(published) if published else None
    taken = 0
    readers = {_RANGE: _from_range, _DATED: _from_date, _RELATIVE: _from_relative}
    matches = [match for pattern in readers for match in pattern.finditer(text)]
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if match.start() < taken:
            continue
        bounds = readers[match.re](match, anchor)
        if bounds:
            taken = match.end()
            yield TimeMention(match.start(), match.end(), bounds)


def _from_range(match: re.Match[str], anchor: date | None) -> TimeBounds:
    """Read two dates: all of it lies "between" them; "from" and "to" give its begin and end."""
    text = match.group()
    points = (_DATED.fullmatch(f"in {match[name]}") for name in ("first", "final"))
    first, final = (_from_date(point, anchor) if point else None for point in points)
    if not (first and final and first.earliest_begin and final.latest_end):
        return TimeBounds(text=text)
    begin, end = first.earliest_begin, final.latest_end
    if match["frame"].lower() == "between":
        return TimeBounds(text, begin, end, begin, end)
    return TimeBounds(text, begin, first.latest_begin, final.earliest_end, end)


def _from_date(match: re.Match[str], anchor: date | None) -> TimeBounds | None:
    groups = match.groupdict()
    if groups["iso"]:
        return _bounds(match, *(_valid(groups["iso"]),) * 2)
    year_text = next((groups[k] for k in ("year", "year2", "year3", "year4") if groups[k]), "")
    year = int(year_text or 0)
    month_text = next((groups[k] for k in ("month", "month2", "month3") if groups[k]), "")
    month = _MONTHS[month_text.lower().rstrip(".")] if month_text else 0
    day = int(groups["day"] or groups["day2"] or 0)
    if anchor and not year:
        year = _nearest_year(anchor, month, day)
    if (
        not month
        and not groups["frame"]
        and not match.group().strip().startswith(("early", "late", "mid"))
    ):
        return None  # a bare number that merely looks like a year
    if not year:
        return TimeBounds(text=match.group())
    first = _make(year, month or 1, day or 1)
    last = _make(year, month or 12, day or _last_day(year, month or 12))
    return _bounds(match, first, last) if first and last else None


def _bounds(match: re.Match[str], first: date | None, last: date | None) -> TimeBounds | None:
    if first is None or last is None:
        return None
    frame = (match.group("frame") or "").lower()
    begin, end = first.isoformat(), last.isoformat()
    if frame in _BEGIN_ONLY:
        return TimeBounds(match.group(), begin, end)
    if frame in _END_ONLY:
        return TimeBounds(match.group(), earliest_end=begin, latest_end=end)
    if frame == "after":
        return TimeBounds(match.group(), earliest_begin=begin)
    return TimeBounds(match.group(), begin, end, begin, end)


def _from_relative(match: re.Match[str], anchor: date | None) -> TimeBounds:
    text = match.group()
    if anchor is None or match.group("span"):
        return TimeBounds(text=text)
    day: date | None = None
    word = (match.group("word") or "").lower()
    if word:
        day = anchor - timedelta(days=word in {"yesterday", "overnight"})
    elif match.group("weekday"):
        back = (anchor.weekday() - _DAYS[match.group("weekday").lower()]) % 7
        day = anchor - timedelta(days=back)
    if day is None:
        return TimeBounds(text=text)
    iso = day.isoformat()
    if text.lower().startswith("since"):
        return TimeBounds(text, iso, iso)
    return TimeBounds(text, iso, iso, iso, iso)


def _nearest_year(anchor: date, month: int, day: int) -> int:
    """Return the year in which "27 November" lies nearest to the article's date."""
    years = (anchor.year, anchor.year - 1, anchor.year + 1)
    return min(years, key=lambda year: abs((_make(year, month, day) or date.max) - anchor))


def _valid(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
