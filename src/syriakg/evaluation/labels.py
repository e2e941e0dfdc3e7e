"""``labels.json`` -> `Labels`: which names mean one entity, which entities stand for another.

Two spellings of a name are the same when they differ only in case, accents,
punctuation and a leading article.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from syriakg.evaluation.records import EvaluationError

_REQUIRED: Final = frozenset(
    {"surface", "equivalent", "symmetric_types", "affected_in_target_types"}
)
_OPTIONAL: Final = frozenset({"surface_by_document"})


@dataclass(frozen=True, slots=True)
class Labels:
    """Names resolved to canonical ones, all normalised.

    ``symmetric`` names the types whose agent and target may change places,
    ``affected`` those whose affected party stands in the target whoever acts:
    for both the participants count together.
    """

    surface: Mapping[str, str]
    equivalent: tuple[frozenset[str], ...] = ()
    symmetric: frozenset[str] = frozenset()
    affected: frozenset[str] = frozenset()
    by_document: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def resolve(self, names: Iterable[str], document: str) -> frozenset[str]:
        """Return the canonical labels of ``names`` as ``document`` uses them."""
        table = {**self.surface, **self.by_document.get(document, {})}
        return frozenset(table.get(label, label) for label in map(normalize_label, names))

    def share(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Tell whether two sets have an entity in common or two that stand for each other."""
        return bool(one & other) or any(one & group and other & group for group in self.equivalent)


def normalize_label(label: str) -> str:
    """Return ``label`` in lower-case ASCII words, without a leading "the"."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip().removeprefix("the ")


def read_labels(path: Path) -> Labels:
    """Read a ``labels.json``.

    Raises EvaluationError when it is no JSON, lacks a key or has an unknown
    one, and when one name stands for two entities.
    """
    data = _read_json(path)
    surface = _to_table(data["surface"], path)
    groups = (map(normalize_label, group) for group in data["equivalent"])
    parts = data.get("surface_by_document", {})
    return Labels(
        surface=surface,
        equivalent=tuple(frozenset(surface.get(name, name) for name in group) for group in groups),
        symmetric=frozenset(data["symmetric_types"]),
        affected=frozenset(data["affected_in_target_types"]),
        by_document={name: _to_table(part, path) for name, part in parts.items()},
    )


def _read_json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise EvaluationError(f"is not JSON: {error}", where=str(path), cure="mend it") from None
    keys = frozenset(data) if isinstance(data, dict) else frozenset()
    if odd := sorted((_REQUIRED - keys) | (keys - _REQUIRED - _OPTIONAL)):
        raise EvaluationError(
            f"the key {odd[0]!r} is missing or unknown",
            where=str(path),
            cure=f"give {', '.join(sorted(_REQUIRED))}",
        )
    return dict(data)


def _to_table(surface: Mapping[str, list[str]], path: Path) -> dict[str, str]:
    table: dict[str, str] = {}
    for entity, names in surface.items():
        canonical = normalize_label(entity)
        for name in (entity, *names):
            known = table.setdefault(normalize_label(name), canonical)
            if known != canonical:
                raise EvaluationError(
                    f"{name!r} stands for {known!r} and for {canonical!r}",
                    where=str(path),
                    cure="keep it at one of them, or list both as equivalent",
                )
    return table
