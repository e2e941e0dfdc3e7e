"""Question files: found by name, strict about their headers, clear about their faults."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from syriakg.errors import QuestionError
from syriakg.questions import (
    get_question,
    is_question_name,
    list_questions,
    read_query,
    read_question,
    run_question,
    to_term,
)
from syriakg.store import Store

HEADER = "#+ summary: A thing\n#+ question: What?\n"


def write(folder: Path, text: str) -> Path:
    """Write a question file and return its path."""
    file = folder / "a-thing.rq"
    file.write_text(text, encoding="utf-8")
    return file


def test_header_is_read(tmp_path: Path) -> None:
    """Summary, question, a description of several lines and parameters."""
    text = f"{HEADER}#+ description: One\n#+   two.\n#+ parameters: a, b\nSELECT * {{}}\n"
    question = read_question(write(tmp_path, text))
    assert question.name == "a-thing"
    assert question.summary == "A thing"
    assert question.question == "What?"
    assert question.description == "One two."
    assert question.parameters == ("a", "b")


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("#+ summary: A\n#+ colour: red\n", 2),
        ("#+ summary: A\n#+ summary: B\n", 2),
        ("#+ summary:\n", 1),
        ("#+   stray\n", 1),
        ("#+ summary: A\n", 1),
    ],
)
def test_bad_header_names_file_and_line(tmp_path: Path, header: str, line: int) -> None:
    """An unknown, double, empty, stray or missing line is refused."""
    with pytest.raises(QuestionError) as caught:
        read_question(write(tmp_path, f"{header}SELECT * {{}}\n"))
    assert caught.value.where == f"{tmp_path / 'a-thing.rq'}:{line}"
    assert caught.value.cure


def test_broken_sparql_names_file_and_line(tmp_path: Path) -> None:
    """The line counts from the top of the file, header included."""
    question = read_question(write(tmp_path, f"{HEADER}SELECT *\n{{ ?s ?p ?o ] }}\n"))
    with pytest.raises(QuestionError, match=r"a-thing\.rq:4: broken SPARQL"):
        run_question(Store.open(), question)


def test_unknown_question_lists_the_known_ones() -> None:
    """A misspelt name is answered with the names there are."""
    with pytest.raises(QuestionError, match="who-supports-whom"):
        get_question("who-supports")


@pytest.mark.parametrize("name", ["../derive/10-events", "/etc/passwd", "a b", ""])
def test_a_name_is_no_path(name: str) -> None:
    """No name reaches out of the folder of questions."""
    assert not is_question_name(name)
    with pytest.raises(QuestionError, match="no such question"):
        get_question(name)


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    """A query file that is not there is named."""
    with pytest.raises(QuestionError, match="No such file"):
        read_query(tmp_path / "none.rq")


def test_query_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    """Bytes that are no text are refused."""
    file = tmp_path / "x.rq"
    file.write_bytes(b"SELECT \xff")
    with pytest.raises(QuestionError, match="not UTF-8"):
        read_query(file)


@pytest.mark.parametrize(
    ("value", "iri"),
    [
        ("actor:russia", "https://w3id.org/syriakg/id/actor/russia"),
        ("http://example.org/x", "http://example.org/x"),
        ("<urn:x:y>", "urn:x:y"),
    ],
)
def test_iris_are_recognised(value: str, iri: str) -> None:
    """A known prefix, an address and angle brackets mean an IRI."""
    assert to_term(value) == ox.NamedNode(iri)


@pytest.mark.parametrize("value", ["Russia", "nope:x", "actor:a b", "12:30"])
def test_everything_else_is_a_literal(value: str) -> None:
    """Text is text, even with a colon."""
    assert to_term(value) == ox.Literal(value)


def test_numbers_and_truth_values_keep_their_type() -> None:
    """A Python number is a typed literal."""
    assert to_term(3) == ox.Literal(3)
    assert to_term(True) == ox.Literal(value=True)  # noqa: FBT003 - the value is the point


def test_an_impossible_iri_is_refused() -> None:
    """Characters that no IRI holds are not passed on."""
    with pytest.raises(QuestionError, match="not an IRI"):
        to_term("<http://x/ } DROP ALL #>")


def test_there_are_enough_questions() -> None:
    """At least fourteen, each with a summary and an English question."""
    questions = list_questions()
    assert len(questions) >= 14
    assert all(question.question.endswith("?") for question in questions)
