"""What the text of a page holds, without a browser."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import networkx as nx
import pytest

from syriakg.network import NetworkActor, build_alliance_network
from syriakg.pages import render_index_page, render_network_page
from syriakg.pages.safety import make_visible, to_csp_hash, to_script_json
from syriakg.pages.wording import to_phrase
from syriakg.records import Tie

_LOADING = {"src", "href", "srcset", "action", "poster", "data", "formaction"}


class Outline(HTMLParser):
    """Collects what a page would load, and its scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.policy = ""
        self.raw: dict[str, list[str]] = {"script": [], "style": [], "data": []}
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note addresses, handlers, the policy, and the start of a script or style."""
        values = {name: value or "" for name, value in attrs}
        self.addresses += [value for name, value in values.items() if name in _LOADING]
        self.handlers += [name for name in values if name.startswith("on") or name == "style"]
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if tag in ("script", "style"):
            self._inside = "data" if values.get("type") == "application/json" else tag
            self.raw[self._inside].append("")

    def handle_data(self, data: str) -> None:
        """Collect the text of scripts and styles."""
        if self._inside:
            self.raw[self._inside][-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a script or style."""
        if tag in ("script", "style"):
            self._inside = ""


def outline(html: str) -> Outline:
    """Parse a page."""
    found = Outline()
    found.feed(html)
    return found


def test_the_same_network_makes_the_same_bytes(
    ties: list[Tie], actors: dict[str, NetworkActor], alliance_page: str
) -> None:
    """Neither the order of ties nor the moment of rendering shows."""
    again = render_network_page(
        build_alliance_network(ties[::-1], actors),
        title="Who stands with whom",
        subtitle="A sample",
        notes=["One note."],
    )
    assert again == alliance_page


def test_a_page_refers_to_nothing_outside_itself(alliance_page: str) -> None:
    """Every address is a fragment of the page or the empty icon; no inline handler or style."""
    found = outline(alliance_page)
    assert [address for address in found.addresses if not address.startswith("#")] == ["data:,"]
    assert found.handlers == []


def test_no_address_of_the_net_stands_in_data_or_our_own_code(alliance_page: str) -> None:
    """Only the library's licence and messages name addresses; no source map is asked for."""
    found = outline(alliance_page)
    ours = [*found.raw["style"], *found.raw["data"], found.raw["script"][1]]
    assert not re.search(r"https?://", "".join(ours))
    assert "sourceMappingURL" not in alliance_page


def test_the_licence_of_the_drawing_library_is_kept(alliance_page: str) -> None:
    """vis-network is inlined with its copyright notice."""
    library = outline(alliance_page).raw["script"][0]
    assert "@license" in library
    assert "Almende" in library


def test_the_policy_allows_exactly_what_the_page_holds(alliance_page: str) -> None:
    """Each script and style is allowed by its own hash and nothing by a keyword."""
    found = outline(alliance_page)
    assert found.policy.startswith("default-src 'none'")
    assert "unsafe" not in found.policy
    hashes = {to_csp_hash(text) for text in (*found.raw["script"], *found.raw["style"])}
    assert set(re.findall(r"'sha256-[^']+'", found.policy)) == hashes


def test_both_directions_and_parallel_ties_are_drawn(
    alliance: nx.MultiDiGraph[str], alliance_page: str
) -> None:
    """No edge is lost on the way through pyvis, and no two of a pair lie on each other."""
    picture = json.loads(outline(alliance_page).raw["data"][0])["picture"]
    assert len(picture["edges"]) == alliance.number_of_edges()
    between: dict[frozenset[str], list[tuple[bool, str]]] = {}
    for edge in picture["edges"]:
        pair = frozenset((edge["from"], edge["to"]))
        bend = json.dumps([edge["smooth"], edge["from"]], sort_keys=True)
        between.setdefault(pair, []).append((edge["smooth"]["enabled"], bend))
    assert all(len(bends) == len(set(bends)) for bends in between.values())


def test_stance_is_told_apart_without_colour(alliance_page: str) -> None:
    """Symbol, line and arrow head each differ between all four stances."""
    data = json.loads(outline(alliance_page).raw["data"][0])
    drawn = {edge["id"]: edge for edge in data["picture"]["edges"]}
    looks = {
        (tie["stance"], edge["label"], str(edge["dashes"]), edge["arrows"]["to"]["type"])
        for tie in data["ties"]
        if not tie["disputed"]
        for edge in [drawn[tie["id"]]]
    }
    assert len({look[0] for look in looks}) == 4
    for aspect in (1, 3):
        assert len({look[aspect] for look in looks}) == 4
    assert {look[2] for look in looks if look[0] in ("allied", "supporting")} == {"False"}
    assert len({look[2] for look in looks}) == 3


def test_a_disputed_tie_has_a_line_and_a_mark_of_its_own(alliance_page: str) -> None:
    """Dash-dot and a question mark, whatever the stance."""
    data = json.loads(outline(alliance_page).raw["data"][0])
    disputed = {tie["id"] for tie in data["ties"] if tie["disputed"]}
    drawn = data["picture"]["edges"]
    marked = {edge["id"] for edge in drawn if edge["label"].endswith("?")}
    dashed = {edge["id"] for edge in drawn if edge["dashes"] and len(edge["dashes"]) == 4}
    assert marked == dashed == disputed


def test_nothing_moves_by_itself(alliance_page: str) -> None:
    """Places are computed beforehand; the physics of vis-network is off."""
    picture = json.loads(outline(alliance_page).raw["data"][0])["picture"]
    assert picture["options"]["physics"] == {"enabled": False}
    assert all({"x", "y"} <= node.keys() for node in picture["nodes"])


def test_the_table_says_every_tie_in_words(
    alliance: nx.MultiDiGraph[str], alliance_page: str
) -> None:
    """Who cannot see the picture, or runs no scripts, loses no tie."""
    assert alliance_page.count("data-row=") == alliance.number_of_edges()


def test_an_influence_network_ranks_its_actors(alliance_page: str, influence_page: str) -> None:
    """The ranking stands where direction means power, and nowhere else."""
    assert "Who acts on others most" in influence_page
    assert "Who acts on others most" not in alliance_page


def test_a_network_without_ties_is_a_page_too(actors: dict[str, NetworkActor]) -> None:
    """An empty result is shown as empty."""
    empty = build_alliance_network([], actors)
    page = render_network_page(empty, title="None", subtitle="", notes=[])
    assert "0 of 0 shown" in page


@pytest.mark.parametrize("text", ["</script>", "<!--", "&", "\u2028", "\u2029"])
def test_json_in_a_page_cannot_end_its_script(text: str) -> None:
    """What could end the block is escaped, and reads back the same."""
    written = to_script_json(text)
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\x00b", "a⟨U+0000⟩b"),
        ("a\ud800b", "a⟨U+D800⟩b"),
        ("هيئة تحرير الشام", "هيئة تحرير الشام"),
        ("line\nbreak", "line\nbreak"),
    ],
)
def test_marks_that_hide_or_turn_text_are_shown(text: str, shown: str) -> None:
    """Overrides and control characters become visible; ordinary text stays as it is."""
    assert make_visible(text) == shown


@pytest.mark.parametrize(
    ("kind", "phrase"),
    [
        ("supports", "supporting"),
        ("opposes", "opposing"),
        ("controls", "controlling"),
        ("allied", "allied with"),
        ("memberOf", "member of"),
    ],
)
def test_a_kind_reads_as_words_between_two_names(kind: str, phrase: str) -> None:
    """The words fit singular and plural names."""
    assert to_phrase(kind) == phrase


def test_the_start_page_links_the_networks_with_their_counts() -> None:
    """Both networks are there, with the counts of the manifest."""
    page = render_index_page(
        {
            "counts": {"claims": 12345, "version": "x", "complete": True},
            "networks": {"alliance": {"ties": 42}},
            "inputs": [],
        }
    )
    found = outline(page)
    assert [address for address in found.addresses if address.endswith(".html")] == [
        "alliance.html",
        "influence.html",
    ]
    assert "<dt>claims</dt><dd>12,345</dd>" in page
    assert "<dt>ties</dt><dd>42</dd>" in page
    assert "version" not in page.split("</head>")[1]
    assert "complete" not in page


def test_the_start_page_needs_no_counts() -> None:
    """A manifest that lacks them still leads to the networks."""
    assert "influence.html" in render_index_page({})
