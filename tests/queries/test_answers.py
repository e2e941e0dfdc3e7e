"""Every shipped question, and what it answers on one small war."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from tests.graph.worlds import make_claim, make_evidence, make_store
from tests.queries.small_war import make_war

from syriakg.errors import QuestionError
from syriakg.questions import get_question, list_questions, run_question, to_term
from syriakg.store import Store, Value, serialize_result

ARTICLE = "the article"
ASSAD, GOVERNMENT = "Bashar al-Assad", "Government of Syria"
HTS, KURDS, REBELS = "Hayat Tahrir al-Sham", "Kurdish forces", "Syrian rebels"
US, REPORTS = "United States", "unnamed reports"

# What each question answers, without the columns of IRIs that stand beside labels.
ANSWERS: dict[str, list[tuple[Value, ...]]] = {
    "backing-both-sides": [(US, KURDS, REBELS, 2)],
    "displacement-and-shortages": [
        (None, "humanitarian emergency", "Civilians", "attributed", REPORTS, "bread is scarce"),
        ("Homs", "displacement", "Civilians", "asserted", ARTICLE, "people flee"),
    ],
    "new-actors": [("Nowhere Daily", "MediaOutlet", 0), ("Other Post", "MediaOutlet", 0)],
    "outside-powers": [
        ("Iran", "supports", GOVERNMENT, None, "asserted", ARTICLE, "they back him"),
        ("Iran", "supports", HTS, None, "denied", "Iran", "we never backed them"),
        ("Qatar", "criticism", ASSAD, None, "asserted", ARTICLE, "he missed his chance"),
        ("Russia", "meeting", None, "Doha", "asserted", ARTICLE, "talks"),
        ("Russia", "supports", GOVERNMENT, None, "asserted", ARTICLE, "they back him"),
        ("Turkey", "meeting", None, "Doha", "asserted", ARTICLE, "talks"),
        (US, "financial support", KURDS, None, "asserted", ARTICLE, "money"),
        (US, "supports", REBELS, None, "asserted", ARTICLE, "the West"),
    ],
    "strained-alliances": [(ASSAD, "Russia", ARTICLE, "the alliance is tested")],
    "what-each-source-says": [
        (GOVERNMENT, "attributed", 1),
        (GOVERNMENT, "denied", 1),
        ("Iran", "attributed", 1),
        ("Iran", "denied", 1),
        (US, "attributed", 1),
        (US, "hypothetical", 1),
        (ARTICLE, "asserted", 9),
        (REPORTS, "attributed", 1),
        (REPORTS, "hypothetical", 1),
    ],
    "what-is-corroborated": [("is present in", ASSAD, None, "Damascus", 2, 1)],
    "what-might-happen": [
        (
            "government collapse",
            None,
            GOVERNMENT,
            None,
            "positive",
            "future",
            "possible",
            US,
            "it could fall",
        ),
        (
            "leader departure",
            ASSAD,
            None,
            None,
            "positive",
            "actual",
            "possible",
            REPORTS,
            "he may be gone",
        ),
    ],
    "what-outlets-contributed": [("Nowhere Daily", 1, 15, 8, 0), ("Other Post", 1, 2, 1, 0)],
    "where-is-the-leader": [
        (ASSAD, "is present in", "Damascus", "attributed", GOVERNMENT, "he is here"),
        (ASSAD, "is present in", "Damascus", "attributed", "Iran", "he stays"),
        (ASSAD, "leader departure", None, "denied", GOVERNMENT, "he is not gone"),
        (ASSAD, "leader departure", None, "hypothetical", REPORTS, "he may be gone"),
    ],
    "who-controls-what": [("Syrian Army", "Homs", "asserted", ARTICLE)],
    "who-criticised-whom": [("Qatar", "criticism", ASSAD, "asserted", "he missed his chance")],
    "who-denies-what": [
        (GOVERNMENT, "leader departure", ASSAD, None, None, "he is not gone"),
        ("Iran", "supports", "Iran", HTS, None, "we never backed them"),
    ],
    "who-fights-whom": [
        (HTS, GOVERNMENT, "established", False, 1),
        (KURDS, REBELS, "reported", False, 1),
    ],
    "who-met-whom": [("Russia", "Turkey", "Doha", "last week", "asserted", ARTICLE)],
    "who-supports-whom": [
        ("Iran", GOVERNMENT, "military", "established", False, 1),
        ("Russia", GOVERNMENT, "military", "established", False, 1),
        (US, KURDS, "financial", "established", False, 1),
        (US, REBELS, None, "established", False, 1),
    ],
    "who-took-which-place": [
        (HTS, "Aleppo", GOVERNMENT, None, "asserted", ARTICLE),
        (KURDS, "Deir ez-Zor", REBELS, None, "attributed", US),
    ],
}
TESTED_APART = {"what-is-contested", "evidence-for-ties"}


@pytest.fixture(scope="module")
def war() -> Store:
    """Return the small war, built once."""
    return make_war()


def answer(store: Store, name: str, **bindings: str) -> list[tuple[Value, ...]]:
    """Return a question's rows as people see them: a label instead of its IRI."""
    question = get_question(name)
    bound = {variable: to_term(value) for variable, value in bindings.items()}
    found = store.select(question.text, bindings=bound, where=question.where)
    shown = [name for name in found.variables if f"{name}Label" not in found.variables]
    return [tuple(row[name] for name in shown) for row in found]


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_question_answers(war: Store, name: str) -> None:
    """The question finds these rows, in this order, and no others."""
    assert answer(war, name) == ANSWERS[name]


def test_no_question_is_untested() -> None:
    """A new question needs an answer here."""
    assert {question.name for question in list_questions()} == ANSWERS.keys() | TESTED_APART


def test_contested_pairs_show_both_sides(war: Store) -> None:
    """Each pair is one row with reason, standing, source and words of both claims."""
    sides = {
        (row[0], frozenset({(row[2], row[3], row[4]), (row[6], row[7], row[8])}))
        for row in answer(war, "what-is-contested")
    }
    gone = ("hypothetical", REPORTS, "he may be gone")
    assert sides == {
        ("polarity", frozenset({gone, ("denied", GOVERNMENT, "he is not gone")})),
        ("location", frozenset({gone, ("attributed", GOVERNMENT, "he is here")})),
        ("location", frozenset({gone, ("attributed", "Iran", "he stays")})),
    }
    assert len(answer(war, "what-is-contested")) == 3


def test_evidence_of_one_tie_is_its_words(war: Store) -> None:
    """Bound to one tie, the question gives article, offsets, rule and quote."""
    rows = answer(war, "evidence-for-ties", fromActor="actor:iran", kind="supports")
    start = make_evidence("first", "they back him").start
    assert [(row[1], row[3], *row[6:]) for row in rows] == [
        (GOVERNMENT, "asserted", start, start + 13, "some-rule", "they back him")
    ]


def test_a_parameter_narrows_the_answer(war: Store) -> None:
    """Only the rows of the bound actor remain."""
    rows = answer(war, "who-supports-whom", supporter="actor:russia")
    assert [row[0] for row in rows] == ["Russia"]


def test_a_label_can_be_bound(war: Store) -> None:
    """Labels are plain strings, so that people can ask by name."""
    assert len(answer(war, "outside-powers", powerLabel="Turkey")) == 1


def test_every_parameter_is_selected(war: Store) -> None:
    """What a header offers to bind can be bound."""
    for question in list_questions():
        for parameter in question.parameters:
            assert parameter in war.select(question.text).variables, (question.name, parameter)


def test_answers_without_quotes_are_still_answers() -> None:
    """A dataset that leaves the quotes out, as its owners may have to, is still answered."""
    claim = make_claim("presentIn", "bashar-al-assad", "", "damascus", "attributed", source="iran")
    store = make_store([claim])
    store.update("DELETE WHERE { GRAPH g:claims { ?e skg:quote ?q } }")
    rows = answer(store, "where-is-the-leader")
    assert rows == [(ASSAD, "is present in", "Damascus", "attributed", "Iran", None)]


def test_answers_do_not_depend_on_the_order_of_quads(war: Store) -> None:
    """The same quads added the other way round give the same bytes."""
    reversed_war = Store.open()
    reversed_war.add(reversed(list(war)))
    for question in list_questions():
        results = [run_question(store, question) for store in (war, reversed_war)]
        first, second = (serialize_result(result, "csv") for result in results)
        assert first == second, question.name


def test_a_misspelt_actor_is_no_empty_answer(war: Store) -> None:
    """An IRI that the graph does not know stops the question, with the variable named."""
    question = get_question("who-supports-whom")
    unknown = ox.NamedNode("https://w3id.org/syriakg/id/actor/russai")
    with pytest.raises(QuestionError, match=r"supporter: nothing in the graph is called .*russai"):
        run_question(war, question, {"supporter": unknown})
