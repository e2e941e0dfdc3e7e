"""Blocks and sentences: headings, datelines, wrapped lines, abbreviations."""

from __future__ import annotations

import pytest
from tests.conftest import ReadParagraphs

from syriakg.text import Paragraph


def sentences(paragraphs: list[Paragraph]) -> list[str]:
    """Return the raw text of each sentence."""
    return [p.surface(list(sentence)) for p in paragraphs for sentence in p.doc.sents]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Rebels take Hama\n\nThe army left Hama on Thursday.", [True, False]),
        ("# Who holds Hama?\n\nRebels do.", [True, False]),
        ("Rebels took Hama.\n\nThe army left.", [False, False]),
        ("Rebels took Hama. They went on to Homs", [False]),
        ("BEIRUT (AP) — Rebels took Hama", [False]),
    ],
)
def test_headings_are_detected(
    text: str, headings: list[bool], paragraphs_of: ReadParagraphs
) -> None:
    """A heading is marked as one or is a line that does not end as a sentence does."""
    assert [paragraph.is_heading for paragraph in paragraphs_of(text)] == headings


def test_heading_loses_its_capitals(paragraphs_of: ReadParagraphs) -> None:
    """The tagger takes capitalised words for names; only names keep their capitals."""
    [paragraph] = paragraphs_of("Rebels Take Hama From The Army")
    assert [t.text for t in paragraph.doc if t.i not in paragraph.names] == [
        "rebels", "take", "from", "the", "army",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "dateline",
    [
        "BEIRUT (AP) —",
        "DAMASCUS, Dec 7 (Reuters) -",
        "Damascus, Dec. 7 (SANA) –",
        "ISTANBUL —",
        "ISTANBUL, Turkey —",
        "14:35 GMT -",
        "[09:15]",
        "9.40pm:",
    ],
)
def test_datelines_and_time_stamps_are_taken_off(
    dateline: str, paragraphs_of: ReadParagraphs
) -> None:
    """They are about the text and no part of its first sentence."""
    [paragraph] = paragraphs_of(f"{dateline} Rebels took Hama.")
    assert paragraph.dateline == dateline
    assert sentences([paragraph]) == ["Rebels took Hama."]


@pytest.mark.parametrize(
    "text",
    [
        "HTS – which holds Idlib – took Hama.",
        "The rebels (HTS) – once called Nusra – took Hama.",
        "Syrian rebels (HTS) – once called Nusra – took Hama.",
        "2.25 million people fled Hama.",
        "1.50 billion dollars went to Hama.",
    ],
)
def test_subject_is_no_dateline(text: str, paragraphs_of: ReadParagraphs) -> None:
    """A dash or a decimal number at the front is part of the sentence."""
    paragraphs = paragraphs_of(text)
    assert sentences(paragraphs) == [text]
    assert paragraphs[0].dateline == ""


@pytest.mark.parametrize(
    "text",
    [
        "Col. Hassan Deeb met Maj. Omar Deeb and Lt. Gen. Ali Deeb in Hama.",
        "Dr. Deeb met Mr. Deeb and Mrs. Deeb in Hama.",
        "The U.S. Army struck Hama at 5 p.m. Thursday.",
        "The army left Hama on Dec. 7, i.e. on a Saturday.",
        "About 3.5 million people fled Hama.",
    ],
)
def test_abbreviations_end_no_sentence(text: str, paragraphs_of: ReadParagraphs) -> None:
    """A full stop after a title, a month or an initial is no end."""
    assert sentences(paragraphs_of(text)) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took Hama. The army left.", ["Rebels took Hama.", "The army left."]),
        ("Who holds Hama? Rebels do!", ["Who holds Hama?", "Rebels do!"]),
        ("He said: “Rebels took Hama.” He left.", ["He said: “Rebels took Hama.”", "He left."]),
        ("He left. “Rebels took Hama.”", ["He left.", "“Rebels took Hama.”"]),
        ("Rebels took Hama (and Homs.) They left.", ["Rebels took Hama (and Homs.)", "They left."]),
    ],
)
def test_sentences_end_where_punctuation_says(
    text: str, expected: list[str], paragraphs_of: ReadParagraphs
) -> None:
    """A closing quotation mark or bracket stays with its sentence."""
    assert sentences(paragraphs_of(text)) == expected


def test_hard_wrapped_lines_make_one_paragraph(paragraphs_of: ReadParagraphs) -> None:
    """Lines of about equal width that end in mid-sentence belong together."""
    wrapped = (
        "Rebels took the city of Hama on Thursday after a week of fighting\n"
        "with the Syrian army, and on Friday they went on to the villages\n"
        "north of Homs."
    )
    assert sentences(paragraphs_of(wrapped)) == [wrapped]


def test_lines_that_end_as_sentences_stay_apart(paragraphs_of: ReadParagraphs) -> None:
    """Paragraphs need no blank line between them."""
    first = "Rebels took the city of Hama on Thursday after a week of fighting."
    second = "The Syrian army left the villages to the north of Homs on Friday."
    assert [p.surface(list(p.doc)) for p in paragraphs_of(f"{first}\n{second}")] == [first, second]


def test_closing_list_of_sources_is_not_read(paragraphs_of: ReadParagraphs) -> None:
    """Titles of other articles are no claims of this one."""
    text = "Rebels took Hama.\n\nSources:\n- CNN: Army takes Homs\n"
    assert sentences(paragraphs_of(text)) == ["Rebels took Hama."]


def test_trailing_credit_is_not_read(paragraphs_of: ReadParagraphs) -> None:
    """The outlets after the last sentence of a paragraph are no sentence."""
    assert sentences(paragraphs_of("Rebels took Hama. CNN, The National")) == ["Rebels took Hama."]


def test_front_matter_is_not_read(paragraphs_of: ReadParagraphs) -> None:
    """It is about the text."""
    text = "---\ntitle: Rebels take Homs\n---\nRebels took Hama."
    assert sentences(paragraphs_of(text)) == ["Rebels took Hama."]


def test_endless_sentence_is_cut(paragraphs_of: ReadParagraphs) -> None:
    """Text without punctuation is read in pieces, whole and in order."""
    text = "rebels took Hama and " * 200
    cut = sentences(paragraphs_of(text))
    assert len(cut) > 1
    assert "".join(cut).replace(" ", "") == text.replace(" ", "")


def test_ruler_is_not_read(paragraphs_of: ReadParagraphs) -> None:
    """A line drawn between paragraphs is no paragraph."""
    text = "Rebels took Hama.\n" + "=" * 60 + "\nThe army left."
    assert sentences(paragraphs_of(text)) == ["Rebels took Hama.", "The army left."]
