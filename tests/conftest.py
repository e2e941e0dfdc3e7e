"""What reading tests share: the model, the reference data and the language, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from syriakg.articles import parse_article
from syriakg.claims import to_claim
from syriakg.reading.reader import ArticleReader, ArticleReadings
from syriakg.records import Article, Claim
from syriakg.reference import Reference, load_reference
from syriakg.text import Paragraph, TextReader

MakeArticle = Callable[..., Article]
ReadArticle = Callable[..., ArticleReadings]
ReadClaims = Callable[..., list[Claim]]
ReadParagraphs = Callable[[str], list[Paragraph]]


def _make_article(text: str, published: str = "", name: str = "sample.txt") -> Article:
    front = f"---\npublished: {published}\n---\n" if published else ""
    return parse_article((front + text).encode(), name)


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """Return a function from a text, and where given its date, to an article."""
    return _make_article


@pytest.fixture(scope="session")
def reference() -> Reference:
    """Return the shipped actors and places."""
    return load_reference()


@pytest.fixture(scope="session")
def article_reader(reference: Reference) -> ArticleReader:
    """Return a reader with the shipped language."""
    return ArticleReader(reference)


@pytest.fixture(scope="session")
def read_text(article_reader: ArticleReader) -> ReadArticle:
    """Return a function from a text to what is read in it and what is not."""

    def read(text: str, published: str = "") -> ArticleReadings:
        return article_reader.read(_make_article(text, published))

    return read


@pytest.fixture(scope="session")
def claims_of(read_text: ReadArticle) -> ReadClaims:
    """Return a function from a text to its claims, one for each reading, in order."""

    def read(text: str, published: str = "") -> list[Claim]:
        return [to_claim(reading) for reading in read_text(text, published).readings]

    return read


@pytest.fixture(scope="session")
def paragraphs_of(reference: Reference) -> ReadParagraphs:
    """Return a function from a text to its parsed paragraphs."""
    reader = TextReader(reference)

    def read(text: str) -> list[Paragraph]:
        return list(reader.read(_make_article(text)))

    return read
