"""Where the ontology, the questions, the shipped graph and the page assets lie.

In a checkout they are the top-level folders; in an installed wheel they are
packed beside the code under ``data/``.
"""

from __future__ import annotations

from pathlib import Path

_PACKED = Path(__file__).parent / "data"
_CHECKOUT = Path(__file__).parents[2]


def get_folder(name: str) -> Path:
    """Return the folder ``ontology``, ``queries``, ``graphs`` or ``articles``.

    Raises FileNotFoundError when the installation lacks it.
    """
    for base in (_PACKED, _CHECKOUT):
        folder = base / name
        if folder.is_dir():
            return folder
    message = f"the installation lacks its folder {name!r}; install syriakg again"
    raise FileNotFoundError(message)
