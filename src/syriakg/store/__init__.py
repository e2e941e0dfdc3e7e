"""The dataset in an embedded Oxigraph store: load, ask, and write it out.

``database`` holds the store, ``results`` what a query answers, ``dataset`` the
published bytes, ``sparql`` what a query may not do.
"""

from syriakg.store.database import Store
from syriakg.store.dataset import DatasetFiles, to_files
from syriakg.store.results import (
    FORMATS,
    Answer,
    RawResult,
    Row,
    Term,
    Value,
    serialize_result,
    to_answer,
    to_table,
)

__all__ = [
    "FORMATS",
    "Answer",
    "DatasetFiles",
    "RawResult",
    "Row",
    "Store",
    "Term",
    "Value",
    "serialize_result",
    "to_answer",
    "to_files",
    "to_table",
]
