"""``extract`` and ``build``: bad inputs, and a build with the real reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

TEXT = """# Rebels advance

Syrian rebels captured Aleppo from the Syrian army. Russia supports the Syrian government.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a small article of our own words."""
    file = tmp_path / "small.md"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize("command", ["extract", "build"])
@pytest.mark.parametrize(
    ("data", "what"), [(b"\x00\x01\x02", "binary"), (b"caf\xe9 \xff", "UTF-8")]
)
def test_unreadable_text_is_code_2(
    run: Run, tmp_path: Path, command: str, data: bytes, what: str
) -> None:
    """Binary files and broken UTF-8 are named; nothing is left behind."""
    file = tmp_path / "bad.md"
    file.write_bytes(data)
    output = ("-o", tmp_path / "out") if command == "build" else ()
    done = run(command, file, *output)
    assert done.code == 2
    assert done.out == ""
    assert str(file) in done.err
    assert what in done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.md"]


@pytest.mark.parametrize("command", ["extract", "build"])
def test_missing_path_and_folder_are_code_2(run: Run, tmp_path: Path, command: str) -> None:
    """A path that is not there, and one that is a folder, are named."""
    output = ("-o", tmp_path / "out") if command == "build" else ()
    for path, what in ((tmp_path / "none.md", "no such file"), (tmp_path, "is a directory")):
        done = run(command, path, *output)
        assert done.code == 2
        assert what in done.err


def test_an_empty_file_has_no_claims(run: Run, tmp_path: Path) -> None:
    """Nothing is said, and that is no error."""
    file = tmp_path / "empty.md"
    file.write_bytes(b"")
    done = run("extract", file)
    assert (done.code, done.out) == (0, "")


def test_extract_prints_one_json_object_a_line(run: Run, article: Path) -> None:
    """Each line is a claim whose evidence is the characters it names."""
    done = run("extract", article)
    assert done.code == 0
    records = [json.loads(line) for line in done.out.splitlines()]
    assert {record["type"] for record in records} >= {"TerritorialCapture", "supports"}
    for record in records:
        evidence = record["evidence"]
        assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert record["document"] == "small"
    starts = [record["evidence"]["start"] for record in records]
    assert starts == sorted(starts)


def test_extract_is_the_same_every_time(run: Run, article: Path) -> None:
    """Same input, same bytes."""
    assert run("extract", article).out == run("extract", article).out


def test_unread_sentences_are_counted(run: Run, article: Path) -> None:
    """What yielded nothing is not dropped in silence."""
    assert "sentences yielded no claim" in run("extract", article).err


def test_build_makes_a_dataset_that_can_be_asked(run: Run, article: Path, tmp_path: Path) -> None:
    """From text to an answer."""
    assert run("build", article, "-o", tmp_path / "out").code == 0
    done = run("query", "who-took-which-place", "--data", tmp_path / "out")
    assert "Aleppo" in done.out


def test_build_refuses_a_folder_of_other_things(run: Run, article: Path, tmp_path: Path) -> None:
    """A slip of ``-o`` destroys nothing."""
    done = run("build", article, "-o", tmp_path)
    assert done.code == 2
    assert article.read_text(encoding="utf-8") == TEXT
