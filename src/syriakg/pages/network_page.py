"""Graph -> one self-contained HTML file with the network and all its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import networkx as nx
from markupsafe import Markup

from syriakg.network.measures import measure_actors
from syriakg.pages.page_data import name_briefly, to_actor_records, to_tie_records
from syriakg.pages.picture import build_picture
from syriakg.pages.safety import make_visible, to_script_json
from syriakg.pages.template import read_template, render_page
from syriakg.pages.vis_library import read_vis_library
from syriakg.pages.wording import DISPUTED_DASHES, DISPUTED_MARK, STANCES, STATUSES, list_headings

SCRIPTS = ("state.js", "picture.js", "panel.js", "controls.js", "main.js")
_RANKED = 10


def render_network_page(
    graph: nx.MultiDiGraph[str], *, title: str, subtitle: str, notes: Sequence[str]
) -> str:
    """Render a network as HTML text, to be written as UTF-8; the file needs nothing else.

    ``notes`` are paragraphs that say what the reader should know of the data.
    An influence network gets a ranking of its actors too. Same graph, same text.
    """
    ids = name_briefly(graph) | name_briefly(key for *_, key in graph.edges(keys=True))
    ties = to_tie_records(graph, ids)
    actors = to_actor_records(graph, ids)
    payload = {
        "actors": actors,
        "headings": list_headings(),
        "picture": build_picture(graph, ids),
        "ties": ties,
    }
    return render_page(
        "network.html.j2",
        styles=("page.css", "network.css"),
        scripts=(read_vis_library(), _read_scripts()),
        title=make_visible(title),
        subtitle=make_visible(subtitle),
        notes=[make_visible(note) for note in notes],
        payload=Markup(to_script_json(payload)),  # noqa: S704 - escaped by to_script_json
        actors=actors,
        ties=ties,
        ranking=_rank_actors(graph, ids) if graph.name == "influence" else [],
        legend=_to_legend(ties),
        disputed_dashes=_to_dashes(DISPUTED_DASHES),
        disputed_mark=DISPUTED_MARK,
        disputed_count=sum(bool(tie["disputed"]) for tie in ties),
    )


def _rank_actors(graph: nx.MultiDiGraph[str], ids: Mapping[str, str]) -> list[dict[str, object]]:
    measured = measure_actors(graph)
    ranked = sorted(measured.items(), key=lambda item: (-item[1].influence, item[0]))
    return [
        {
            "id": ids[iri],
            "label": make_visible(str(graph.nodes[iri]["label"])),
            "influence": f"{measures.influence:.1%}",
            "exposure": f"{measures.exposure:.1%}",
            "reach": f"{measures.reach:.0%}",
        }
        for iri, measures in ranked[:_RANKED]
    ]


def _to_legend(ties: Sequence[Mapping[str, object]]) -> dict[str, list[dict[str, object]]]:
    stances = Counter(tie["stance"] for tie in ties)
    statuses = Counter(tie["status"] for tie in ties)
    return {
        "stances": [
            {
                "name": stance.value,
                "style": style,
                "dashes": _to_dashes(style.dashes),
                "count": stances[stance.value],
            }
            for stance, style in STANCES.items()
        ],
        "statuses": [
            {"name": name, "meaning": meaning, "count": statuses[name]}
            for name, meaning in STATUSES.items()
        ],
    }


def _to_dashes(dashes: Sequence[int]) -> str:
    """Write a line pattern for the legend, whose samples are half as large as the lines."""
    return " ".join(f"{dash / 2:g}" for dash in dashes)


@cache
def _read_scripts() -> str:
    """Join our scripts into one private scope."""
    body = "\n".join(read_template(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{body}\n}})();\n'
