"""Reading an article's file: front matter, title, outlets, and what cannot be read."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from syriakg.articles import parse_article, read_article
from syriakg.errors import ArticleError
from syriakg.records import Article

FRONT = (
    "---\n"
    "title: Rebels take Hama\n"
    "restates: 000_abc\n"
    "outlets: AP News, Reuters\n"
    "published: 2024-12-05\n"
    "---\n"
)
BODY = "Rebels took Hama.\n"


def parse(text: str) -> Article:
    """Parse ``text`` as the file ``sample.md``."""
    return parse_article(text.encode(), "sample.md")


def test_front_matter_gives_the_fields() -> None:
    """Title, source article, outlets and date come from the front matter."""
    article = parse(FRONT + BODY)
    assert (article.title, article.restates) == ("Rebels take Hama", "000_abc")
    assert article.outlets == ("AP News", "Reuters")
    assert article.published == "2024-12-05"


def test_body_begins_after_the_front_matter() -> None:
    """The front matter is in the raw text but is not read."""
    article = parse(FRONT + BODY)
    assert article.raw == FRONT + BODY
    assert article.raw[article.body :] == BODY


def test_unknown_publication_is_an_empty_date() -> None:
    """``published: unknown`` says in so many words that nobody knows."""
    assert parse(FRONT.replace("2024-12-05", "unknown") + BODY).published == ""


def test_article_without_front_matter_has_no_date() -> None:
    """Nothing invents a date."""
    assert parse("Rebels took Hama on 5 December 2024.\n").published == ""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("restates:", "restate:", "sample.md: front matter has the unknown key 'restate'"),
        ("2024-12-05", "last week", "front matter says published: 'last week'"),
        ("2024-12-05", "2024-13-45", "front matter says published: '2024-13-45'"),
        ("AP News, Reuters", "\n  - Reuters", "front matter has the line '- Reuters'"),
    ],
)
def test_faulty_front_matter_is_refused(old: str, new: str, message: str) -> None:
    """A slip in the front matter stops with the file, the word and the cure."""
    with pytest.raises(ArticleError, match=r"\(.+\)$") as caught:
        parse(FRONT.replace(old, new) + BODY)
    assert message in str(caught.value)


def test_first_line_without_full_stop_is_the_title() -> None:
    """A plain-text article begins with its headline."""
    assert parse("Rebels take Hama\n\nRebels took Hama.\n").title == "Rebels take Hama"


def test_markdown_heading_is_the_title_without_its_mark() -> None:
    """The mark is no part of the title."""
    assert parse("# Who holds Hama?\n\nRebels do.\n").title == "Who holds Hama?"


def test_sentence_is_no_title() -> None:
    """An article may begin without a headline."""
    assert parse("Rebels took Hama.\n\nThe army left.\n").title == ""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_closing_list_of_sources_gives_the_outlets(newline: str) -> None:
    """Each item of the list names an outlet before its colon."""
    lines = ["Rebels took Hama.", "", "Sources:", "- CNN: Hama falls", "- Reuters: Army leaves", ""]
    assert parse(newline.join(lines)).outlets == ("CNN", "Reuters")


def test_trailing_credit_gives_the_outlets() -> None:
    """Names left after a paragraph's last sentence credit it."""
    assert parse("Rebels took Hama. CNN, The National\n").outlets == ("CNN", "The National")


@pytest.mark.parametrize(
    "text",
    [
        "The order came from U.S. Central Command\n",
        "He met Lt. Gen. Mazloum Abdi\n",
        "Rebels took Hama. Hayat Tahrir\nal-Sham led them.\n",
        "Rebels took Hama. The army left Homs.\n",
    ],
)
def test_names_inside_a_sentence_are_no_credit(text: str) -> None:
    """An abbreviation's full stop or a wrapped line leaves no credit behind it."""
    assert parse(text).outlets == ()


def test_outlet_named_twice_is_listed_once() -> None:
    """Front matter and list agree."""
    assert parse(FRONT + "Rebels took Hama. Reuters\n").outlets == ("AP News", "Reuters")


def test_hash_is_that_of_the_file() -> None:
    """The SHA-256 covers the bytes, a byte-order mark too."""
    data = b"\xef\xbb\xbfRebels took Hama."
    assert parse_article(data, "a.txt").sha256 == hashlib.sha256(data).hexdigest()


def test_empty_file_is_an_empty_article() -> None:
    """Nothing is in it, and nothing is wrong with it."""
    article = parse_article(b"", "empty.txt")
    assert (article.raw, article.title, article.outlets) == ("", "", ())


def test_byte_order_mark_stays_in_the_raw_text_only() -> None:
    """Offsets count it, since the file has it; the title does not show it."""
    article = parse("\ufeff# Rebels take Hama\n")
    assert article.raw.startswith("\ufeff")
    assert article.title == "Rebels take Hama"


def test_front_matter_after_a_byte_order_mark_is_read() -> None:
    """Editors on Windows write both."""
    assert parse("\ufeff" + FRONT + BODY).title == "Rebels take Hama"


def test_windows_newlines_change_nothing_but_the_raw_text() -> None:
    """CRLF stays in the raw text; the fields are the same."""
    article, windows = parse(FRONT + BODY), parse((FRONT + BODY).replace("\n", "\r\n"))
    assert windows.raw.count("\r\n") == (FRONT + BODY).count("\n")
    fields = ("title", "restates", "outlets", "published")
    assert [getattr(windows, f) for f in fields] == [getattr(article, f) for f in fields]
    assert windows.raw[windows.body :] == "Rebels took Hama.\r\n"


def test_binary_file_is_refused() -> None:
    """A NUL byte is no text."""
    with pytest.raises(ArticleError, match=r"^a\.bin: is a binary file.*UTF-8"):
        parse_article(b"\x7fELF\x00\x01", "a.bin")


def test_broken_utf8_names_byte_and_line() -> None:
    """The message tells where to look: byte 12 is on line 2."""
    with pytest.raises(ArticleError, match=r"byte 12 \(line 2\) is 0xe9.*save it as UTF-8"):
        parse_article(b"Rebels\nfled \xe9t\xe9", "latin1.txt")


def test_missing_file_is_refused(tmp_path: Path) -> None:
    """The message names the path."""
    with pytest.raises(ArticleError, match=r"nowhere\.txt: no such file"):
        read_article(tmp_path / "nowhere.txt")


def test_directory_is_refused(tmp_path: Path) -> None:
    """A folder is not read as a whole in silence."""
    with pytest.raises(ArticleError, match="is a directory"):
        read_article(tmp_path)


def test_file_is_read_under_its_stem(tmp_path: Path) -> None:
    """The document's name is the file's without its ending."""
    path = tmp_path / "000_abc.txt"
    path.write_text(BODY, encoding="utf-8")
    assert read_article(path).stem == "000_abc"


def test_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` is the name of standard input, and its document is called ``stdin``."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(BODY.encode())))
    article = read_article("-")
    assert (article.stem, article.raw) == ("stdin", BODY)
