"""Whatever an article's text is, reading it neither fails nor points outside it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import MakeArticle, ReadParagraphs

from syriakg.reading.reader import ArticleReader
from syriakg.records import Article

FRAGMENTS = [
    "Rebels captured Hama", "said Turkey", "Deir ez-Zor", "HTS", "who fled", "If ", "not ",
    "العربية", "حماة\u200f", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "e\u0301", "İ", "ß",
    "😀", "ﷺ", "\x01", "\x1f", "\x7f", "\x85", "\u2028", "\t", " ", "  ", "\n", "\r\n", "\r",
    "\n\n", '\\"', "“", "”", "’s", "'", "(", ")", "[", "](", "<b>", "</b>", "<", "<!--", "**", "#",
    "- ", "1. ", "---\n", "Sources:\n- ", ".", ". ", "?", "…", ":", ";", ",", "—", "14:35 ", "2015",
]  # fmt: skip
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
MIXTURES = st.lists(st.sampled_from(FRAGMENTS) | ANY_TEXT, max_size=40).map("".join)
THOROUGHLY = settings(max_examples=150, deadline=None, derandomize=True)


def check(article: Article, reader: ArticleReader) -> None:
    """Read ``article`` and see that all it points at lies inside it."""
    result = reader.read(article)
    for reading in result.readings:
        evidence = reading.evidence
        assert 0 <= evidence.start < evidence.end <= len(article.raw)
        assert article.raw[evidence.start : evidence.end] == evidence.quote
    for unread in result.unread:
        assert 0 <= unread.start <= unread.end <= len(article.raw)


@THOROUGHLY
@given(text=MIXTURES)
def test_any_text_is_read(
    text: str, make_article: MakeArticle, article_reader: ArticleReader
) -> None:
    """Evidence lies inside the text and is the text there; nothing fails."""
    # A line before it keeps the text from being taken for front matter, which has rules.
    check(make_article("Hama\n" + text), article_reader)


@THOROUGHLY
@given(text=MIXTURES)
def test_any_text_keeps_its_offsets(text: str, paragraphs_of: ReadParagraphs) -> None:
    """Each token has a stretch inside the text, and stretches never go back."""
    text, at = "Hama\n" + text, 0
    for paragraph in paragraphs_of(text):
        assert len(paragraph.offsets) == len(paragraph.doc)
        for start, end in paragraph.offsets:
            assert at <= start <= end <= len(text)
            at = start


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Hama and shelled Homs, Turkey said. " * 4000,
        "rebels captured Hama and " * 800,
        "x" * 200_000,
        "<" * 200_000,
        "=" * 200_000,
        " " * 200_000,
        "[(" * 100_000,
        "\u202e" * 200_000,
        ("<b>" * 1000 + "\n") * 50,
    ],
    ids=["news", "one sentence", "word", "angles", "ruler", "spaces", "links", "bidi", "tags"],
)
@pytest.mark.slow
def test_long_line_is_read(
    text: str, make_article: MakeArticle, article_reader: ArticleReader
) -> None:
    """A line of 200 kB, with or without sentences in it, is read to its end."""
    check(make_article(text), article_reader)


def test_long_line_of_news_is_read_to_its_end(
    make_article: MakeArticle, article_reader: ArticleReader
) -> None:
    """The last sentence of a long line is read as the first is."""
    text = "Nothing happened. " * 1000 + "Rebels captured Hama."
    [reading] = article_reader.read(make_article(text)).readings
    assert reading.evidence.quote == "Rebels captured Hama"


@pytest.mark.parametrize("text", ["", "\n", "   \n\t\n", "\ufeff", "...", "\u202e\u200b"])
def test_text_without_words_yields_nothing(
    text: str, make_article: MakeArticle, article_reader: ArticleReader
) -> None:
    """Nothing is read out of nothing."""
    assert article_reader.read(make_article(text)).readings == ()
