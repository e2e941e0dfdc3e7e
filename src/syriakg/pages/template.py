"""Templates filled into pages that may run and load nothing but themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from syriakg.pages.safety import to_csp_hash


def render_page(
    template: str, *, styles: Sequence[str], scripts: Sequence[str], **values: object
) -> str:
    """Fill a template, inlining style sheets by name and scripts by text under a strict policy.

    Only these very scripts and styles may run, and nothing may be loaded.
    """
    style = "\n".join(read_template(name) for name in styles)
    script_hashes = " ".join(to_csp_hash(script) for script in scripts) or "'none'"
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"script-src {script_hashes}; style-src {to_csp_hash(style)}"
    )
    return (
        _get_environment()
        .get_template(template)
        .render(
            policy=policy,
            style=Markup(style),  # noqa: S704 - our own file
            scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own and pyvis's files
            **values,
        )
    )


@cache
def read_template(name: str) -> str:
    """Read one of the files beside the templates as it is."""
    return (files("syriakg.pages") / "templates" / name).read_text(encoding="utf-8")


@cache
def _get_environment() -> Environment:
    return Environment(
        autoescape=True,
        loader=PackageLoader("syriakg.pages", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
