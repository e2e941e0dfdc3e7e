"""A folder of ``NAME.gold.jsonl`` files and its texts -> `GoldDocument`.

Strict at the door: a record with an unknown key or type, or whose quote is not
in the text, would only look like a reader's mistake.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from syriakg.articles import read_article
from syriakg.evaluation.labels import Labels
from syriakg.evaluation.records import EvaluationError, GoldDocument, GoldRecord
from syriakg.records import Article, Modality
from syriakg.vocabulary import load_vocabulary

_SUFFIX: Final = ".gold.jsonl"
_LISTS: Final = ("also", "agent", "target", "place", "source")
_REQUIRED: Final = frozenset({"id", "quote", "type", "modality", "must"})


def read_gold(
    folder: Path, texts: Path, labels: Labels, names: Sequence[str] = ()
) -> list[GoldDocument]:
    """Read the gold standard in ``folder`` about the texts in ``texts``, by name.

    ``names`` restricts it to some documents. Raises EvaluationError for a
    folder without gold, an unknown name, a missing text or a faulty record.
    """
    found = {path.name.removesuffix(_SUFFIX): path for path in sorted(folder.glob(f"*{_SUFFIX}"))}
    if not found:
        raise EvaluationError(
            f"holds no *{_SUFFIX}", where=str(folder), cure="name a folder with a gold standard"
        )
    if unknown := sorted(set(names) - set(found)):
        raise EvaluationError(
            f"has no {unknown[0]}{_SUFFIX}",
            where=str(folder),
            cure=f"choose from {', '.join(found)}",
        )
    wanted = sorted(set(names)) or list(found)
    return [_read_document(found[name], name, texts, labels) for name in wanted]


def _read_document(path: Path, name: str, texts: Path, labels: Labels) -> GoldDocument:
    candidates = (texts / f"{name}{suffix}" for suffix in (".txt", ".md"))
    text = next((file for file in candidates if file.is_file()), None)
    if text is None:
        raise EvaluationError(
            f"holds no text of {name}", where=str(texts), cure="say where it is with --texts"
        )
    article = read_article(text)
    records = tuple(
        _to_record(data, where, article, labels) for where, data in _iterate_lines(path)
    )
    ids = [record.id for record in records]
    if len(set(ids)) < len(ids):
        raise EvaluationError("two records have one id", where=str(path), cure="number them anew")
    return GoldDocument(name, article, records)


def _iterate_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            data = json.loads(line)
        except ValueError as error:
            raise EvaluationError(f"is not JSON: {error}", where=where, cure="mend it") from None
        if not isinstance(data, dict):
            raise EvaluationError("is not an object", where=where, cure="write {...}")
        yield where, data


def _to_record(data: dict[str, Any], where: str, article: Article, labels: Labels) -> GoldRecord:
    _check_fields(data, where)
    quote = str(data["quote"])
    start = article.raw.find(quote)
    if start < 0 or not quote:
        raise EvaluationError(
            f"the quote of {data['id']} is not in the text", where=where, cure="copy it anew"
        )

    def resolve(role: str) -> frozenset[str]:
        return labels.resolve(data.get(role) or [], article.stem)

    return GoldRecord(
        id=data["id"],
        type=data["type"],
        also=frozenset(data.get("also") or []),
        agent=resolve("agent"),
        target=resolve("target"),
        place=resolve("place"),
        source=resolve("source"),
        modality=Modality(data["modality"]),
        must=data["must"],
        start=start,
        end=start + len(quote),
        quote=quote,
    )


def _check_fields(data: dict[str, Any], where: str) -> None:
    keys = frozenset(data)
    if odd := sorted((_REQUIRED - keys) | (keys - _REQUIRED - frozenset(_LISTS))):
        raise EvaluationError(
            f"the key {odd[0]!r} is missing or unknown",
            where=where,
            cure=f"give {', '.join(sorted(_REQUIRED))}; {', '.join(_LISTS)} may be left out",
        )
    for key in _LISTS:
        values = data.get(key) or []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise EvaluationError(f"{key!r} is no list of names", where=where, cure='write ["..."]')
    if not isinstance(data["must"], bool):
        raise EvaluationError(
            "'must' is neither true nor false", where=where, cure="write true or false"
        )
    if data["modality"] not in list(Modality):
        raise EvaluationError(
            f"{data['modality']!r} is no modality", where=where, cure=f"use {', '.join(Modality)}"
        )
    types = (data["type"], *(data.get("also") or []))
    if unknown := [name for name in types if name not in load_vocabulary().types]:
        raise EvaluationError(
            f"{unknown[0]!r} is no type of claim", where=where, cure="use a name of the ontology"
        )
