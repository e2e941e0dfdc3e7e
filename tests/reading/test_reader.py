"""What the reader leaves out and says so; what it must not read at all."""

from __future__ import annotations

import pytest
from tests.conftest import ReadArticle


@pytest.mark.parametrize(
    "text",
    [
        "The film captured the mood in Damascus.",
        "Love conquered Damascus.",
        "Actors stormed the stage in Damascus.",
        "The minister fired a shot across the bows of the press.",
        "Turkey beat Qatar in the football match.",
        "Syria lost to Iran in the Asian Cup final.",
        "Turkey attacked in the second half and scored twice.",
        "The team captured the title in Damascus.",
        "Stocks in Qatar fell to a new low.",
        "The lira fell against the dollar in Turkey.",
        "Investors fled Turkey's bond market.",
        "Oil retreated after Iran spoke.",
        "Turkey's central bank launched an offensive on inflation.",
        "Prices exploded in Turkey.",
        "A battle of wits gripped the club in Homs.",
        "The opera in Damascus staged a battle scene.",
        "The minister launched a charm offensive in Qatar.",
        *(
            pytest.param(text, marks=pytest.mark.xfail(strict=True, reason=reason))
            for text, reason in [
                ("Iran defeated Syria 2-1 in the qualifier.", "read as opposes"),
                ("Heat waves besieged Damascus.", "read as a Blockade"),
                ("Snow captured Homs.", "the snow is minted as an armed group"),
            ]
        ),
    ],
)
def test_metaphor_sport_and_markets_yield_nothing(text: str, read_text: ReadArticle) -> None:
    """Words of war are not war."""
    assert read_text(text).readings == ()


def test_sentence_without_a_trigger_is_reported(read_text: ReadArticle) -> None:
    """Nothing is left out in silence: the report has the sentence and the reason."""
    text = "Rebels captured Hama. The sky was blue."
    result = read_text(text)
    [unread] = result.unread
    assert text[unread.start : unread.end] == "The sky was blue."
    assert unread.reason == "no frame has a trigger in it"
    assert result.sentences == 2


def test_sentence_without_a_participant_is_reported(read_text: ReadArticle) -> None:
    """A trigger was there; the reason names the frame that missed somebody."""
    [unread] = read_text("The team captured the title.").unread
    assert unread.reason.startswith("frame ")
    assert unread.reason.endswith("found no participant for a required role")


def test_sentence_that_was_read_is_not_reported(read_text: ReadArticle) -> None:
    """Read or unread, never both."""
    assert read_text("Rebels captured Hama.").unread == ()


def test_evidence_is_the_clause_not_the_paragraph(read_text: ReadArticle) -> None:
    """The quote has trigger and roles and stops short of the other clause."""
    text = "Rebels captured Hama, and Turkey criticised Iran."
    quotes = [reading.evidence.quote for reading in read_text(text).readings]
    assert quotes == ["Rebels captured Hama", "Turkey criticised Iran"]


def test_evidence_counts_code_points(read_text: ReadArticle) -> None:
    """Characters outside the basic plane and accents count as the raw text has them."""
    text = "😀 Rébéls\n\nRebels captured Hama."
    [reading] = read_text(text).readings
    assert (reading.evidence.start, reading.evidence.end) == (10, 30)


def test_evidence_names_article_and_rule(read_text: ReadArticle) -> None:
    """One can go from a claim to the file and to the rule that read it."""
    [reading] = read_text("Rebels captured Hama.").readings
    assert (reading.evidence.document, reading.evidence.rule) == ("sample", "capture")


def test_same_text_is_read_alike(read_text: ReadArticle) -> None:
    """Reading leaves nothing behind that changes the next reading."""
    text = "Rebels captured Hama. They shelled Homs."
    assert read_text(text) == read_text(text)
