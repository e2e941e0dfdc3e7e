"""All checks together, on quads and on files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from syriakg.errors import StoreError
from syriakg.validation import Fault, Report, Severity, validate_dataset, validate_file

World = Callable[..., list[ox.Quad]]
WORLD = Path(__file__).with_name("world.trig")


def own_faults(report: Report) -> set[str]:
    """Return the focus of each error that is about the small world."""
    quads = ox.parse(path=str(WORLD), format=ox.RdfFormat.TRIG)
    own = {str(quad.subject).strip("<>") for quad in quads}
    return {fault.focus for fault in report.errors if fault.focus in own}


def test_a_sound_file_is_valid() -> None:
    """A dataset without its ontology is checked with the shipped one."""
    assert own_faults(validate_file(WORLD, reasoner=False)) == set()


def test_shapes_and_checks_both_report(world: World) -> None:
    """A claim without evidence breaks a shape and trips a check."""
    report = validate_dataset(world(" ; skg:evidence evidence:maybe"), reasoner=False)
    where = {fault.where for fault in report.errors if fault.focus.endswith("claim/maybe")}
    assert where == {"shape ClaimShape", "check claim-without-evidence"}
    assert not report.is_valid


def test_the_reasoner_reports_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A contradiction is a fault of the dataset; a missing Java is none."""
    monkeypatch.setattr("syriakg.validation.reasoner.find_java", lambda: None)
    report = validate_dataset(world())
    assert report.verdict is not None
    assert "nothing was proved" in report.verdict.message
    assert not [fault for fault in report.faults if "reasoner" in fault.where]


def test_the_same_dataset_gives_the_same_report(world: World) -> None:
    """Faults come in one order, whatever the order of the quads."""
    quads = world("skg:sign -1", "skg:sign 2")
    forward = validate_dataset(quads, reasoner=False)
    assert validate_dataset(reversed(quads), reasoner=False) == forward


def test_a_warning_does_not_make_it_invalid() -> None:
    """Only errors do."""
    warning = Fault(Severity.WARNING, "", "odd", "check x", "look")
    assert Report((warning,)).is_valid
    assert Report((warning,)).errors == ()


@pytest.mark.parametrize(
    ("name", "content"), [("a.trig", "this is no TriG"), ("a.txt", ""), ("a.ttl", None)]
)
def test_a_file_that_is_no_dataset_is_said(tmp_path: Path, name: str, content: str | None) -> None:
    """Broken, of another kind or missing: an error with the file and a cure."""
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        validate_file(path)
    assert name in caught.value.where
    assert caught.value.cure
