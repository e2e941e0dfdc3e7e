"""The whole pipeline, with a reader that stands in for the real one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.graph.worlds import make_claim

from syriakg.build import Build, build_dataset, read_articles, write_atomically, write_folder
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


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return two small article files."""
    folder = tmp_path_factory.mktemp("articles")
    files = [folder / "one.md", folder / "two.md"]
    for file in files:
        file.write_text(f"# {file.stem}\n\nA sentence.\n", encoding="utf-8")
    return files


@pytest.fixture(scope="module")
def built(articles: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a build of both articles, which tests only read."""
    return build_dataset(articles, tmp_path_factory.mktemp("built") / "out", reader=read_fake)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_leaves_all_parts(built: Build) -> None:
    """Dataset, pages and manifest, and nothing else."""
    assert sorted(contents(built.folder)) == PARTS


def test_same_articles_give_the_same_bytes(
    articles: list[Path], built: Build, tmp_path: Path
) -> None:
    """The order in which articles are named does not matter, nor does the folder."""
    again = build_dataset(articles[::-1], tmp_path / "again", reader=read_fake)
    assert contents(again.folder) == contents(built.folder)


def test_manifest_says_what_went_in_and_came_out(built: Build) -> None:
    """Inputs with hashes, counts by type and modality, the graph's hash; keys sorted."""
    text = (built.folder / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    assert text == json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert manifest == built.manifest
    assert [article["document"] for article in manifest["articles"]] == ["one", "two"]
    assert manifest["claimsByType"] == {"Airstrike": {"asserted": 1}, "supports": {"asserted": 1}}
    assert manifest["claimsByModality"] == {"asserted": 2}
    assert manifest["counts"]["sentences"] == 4
    assert manifest["graph"]["sha256"] == manifest["files"]["syriakg.nq"]
    assert "ontology/syriakg.ttl" in manifest["data"]


def test_no_path_of_the_machine_gets_in(articles: list[Path], built: Build) -> None:
    """Where a dataset was built, and from where, does not show in it."""
    for name, data in contents(built.folder).items():
        assert str(articles[0].parent).encode() not in data, name
        assert str(built.folder).encode() not in data, name


def test_what_was_built_can_be_loaded(built: Build) -> None:
    """The folder is a dataset for the library."""
    assert KnowledgeGraph.load(built.folder).claims() == built.graph.claims()


def test_interrupted_work_leaves_the_old_result(
    articles: list[Path], built: Build, tmp_path: Path
) -> None:
    """A build that is stopped changes nothing and leaves nothing behind."""
    folder = Path(shutil.copytree(built.folder, tmp_path / "out"))
    with pytest.raises(KeyboardInterrupt):
        build_dataset(articles, folder, reader=fail)
    assert contents(folder) == contents(built.folder)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_build_replaces_the_one_before(
    articles: list[Path], built: Build, tmp_path: Path
) -> None:
    """The folder holds the new build whole, and no old one stays beside it."""
    folder = Path(shutil.copytree(built.folder, tmp_path / "out"))
    build_dataset(articles[:1], folder, reader=read_fake)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert manifest["counts"]["articles"] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_somebody_elses_folder_is_not_replaced(articles: list[Path], tmp_path: Path) -> None:
    """A folder that holds other things is refused before any work."""
    (tmp_path / "thesis.txt").write_bytes(b"years of work")
    with pytest.raises(StoreError, match="something else than an earlier build"):
        build_dataset(articles, tmp_path, reader=fail)


def test_a_strangers_file_in_an_earlier_build_is_not_lost(built: Build, tmp_path: Path) -> None:
    """A build is replaced only when the folder holds nothing but what a build left."""
    folder = tmp_path / "mine"
    shutil.copytree(built.folder, folder)
    (folder / "notes.txt").write_bytes(b"years of work")
    with pytest.raises(StoreError, match=r"notes\.txt"):
        build_dataset([], folder, reader=fail)
    assert (folder / "notes.txt").read_bytes() == b"years of work"


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
