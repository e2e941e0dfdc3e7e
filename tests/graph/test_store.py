"""The store, and the bytes of a dataset."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.graph.worlds import make_claim, make_store

from syriakg.errors import QuestionError, StoreError
from syriakg.store import Store, to_files

PREFIXES = "PREFIX e: <http://e/> "


def make_small(turtle: str) -> Store:
    """Return a store with a little Turtle in its default graph."""
    store = Store.open()
    store.update(f"{PREFIXES} INSERT DATA {{ {turtle} }}")
    return store


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".ttl", "<http://e/s> a <http://e/T> ."),
        (".nt", "<http://e/s> <http://e/p> <http://e/o> ."),
        (".nq", "<http://e/s> <http://e/p> <http://e/o> <http://e/g> ."),
        (".trig", "<http://e/g> { <http://e/s> a <http://e/T> . }"),
    ],
)
def test_loads_every_format(tmp_path: Path, suffix: str, text: str) -> None:
    """Turtle, N-Triples, N-Quads and TriG are told by their suffix."""
    file = tmp_path / f"data{suffix}"
    file.write_text(text, encoding="utf-8")
    store = Store.open()
    store.load(file)
    assert len(store) == 1


def test_broken_rdf_names_file_and_line(tmp_path: Path) -> None:
    """A broken file is refused with its line, and nothing of it stays."""
    file = tmp_path / "data.ttl"
    file.write_text("<http://e/s> a <http://e/T> .\n<http://e/s> a ;\n", encoding="utf-8")
    store = Store.open()
    with pytest.raises(StoreError, match=r"data\.ttl:2: broken RDF"):
        store.load(file)
    assert len(store) == 0


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A path that does not exist is an error that says so."""
    with pytest.raises(StoreError, match="No such file"):
        Store.open().load(tmp_path / "none.ttl")


def test_unknown_suffix_is_refused(tmp_path: Path) -> None:
    """A file of another kind is refused with the kinds that work."""
    with pytest.raises(StoreError, match=r"use a file in \.ttl"):
        Store.open().load(tmp_path / "data.csv")


def test_store_on_disk_keeps_its_quads(tmp_path: Path) -> None:
    """What is added to a store on disk is there when it is opened again."""
    store = Store.open(tmp_path / "store")
    store.update(f"{PREFIXES} INSERT DATA {{ e:s a e:T }}")
    del store
    assert len(Store.open(tmp_path / "store")) == 1


def test_store_cannot_be_a_file(tmp_path: Path) -> None:
    """A store's path that is a file is an error with a cure."""
    file = tmp_path / "file"
    file.write_bytes(b"x")
    with pytest.raises(StoreError, match="cannot open the store"):
        Store.open(file)


def test_binding_fixes_a_selected_variable() -> None:
    """A bound variable lets only its own rows through."""
    store = make_small("e:a e:p 1 . e:b e:p 2 .")
    bound = {"s": ox.NamedNode("http://e/a")}
    answer = store.select(f"{PREFIXES} SELECT ?s ?o {{ ?s e:p ?o }}", bindings=bound)
    assert [row["o"] for row in answer] == [1]


def test_binding_is_never_read_as_sparql() -> None:
    """A value that looks like SPARQL is only a value."""
    store = make_small("e:a e:p 'x' .")
    bound = {"o": ox.Literal("' } DELETE WHERE { ?s ?p ?o } #")}
    answer = store.select(f"{PREFIXES} SELECT ?s ?o {{ ?s e:p ?o }}", bindings=bound)
    assert len(answer) == 0
    assert len(store) == 1


def test_binding_an_unselected_variable_is_an_error() -> None:
    """A misspelt parameter is not ignored."""
    with pytest.raises(QuestionError, match="bind only variables that the query selects"):
        Store.open().select("SELECT ?s { ?s ?p ?o }", bindings={"x": ox.Literal("1")})


def test_select_refuses_other_forms() -> None:
    """ASK has no rows."""
    with pytest.raises(QuestionError, match="not a SELECT query"):
        Store.open().select("ASK { ?s ?p ?o }")


def test_files_do_not_depend_on_the_order_of_quads() -> None:
    """The same set of quads gives the same bytes."""
    quads = list(make_store([make_claim("supports", "russia", "government-of-syria")]))
    assert to_files(quads) == to_files(reversed(quads))


def test_files_do_not_depend_on_names_of_blank_nodes() -> None:
    """RDFC-1.0 renames blank nodes by what is said of them."""
    first = make_small("e:s e:p _:x . _:x e:q 1 .")
    second = make_small("e:s e:p _:other . _:other e:q 1 .")
    assert to_files(first) == to_files(second)


def test_hash_changes_with_the_graph() -> None:
    """One more triple is another hash."""
    assert to_files(make_small("e:s e:p 1")).sha256 != to_files(make_small("e:s e:p 2")).sha256


def test_nquads_are_sorted() -> None:
    """The lines of the N-Quads file are in code-point order."""
    lines = to_files(make_small("e:b e:p 1 . e:a e:p 'é' , 'z' .")).nquads.decode().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 3


def test_trig_and_nquads_hold_the_same_quads() -> None:
    """Both files give back exactly the dataset."""
    quads = set(make_store([make_claim("supports", "russia", "government-of-syria")]))
    files = to_files(quads)
    assert set(ox.parse(files.trig, format=ox.RdfFormat.TRIG)) == quads
    assert set(ox.parse(files.nquads, format=ox.RdfFormat.N_QUADS)) == quads


def test_trig_reads_well() -> None:
    """TriG uses prefixes and puts the type first."""
    store = make_store([make_claim("supports", "russia", "government-of-syria")])
    text = to_files(store).trig.decode()
    assert "\tskg:supports actor:government-of-syria" in text
    assert "tie:russia--government-of-syria--supports a skg:Tie" in text
