"""The whole pipeline, with a reader that stands in for the real one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.graph.worlds import make_claim

from syriakg.build import build_dataset, read_articles, write_atomically, write_folder
from syriakg.claims import ReadingReport
from syriakg.errors import ArticleError, StoreError
from syriakg.graph import KnowledgeGraph
from syriakg.records import Article

PARTS = ["alliance.html", "index.html", "influence.html", "manifest.json"]
PARTS += ["syriakg.nq", "syriakg.trig"]


def read_fake(articles: Sequence[Article]) -> ReadingReport:
    """Return one claim for each article, and one that they share."""
    stems = tuple(article.stem for article in articles)
    claims = [make_claim("Airstrike", "russia", place="homs", documents=(stem,)) for stem in stems]
    shared = make_claim("supports", "russia", "government-of-syria", documents=stems)
    merged = {claim.iri: claim for claim in [*claims, shared]}
    return ReadingReport(tuple(merged.values()), (), 2 * len(articles))


def fail(_: Sequence[Article]) -> ReadingReport:
    """Stand for a reader that breaks down, or is interrupted."""
    raise KeyboardInterrupt


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Return two small article files."""
    files = [tmp_path / "one.md", tmp_path / "two.md"]
    for file in files:
        file.write_text(f"# {file.stem}\n\nA sentence.\n", encoding="utf-8")
    return files


def test_leaves_all_parts(articles: list[Path], tmp_path: Path) -> None:
    """Dataset, pages and manifest, and nothing else."""
    build_dataset(articles, tmp_path / "out", reader=read_fake)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == PARTS


def test_same_articles_give_the_same_bytes(articles: list[Path], tmp_path: Path) -> None:
    """The order in which articles are named does not matter, nor does the folder."""
    build_dataset(articles, tmp_path / "out", reader=read_fake)
    build_dataset(articles[::-1], tmp_path / "again", reader=read_fake)
    for name in PARTS:
        first, second = tmp_path / "out" / name, tmp_path / "again" / name
        assert first.read_bytes() == second.read_bytes(), name


def test_manifest_says_what_went_in_and_came_out(articles: list[Path], tmp_path: Path) -> None:
    """Inputs with hashes, counts by type and modality, the graph's hash; keys sorted."""
    result = build_dataset(articles, tmp_path / "out", reader=read_fake)
    text = (tmp_path / "out" / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    assert text == json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert manifest == result.manifest
    assert [article["document"] for article in manifest["articles"]] == ["one", "two"]
    assert manifest["claimsByType"] == {"Airstrike": 1, "supports": 1}
    assert manifest["claimsByModality"] == {"asserted": 2}
    assert manifest["counts"]["sentences"] == 4
    assert manifest["graph"]["sha256"] == manifest["files"]["syriakg.nq"]
    assert "ontology/syriakg.ttl" in manifest["data"]


def test_no_path_of_the_machine_gets_in(articles: list[Path], tmp_path: Path) -> None:
    """Where a dataset was built does not show in it."""
    build_dataset(articles, tmp_path / "out", reader=read_fake)
    for name in PARTS:
        assert str(tmp_path).encode() not in (tmp_path / "out" / name).read_bytes(), name


def test_what_was_built_can_be_loaded(articles: list[Path], tmp_path: Path) -> None:
    """The folder is a dataset for the library."""
    build_dataset(articles, tmp_path / "out", reader=read_fake)
    assert len(KnowledgeGraph.load(tmp_path / "out").claims()) == 2


def test_interrupted_work_leaves_the_old_result(articles: list[Path], tmp_path: Path) -> None:
    """A build that is stopped changes nothing and leaves nothing behind."""
    build_dataset(articles, tmp_path / "out", reader=read_fake)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    beside = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        build_dataset(articles, tmp_path / "out", reader=fail)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == beside


def test_a_build_replaces_the_one_before(articles: list[Path], tmp_path: Path) -> None:
    """The folder holds the new build whole, and no old one stays beside it."""
    build_dataset(articles, tmp_path / "out", reader=read_fake)
    build_dataset(articles[:1], tmp_path / "out", reader=read_fake)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert manifest["counts"]["articles"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.md", "out", "two.md"]


def test_somebody_elses_folder_is_not_replaced(articles: list[Path], tmp_path: Path) -> None:
    """A folder that holds other things is refused before any work."""
    with pytest.raises(StoreError, match="something else than an earlier build"):
        build_dataset(articles, tmp_path, reader=fail)


def test_a_file_is_no_folder(articles: list[Path]) -> None:
    """The output cannot be a file."""
    with pytest.raises(StoreError, match="is a file"):
        build_dataset(articles, articles[0], reader=fail)


def test_failed_swap_brings_the_old_folder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the new folder cannot take its place the old one is there again."""
    target = tmp_path / "out"
    write_folder(target, {"manifest.json": b"old"})
    rename = Path.rename

    def refuse_new(self: Path, to: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError(28, "No space left on device")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(StoreError, match="No space left"):
        write_folder(target, {"manifest.json": b"new"})
    assert (target / "manifest.json").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """A file that is there is replaced, and no draft stays."""
    file = tmp_path / "x.json"
    write_atomically(file, b"old")
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """Writing into a folder that is not there is an error of the user's."""
    with pytest.raises(StoreError, match="cannot be written"):
        write_atomically(tmp_path / "none" / "x", b"")


def test_an_article_given_twice_counts_once(articles: list[Path]) -> None:
    """The same text under the same name is one article."""
    assert len(read_articles([articles[0], articles[0]])) == 1


def test_two_texts_of_one_name_are_refused(articles: list[Path], tmp_path: Path) -> None:
    """The graph could not tell them apart."""
    other = tmp_path / "elsewhere" / "one.md"
    other.parent.mkdir()
    other.write_text("Other words.", encoding="utf-8")
    with pytest.raises(ArticleError, match="rename one of the two"):
        read_articles([articles[0], other])
