"""The drawing library that pyvis brings along, read from its package."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from syriakg.errors import SyriakgError

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


class PageError(SyriakgError):
    """A page that cannot be made: part of the installation is missing or unfit."""


@cache
def read_vis_library() -> str:
    """Read vis-network's minified JavaScript, licence kept, source map reference removed.

    Raises PageError when the installed pyvis does not hold it.
    """
    folder = files("pyvis") / "templates" / "lib"
    found = [entry for entry in folder.iterdir() if entry.name.startswith("vis-")]
    if not found:
        cure = "install pyvis 0.3.2 again"
        raise PageError("vis-network is missing", where="package pyvis", cure=cure)
    newest = max(found, key=lambda entry: _to_version(entry.name))
    source = (newest / "vis-network.min.js").read_text(encoding="utf-8")
    if "</script" in source.lower():
        cure = "install pyvis 0.3.2"
        raise PageError("vis-network would end its own script", where="package pyvis", cure=cure)
    return _SOURCE_MAP.sub("", source).strip() + "\n"


def _to_version(name: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", name))
