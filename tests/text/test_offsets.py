"""Every token knows which raw characters it stands for."""

from __future__ import annotations

import re

import pytest
from tests.conftest import ReadParagraphs

from syriakg.reference import normalise_name
from syriakg.text import Paragraph

_DROPPED = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e]|\\(?=[\"'])|<[^>]*>|\]\([^)]*\)|[\[*`]")
_STRAIGHT = str.maketrans("“”‘’\u00a0\n\r", "\"\"'' \n\n")

SOURCES = {
    "plain": "Rebels took Hama on Thursday.",
    "backslashes": 'He said \\"rebels took Hama\\" and left.',
    "curly quotes": "“Rebels took Hama’s centre,” he said.",
    "zero width": "Re\u200bbels took Ha\u00adma.",
    "bidi": "\u202bRebels\u200f took \u202aHama\u202c.\u200e",
    "Markdown": "The [**rebels**](https://example.org/a_b) took *Hama* and `Homs`.",
    "HTML": 'The <b>rebels</b> took <a href="x">Hama</a>.',
    "spaces": "Rebels  took\u00a0Hama \t today.",
    "right to left": "Rebels took حماة and Hama.",
    "astral": "😀 Rebels 𝒕ook Hama.",
    "wrapped": "Rebels took the city of Hama on Thursday after a week\n"
    "of fighting with the Syrian army, and on Friday they went\n"
    "on to Homs.",
    "CRLF": "Rebels took Hama.\r\n\r\nThe army left Homs.\r\n",
    "CR": "Rebels took Hama.\rThe army left Homs.",
    "byte-order mark": "\ufeffRebels took Hama.",
    "list": "* Rebels took Hama.\n* The army left Homs.\n1. Residents fled.",
    "dateline": "BEIRUT (AP) — Rebels took Hama.",
    "time stamp": "14:35 GMT - Rebels took Hama.",
    "heading": "## REBELS TAKE HAMA\n\nThe İzmir brigade took Hama.",
}


def stands_for(paragraph: Paragraph, index: int) -> tuple[str, str]:
    """Return a token and its raw stretch without what cleaning drops."""
    raw = paragraph.surface([paragraph.doc[index]])
    return paragraph.doc[index].text.casefold(), _DROPPED.sub("", raw).translate(_STRAIGHT)


@pytest.mark.parametrize("text", SOURCES.values(), ids=SOURCES)
def test_token_slices_the_raw_text_to_itself(text: str, paragraphs_of: ReadParagraphs) -> None:
    """But for what cleaning drops, the raw stretch of a word is the word."""
    for paragraph in paragraphs_of(text):
        for token in paragraph.doc:
            if token.i not in paragraph.names and not token.is_space:
                word, written = stands_for(paragraph, token.i)
                assert written.casefold() == word


@pytest.mark.parametrize("text", SOURCES.values(), ids=SOURCES)
def test_masked_name_slices_the_raw_text_to_the_name(
    text: str, paragraphs_of: ReadParagraphs
) -> None:
    """The parser sees another word; the raw stretch is a name of the entry."""
    seen = set()
    for paragraph in paragraphs_of(text):
        for index, entries in paragraph.names.items():
            _, written = stands_for(paragraph, index)
            for entry in entries:
                seen.add(entry.label)
                assert normalise_name(written) in {normalise_name(name) for name in entry.names}
    assert "Hama" in seen


@pytest.mark.parametrize("text", SOURCES.values(), ids=SOURCES)
def test_tokens_follow_one_another(text: str, paragraphs_of: ReadParagraphs) -> None:
    """Raw stretches are half-open, lie inside the text and never go back."""
    at = 0
    for paragraph in paragraphs_of(text):
        for start, end in paragraph.offsets:
            assert at <= start < end <= len(text)
            at = start


def test_phrase_is_the_raw_text_from_first_to_last(paragraphs_of: ReadParagraphs) -> None:
    """A surface keeps what lies between its words as it is written."""
    [paragraph] = paragraphs_of("Rebels took “Deir  ez-Zor”.")
    assert paragraph.surface(list(paragraph.doc)[:4]) == "Rebels took “Deir  ez-Zor"


def test_phrase_without_tokens_is_empty(paragraphs_of: ReadParagraphs) -> None:
    """Nothing is nowhere."""
    [paragraph] = paragraphs_of("Rebels took Hama.")
    assert paragraph.surface([]) == ""
