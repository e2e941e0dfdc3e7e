"""Pages as a reader meets them: in a browser, off line."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from syriakg.network import NetworkActor, build_alliance_network
from syriakg.pages import render_network_page
from syriakg.records import Tie, TieClaim

from .conftest import Opened, OpenPage

pytestmark = pytest.mark.browser

RUSSIA = "russia--government-of-syria--supports"
HOSTILE = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror=window.hacked=1>",
    "</script><script>window.hacked = 1</script>",
    '<a href="javascript:window.hacked=1">href</a>',
    "javascript:window.hacked=1",
    "two\u2028lines",
    "back\u202ewards",
    "{{ 7 * 7 }}",
    "*bold* _and_ `code`",
]

# Looks on the canvas for a spot where vis-network finds this edge and no actor.
_FIND_EDGE = """
id => {
  const network = window.syriakgNetwork;
  const box = document.getElementById("canvas").getBoundingClientRect();
  for (let y = 4; y < box.height; y += 4)
    for (let x = 4; x < box.width; x += 4)
      if (network.getEdgeAt({ x, y }) === id && network.getNodeAt({ x, y }) === undefined)
        return { x: box.left + x, y: box.top + y };
  return null;
}
"""
_FIND_ACTOR = """
id => {
  const spot = window.syriakgNetwork.canvasToDOM(window.syriakgNetwork.getPosition(id));
  const box = document.getElementById("canvas").getBoundingClientRect();
  return { x: box.left + spot.x, y: box.top + spot.y };
}
"""


def click_on_canvas(page: Page, script: str, name: str) -> None:
    """Click where the picture draws an edge or an actor."""
    spot = page.evaluate(script, name)
    assert spot is not None
    page.mouse.click(spot["x"], spot["y"])


def read_panel(opened: Opened) -> str:
    """Return the panel's text."""
    return opened.page.locator("#panel").inner_text()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["alliance_page", "influence_page"])
def test_a_click_on_a_line_shows_who_says_so(
    open_page: OpenPage, request: pytest.FixtureRequest, name: str, theme: str
) -> None:
    """The panel quotes the sentence, names the speaker and says how sure; nothing is loaded."""
    opened = open_page(request.getfixturevalue(name), theme=theme)
    click_on_canvas(opened.page, _FIND_EDGE, RUSSIA)
    opened.page.wait_for_selector("#card .claim")
    panel = read_panel(opened)
    assert "Moscow has fought on the government's side since 2015." in panel
    assert "the article itself" in panel
    assert "Unnamed reports" in panel
    assert "stated as a fact; said without hedging" in panel
    assert "denied; said to be probable" in panel
    assert "Rebel gains mark a turning point (cites AP News, Reuters, The Guardian)" in panel
    assert "since 2015" in panel
    assert opened.requests == [opened.path.as_uri()]
    assert opened.complaints == []


def test_contradicting_claims_stand_side_by_side(open_page: OpenPage, alliance_page: str) -> None:
    """For and against a disputed tie are beside each other, not below."""
    page = open_page(alliance_page, fragment=f"#tie={RUSSIA}").page
    sides = page.locator(".sides.two > *")
    first, second = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    assert second["x"] > first["x"]
    assert "denied" in sides.nth(1).inner_text()


def test_a_tie_of_the_opposite_sign_is_named_as_contradicting(
    open_page: OpenPage, alliance_page: str
) -> None:
    """Kurdish forces fight the rebels and may come to terms with them: both are shown."""
    opened = open_page(alliance_page, fragment="#tie=kurdish-forces--syrian-rebels--fights")
    panel = read_panel(opened)
    assert "Kurdish fighters took Deir ez-Zor out of insurgent hands." in panel
    assert "Some expect the two to come to terms." in panel


def test_a_click_on_an_actor_shows_where_it_stands(open_page: OpenPage, alliance_page: str) -> None:
    """The card groups the ties; each leads to its evidence."""
    opened = open_page(alliance_page)
    click_on_canvas(opened.page, _FIND_ACTOR, "qatar")
    opened.page.wait_for_selector("#card .group")
    groups = opened.page.locator("#card .group").all_inner_texts()
    assert [group.split("\n")[0] for group in groups] == ["Opposes", "Meets or agrees with"]
    opened.page.locator("#card").get_by_role("button", name="Russia").click()
    assert "Qatar was host to the Russian minister." in read_panel(opened)


def test_the_table_leads_to_the_evidence_by_keyboard(
    open_page: OpenPage, alliance_page: str
) -> None:
    """Enter on a tie's button opens it and moves the focus to its heading."""
    opened = open_page(alliance_page)
    name = "Russia supporting Government of Syria: show who says so"
    opened.page.get_by_role("button", name=name).focus()
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector("#card .claim")
    assert opened.page.evaluate("document.activeElement.tagName") == "H2"
    assert opened.page.evaluate("location.hash") == f"#tie={RUSSIA}"


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        (f"#tie={RUSSIA}", "Moscow has fought"),
        ("#actor=qatar", "Opposes"),
        ("#tie=unheard-of", "How to read this"),
        ("#tie=%E0%A4%A", "How to read this"),
        ("#__proto__=x", "How to read this"),
    ],
)
def test_a_finding_is_a_link(
    open_page: OpenPage, alliance_page: str, fragment: str, text: str
) -> None:
    """The address opens what was chosen; one that names nothing opens the overview."""
    opened = open_page(alliance_page, fragment=fragment)
    assert text in read_panel(opened)
    assert opened.complaints == []


def test_back_returns_to_what_was_shown_before(open_page: OpenPage, alliance_page: str) -> None:
    """The browser's history holds the findings."""
    opened = open_page(alliance_page, fragment="#actor=qatar")
    opened.page.evaluate(f"location.hash = '#tie={RUSSIA}'")
    opened.page.wait_for_selector("#card .claim")
    opened.page.go_back()
    opened.page.wait_for_selector("#card .group")
    assert "Qatar" in read_panel(opened)


def test_filters_hide_ties_in_table_and_picture(
    open_page: OpenPage, alliance_page: str, ties: list[Tie]
) -> None:
    """With opposition off, no opposed tie is left in either."""
    name = "hts--syrian-army--fights"
    opened = open_page(alliance_page)
    assert opened.page.evaluate(_FIND_EDGE, name) is not None
    opened.page.get_by_role("checkbox", name="Opposed").uncheck()
    left = sum(tie.sign >= 0 for tie in ties)
    assert f"{left} of {len(ties)} shown" in opened.page.locator("#shown").inner_text()
    assert opened.page.evaluate(_FIND_EDGE, name) is None


def test_disputed_only_leaves_the_disputed(
    open_page: OpenPage, alliance_page: str, ties: list[Tie]
) -> None:
    """One box narrows the table to what articles do not agree on."""
    opened = open_page(alliance_page)
    opened.page.get_by_role("checkbox", name="Disputed only").check()
    rows = opened.page.locator("#ties-table tbody tr:visible")
    assert rows.count() == sum(tie.disputed for tie in ties)


def test_search_finds_an_actor(open_page: OpenPage, alliance_page: str) -> None:
    """Part of a name and Enter open the actor's card."""
    opened = open_page(alliance_page)
    opened.page.get_by_label("Find an actor").fill("kurd")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector("#card .group")
    assert "Kurdish forces" in read_panel(opened)


@pytest.mark.parametrize("fragment", ["", f"#tie={RUSSIA}"])
def test_nothing_is_wider_than_a_telephone(
    open_page: OpenPage, alliance_page: str, fragment: str
) -> None:
    """At 360 pixels the page does not scroll sideways."""
    page = open_page(alliance_page, fragment=fragment, width=360).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [1000, 1100, 1400])
def test_picture_and_panel_do_not_overlap(
    open_page: OpenPage, alliance_page: str, width: int
) -> None:
    """However wide the table would like to be, the panel beside it covers nothing."""
    page = open_page(alliance_page, width=width).page
    left = page.locator(".left").bounding_box()
    picture = page.locator(".picture").bounding_box()
    panel = page.locator("#panel").bounding_box()
    assert left is not None
    assert picture is not None
    assert panel is not None
    assert picture["width"] == left["width"]
    assert picture["x"] + picture["width"] < panel["x"]


def test_the_wheel_scrolls_the_page_not_the_picture(
    open_page: OpenPage, alliance_page: str
) -> None:
    """A reader who scrolls past is not caught by the picture."""
    page = open_page(alliance_page).page
    before: Any = page.evaluate("window.syriakgNetwork.getScale()")
    page.mouse.move(400, 500)
    page.mouse.wheel(0, 300)
    page.wait_for_function("window.scrollY > 0")
    assert page.evaluate("window.syriakgNetwork.getScale()") == before


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_runs_nothing_and_is_shown_as_it_is(open_page: OpenPage, text: str) -> None:
    """In a name, a quote, a speaker, an article, a rule, a kind, an address: text stays text."""
    claim = TieClaim(f"claim/{text}", text, "asserted", text, text, text, text, (text,), text, text)
    actors = {
        iri: NetworkActor(iri, f"{text} {number}", text)
        for number, iri in enumerate((f"actor/1{text}", f"actor/2{text}"))
    }
    source, target = actors
    tie = Tie(
        iri="tie/x",
        source=source,
        target=target,
        kind=text,
        sign=1,
        directed=True,
        status="established",
        disputed=True,
        weight=1,
        claims=(claim,),
    )
    graph = build_alliance_network([tie], actors)
    html = render_network_page(graph, title=text, subtitle=text, notes=[text])
    opened = open_page(html, fragment="#tie=x")
    shown = text.replace("\u202e", "⟨U+202E⟩")
    assert opened.page.title() == shown
    claim_card = opened.page.locator("#card .claim")
    assert claim_card.locator("blockquote").text_content() == f"“{shown}”"
    speaker, _, time, article, rule = claim_card.locator("dd").all_text_contents()
    assert [speaker, time, rule] == [shown] * 3
    assert article == f"{shown} (cites {shown})"
    assert opened.page.locator("#card h2 button").all_text_contents() == [
        f"{shown} 0",
        f"{shown} 1",
    ]
    opened.page.locator("#card h2 button").first.click()
    opened.page.wait_for_selector("#card .group")
    assert opened.page.evaluate("window.hacked") is None
    assert opened.page.locator("main img, main a").count() == 0
    assert opened.requests == [opened.path.as_uri()]
    assert opened.complaints == []
