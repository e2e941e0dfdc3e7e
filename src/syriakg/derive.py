"""Facts, ties, alliances, contested pairs: runs the rules of ``queries/derive`` in order.

A rule is one SPARQL update that says which graph it writes; what counts as a
fact, a tie or a contradiction is defined there and nowhere in code.
"""

from __future__ import annotations

from pathlib import Path

from syriakg.resources import get_folder
from syriakg.store import Store


def find_rules(folder: Path | None = None) -> list[Path]:
    """Return the rule files, in the order of their numbers (default: the shipped ones)."""
    return sorted((folder or get_folder("queries") / "derive").glob("*.rq"))


def derive(store: Store, folder: Path | None = None) -> dict[str, int]:
    """Run every rule once on a store that holds ontology, reference data and claims.

    Returns how many quads each rule added, by the rule's name. Running it again
    adds nothing. Raises QuestionError with file and line for a broken rule.
    """
    added: dict[str, int] = {}
    for rule in find_rules(folder):
        before = len(store)
        store.update(rule.read_text(encoding="utf-8"), where=str(rule))
        added[rule.stem] = len(store) - before
    return added
