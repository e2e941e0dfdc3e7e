"""Self-contained HTML pages: the networks and the page that leads to them."""

from __future__ import annotations

from syriakg.pages.index_page import render_index_page
from syriakg.pages.network_page import render_network_page

__all__ = ["render_index_page", "render_network_page"]
