"""Queries cannot make the store fetch anything, and may still use the words."""

from __future__ import annotations

import pytest

from syriakg.errors import QuestionError
from syriakg.store import Store
from syriakg.store.sparql import find_forbidden


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "select * { service silent <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?a<?b)SERVICE<http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o # a comment\nSERVICE<http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a'SERVICE<http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://x/> { ?s ?p ?o } }",
        "PREFIX : <http://x/> SELECT * { SERVICE:y { ?s ?p ?o } }",
        "PREFIX : <http://x/> SELECT * { ?s ?p 1SERVICE:y { ?s ?p ?o } }",
        "PREFIX e: <http://x/> SELECT * { ?s ?p e:a.SERVICE<http://x/> { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://x/> { ?s ?p ?o } }",
    ],
)
def test_service_is_found(query: str) -> None:
    """However SERVICE is written, the query is seen to fetch from elsewhere."""
    assert find_forbidden(query) == "SERVICE"


@pytest.mark.parametrize("update", ["LOAD <http://x/>", "load silent<http://x/> INTO GRAPH <a:b>"])
def test_load_is_found(update: str) -> None:
    """LOAD would fetch too."""
    assert find_forbidden(update) == "LOAD"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?load { ?service ?p ?load }",
        "SELECT * { ?s ?p 'SERVICE <http://x/>' } # LOAD <http://x/>",
        "SELECT * { ?s ?p '''LOAD \" ' SERVICE''' }",
        r'SELECT * { ?s ?p "a \" SERVICE" }',
        "SELECT * { <http://x/SERVICE> ?p 'x'@load }",
        "PREFIX e: <http://x/> SELECT * { e:service e:LOAD _:service }",
    ],
)
def test_the_words_may_be_used(query: str) -> None:
    """A variable, string, comment, IRI or name may hold the words."""
    assert find_forbidden(query) == ""


def test_store_refuses_to_fetch() -> None:
    """A query with SERVICE is refused before it runs, with the cure."""
    with pytest.raises(QuestionError, match=r"SERVICE is refused.*remove SERVICE"):
        Store.open().run("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }")


def test_update_refuses_to_fetch() -> None:
    """An update with LOAD is refused before it runs."""
    with pytest.raises(QuestionError, match="LOAD is refused"):
        Store.open().update("LOAD <http://x/>")


def test_broken_query_names_line_and_column() -> None:
    """A syntax error says where it is, in one line."""
    with pytest.raises(QuestionError) as caught:
        Store.open().run("SELECT *\n{ ?s ?p ?o ] }\n\n", where="mine.rq")
    assert caught.value.where == "mine.rq:2"
    assert caught.value.what == "broken SPARQL at column 12: { ?s ?p ?o ] }"
    assert "\n" not in str(caught.value)


def test_missing_prefix_is_named_as_the_cause() -> None:
    """An undeclared prefix has a cure of its own."""
    with pytest.raises(QuestionError, match="declare the prefix"):
        Store.open().run("SELECT * { ?s nope:p ?o }")


def test_broken_update_names_its_line() -> None:
    """Updates, the rules among them, are located too."""
    with pytest.raises(QuestionError, match="rule:2: broken SPARQL"):
        Store.open().update("DROP ALL ;\nDROP NOTHING", where="rule")
