"""The reader on the two source articles, measured by the scorer that comes with them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from syriakg.articles import read_article
from syriakg.claims import ReadingReport, iterate_evidence, read_claims, to_record
from syriakg.records import Article

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
LEAST_CORE_F1 = 0.60

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "score.py").is_file(),
    reason="the folder ../shared with the source articles and their scorer is not here",
)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """Return the two source articles."""
    return [read_article(path) for path in sorted((SHARED / "articles").glob("*.txt"))]


@pytest.fixture(scope="module")
def report(articles: list[Article]) -> ReadingReport:
    """Return what is read in them."""
    return read_claims(articles)


@pytest.fixture(scope="module")
def scores(report: ReadingReport, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what the scorer prints."""
    claims = tmp_path_factory.mktemp("gold") / "claims.jsonl"
    lines = [json.dumps(to_record(c, e)) + "\n" for c, e in iterate_evidence(report.claims)]
    claims.write_text("".join(lines), encoding="utf-8")
    gold, texts = SHARED / "gold", SHARED / "articles"
    command = [sys.executable, str(gold / "score.py"), str(gold), str(texts), str(claims)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_claims_are_found(scores: str) -> None:
    """Type and roles of the claims that any careful reader would record."""
    found = re.search(r"^ALL .* core P\S+ R\S+ F(\S+)", scores, re.MULTILINE)
    assert found, scores
    assert float(found[1]) >= LEAST_CORE_F1, scores


def test_nothing_unreal_is_recorded_as_fact(scores: str) -> None:
    """What may be, will be or is denied is never asserted."""
    found = re.search(r"^unreal recorded as fact (\d+)/(\d+)$", scores, re.MULTILINE)
    assert found, scores
    assert int(found[2]) > 0
    assert int(found[1]) == 0, scores


def test_evidence_is_the_text_at_its_place(articles: list[Article], report: ReadingReport) -> None:
    """Every quote is the raw text between its offsets, under the file's hash."""
    by_stem = {article.stem: article for article in articles}
    assert report.claims
    for _, evidence in iterate_evidence(report.claims):
        article = by_stem[evidence.document]
        assert article.raw[evidence.start : evidence.end] == evidence.quote
        assert evidence.sha256 == article.sha256


def test_no_date_is_invented(articles: list[Article], report: ReadingReport) -> None:
    """The articles bear no date, so that only years and dates in them give bounds."""
    assert {article.published for article in articles} == {""}
    for claim in report.claims:
        if claim.time.earliest_begin:
            assert claim.time.earliest_begin[:4] in claim.time.text
