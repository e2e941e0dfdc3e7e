"""What a query answers, in Python and in the standard formats."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from rdflib import URIRef

from syriakg.errors import QuestionError
from syriakg.store import Store, serialize_result

ROW = "SELECT * { VALUES (?s ?n ?d ?b ?t ?u) { (<http://e/s> 1 2.5 true '2015-01-01' UNDEF) } }"


def test_rows_are_typed() -> None:
    """IRIs, numbers and truth values come as Python's own; unbound is None."""
    assert dict(Store.open().select(ROW)[0]) == {
        "s": URIRef("http://e/s"),
        "n": 1,
        "d": Decimal("2.5"),
        "b": True,
        "t": "2015-01-01",
        "u": None,
    }


def test_ill_typed_number_is_handed_over_as_written() -> None:
    """A number that is none does not stop a query."""
    query = "SELECT ?n { BIND(STRDT('many', xsd:integer) AS ?n) }"
    assert Store.open().select(query)[0]["n"] == "many"


def test_csv_is_standard_and_leaves_values_alone() -> None:
    """SPARQL's CSV quotes what it must and changes nothing."""
    query = "SELECT ?a ?b { VALUES (?a ?b) { ('=1+1' 'x,y') } }"
    assert serialize_result(Store.open().run(query), "csv") == b'a,b\r\n=1+1,"x,y"\r\n'


def test_json_is_the_sparql_format() -> None:
    """JSON is SPARQL 1.1 Query Results JSON."""
    document = json.loads(serialize_result(Store.open().run("SELECT ('x' AS ?a) {}"), "json"))
    assert document["results"]["bindings"] == [{"a": {"type": "literal", "value": "x"}}]


def test_ask_can_be_shown_in_every_row_format() -> None:
    """A yes or no has a form in table, csv, tsv, json and xml."""
    for form in ("table", "csv", "tsv", "json", "xml"):
        assert serialize_result(Store.open().run("ASK {}"), form)


def test_construct_gives_sorted_turtle() -> None:
    """Triples come in order, each once, whatever the engine's order."""
    query = (
        "CONSTRUCT { ?s <http://e/p> 1 } { VALUES ?s { <http://e/b> <http://e/a> <http://e/a> } }"
    )
    text = serialize_result(Store.open().run(query), "ttl").decode()
    assert text.count("http://e/p") == 2
    assert text.index("http://e/a") < text.index("http://e/b")


@pytest.mark.parametrize(
    ("query", "form"), [("SELECT * {}", "ttl"), ("CONSTRUCT {} {}", "csv"), ("ASK {}", "nt")]
)
def test_a_format_that_cannot_hold_the_result_is_refused(query: str, form: str) -> None:
    """Rows are no Turtle, triples are no CSV."""
    with pytest.raises(QuestionError, match="cannot hold"):
        serialize_result(Store.open().run(query), form)


def test_table_hides_an_iri_that_has_a_label() -> None:
    """People see the label once."""
    query = "SELECT (<http://e/s> AS ?x) ('Name' AS ?xLabel) {}"
    table = serialize_result(Store.open().run(query), "table").decode()
    assert "Name" in table
    assert "http" not in table


def test_table_shortens_iris() -> None:
    """An IRI without a label is shown with the project's prefix."""
    table = serialize_result(Store.open().run("SELECT (actor:hts AS ?x) {}"), "table").decode()
    assert "actor:hts" in table


def test_table_shows_hostile_text_as_text() -> None:
    """Neither rich markup nor control characters of a quote act on the terminal."""
    query = r"SELECT ('[bold]x[/bold] \u001b[2Jy' AS ?quote) {}"
    table = serialize_result(Store.open().run(query), "table").decode()
    assert "[bold]x[/bold]" in table
    assert "\x1b" not in table
