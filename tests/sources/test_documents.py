"""JSON with rows, as open-data services give it (faults.md C): read as a CSV of the same rows."""

import json
import math
from collections.abc import Callable
from typing import Any

import pytest
from broken import HEAD, ROW, ROW2, text
from hypothesis import given
from hypothesis import strategies as st

from monitor.intake.reading import documents
from monitor.intake.reading.sheet import dutch_number
from monitor.intake.report import DeliveryOutcome


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
ROWS: list[dict[str, Any]] = [
    {"VESTIGINGSCODE": "16SW03", "PEILDATUM": "2025-10-01", "SCHOOLTYPE": "vso", "AANTAL": 120},
    {"VESTIGINGSCODE": "16SW04", "PEILDATUM": "2025-10-01", "SCHOOLTYPE": "vso", "AANTAL": 80},
]


def _counts(bron: Bron) -> list[tuple[Any, ...]]:
    return bron("select vestiging, peildatum, schooltype, aantal from leerlingtelling order by 1")


@pytest.mark.parametrize(
    "document",
    [
        ROWS,
        {"value": ROWS, "@odata.context": "…"},  # OData, CBS
        {"total_count": 2, "results": ROWS},  # Opendatasoft 2
        {"nhits": 2, "parameters": {"rows": 10}, "facet_groups": [],
         "records": [{"recordid": str(i), "fields": row} for i, row in enumerate(ROWS)]},
        {"success": True, "result": {"total": 2, "limit": 100, "fields": [{"id": "AANTAL"}],
         "records": ROWS, "_links": {"next": "…", "start": "…"}}},  # CKAN; its next is always there
        {"count": 2, "next": None, "results": ROWS},
        {"response": {"numFound": 2, "docs": ROWS}},
        {"telling": ROWS},
    ],
)  # fmt: skip
def test_rows_are_read_from_any_envelope(deliver_text: Deliver, bron: Bron, document: Any) -> None:
    outcome = deliver_text(("telling.json", json.dumps(document, indent=1)))

    assert outcome.problems == []
    assert outcome.reports[0].remarks[-1].startswith("Gelezen als JSON met rijen;")
    by_json = _counts(bron)
    deliver_text(("telling.csv", text(HEAD, ROW, ROW2)))
    assert by_json == _counts(bron)


def test_one_object_per_line_is_read(deliver_text: Deliver, bron: Bron) -> None:
    lines = "\n".join(map(json.dumps, ROWS)) + "\n"

    assert deliver_text(("telling.jsonl", lines)).problems == []
    assert sum(row[3] for row in _counts(bron)) == 200


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"total_count": 3635, "results": ROWS}, "maar 2 van de 3635 rijen"),
        ({"result": {"total": 3635, "records": ROWS}}, "maar 2 van de 3635 rijen"),
        ({"value": ROWS, "@odata.nextLink": "https://…"}, "maar een deel van de rijen (2)"),
        ({"count": 2, "next": "https://…", "results": ROWS}, "maar een deel van de rijen (2)"),
        ({"d": {"results": ROWS, "__next": "https://…"}}, "maar een deel van de rijen (2)"),
    ],
)
def test_a_part_of_the_rows_is_refused(deliver_text: Deliver, document: Any, said: str) -> None:
    """A service gives a hundred at a time; the others would be missed by nobody."""
    outcome = deliver_text(("telling.json", json.dumps(document)))

    assert said in outcome.problems[0].text
    assert "Haal alle rijen in één bestand op" in outcome.problems[0].text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"naam": "x"}', "geen lijst van rijen en geen kaart"),
        ("[1, 2]", "geen lijst van rijen en geen kaart"),
        ("[]", "geen lijst van rijen en geen kaart"),
        ('{"a": [{"x": 1}], "b": [{"x": 1}]}', "geen lijst van rijen en geen kaart"),
        ('[{"AANTAL": 1}, {"AANTAL": 2', "geen geldige JSON; is het bestand afgebroken?"),
        ('{"value": [{"AANTAL": 1}', "geen geldige JSON; is het bestand afgebroken?"),
        ('[{"AANTAL": {"van": 1}, "SCHOOLTYPE": "vso"}]', "in rij 1 staan onder 'AANTAL' weer"),
        ('[{"AANTAL": 1, "AANTAL": 2}]', "'AANTAL' twee keer in dezelfde rij"),
        ('{"features": [{"attributes": {"GM_CODE": "GM0363"}}]}', "dat is geen GeoJSON"),
        ('{"AANTAL": 1}\n{"AANTAL": 2', "geen geldige JSON"),
    ],
)
def test_other_json_is_told_what_it_is(deliver_text: Deliver, content: str, said: str) -> None:
    outcome = deliver_text(("telling.json", content))

    assert len(outcome.problems) == 1
    assert said in outcome.problems[0].text


def test_values_keep_what_they_say(deliver_text: Deliver, bron: Bron) -> None:
    """1.234 of JSON is a little more than one, and in a Dutch file a thousand."""
    norm = {"ONDERSTEUNINGSVRAAG": "angst", "NIVEAU": "alle", "MAX KM": 1.234}

    assert deliver_text(("normen.json", json.dumps([norm]))).problems == []
    assert bron("select max_km from normen") == [(1.234,)]


def test_lists_and_truth_are_as_a_csv_has_them() -> None:
    rows = [{"a": ["angst", "autisme"], "b": True, "c": None, "d": 12.5, "e": 7, "f": {"x": 1}}]

    assert documents.as_texts(rows, set()) == [
        {"a": "angst|autisme", "b": "Ja", "c": "", "d": "12,5", "e": "7", "f": '{"x": 1}'}
    ]


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_a_number_is_written_as_what_it_is(number: float) -> None:
    written = dutch_number(repr(number))

    assert math.isclose(float(written.replace(",", ".")), number, rel_tol=1e-12, abs_tol=1e-300)
    assert "." not in written
    assert len(written.partition(",")[2]) != 3


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_any_document_has_rows_or_none(document: Any) -> None:
    found = documents.rows_in(documents.parse(json.dumps(document)))

    if found is not None:
        rows, _ = found
        assert all(isinstance(value, str) for row in documents.as_texts(rows, set())
                   for value in row.values())  # fmt: skip
