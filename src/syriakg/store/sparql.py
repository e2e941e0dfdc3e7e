"""What a SPARQL text may not do, and where it is broken.

A question comes from anybody, so it must not make the store fetch from the
network. The words are looked for among the tokens of the text, not in the text:
a string, an IRI, a comment or a variable may hold them freely.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import Final

from pyparsing import ParseBaseException

FORBIDDEN: Final = ("SERVICE", "LOAD")
# rdflib is slow on long texts, and only a help here.
_LONGEST_PARSED: Final = 20_000

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\r\n]*)
    | (?P<string>\"{3}(?:\\.|(?!\"{3})[^\\])*\"{3}
               | '{3}(?:\\.|(?!'{3})[^\\])*'{3}
               | \"(?:\\.|[^\"\\\r\n])*\"
               | '(?:\\.|[^'\\\r\n])*')
    | (?P<iri><(?:\\[uU]|[^<>\"{}|^`\\\x00-\x20])*>)
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
    | (?P<name>(?:[^\W\d](?:[\w.-]*[\w-])?)?:(?:\\.|[\w:%.-])*)
    | (?P<word>[^\W\d]\w*)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_POSITION = re.compile(r"error at (\d+):(\d+)")


def find_forbidden(text: str) -> str:
    """Return the word that would make the store fetch something, or an empty string.

    The text is read twice, with and without its code-point escapes (by which a
    letter may hide from a plain reading), and refused when either holds the word.
    """
    for reading in (text, _decode_escapes(text)):
        for word in _find_words(reading):
            return word
    return ""


def find_position(text: str, error: SyntaxError) -> tuple[int, int] | None:
    """Return line and column (from 1) at which ``text`` is broken, where they can be told.

    Oxigraph knows where an undeclared prefix stands, but for anything else names
    the end of the text; rdflib's parser knows better.
    """
    match = _POSITION.search(str(error))
    known = (int(match[1]), int(match[2])) if match else None
    if is_missing_prefix(error) or len(text) > _LONGEST_PARSED:
        return known
    # Its grammar takes long to build, and only a broken query needs it.
    from rdflib.plugins.sparql.parser import parseQuery, parseUpdate  # noqa: PLC0415

    failures = [_parse(parse, text) for parse in (parseQuery, parseUpdate)]
    if None in failures:
        return known
    return max(failure for failure in failures if failure)


def is_missing_prefix(error: SyntaxError) -> bool:
    """Tell whether a query is broken because it uses a prefix that it does not declare."""
    return "Prefix not found" in str(error)


def _parse(parse: Callable[[str], object], text: str) -> tuple[int, int] | None:
    """Return where a parser of rdflib stops; None when it does not."""
    try:
        parse(text)
    except ParseBaseException as failure:
        return failure.lineno, failure.col
    except RecursionError:
        return None
    return None


def _find_words(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        kind, token = match.lastgroup, match.group().upper()
        for word in FORBIDDEN:
            # Oxigraph needs no space round a keyword ("trueSERVICE:x"), so a
            # keyword may hide at the end of a prefix or behind a dot of a name.
            if (kind == "word" and word in token) or (kind == "name" and _hides(token, word)):
                yield word


def _hides(name: str, word: str) -> bool:
    prefix, _, local = name.partition(":")
    return prefix.endswith(word) or any(part.startswith(word) for part in local.split(".")[1:])


def _decode_escapes(text: str) -> str:
    return _ESCAPE.sub(_decode_escape, text)


def _decode_escape(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= sys.maxunicode else match.group()
