"""Time expressions: bounds where the text gives them, words alone where it does not."""

from __future__ import annotations

import pytest
from tests.conftest import ReadClaims

from syriakg.reading.time import find_times
from syriakg.records import TimeBounds

OPEN = ""


def bounds(text: str, published: str = "") -> list[tuple[str, str, str, str, str]]:
    """Return the words and the four bounds of each time expression."""
    return [
        (b.text, b.earliest_begin, b.latest_begin, b.earliest_end, b.latest_end)
        for b in (mention.bounds for mention in find_times(text, published))
    ]


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("in 2019", ("2019-01-01", "2019-12-31"), ("2019-01-01", "2019-12-31")),
        ("in March 2018", ("2018-03-01", "2018-03-31"), ("2018-03-01", "2018-03-31")),
        ("in February 2024", ("2024-02-01", "2024-02-29"), ("2024-02-01", "2024-02-29")),
        ("on 5 December 2024", ("2024-12-05", "2024-12-05"), ("2024-12-05", "2024-12-05")),
        ("on Dec. 5, 2024", ("2024-12-05", "2024-12-05"), ("2024-12-05", "2024-12-05")),
        ("since 2015", ("2015-01-01", "2015-12-31"), (OPEN, OPEN)),
        ("since March 2018", ("2018-03-01", "2018-03-31"), (OPEN, OPEN)),
        ("until March 2018", (OPEN, OPEN), ("2018-03-01", "2018-03-31")),
        ("after 2015", ("2015-01-01", OPEN), (OPEN, OPEN)),
        ("between 2015 and 2018", ("2015-01-01", "2018-12-31"), ("2015-01-01", "2018-12-31")),
        ("from 2015 to 2018", ("2015-01-01", "2015-12-31"), ("2018-01-01", "2018-12-31")),
        (
            "from 3 May 2015 until June 2018",
            ("2015-05-03", "2015-05-03"),
            ("2018-06-01", "2018-06-30"),
        ),
    ],
)
def test_dates_give_bounds(words: str, begin: tuple[str, str], end: tuple[str, str]) -> None:
    """A year or a month is a stretch; "since" leaves the end open, "until" the begin."""
    assert bounds(f"Rebels held Hama {words}.") == [(words, *begin, *end)]


@pytest.mark.parametrize(
    "words", ["on Thursday", "yesterday", "last week", "in recent days", "on 27 November"]
)
def test_unknown_publication_leaves_the_words_alone(words: str) -> None:
    """Nothing invents the date that "on Thursday" counts from."""
    assert bounds(f"Rebels took Hama {words}.") == [(words, OPEN, OPEN, OPEN, OPEN)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Thursday", "2024-12-05"),
        ("on Saturday", "2024-12-07"),
        ("on Sunday", "2024-12-01"),
        ("today", "2024-12-07"),
        ("yesterday", "2024-12-06"),
        ("on 27 November", "2024-11-27"),
        ("on 3 January", "2025-01-03"),
    ],
)
def test_known_publication_dates_the_words(words: str, day: str) -> None:
    """Counted back from Saturday, 7 December 2024; a day without a year is the nearest one."""
    assert bounds(f"Rebels took Hama {words}.", "2024-12-07") == [(words, day, day, day, day)]


def test_day_of_last_year_is_not_put_in_the_future() -> None:
    """In January "27 November" is that of the year before."""
    [(_, begin, *_)] = bounds("Rebels took Hama on 27 November.", "2024-01-05")
    assert begin == "2023-11-27"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took 2015 rifles.",
        "Rebels may take Hama.",
        "Route 1987 leads to Hama.",
        "On 31 February 2018 nobody left.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """A number, the verb "may" and a day that no calendar has are no times."""
    assert bounds(text) == []


def test_claim_takes_the_time_of_its_own_clause(claims_of: ReadClaims) -> None:
    """Each of two clauses keeps its date."""
    claims = claims_of("Rebels captured Hama in 2013, and the army shelled Homs in 2017.")
    assert [claim.time.earliest_begin for claim in claims] == ["2013-01-01", "2017-01-01"]


def test_publication_date_reaches_the_claim(claims_of: ReadClaims) -> None:
    """The front matter's date is what "on Thursday" counts from."""
    [dated] = claims_of("Rebels captured Hama on Thursday.", "2024-12-07")
    [undated] = claims_of("Rebels captured Hama on Thursday.")
    assert dated.time.earliest_begin == "2024-12-05"
    assert undated.time == TimeBounds("on Thursday")


def test_claim_without_time_has_no_bounds(claims_of: ReadClaims) -> None:
    """Not even the publication date is taken for the time of what happened."""
    [claim] = claims_of("Rebels captured Hama.", "2024-12-07")
    assert claim.time == TimeBounds()
