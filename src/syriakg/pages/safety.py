"""Hostile text made harmless before it enters a page."""

from __future__ import annotations

import base64
import hashlib
import json
import re

# Inside <script type="application/json"> only these could end the block or,
# for the two line separators, end a line where the JSON is read as script.
_SCRIPT_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}

# Control characters, lone surrogates and the marks that override the direction
# of what follows. Arabic letters and their plain LRM/RLM marks stay as they are.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def to_script_json(value: object) -> str:
    """Write a value as JSON that is safe inside a script element, keys sorted."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.translate(_SCRIPT_ESCAPES)


def make_visible(text: str) -> str:
    """Show characters that hide or turn text around as their code, e.g. ``⟨U+202E⟩``."""
    return _INVISIBLE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def to_csp_hash(source: str) -> str:
    """Give the Content-Security-Policy source expression that allows exactly this text."""
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
