"""The page that leads to the networks, with the counts of what was built."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from syriakg.pages.safety import make_visible
from syriakg.pages.template import render_page

_PAGES: Final = (
    ("alliance", "Who stands with whom", "Alliances, support, opposition, meetings"),
    ("influence", "Who acts on whom", "Arms, money, cover, pressure and control, by direction"),
)


def render_index_page(manifest: Mapping[str, object]) -> str:
    """Render the start page as HTML text, to be written beside the network pages.

    ``manifest`` is the build's manifest: ``counts`` maps what was counted to
    whole numbers, ``networks`` maps ``alliance`` and ``influence`` to counts
    of their own. Either may be absent; anything else in it is not shown.
    """
    networks = _to_mapping(manifest.get("networks"))
    pages = [
        {
            "href": f"{name}.html",
            "title": title,
            "about": about,
            "counts": _to_counts(networks.get(name)),
        }
        for name, title, about in _PAGES
    ]
    return render_page(
        "index.html.j2",
        styles=("page.css", "index.css"),
        scripts=(),
        pages=pages,
        counts=_to_counts(manifest.get("counts")),
    )


def _to_counts(value: object) -> list[tuple[str, str]]:
    """Keep whole numbers, written with thousands apart, in the order they came."""
    return [
        (make_visible(str(name)), f"{count:,}")
        for name, count in _to_mapping(value).items()
        if isinstance(count, int) and not isinstance(count, bool)
    ]


def _to_mapping(value: object) -> dict[object, object]:
    return dict(value) if isinstance(value, dict) else {}
