"""Names in running text: which are found, and which words only look like them."""

from __future__ import annotations

import pytest
from tests.conftest import ReadParagraphs


def found(text: str, paragraphs_of: ReadParagraphs) -> list[tuple[str, str]]:
    """Return each name in ``text`` with the label of the first entry that it may mean."""
    return [
        (paragraph.surface([paragraph.doc[index]]), entries[0].label)
        for paragraph in paragraphs_of(text)
        for index, entries in sorted(paragraph.names.items())
    ]


@pytest.mark.parametrize(
    "spelling",
    ["Deir ez-Zor", "Deir Ezzor", "Deir al-Zor", "Deir-ez-Zor", "Deir el-Zour", "Deir ez\u2011Zor"],
)
def test_spellings_of_one_place(spelling: str, paragraphs_of: ReadParagraphs) -> None:
    """Each way of writing it is one token that stands for the place."""
    assert found(f"Rebels took {spelling}.", paragraphs_of) == [(spelling, "Deir ez-Zor")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HTS took the town.", "HTS"),
        ("The HTS took the town.", "HTS"),
        ("Hayat Tahrir al-Sham took the town.", "Hayat Tahrir al-Sham"),
        ("HTS's men took the town.", "HTS"),
        ("HTS’s men took the town.", "HTS"),
        ("HTS-led men took the town.", "HTS"),
        ("Men (HTS) took the town.", "HTS"),
    ],
)
def test_group_by_acronym_and_in_full(text: str, name: str, paragraphs_of: ReadParagraphs) -> None:
    """The name is found without its article, its possessive and what is hyphenated to it."""
    assert found(text, paragraphs_of) == [(name, "Hayat Tahrir al-Sham")]


def test_longest_name_wins(paragraphs_of: ReadParagraphs) -> None:
    """A name inside a longer one is not found by itself."""
    assert found("Rebels took Aleppo Governorate.", paragraphs_of) == [
        ("Aleppo Governorate", "Aleppo")
    ]


def test_state_is_not_the_pronoun(paragraphs_of: ReadParagraphs) -> None:
    """In capitals "US" is a state; "us" is not."""
    assert found("They told us that the US had left.", paragraphs_of) == [("US", "United States")]


def test_group_is_not_the_verb(paragraphs_of: ReadParagraphs) -> None:
    """In capitals "IS" is a group; "is" is not."""
    assert found("It is said that IS has left.", paragraphs_of) == [("IS", "Islamic State")]


def test_short_acronym_is_not_found_among_capitals(paragraphs_of: ReadParagraphs) -> None:
    """In a heading all in capitals "US" may be the pronoun; longer names are still found."""
    assert found("REBELS IN HAMA TELL US", paragraphs_of) == [("HAMA", "Hama")]


def test_lower_case_word_is_no_name(paragraphs_of: ReadParagraphs) -> None:
    """A name begins with a capital."""
    assert found("The turkey was eaten at home.", paragraphs_of) == []


def test_state_and_its_country_share_a_token(paragraphs_of: ReadParagraphs) -> None:
    """What a name means is for its role to decide: both entries are kept."""
    [paragraph] = paragraphs_of("Turkey struck Manbij.")
    assert {entry.is_place for entry in paragraph.names[0]} == {True, False}
