"""File -> `Article`: raw text, hash, front matter, title and the outlets it cites.

The raw text is the file decoded from UTF-8 and nothing else; every offset in
the project counts its code points.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import deque
from datetime import date
from itertools import pairwise
from pathlib import Path

from syriakg.errors import ArticleError
from syriakg.records import Article

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEY_VALUE = re.compile(r"(?m)^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*\r?$")
_KEYS = frozenset({"title", "restates", "outlets", "published"})
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SOURCES_HEADING = re.compile(r"(?im)^[ \t#*]*(?:sources?|references)[ \t*]*:?[ \t*]*\r?$")
_SOURCE_ITEM = re.compile(r"(?m)^[ \t]*[-*•][ \t]*([^:\n]{2,40}):")
# After these a full stop ends no sentence.
ABBREVIATIONS = ("Brig", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Gen", "Lt", "Maj", "Mr", "Mrs", "Ms",
                 "Pfc", "Prof", "Rep", "Sen", "Sgt", "Spc", "St")  # fmt: skip
_NO_ABBREVIATION = r"(?<!\b[A-Za-z])" + "".join(rf"(?<!\b{word})" for word in ABBREVIATIONS)
# A list of outlets left after a paragraph's last sentence: capitalised words and commas only.
_TRAILING_CREDIT = re.compile(
    rf"(?m){_NO_ABBREVIATION}[.!?][”\"’)]*[ \t]+"
    r"((?:[A-Z][\w.&'’-]*(?:[ ,]+|[ \t]*$)){1,12})[ \t]*$"
)
_MAX_TITLE = 200
_WIDEST_WRAPPED = 110


def read_article(path: Path | str) -> Article:
    """Read one article; ``-`` reads standard input.

    Raises ArticleError when there is no such file, when it is a directory, or
    when its bytes are not UTF-8 text.
    """
    name = str(path)
    data = sys.stdin.buffer.read() if name == "-" else _read_bytes(Path(path))
    return parse_article(data, name)


def parse_article(data: bytes, name: str) -> Article:
    """Turn the bytes of a file called ``name`` into an `Article`."""
    raw = _decode(data, name)
    front = _FRONT_MATTER.match(raw)
    fields = _parse_front_matter(front.group(1), name) if front else {}
    body = front.end() if front else 0
    return Article(
        stem="stdin" if name == "-" else Path(name).stem,
        path=name,
        raw=raw,
        sha256=hashlib.sha256(data).hexdigest(),
        title=fields.get("title") or _find_title(raw[body:]),
        body=body,
        restates=fields.get("restates", ""),
        outlets=_find_outlets(raw[body:], fields.get("outlets", "")),
        published=fields.get("published", ""),
    )


def find_reference_list(raw: str, body: int = 0) -> int:
    """Return the offset at which a closing list of sources begins, or ``len(raw)``."""
    match = deque(_SOURCES_HEADING.finditer(raw, body), maxlen=1)
    return match[0].start() if match and _SOURCE_ITEM.search(raw, match[0].end()) else len(raw)


def find_credit(line: str) -> int:
    """Return where a credit such as ``CNN, The National`` begins in ``line``, or its length."""
    match = _TRAILING_CREDIT.search(line)
    return match.start(1) if match else len(line)


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise ArticleError("is a directory", where=str(path), cure="name the files in it")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ArticleError("no such file", where=str(path), cure="check the path") from None
    except OSError as error:
        raise ArticleError(
            f"cannot be read: {error.strerror}", where=str(path), cure="check its permissions"
        ) from None


def _decode(data: bytes, name: str) -> str:
    if b"\x00" in data:
        raise ArticleError(
            "is a binary file, not text", where=name, cure="give plain text or Markdown in UTF-8"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ArticleError(
            f"is not UTF-8: byte {error.start} (line {line}) is {data[error.start]:#04x}",
            where=name,
            cure="save it as UTF-8",
        ) from None


def _parse_front_matter(block: str, name: str) -> dict[str, str]:
    strange = next((line for line in _KEY_VALUE.sub("", block).splitlines() if line.strip()), "")
    if strange:
        raise ArticleError(
            f"front matter has the line {strange.strip()!r}",
            where=name,
            cure="write each line as key: value",
        )
    fields = {key.lower(): value for key, value in _KEY_VALUE.findall(block)}
    unknown = sorted(set(fields) - _KEYS)
    if unknown:
        raise ArticleError(
            f"front matter has the unknown key {unknown[0]!r}",
            where=name,
            cure=f"use only {', '.join(sorted(_KEYS))}",
        )
    published = fields.get("published", "")
    if published == "unknown":
        fields["published"] = ""
    elif published and not _is_date(published):
        raise ArticleError(
            f"front matter says published: {published!r}",
            where=name,
            cure="write YYYY-MM-DD or unknown",
        )
    return fields


def _is_date(text: str) -> bool:
    if not _ISO_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _find_title(body: str) -> str:
    """Return the first line when it reads as a headline, not as a sentence."""
    lines = body.removeprefix("\ufeff").splitlines()
    first = next((line.strip() for line in lines if line.strip()), "")
    title = first.lstrip("# ").strip()
    is_headline = first.startswith("#") or not title.endswith((".", "!", "”", '"'))
    return title if is_headline and len(title) <= _MAX_TITLE else ""


def _find_outlets(body: str, listed: str) -> tuple[str, ...]:
    """Collect the outlets that the front matter, a closing list or credits name, in order."""
    names = [name.strip() for name in listed.split(",")]
    at = find_reference_list(body)
    names += [item.strip() for item in _SOURCE_ITEM.findall(body, at)]
    lines = [*body[:at].splitlines(), ""]
    for line, following in pairwise(lines):
        if following.strip() and len(line) <= _WIDEST_WRAPPED:
            continue  # a hard-wrapped paragraph goes on
        names += [name.strip(" .") for name in line[find_credit(line) :].split(",")]
    return tuple(dict.fromkeys(name for name in names if name))
