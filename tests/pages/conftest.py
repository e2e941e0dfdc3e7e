"""A sample world, and a browser to look at pages with."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from syriakg.network import NetworkActor, build_alliance_network, build_influence_network
from syriakg.pages import render_network_page
from syriakg.records import Tie, TieClaim

ID = "https://w3id.org/syriakg/id/"
INFLUENCE = {"supports": 1.0, "controls": 1.0, "pressures": 0.5}
_WORLD = json.loads(Path(__file__).with_name("sample_world.json").read_text(encoding="utf-8"))
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Opened:
    """A page in the browser, what it asked for besides itself, and what went wrong in it."""

    page: Page
    path: Path
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


class OpenPage(Protocol):
    """Opens a page's text as a file in a browser that is off line."""

    def __call__(
        self,
        html: str,
        *,
        fragment: str = "",
        theme: str = "light",
        width: int = 1400,
    ) -> Opened:
        """Open a page."""
        ...


@pytest.fixture(scope="session")
def actors() -> dict[str, NetworkActor]:
    """Return the actors of the sample world."""
    return {
        f"{ID}actor/{name}": NetworkActor(f"{ID}actor/{name}", label, kind)
        for name, (label, kind) in _WORLD["actors"].items()
    }


@pytest.fixture(scope="session")
def ties() -> list[Tie]:
    """Return the ties of the sample world."""
    found = []
    for source, target, kind, sign, directed, status, disputed, said in _WORLD["ties"]:
        name = f"{source}--{target}--{kind}"
        claims = tuple(_to_claim(f"{name}-{number}", *parts) for number, parts in enumerate(said))
        found.append(
            Tie(
                iri=f"{ID}tie/{name}",
                source=f"{ID}actor/{source}",
                target=f"{ID}actor/{target}",
                kind=kind,
                sign=sign,
                directed=directed,
                status=status,
                disputed=disputed,
                weight=len(claims),
                claims=claims,
            )
        )
    return found


def _to_claim(name: str, *parts: str) -> TieClaim:
    kind, modality, certainty, speaker, time, article, quote = parts
    told = _WORLD["articles"][article]
    return TieClaim(
        iri=f"{ID}claim/{name}",
        type=kind,
        modality=modality,
        certainty=certainty,
        speaker=speaker,
        time=time,
        article=told["title"],
        outlets=tuple(told["outlets"]),
        quote=quote,
        rule=f"rule-{kind}",
    )


@pytest.fixture(scope="session")
def alliance(ties: list[Tie], actors: dict[str, NetworkActor]) -> nx.MultiDiGraph[str]:
    """Return the alliance network of the sample world."""
    return build_alliance_network(ties, actors)


@pytest.fixture(scope="session")
def influence(ties: list[Tie], actors: dict[str, NetworkActor]) -> nx.MultiDiGraph[str]:
    """Return the influence network of the sample world."""
    return build_influence_network(ties, actors, INFLUENCE)


@pytest.fixture(scope="session")
def alliance_page(alliance: nx.MultiDiGraph[str]) -> str:
    """Return the alliance network as a page."""
    return render_network_page(
        alliance, title="Who stands with whom", subtitle="A sample", notes=["One note."]
    )


@pytest.fixture(scope="session")
def influence_page(influence: nx.MultiDiGraph[str]) -> str:
    """Return the influence network as a page."""
    return render_network_page(influence, title="Who acts on whom", subtitle="A sample", notes=[])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; fail where there is none, unless told to do without."""
    if os.environ.get("SYRIAKG_SKIP_BROWSER") == "1":
        pytest.skip("SYRIAKG_SKIP_BROWSER=1: pages are not looked at in a browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_find_chromium(), args=list(_QUIET))
        yield chromium
        chromium.close()


def _find_chromium() -> str:
    named = os.environ.get("SYRIAKG_CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else _NAMES)), None)
    if found is None:
        pytest.fail(
            f"no browser: {named or ' or '.join(_NAMES)} is not there. Install it "
            "(apt-get install chromium), name another with SYRIAKG_CHROMIUM=/path/to/chromium, "
            "or leave the browser tests out with SYRIAKG_SKIP_BROWSER=1",
            pytrace=False,
        )
    return found


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Return a way to open pages; whatever they ask for or complain of is kept."""
    contexts = []

    def open_(
        html: str,
        *,
        fragment: str = "",
        theme: str = "light",
        width: int = 1400,
    ) -> Opened:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(
            offline=True,
            color_scheme="dark" if theme == "dark" else "light",
            viewport={"width": width, "height": 900},
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        opened = Opened(page, path)
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on("dialog", lambda dialog: opened.complaints.append(f"dialog {dialog.message}"))
        page.on("console", lambda message: opened.complaints.append(message.text))
        page.goto(path.as_uri() + fragment)
        return opened

    yield open_
    for context in contexts:
        context.close()
