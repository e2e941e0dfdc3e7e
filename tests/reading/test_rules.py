"""Every rule of the language data reads its example and leaves its counter-example alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import pytest
from tests.conftest import ReadClaims

from syriakg.errors import OntologyError
from syriakg.reading.language import Cue, Frame, Nouns, load_language
from syriakg.records import Claim, Entity, Modality

LANGUAGE = load_language()
FRAMES = pytest.mark.parametrize("frame", LANGUAGE.frames, ids=lambda frame: frame.id)
CUES = pytest.mark.parametrize("cue", LANGUAGE.cues, ids=lambda cue: cue.id)


def by_frame(claims: Sequence[Claim], frame: Frame) -> list[Claim]:
    """Return the claims that ``frame`` read."""
    return [claim for claim in claims if claim.evidence[0].rule == frame.id]


def has(role: Sequence[Entity], labels: Sequence[str]) -> bool:
    """Say whether all ``labels`` are in ``role``."""
    return set(labels) <= {entity.label for entity in role}


@FRAMES
def test_frame_reads_its_example(frame: Frame, claims_of: ReadClaims) -> None:
    """The example yields the frame's type with the roles and the modality it states."""
    example = frame.example
    claims = by_frame(claims_of(example.text), frame)
    assert any(
        claim.type == frame.type
        and has(claim.agent, example.agent)
        and has(claim.target, example.target)
        and has(claim.place, example.place)
        and claim.modality.value == example.modality
        for claim in claims
    ), claims


@FRAMES
def test_frame_leaves_its_counter_example(frame: Frame, claims_of: ReadClaims) -> None:
    """The counter-example holds the trigger, or nearly, and says something else."""
    assert by_frame(claims_of(frame.counter), frame) == []


@CUES
def test_cue_changes_its_example(cue: Cue, claims_of: ReadClaims) -> None:
    """In the example something is not plainly asserted."""
    modalities = {claim.modality for claim in claims_of(cue.example)}
    assert modalities - {Modality.ASSERTED}


@CUES
def test_cue_leaves_its_counter_example(cue: Cue, claims_of: ReadClaims) -> None:
    """In the counter-example everything is plainly asserted."""
    assert {claim.modality for claim in claims_of(cue.counter)} == {Modality.ASSERTED}


FRAME = """
[[frame]]
id = "raid"
type = "Assault"
verbs = ["raid"]
agent = ["subject"]
example = { text = "Rebels raided Homs.", agent = ["Syrian rebels"] }
counter = "A fox raided a barn."
"""
CUE = '[[cue]]\nid = "not"\nadverbs = ["not"]\nexample = "Not so."\ncounter = "So."\n'
SETS = [field.name for field in fields(Nouns) if field.name != "place"]
NOUNS = "".join(f'{name} = ["word"]\n' for name in SETS) + '[place]\ncapital = ["capital"]\n'


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("frames/a.toml", "verbs =", "verb =", "unknown key 'verb'"),
        ("frames/a.toml", '"Assault"', '"Assult"', "unknown type 'Assult'"),
        ("frames/a.toml", "counter =", "# counter =", "lacks an example or a counter"),
        ("frames/a.toml", "example =", "# example =", "lacks an example or a counter"),
        ("frames/a.toml", 'verbs = ["raid"]', "", "needs triggers of one sort"),
        ("frames/a.toml", FRAME, FRAME + FRAME, "two entries are called 'raid'"),
        ("frames/a.toml", "[[frame]]", "[[frame", "Expected"),
        ("cues.toml", "adverbs", "adverb", "unknown key 'adverb'"),
        ("cues.toml", 'counter = "So."', "", "counter"),
        ("nouns.toml", "force =", "forces =", "unknown key 'forces'"),
    ],
)
def test_faulty_rule_does_not_load(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    """A slip in a rule stops the loading with the file, the entry and the cure."""
    (tmp_path / "frames").mkdir()
    texts = {"frames/a.toml": FRAME, "cues.toml": CUE, "nouns.toml": NOUNS}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert load_language(tmp_path).frames[0].id == "raid"
    load_language.cache_clear()
    (tmp_path / file).write_text(texts[file].replace(old, new, 1), encoding="utf-8")
    with pytest.raises(OntologyError, match=r"\(.+\)$") as caught:
        load_language(tmp_path)
    assert message in str(caught.value)
